namespace GreenFactory.Rules.Blocks;

/// <summary>
/// A number for each row of a block, in binary, and a bound of how far it can be from the decimal the exact engines have. Rows that
/// are neither known nor not applicable are unknown. What does not apply is kept as zero without an error: sums need not look.
/// </summary>
internal sealed class NumberColumn
{
    public readonly double[] Values = new double[Plane.Rows];

    public readonly double[] Errors = new double[Plane.Rows];

    public Plane Known;

    public Plane NotApplicable;
}

/// <summary>A text or a set of texts for each row.</summary>
internal sealed class ReferenceColumn
{
    public readonly object?[] Values = new object?[Plane.Rows];

    public Plane Known;

    public Plane NotApplicable;
}

/// <summary>True, false or not applicable for each row; unknown is what is none of them.</summary>
internal struct TruthPlanes
{
    public Plane True;

    public Plane False;

    public Plane NotApplicable;

    public readonly Plane Unknown => ~(True | False | NotApplicable);
}

/// <summary>What a rule or a form comes to for each row; partly met is what is none of them.</summary>
internal struct StatusPlanes
{
    public Plane Met;

    public Plane NotMet;

    public Plane NotApplicable;

    public Plane Open;

    public readonly Plane Partly => ~(Met | NotMet | NotApplicable | Open);
}

/// <summary>Points of a group for each row, in the unit its scale makes whole numbers of.</summary>
internal sealed class GroupColumn
{
    public readonly double[] Lower = new double[Plane.Rows];

    public readonly double[] Errors = new double[Plane.Rows];

    /// <summary>Points that are open, on top of the certain ones.</summary>
    public readonly double[] Open = new double[Plane.Rows];

    public readonly double[] RemovedInGroup = new double[Plane.Rows];

    public readonly double[] RemovedFromTotal = new double[Plane.Rows];
}
