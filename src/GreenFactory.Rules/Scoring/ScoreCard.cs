using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Scoring;

/// <summary>What a set of outcomes is worth: points per group and in total, and what follows. Points per rule are worked out when asked for.</summary>
internal sealed class ScoreCard(Scorer scorer, OutcomeTable outcomes)
{
    public required Score[] Groups { get; init; }

    /// <summary>Rounded once, as the pack says.</summary>
    public required Score Total { get; init; }

    public required Conclusion Conclusion { get; init; }

    /// <summary>Highest tier that is certain; null when none is.</summary>
    public TierDefinition? CertainTier { get; init; }

    /// <summary>Highest tier still reachable; null when none is.</summary>
    public TierDefinition? ReachableTier { get; init; }

    /// <summary>Points of one rule, before the weight of its group.</summary>
    public Score Rule(int index) => scorer.RuleScore(index, outcomes);

    /// <summary>Points of the total that one point of a group's rules is worth.</summary>
    public decimal TotalPerPoint(int group) => scorer.TotalPerPoint(group, outcomes);
}
