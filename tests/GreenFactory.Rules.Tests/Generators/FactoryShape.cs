namespace GreenFactory.Rules.Tests.Generators;

/// <summary>What kind of factories are drawn. Chances are percentages.</summary>
internal sealed record FactoryShape
{
    /// <summary>Everything the pack can read is stated, and nothing contradicts anything.</summary>
    public static FactoryShape Complete { get; } = new() { NotApplicable = 8, StatedTotals = 15, Extremes = 4 };

    /// <summary>Facts are missing here and there; what is stated is consistent.</summary>
    public static FactoryShape Partial { get; } = Complete with { Unknown = 20 };

    /// <summary>Anything a fact file may say, sensible or not: contradictions, overflow, next to nothing known.</summary>
    public static FactoryShape Wild { get; } = new() { Unknown = 25, NotApplicable = 12, StatedTotals = 30, Extremes = 20, Contradictions = 20 };

    /// <summary>A fact is left out.</summary>
    public int Unknown { get; init; }

    /// <summary>A fact is declared not to apply.</summary>
    public int NotApplicable { get; init; }

    /// <summary>A fact that could be derived is stated as well, as what it is derived to.</summary>
    public int StatedTotals { get; init; }

    /// <summary>A number is at the end of its range, zero, tiny, or as long as a decimal can be.</summary>
    public int Extremes { get; init; }

    /// <summary>A fact is stated although it is open whether it applies.</summary>
    public int Unsettled { get; init; } = 50;

    /// <summary>A fact is stated although others say that it does not apply, or add up to something else.</summary>
    public int Contradictions { get; init; }
}
