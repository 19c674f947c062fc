using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Says of every tier what it asks for and what of it holds.</summary>
internal static class TierStandings
{
    public static IReadOnlyList<TierStanding> Of(VerdictContext context)
    {
        var tiers = context.Program.Tiers;
        return tiers.Count == 0 ? [] : [.. tiers.Select((t, i) => new TierStanding
        {
            Id = t.Definition.Id,
            Title = t.Definition.Title,
            Authority = t.Definition.Authority,
            State = context.Card.Tiers[i],
            HasCutOff = t.HasCutOff,
            CutOff = t.AtLeast,
            CutOffParameter = t.Parameter,
            CutOffLabel = t.HasCutOff ? t.CutOffSource.Label : null,
            Conditions = [.. Conditions(context, i)],
        })];
    }

    private static IEnumerable<TierCondition> Conditions(VerdictContext context, int place)
    {
        var (tier, card, program) = (context.Program.Tiers[place], context.Card, context.Program);
        if (tier.Definition.NeedsGates)
        {
            yield return new TierCondition { Kind = TierConditionKind.Gates, State = card.Gates };
        }

        if (tier.Definition.NeedsMandatory)
        {
            yield return new TierCondition { Kind = TierConditionKind.Mandatory, State = card.Mandatory };
        }

        foreach (var below in tier.Tiers)
        {
            yield return new TierCondition { Kind = TierConditionKind.Tier, Id = program.Tiers[below].Definition.Id, State = card.Tiers[below] };
        }

        if (tier.HasCutOff)
        {
            yield return new TierCondition { Kind = TierConditionKind.Score, State = TierScale.Score(tier, card.Total) };
        }

        foreach (var rule in tier.Met)
        {
            yield return new TierCondition { Kind = TierConditionKind.Rule, Id = program.Rules[rule].Definition.Id, State = card.Clause(rule) };
        }

        foreach (var rule in tier.Direct)
        {
            yield return new TierCondition { Kind = TierConditionKind.Route, Id = program.Rules[rule].Definition.Id, State = TierScale.Route(rule, context.Outcomes) };
        }
    }
}
