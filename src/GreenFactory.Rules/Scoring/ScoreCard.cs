using GreenFactory.Rules.Evaluation;

namespace GreenFactory.Rules.Scoring;

/// <summary>What a set of outcomes is worth: points per group and in total, and what follows. Points per rule are worked out when asked for.</summary>
internal sealed class ScoreCard(Scorer scorer, OutcomeTable outcomes, decimal[] earned)
{
    public required Score[] Groups { get; init; }

    /// <summary>Rounded once, as the pack says.</summary>
    public required Score Total { get; init; }

    public required Conclusion Conclusion { get; init; }

    /// <summary>Whether no gate stands in the way.</summary>
    public Conclusion Gates { get; init; }

    /// <summary>Whether all mandatory rules are met.</summary>
    public Conclusion Mandatory { get; init; }

    /// <summary>By tier, lowest first: whether it is reached.</summary>
    public required IReadOnlyList<Conclusion> Tiers { get; init; }

    /// <summary>Place of the highest tier that is certain; -1 when none is.</summary>
    public int CertainTier => Highest(s => s == Conclusion.Met);

    /// <summary>Place of the highest tier still reachable; -1 when none is.</summary>
    public int ReachableTier => Highest(s => s != Conclusion.NotMet);

    /// <summary>Whether a rule that a tier names holds.</summary>
    public Conclusion Clause(int rule) => scorer.Tiers.Clause(rule, outcomes);

    /// <summary>Rules that can still turn a tier.</summary>
    public IReadOnlySet<int> TurningTiers() => scorer.Tiers.Turning(this, outcomes);

    /// <summary>Tiers that are still open and matter.</summary>
    public IReadOnlyCollection<int> OpenTiers() => scorer.Tiers.Open(this);

    /// <summary>Whether the pack lets nobody claim that a rule does not apply.</summary>
    public bool IsForbidden(int rule) => scorer.IsForbidden(rule);

    /// <summary>Points of one rule, before the weight of its group.</summary>
    public Score Rule(int index) => scorer.RuleScore(index, outcomes, earned);

    /// <summary>Points of the total that one point of a group's rules is worth.</summary>
    public decimal TotalPerPoint(int group) => scorer.TotalPerPoint(group, outcomes);

    private int Highest(Func<Conclusion, bool> holds)
    {
        for (var i = Tiers.Count - 1; i >= 0; i--)
        {
            if (holds(Tiers[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
