using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>A number or content of a pack that has to say where it is from.</summary>
internal sealed record PackValue(string Name, Provenance Source, SourceSpan Span);

/// <summary>Lists the values of a pack with their sources.</summary>
internal static class PackValues
{
    public static IEnumerable<PackValue> Of(PackDefinition pack)
    {
        foreach (var rule in pack.Rules)
        {
            yield return new PackValue(rule.Id, rule.Source, rule.Span);
            foreach (var value in OfRule(rule))
            {
                yield return value;
            }
        }

        foreach (var group in pack.Groups)
        {
            if (group.Weight is { } weight)
            {
                yield return new PackValue(group.Id, weight.Source, weight.Span);
            }
        }

        foreach (var parameter in pack.Parameters)
        {
            yield return new PackValue(parameter.Id, parameter.Source, parameter.Span);
        }

        foreach (var tier in pack.Tiers)
        {
            yield return new PackValue(tier.Id, tier.Source, tier.Span);
        }
    }

    private static IEnumerable<PackValue> OfRule(RuleDefinition rule)
    {
        if (rule.Points is { } points)
        {
            yield return new PackValue(rule.Id, points.Source, points.Span);
        }

        if (rule.Condition is { } condition)
        {
            yield return new PackValue(rule.Id, condition.Source, condition.Span);
        }

        foreach (var form in rule.Forms)
        {
            foreach (var end in new[] { form.Leading, form.Baseline }.OfType<Sourced<ExpressionText>>())
            {
                yield return new PackValue(rule.Id, end.Source, end.Span);
            }

            foreach (var step in form.Steps)
            {
                yield return new PackValue(rule.Id, step.Source, step.At.Span);
            }
        }
    }
}
