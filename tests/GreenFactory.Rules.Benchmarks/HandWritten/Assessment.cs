namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>The result for one factory; a fresh object each time.</summary>
internal sealed class Assessment
{
    public const int RowCount = 107;

    /// <summary>In pack order.</summary>
    public readonly Row[] Rows = new Row[RowCount];

    public Mark Infrastructure;
    public Mark ManagementSystem;
    public Mark EnergyResourceInput;
    public Mark Product;
    public Mark Emission;
    public Mark Performance;

    /// <summary>Rounded to two decimals.</summary>
    public Mark Total;

    public Conclusion Conclusion;
}

/// <summary>Points of one row: certain, still reachable, full.</summary>
internal struct Row
{
    public FindingStatus Status;
    public bool HasMeasured;
    public decimal Lower;
    public decimal Upper;
    public decimal Full;
    public decimal Measured;
}

/// <summary>Points of a dimension or of all.</summary>
internal readonly struct Mark(decimal lower, decimal upper, decimal full, bool applies)
{
    public readonly decimal Lower = lower;

    public readonly decimal Upper = upper;

    public readonly decimal Full = full;

    public readonly bool Applies = applies;
}
