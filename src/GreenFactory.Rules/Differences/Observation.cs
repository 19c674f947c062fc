using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Differences;

/// <summary>One thing two verdicts on the same factory say differently.</summary>
/// <param name="What">What it is about: <c>conclusion</c>, <c>tier</c>, <c>score</c>, <c>warnings</c>, <c>rules.ID</c>, <c>groups.ID</c>, <c>tiers.ID</c>.</param>
/// <param name="From">What the first says.</param>
/// <param name="To">What the second says.</param>
internal sealed record ObservedDifference(string What, string From, string To);

/// <summary>What a verdict says, in words that can be compared.</summary>
internal static class Observation
{
    public const string Conclusion = "conclusion";
    public const string Score = "score";
    public const string Tier = "tier";
    public const string Warnings = "warnings";
    public const string RulePrefix = "rules.";

    private const string Nothing = "—";

    /// <summary>Everything two verdicts say differently: the whole first, then groups, tiers and rules.</summary>
    public static IReadOnlyList<ObservedDifference> Compare(Verdict from, Verdict to)
    {
        var (first, second) = (Of(from), Of(to));
        return
        [
            .. first.Keys.Concat(second.Keys.Where(k => !first.ContainsKey(k)))
                .Select(k => new ObservedDifference(k, first.GetValueOrDefault(k, Nothing), second.GetValueOrDefault(k, Nothing)))
                .Where(d => d.From != d.To),
        ];
    }

    /// <summary>What a rule comes to.</summary>
    public static string Rule(Verdict verdict, int index)
    {
        var context = verdict.Context;
        var rule = context.Program.Rules[index];
        var points = context.Card.Rule(index);
        var status = VerdictJson.Spell(FindingBuilder.Status(context, rule.Index));
        return points.Full == 0 ? status : $"{status} {Interval(points)}/{Scalars.Number(points.Full)}";
    }

    private static Dictionary<string, string> Of(Verdict verdict)
    {
        var context = verdict.Context;
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Conclusion] = VerdictJson.Spell(verdict.Conclusion),
            [Tier] = verdict.Tier is { } tier ? tier.Lower == tier.Upper ? tier.Lower ?? Nothing : $"{tier.Lower ?? Nothing}…{tier.Upper ?? Nothing}" : Nothing,
            [Score] = verdict.Score.Full == 0 ? Nothing : $"{Interval(verdict.Score)}/{Scalars.Number(verdict.Score.Full)}",
            [Warnings] = string.Join(", ", verdict.Warnings.Select(w => w.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        };
        for (var g = 0; g < context.Program.Groups.Count; g++)
        {
            said[$"groups.{context.Program.Groups[g].Definition.Id}"] = $"{Interval(context.Card.Groups[g])}/{Scalars.Number(context.Card.Groups[g].Full)}";
        }

        for (var t = 0; t < context.Program.Tiers.Count; t++)
        {
            said[$"tiers.{context.Program.Tiers[t].Definition.Id}"] = VerdictJson.Spell(context.Card.Tiers[t]);
        }

        for (var r = 0; r < context.Program.Rules.Count; r++)
        {
            said[$"{RulePrefix}{context.Program.Rules[r].Definition.Id}"] = Rule(verdict, r);
        }

        return said;
    }

    private static string Interval(Rules.Score score) => !score.Applies ? Nothing
        : score.Lower == score.Upper ? Scalars.Number(score.Lower) : $"[{Scalars.Number(score.Lower)}, {Scalars.Number(score.Upper)}]";
}
