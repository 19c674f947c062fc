using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Analysis;

/// <summary>Rules that give points for the same thing: one improvement pays in all of them.</summary>
internal static class DoublePay
{
    public static IEnumerable<AnalysisFinding> Of(RuleProgram program)
    {
        var paid = program.Rules.Where(r => r.Definition.Points is { Value: > 0 });
        foreach (var group in paid.SelectMany(r => Subjects(r).Distinct(StringComparer.Ordinal).Select(s => (Subject: s, Rule: r))).GroupBy(p => p.Subject, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var rules = group.Select(p => p.Rule).ToList();
            var ids = string.Join(", ", rules.Select(r => r.Definition.Id));
            yield return new AnalysisFinding(
                AnalysisKinds.PaysTwice,
                $"{Observation.RulePrefix}{rules[0].Definition.Id}",
                rules[0].Definition.Span,
                new LocalizedText($"{ids} 都为同一件事给分：{group.Key}", $"{ids} all pay for the same thing: {group.Key}"),
                null);
        }
    }

    /// <summary>What a rule measures, or what its condition compares; a condition of several parts has no single subject.</summary>
    private static IEnumerable<string> Subjects(BoundRule rule) => rule.Condition is { } condition
        ? Subject(condition) is { } one ? [one] : []
        : rule.Fraction is { } fraction ? [BoundText.Of(fraction)!]
        : rule.Forms.Where(f => !f.OverProducts && BoundText.Of(f.Measure)!.Any(char.IsLetter)).Select(f => f.LowerIsBetter ? Lower(f.Measure) : Higher(f.Measure));

    private static string? Subject(Bound condition) => condition switch
    {
        BoundFact => BoundText.Of(condition),
        BoundComparison { Right: BoundConstant or BoundExternal } comparison => Wanted(comparison.Operator, comparison.Left, isLeft: true),
        BoundComparison { Left: BoundConstant or BoundExternal } comparison => Wanted(comparison.Operator, comparison.Right, isLeft: false),
        _ => null,
    };

    /// <summary>What is compared, and which way it should go: two limits on either side of a number are two things.</summary>
    private static string Wanted(ComparisonOperator op, Bound compared, bool isLeft) => op switch
    {
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => isLeft ? Lower(compared) : Higher(compared),
        ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => isLeft ? Higher(compared) : Lower(compared),
        _ => BoundText.Of(compared)!,
    };

    private static string Lower(Bound measure) => $"{BoundText.Of(measure)} ↓";

    private static string Higher(Bound measure) => $"{BoundText.Of(measure)} ↑";
}
