using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Scoring;

/// <summary>What a set of outcomes is worth: points per rule, per group and in total, and what follows.</summary>
internal sealed class ScoreCard
{
    public required Score[] Rules { get; init; }

    public required Score[] Groups { get; init; }

    /// <summary>Rounded once, as the pack says.</summary>
    public required Score Total { get; init; }

    public required Conclusion Conclusion { get; init; }

    /// <summary>Highest tier that is certain; null when none is.</summary>
    public TierDefinition? CertainTier { get; init; }

    /// <summary>Highest tier still reachable; null when none is.</summary>
    public TierDefinition? ReachableTier { get; init; }

    /// <summary>Points of the total that one point of a rule is worth, by group.</summary>
    public required decimal[] GroupWeights { get; init; }
}
