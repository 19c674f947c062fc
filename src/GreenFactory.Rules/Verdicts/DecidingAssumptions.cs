using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Verdicts;

/// <summary>
/// Of all values that were not read in their source, those the conclusion or the tier rests on: another value could turn the
/// answer. A failed gate that was read whole settles the answer whatever the rest says.
/// </summary>
internal static class DecidingAssumptions
{
    public static IReadOnlyList<Assumption> Of(VerdictContext context, Verdict verdict)
    {
        var pack = context.Program.Pack;
        var all = verdict.Assurance.Assumptions;
        var ways = Ways(context).ToList();
        if (verdict.Conclusion == Conclusion.NotMet && pack.Tiers.All(t => IsBarred(t.NeedsGates, t.NeedsMandatory)) && IsBarred(pack.Conclusion?.NeedsGates ?? false, pack.Conclusion?.NeedsMandatory ?? false))
        {
            return ways;
        }

        if (pack.Conclusion?.PassMark is not null || context.Program.Tiers.Any(t => t.HasCutOff))
        {
            return [.. ways, .. all];
        }

        var asked = Asked(context).ToHashSet(StringComparer.Ordinal);
        return [.. ways, .. all.Where(a => a.Rule is { } rule && asked.Contains(rule))];

        bool IsBarred(bool byGates, bool byMandatory) => verdict.Findings.Any(f =>
            f.Status == FindingStatus.NotMet
            && ((byGates && f.Kind == FindingKind.Gate) || (byMandatory && f.Kind == FindingKind.Mandatory))
            && all.All(a => a.Rule != f.Id));
    }

    /// <summary>That the conclusion, or a tier without a cut-off, is drawn this way at all may be an assumption of its own; a tier with one is among the assurance's.</summary>
    private static IEnumerable<Assumption> Ways(VerdictContext context)
    {
        if (context.Program.Pack.Conclusion is { Source.Label: not ProvenanceLabel.Seen } conclusion)
        {
            yield return new Assumption { What = "conclusion", Label = conclusion.Source.Label };
        }

        foreach (var tier in context.Program.Tiers.Where(t => !t.HasCutOff && t.Definition.Source.Label != ProvenanceLabel.Seen))
        {
            yield return new Assumption { What = $"conditions {tier.Definition.Id}", Label = tier.Definition.Source.Label };
        }
    }

    /// <summary>Rules that decide without points.</summary>
    private static IEnumerable<string> Asked(VerdictContext context)
    {
        var program = context.Program;
        var (gates, mandatory) = (program.Pack.Conclusion?.NeedsGates ?? false, program.Pack.Conclusion?.NeedsMandatory ?? false);
        foreach (var tier in program.Tiers)
        {
            gates |= tier.Definition.NeedsGates;
            mandatory |= tier.Definition.NeedsMandatory;
            foreach (var rule in tier.Met.Concat(tier.Direct))
            {
                yield return program.Rules[rule].Definition.Id;
            }
        }

        foreach (var rule in program.Rules.Select(r => r.Definition).Where(r => (gates && r.Kind == RuleKind.Gate) || (mandatory && r.Kind == RuleKind.Mandatory)))
        {
            yield return rule.Id;
        }
    }
}
