using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Coverage;

/// <summary>Names of goals: ids of rules and tiers, and places in the model.</summary>
internal static class CoverageKeys
{
    public static bool IsDecision(RulePart part) => part.Root.Type.Kind == Expressions.ValueKind.Truth;

    public static string Status(BoundRule rule, FindingStatus status) => $"rules/{rule.Definition.Id}/status/{VerdictJson.Spell(status)}";

    public static string Decisive(BoundRule rule, RulePart part, DecisionLeaf leaf, bool truth) => $"rules/{rule.Definition.Id}/{part.Name}/{leaf.Path}/{(truth ? "true" : "false")}";

    public static string Form(BoundRule rule, int form) => $"rules/{rule.Definition.Id}/{RulePart.FormName(form)}/used";

    public static string Side(BoundRule rule, string threshold, bool reached) => $"rules/{rule.Definition.Id}/{threshold}/{Reached(reached)}";

    public static string Tier(string id, bool reached) => $"tiers/{id}/{Reached(reached)}";

    public static string Warning(string code) => $"warnings/{code}";

    public static string PassMark(bool reached) => $"pass-mark/{Reached(reached)}";

    /// <summary>The thresholds of a form with their names; of a ladder its steps, of a scale its two ends.</summary>
    public static IEnumerable<(string Name, string Zh, string En)> Thresholds(BoundForm form, int index)
    {
        for (var s = 0; s < form.Steps.Count; s++)
        {
            yield return (RulePart.StepName(index, s), $"分级 {form.Steps[s].At.Text}", $"the step {form.Steps[s].At.Text}");
        }

        if (form.Steps.Count == 0)
        {
            yield return ($"{RulePart.FormName(index)}.leading", "引领值", "the leading value");
            yield return ($"{RulePart.FormName(index)}.baseline", "基准值", "the baseline");
        }
    }

    /// <summary>The expression of a threshold.</summary>
    public static Bound? ThresholdOf(BoundForm form, int place) => form.Steps.Count > 0 ? form.Steps[place].At : place == 0 ? form.Leading : form.Baseline;

    private static string Reached(bool reached) => reached ? "reached" : "missed";
}
