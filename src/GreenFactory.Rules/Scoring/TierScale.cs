using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Scoring;

/// <summary>
/// Decides for each tier whether it is reached for every way the open rules can close, for none, or for some. Knowing more never
/// turns a decided tier. Pure and thread-safe.
/// </summary>
internal sealed class TierScale(RuleProgram program)
{
    private readonly NotApplicablePolicy[] _policies = [.. program.Rules.Select(program.PolicyOf)];

    /// <summary>By tier, lowest first.</summary>
    public Conclusion[] Decide(Score total, Conclusion gates, Conclusion mandatory, OutcomeTable outcomes)
    {
        if (program.Tiers.Count == 0)
        {
            return [];
        }

        var states = new Conclusion[program.Tiers.Count];
        for (var i = 0; i < states.Length; i++)
        {
            var tier = program.Tiers[i];
            var state = tier.HasDemands ? Score(tier, total) : Conclusion.NotMet;
            foreach (var rule in tier.Met)
            {
                state = state.And(Clause(rule, outcomes));
            }

            foreach (var rule in tier.Direct)
            {
                state = state.Or(Route(rule, outcomes));
            }

            state = state.And(tier.Definition.NeedsGates ? gates : Conclusion.Met).And(tier.Definition.NeedsMandatory ? mandatory : Conclusion.Met);
            foreach (var below in tier.Tiers)
            {
                state = state.And(states[below]);
            }

            states[i] = state;
        }

        return states;
    }

    /// <summary>Whether the total reaches the cut-off; open while nobody has set it.</summary>
    public static Conclusion Score(BoundTier tier, Score total) =>
        !tier.HasCutOff ? Conclusion.Met
        : tier.AtLeast is not { } least ? Conclusion.Undetermined
        : total.Lower >= least ? Conclusion.Met
        : total.Upper < least ? Conclusion.NotMet
        : Conclusion.Undetermined;

    /// <summary>A rule that has to be met; what does not apply stands in nobody's way unless that may not be claimed.</summary>
    public Conclusion Clause(int rule, OutcomeTable outcomes) => outcomes.Status(rule) switch
    {
        FindingStatus.Met => Conclusion.Met,
        FindingStatus.NotApplicable when _policies[rule] is not NotApplicablePolicy.Forbid => Conclusion.Met,
        FindingStatus.InsufficientEvidence => Conclusion.Undetermined,
        _ => Conclusion.NotMet,
    };

    /// <summary>A route has to be there: what does not apply opens none.</summary>
    public static Conclusion Route(int rule, OutcomeTable outcomes) => outcomes.Status(rule) switch
    {
        FindingStatus.Met => Conclusion.Met,
        FindingStatus.InsufficientEvidence => Conclusion.Undetermined,
        _ => Conclusion.NotMet,
    };

    /// <summary>
    /// Rules whose outcome can still turn a tier that is above what is certain, directly or through a tier it requires. Empty once
    /// the tier is settled.
    /// </summary>
    public IReadOnlySet<int> Turning(ScoreCard card, OutcomeTable outcomes)
    {
        var rules = new HashSet<int>();
        foreach (var place in Open(card))
        {
            var tier = program.Tiers[place];
            if (tier.Direct.Any(r => Route(r, outcomes) == Conclusion.Met))
            {
                continue;
            }

            var demands = tier.HasDemands ? tier.Met.Aggregate(Score(tier, card.Total), (s, r) => s.And(Clause(r, outcomes))) : Conclusion.NotMet;
            if (demands != Conclusion.NotMet)
            {
                rules.UnionWith(tier.Met.Where(r => Clause(r, outcomes) == Conclusion.Undetermined));
            }

            if (demands != Conclusion.Met)
            {
                rules.UnionWith(tier.Direct.Where(r => Route(r, outcomes) == Conclusion.Undetermined));
            }
        }

        return rules;
    }

    /// <summary>Places of the tiers that are still open and matter: those above what is certain, and those they require.</summary>
    public IReadOnlyCollection<int> Open(ScoreCard card)
    {
        var open = new SortedSet<int>();
        for (var i = card.Tiers.Count - 1; i >= 0; i--)
        {
            if (card.Tiers[i] == Conclusion.Undetermined && (i > card.CertainTier || open.Any(o => program.Tiers[o].Tiers.Contains(i))))
            {
                open.Add(i);
            }
        }

        return open;
    }
}
