using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Follows every certain point to the labels of what it rests on.</summary>
internal static class AssuranceBuilder
{
    public static Assurance Build(VerdictContext context, IReadOnlyList<Finding> findings)
    {
        var pack = context.Program.Pack;
        var assumptions = new List<Assumption>();
        foreach (var (what, source) in PackWide(context))
        {
            if (source.Label != ProvenanceLabel.Seen)
            {
                assumptions.Add(new Assumption { What = what, Label = source.Label });
            }
        }

        decimal sourced = 0;
        decimal assumed = 0;
        for (var i = 0; i < findings.Count; i++)
        {
            var own = OfRule(context, i, findings[i]).ToList();
            assumptions.AddRange(own);
            var points = findings[i].Points.Lower * context.TotalPerPoint(i);
            if (own.Count == 0)
            {
                sourced += points;
            }
            else
            {
                assumed += points;
            }
        }

        // What a renormalised total adds is spread as the points are, so that the two parts add up to the score.
        var certain = context.Card.Total.Lower;
        var scale = sourced + assumed;
        var sourcedShare = scale == 0 ? 0 : pack.Rounding!.Apply(certain * sourced / scale);
        return new Assurance
        {
            SourcedPoints = sourcedShare,
            AssumedPoints = certain - sourcedShare,
            Assumptions = assumptions,
        };
    }

    private static IEnumerable<(string What, Provenance Source)> PackWide(VerdictContext context)
    {
        var pack = context.Program.Pack;
        if (pack.Conclusion is { PassMark: { } mark } && context.Program.Parameters.TryGetValue(mark.Text["parameter.".Length..], out var parameter))
        {
            yield return ($"{mark.Text} = {parameter.Value.Show()}", parameter.Source!);
        }

        foreach (var tier in context.Program.Tiers.Where(t => t.HasCutOff))
        {
            yield return ($"tier {tier.Definition.Id}", tier.CutOffSource);
        }

        yield return ("rounding", pack.Rounding!.Source);
        if (pack.PolicySource is not null)
        {
            yield return ("not-applicable", pack.PolicySource);
        }

        if (pack.BetweenSource is not null)
        {
            yield return ("between", pack.BetweenSource);
        }

        foreach (var group in pack.Groups.Where(g => g.Weight is { Value: > 0 }))
        {
            yield return ($"weight {group.Id}", group.Weight!.Source);
        }
    }

    private static IEnumerable<Assumption> OfRule(VerdictContext context, int index, Finding finding)
    {
        var rule = context.Program.Rules[index].Definition;
        var used = new List<(string What, Provenance Source)> { ("content", rule.Source) };
        if (rule.Points is not null)
        {
            used.Add(("points", rule.Points.Source));
        }

        Collect(finding.Explanation, used);
        return used
            .Where(u => u.Source.Label != ProvenanceLabel.Seen)
            .DistinctBy(u => u.What)
            .Select(u => new Assumption { Rule = rule.Id, What = u.What, Label = u.Source.Label });
    }

    private static void Collect(ExplanationStep step, List<(string What, Provenance Source)> used)
    {
        if (step.Source is not null && step.Operation is not ("points" or "not-applicable" or "form"))
        {
            var what = step.Origin == ValueOrigin.Benchmark && step.Note is not null ? $"{step.Expression} ({step.Note})" : step.Operation == "met" ? "condition" : step.Expression;
            used.Add((what, step.Source));
        }

        foreach (var operand in step.Operands.Where(o => IsRestedOn(o, step)))
        {
            Collect(operand, used);
        }
    }

    /// <summary>A term that does not apply rests on why it does not, not on the coefficient it would have had.</summary>
    private static bool IsRestedOn(ExplanationStep operand, ExplanationStep step) =>
        step.Value != "not-applicable" || step.Origin != ValueOrigin.Computed || operand.Value == "not-applicable";
}
