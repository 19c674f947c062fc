using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Mutations;

/// <summary>Mutants of single rules.</summary>
internal static class RuleMutants
{
    public static IEnumerable<Mutant> Of(RuleProgram program)
    {
        // Where nothing asks for mandatory rules, whether a rule is one changes nothing.
        var mandatoryCounts = program.Pack.Conclusion?.NeedsMandatory == true || program.Tiers.Any(t => t.Definition.NeedsMandatory);
        return program.Rules.Where(r => OwnParts.HasRule(program, r)).SelectMany(r => Of(r, mandatoryCounts));
    }

    private static IEnumerable<Mutant> Of(BoundRule rule, bool mandatoryCounts) =>
        RulePart.Of(rule).SelectMany(p => OfPart(rule, p))
            .Concat(Removed(rule))
            .Concat(Settings(rule, mandatoryCounts))
            .Concat(rule.Forms.SelectMany((f, i) => OfForm(rule, f, i)));

    private static IEnumerable<Mutant> OfPart(BoundRule rule, RulePart part)
    {
        // Weights count by their ratio only: what multiplies all of them changes nothing.
        var isWeight = part.Name.EndsWith(".weight", StringComparison.Ordinal);
        foreach (var change in ExpressionMutants.Of(part.Root).Where(c => !(isWeight && c.OfDivisor)))
        {
            var at = part.Text.Text.IndexOf(change.From, StringComparison.Ordinal);
            yield return Mutant(rule, part.Name, at > 0 ? part.Text.At(at) : part.Text.Span, change.From, change.To, r =>
                RulePart.Of(r).FirstOrDefault(p => p.Name == part.Name) is { } same && BoundEditing.Find(same.Root, change.Way) is { } node && change.Change(node) is { } changed
                    ? same.With(BoundEditing.Replace(same.Root, change.Way, changed))
                    : null);
        }
    }

    private static IEnumerable<Mutant> Removed(BoundRule rule)
    {
        if (rule.When is { } when)
        {
            yield return Mutant(rule, "when", rule.Definition.When!.Span, when.Text, "—", r => r.When is null ? null : r with { When = null });
        }

        for (var f = 0; f < rule.Forms.Count; f++)
        {
            var place = f;
            if (rule.Forms[f].When is { } own)
            {
                yield return Mutant(rule, $"{RulePart.FormName(f)}.when", rule.Forms[f].Definition.When!.Span, own.Text, "—", r => r.Forms.ElementAtOrDefault(place) is { When: not null } form ? RulePart.WithForm(r, place, form with { When = null }) : null);
            }

            if (rule.Forms.Count > 1)
            {
                yield return Mutant(rule, RulePart.FormName(f), rule.Forms[f].Definition.Span, rule.Forms[f].Measure.Text, "—", r => r.Forms.Count > 1 && place < r.Forms.Count ? RulePart.WithForm(r, place, null) : null);
            }
        }
    }

    private static IEnumerable<Mutant> Settings(BoundRule rule, bool mandatoryCounts)
    {
        var written = rule.Definition;
        if (written.Points is { } points)
        {
            yield return Written(rule, "points", points.Span, Scalars.Number(points.Value), Scalars.Number(points.Value + 1), d => d with { Points = points with { Value = points.Value + 1 } });
        }

        RuleKind? kind = written.Kind switch
        {
            RuleKind.Gate => RuleKind.Optional,
            RuleKind.Mandatory when mandatoryCounts => RuleKind.Optional,
            RuleKind.Optional when mandatoryCounts => RuleKind.Mandatory,
            _ => null,
        };
        if (kind is { } other)
        {
            yield return Written(rule, "kind", written.Span, Word(written.Kind), Word(other), d => d.Kind == written.Kind ? d with { Kind = other } : d);
        }

        if (written.Policy is { } policy)
        {
            var turned = PackMutants.Turned(policy);
            yield return Written(rule, "not-applicable", written.Span, PackMutants.Word(policy), PackMutants.Word(turned), d => d with { Policy = turned });
        }

        yield return Label(rule, "source", written.Source, written.Span, (d, s) => d with { Source = s });
        if (written.Points is { } sourced && !ReferenceEquals(sourced.Source, written.Source))
        {
            yield return Label(rule, "points", sourced.Source, sourced.Span, (d, s) => d with { Points = d.Points! with { Source = s } });
        }
    }

    private static IEnumerable<Mutant> OfForm(BoundRule rule, BoundForm form, int place)
    {
        var written = form.Definition;
        yield return OnForm("better", form.LowerIsBetter ? "lower" : "higher", form.LowerIsBetter ? "higher" : "lower", f => f with { Definition = f.Definition with { LowerIsBetter = !f.LowerIsBetter } });

        // From a baseline of nothing upward the two methods are one.
        if (form.Steps.Count == 0 && (form.LowerIsBetter || form.Baseline is not BoundConstant { Value: NumberValue { Number: 0 } }))
        {
            var other = form.Method == BetweenMethod.Range ? BetweenMethod.Ratio : BetweenMethod.Range;
            yield return OnForm("between", RuleReader.Methods[(int)form.Method], RuleReader.Methods[(int)other], f => f.Method == form.Method ? f with { Method = other } : null);
        }

        for (var s = 0; s < form.Steps.Count; s++)
        {
            var step = s;
            var earns = form.Steps[s].Earns;
            var less = earns == 0 ? 0.1m : earns * 0.9m;
            yield return OnForm($"steps.{s}.earns", Scalars.Number(earns), Scalars.Number(less), f => step < f.Steps.Count ? RulePart.WithStep(f, step, f.Steps[step] with { Earns = less }) : null);
            if (earns > 0 && form.Steps.Count > 1)
            {
                yield return OnForm($"steps.{s}", form.Steps[s].At.Text, "—", f => step < f.Steps.Count ? RulePart.WithStep(f, step, null) : null);
            }
        }

        Mutant OnForm(string what, string from, string to, Func<BoundForm, BoundForm?> change) => Mutant(
            rule, $"{RulePart.FormName(place)}.{what}", written.Span, from, to, r => r.Forms.ElementAtOrDefault(place) is { } same && change(same) is { } changed ? RulePart.WithForm(r, place, changed) : null);
    }

    private static Mutant Mutant(BoundRule rule, string place, SourceSpan span, string from, string to, Func<BoundRule, BoundRule?> change) => new(
        rule.Definition.Id, place, span, new LocalizedText($"“{from}” 改为 “{to}”", $"'{from}' became '{to}'"), (program, _) => program.WithRule(rule.Definition.Id, change));

    private static Mutant Written(BoundRule rule, string place, SourceSpan span, string from, string to, Func<RuleDefinition, RuleDefinition> change) =>
        Mutant(rule, place, span, from, to, r => r with { Definition = change(r.Definition) });

    /// <summary>A label is counted over the whole pack, so the pack's list of rules has to say it too.</summary>
    private static Mutant Label(BoundRule rule, string place, Provenance source, SourceSpan span, Func<RuleDefinition, Provenance, RuleDefinition> change)
    {
        var other = PackMutants.Relabelled(source);
        return new Mutant(rule.Definition.Id, $"{place}.label", span, PackMutants.Turn(Provenance.Spell(source.Label), Provenance.Spell(other.Label)), (program, _) =>
            program.With(pack: program.Pack with { Rules = [.. program.Pack.Rules.Select(d => d.Id == rule.Definition.Id ? change(d, other) : d)] }));
    }

    private static string Word(RuleKind kind) => Verdicts.VerdictJson.Spell((FindingKind)kind);
}
