using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Coverage;

/// <summary>Everything the cases of a pack should make happen, worked out from the bound pack.</summary>
internal static class CoverageGoals
{
    public static IReadOnlyList<CoverageGoal> Of(RuleProgram program)
    {
        var goals = new List<CoverageGoal>();
        foreach (var rule in program.Rules.Where(r => OwnParts.HasRule(program, r)))
        {
            Statuses(rule, goals);
            foreach (var part in RulePart.Of(rule).Where(CoverageKeys.IsDecision))
            {
                foreach (var leaf in new DecisionTree(part.Root).Leaves.Where(l => l.Expression is not BoundConstant))
                {
                    Decisive(rule, part, leaf, goals);
                }
            }

            for (var f = 0; f < rule.Forms.Count; f++)
            {
                Form(rule, f, goals);
            }
        }

        foreach (var tier in program.Tiers.Where(t => OwnParts.Has(program, $"tiers.{t.Definition.Id}")))
        {
            foreach (var (reached, zh, en) in new[] { (true, "达到", "reached"), (false, "未达到", "missed") })
            {
                goals.Add(new CoverageGoal(CoverageKeys.Tier(tier.Definition.Id, reached), CoverageKind.Tier, null, new LocalizedText($"等级 {tier.Definition.Id} {zh}", $"tier {tier.Definition.Id} {en}")));
            }
        }

        if (program.Pack.Conclusion?.PassMark is not null && OwnParts.Has(program, "conclusion"))
        {
            goals.Add(new CoverageGoal(CoverageKeys.PassMark(true), CoverageKind.Tier, null, new LocalizedText("总分达到合格线", "the total reaches the pass mark")));
            goals.Add(new CoverageGoal(CoverageKeys.PassMark(false), CoverageKind.Tier, null, new LocalizedText("总分低于合格线", "the total misses the pass mark")));
        }

        Warnings(program, goals);
        return [.. goals.DistinctBy(g => g.Key)];
    }

    /// <summary>A day the pack does not hold on, a pass mark nobody set, a claim of not applying that the pack refuses.</summary>
    private static void Warnings(RuleProgram program, List<CoverageGoal> goals)
    {
        Warning(DiagnosticCodes.OutsideInForce, "依据日期在施行期之外", "judged on a day it is not in force");
        if (program.PassMark is null && program.Pack.Conclusion?.PassMark is not null)
        {
            Warning(DiagnosticCodes.PassMarkNotSet, "合格线未设定，结论待定", "undetermined for want of a pass mark");
        }

        if (program.Rules.Any(r => OwnParts.HasRule(program, r) && program.PolicyOf(r) == NotApplicablePolicy.Forbid))
        {
            Warning(DiagnosticCodes.NotApplicableForbidden, "不允许申报不适用的申报了不适用", "a claim of not applying is refused");
        }

        void Warning(DiagnosticCode code, string zh, string en) =>
            goals.Add(new CoverageGoal(CoverageKeys.Warning(code.Id), CoverageKind.Warning, null, new LocalizedText($"提示 {code.Id}：{zh}", $"warning {code.Id}: {en}")));
    }

    private static void Statuses(BoundRule rule, List<CoverageGoal> goals)
    {
        var kind = rule.Definition.Kind == RuleKind.Gate ? CoverageKind.Gate : CoverageKind.Status;
        foreach (var status in Enum.GetValues<FindingStatus>().Where(s => IsPossible(rule, s)))
        {
            var spelled = VerdictJson.Spell(status);
            goals.Add(new CoverageGoal(CoverageKeys.Status(rule, status), kind, rule.Definition.Id, new LocalizedText($"判定 {spelled}", $"status {spelled}")));
        }
    }

    private static bool IsPossible(BoundRule rule, FindingStatus status) => status switch
    {
        FindingStatus.PartlyMet => rule.Fraction is not null || rule.Forms.Any(f => f.Steps.Count == 0 || f.OverProducts || f.Steps.Any(s => s.Earns is > 0 and < 1)),
        FindingStatus.NotApplicable => rule.When is not null || (rule.Forms.Count > 0 && rule.Forms.All(f => f.When is not null)),
        _ => true,
    };

    private static void Decisive(BoundRule rule, RulePart part, DecisionLeaf leaf, List<CoverageGoal> goals)
    {
        foreach (var truth in new[] { true, false })
        {
            goals.Add(new CoverageGoal(
                CoverageKeys.Decisive(rule, part, leaf, truth),
                CoverageKind.Decisive,
                rule.Definition.Id,
                new LocalizedText($"{part.Name}：“{leaf.Expression.Text}”{(truth ? "成立" : "不成立")}，并独自决定结果", $"{part.Name}: '{leaf.Expression.Text}' {(truth ? "holds" : "does not hold")} and alone decides")));
        }
    }

    private static void Form(BoundRule rule, int index, List<CoverageGoal> goals)
    {
        var form = rule.Forms[index];
        if (rule.Forms.Count > 1)
        {
            goals.Add(new CoverageGoal(CoverageKeys.Form(rule, index), CoverageKind.Form, rule.Definition.Id, new LocalizedText($"用第 {Place(index)} 种算法", $"measured the {Place(index)}. way")));
        }

        foreach (var (name, zh, en) in CoverageKeys.Thresholds(form, index))
        {
            foreach (var reached in new[] { true, false })
            {
                goals.Add(new CoverageGoal(
                    CoverageKeys.Side(rule, name, reached),
                    CoverageKind.Band,
                    rule.Definition.Id,
                    new LocalizedText($"{Way(rule, index, "第 {0} 种算法")}{(reached ? "达到" : "未达到")}{zh}", $"{Way(rule, index, "{0}. way ")}{(reached ? "at or beyond" : "short of")} {en}")));
            }
        }
    }

    private static string Way(BoundRule rule, int form, string words) => rule.Forms.Count > 1 ? words.Replace("{0}", Place(form), StringComparison.Ordinal) : string.Empty;

    private static string Place(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
