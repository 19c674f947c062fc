using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules;

/// <summary>What a tier asks for.</summary>
public enum TierConditionKind
{
    /// <summary>No gate may stand in the way.</summary>
    Gates = 0,

    /// <summary>All mandatory rules have to be met.</summary>
    Mandatory = 1,

    /// <summary>Another tier has to be reached.</summary>
    Tier = 2,

    /// <summary>The total has to reach the cut-off.</summary>
    Score = 3,

    /// <summary>A rule has to be met: a clause, a veto or an outside grade of this tier.</summary>
    Rule = 4,

    /// <summary>A rule that, met, takes the place of score and clauses.</summary>
    Route = 5,
}

/// <summary>One thing a tier asks for, and whether it holds.</summary>
public sealed record TierCondition
{
    internal TierCondition()
    {
    }

    /// <summary>What is asked for.</summary>
    public required TierConditionKind Kind { get; init; }

    /// <summary>The tier or rule it names; null for gates, mandatory rules and the score.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it holds for every way the missing facts could turn out.</summary>
    public required Conclusion State { get; init; }
}

/// <summary>Where a factory stands with one tier, and why. Immutable.</summary>
public sealed record TierStanding
{
    internal TierStanding()
    {
    }

    /// <summary>Tier id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Who confirms the tier; null when the pack does not say.</summary>
    public LocalizedText? Authority { get; init; }

    /// <summary>Met when the tier is reached for certain, not met when it is out of reach, undetermined in between.</summary>
    public required Conclusion State { get; init; }

    /// <summary>Whether the tier asks for a score.</summary>
    public required bool HasCutOff { get; init; }

    /// <summary>The least total; null for a tier that asks for none, or while nobody has set it.</summary>
    public decimal? CutOff { get; init; }

    /// <summary>The parameter that sets the cut-off, as <c>parameter.x</c>; null for a number of the tier itself.</summary>
    public string? CutOffParameter { get; init; }

    /// <summary>How sure the cut-off is; null for a tier that asks for no score.</summary>
    public ProvenanceLabel? CutOffLabel { get; init; }

    /// <summary>
    /// What the tier asks for: gates, mandatory rules, lower tiers, then score and clauses, then the routes that take their place.
    /// It is reached when all of the first hold and either the score and clauses or any route does.
    /// </summary>
    public required IReadOnlyList<TierCondition> Conditions { get; init; }
}
