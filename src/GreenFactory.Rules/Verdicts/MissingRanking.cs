namespace GreenFactory.Rules.Verdicts;

/// <summary>Puts the missing facts of a verdict in the order in which it pays to look for them.</summary>
internal static class MissingRanking
{
    /// <summary>
    /// Those that can turn the conclusion or a tier by themselves come first, then those with the most points; a finding's stake
    /// is shared by what it waits for. Facts of findings that change nothing any more are left out.
    /// </summary>
    public static IReadOnlyList<string> Rank(VerdictContext context, IReadOnlyList<Finding> findings)
    {
        var stakes = new Dictionary<string, (decimal Turns, decimal Points)>(StringComparer.Ordinal);
        var named = context.Card.TurningTiers();
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (finding.Status != FindingStatus.InsufficientEvidence)
            {
                continue;
            }

            var (turns, points) = (named.Contains(i) || Turns(context, finding.Kind), PointsAtStake(context, i));
            if (!turns && points == 0)
            {
                continue;
            }

            var facts = finding.Missing.Where(MissingFacts.IsFact).ToList();
            foreach (var path in facts)
            {
                var (already, before) = stakes.GetValueOrDefault(path);
                stakes[path] = (already + (turns ? 1m / facts.Count : 0), before + (points / facts.Count));
            }
        }

        return [.. stakes.OrderByDescending(p => p.Value.Turns).ThenByDescending(p => p.Value.Points).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key)];
    }

    /// <summary>Whether a rule of this kind, not met, turns a conclusion or rules out a tier that is still open.</summary>
    private static bool Turns(VerdictContext context, FindingKind kind)
    {
        var pack = context.Program.Pack;
        var card = context.Card;
        return (card.Conclusion == Conclusion.Undetermined && Needs(pack.Conclusion!.NeedsGates, pack.Conclusion.NeedsMandatory))
            || card.OpenTiers().Select(i => pack.Tiers[i]).Any(t => Needs(t.NeedsGates, t.NeedsMandatory));

        bool Needs(bool gates, bool mandatory) => (kind == FindingKind.Gate && gates) || (kind == FindingKind.Mandatory && mandatory);
    }

    /// <summary>Points of the total; none where the bonus is at its cap whatever comes.</summary>
    private static decimal PointsAtStake(VerdictContext context, int rule)
    {
        var group = context.Program.GroupOf(rule);
        if (group < 0 || context.Card.Groups[group] is var score && score.Lower == score.Upper)
        {
            return 0;
        }

        return context.Card.Rule(rule).Upper * context.TotalPerPoint(rule);
    }
}
