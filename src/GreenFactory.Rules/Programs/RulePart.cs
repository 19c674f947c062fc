using System.Globalization;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Programs;

/// <summary>One expression of a rule.</summary>
/// <param name="Name">Its place in the rule: <c>when</c>, <c>condition</c>, <c>forms.0.measure</c>.</param>
/// <param name="Root">The expression.</param>
/// <param name="Text">What the author wrote, and where.</param>
/// <param name="With">The rule with another expression there.</param>
internal sealed record RulePart(string Name, Bound Root, ExpressionText Text, Func<Bound, BoundRule> With)
{
    /// <summary>Every expression of the rule, in the order a reader meets them. Names depend on the model alone, not on how the file is laid out.</summary>
    public static IEnumerable<RulePart> Of(BoundRule rule)
    {
        var written = rule.Definition;
        foreach (var part in new[]
        {
            Part("when", rule.When, written.When, b => rule with { When = b }),
            Part("condition", rule.Condition, written.Condition?.Value, b => rule with { Condition = b }),
            Part("fraction", rule.Fraction, written.Fraction, b => rule with { Fraction = b }),
        }.Concat(rule.Forms.SelectMany((f, i) => OfForm(rule, f, i))))
        {
            if (part is not null)
            {
                yield return part;
            }
        }
    }

    /// <summary>The rule with another form at a place; without the form when it is null.</summary>
    public static BoundRule WithForm(BoundRule rule, int place, BoundForm? form) =>
        rule with { Forms = [.. rule.Forms.Select((f, i) => i == place ? form : f).OfType<BoundForm>()] };

    public static string FormName(int form) => string.Create(CultureInfo.InvariantCulture, $"forms.{form}");

    public static string StepName(int form, int step) => string.Create(CultureInfo.InvariantCulture, $"forms.{form}.steps.{step}");

    private static IEnumerable<RulePart?> OfForm(BoundRule rule, BoundForm form, int place)
    {
        var written = form.Definition;
        var name = FormName(place);
        yield return Part($"{name}.when", form.When, written.When, b => WithForm(rule, place, form with { When = b }));
        yield return Part($"{name}.weight", form.Weight, written.Weight, b => WithForm(rule, place, form with { Weight = b }));
        yield return Part($"{name}.measure", form.Measure, written.Measure, b => WithForm(rule, place, form with { Measure = b }));
        yield return Part($"{name}.leading", form.Leading, written.Leading?.Value, b => WithForm(rule, place, form with { Leading = b }));
        yield return Part($"{name}.baseline", form.Baseline, written.Baseline?.Value, b => WithForm(rule, place, form with { Baseline = b }));
        for (var s = 0; s < form.Steps.Count; s++)
        {
            var step = s;
            yield return Part(StepName(place, s), form.Steps[s].At, written.Steps[s].At, b => WithForm(rule, place, WithStep(form, step, form.Steps[step] with { At = b })));
        }
    }

    /// <summary>The form with another step at a place; without the step when it is null.</summary>
    public static BoundForm WithStep(BoundForm form, int place, BoundStep? step) =>
        form with { Steps = [.. form.Steps.Select((s, i) => i == place ? step : s).OfType<BoundStep>()] };

    private static RulePart? Part(string name, Bound? root, ExpressionText? text, Func<Bound, BoundRule> with) =>
        root is null || text is null ? null : new RulePart(name, root, text, with);
}
