using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs;

/// <summary>Checks the tiers of a resolved pack: what they name, their order, and that bands leave no gap and do not overlap.</summary>
/// <param name="pack">The pack with bases and overlays.</param>
/// <param name="most">The largest total there can be.</param>
/// <param name="bag">Takes every fault.</param>
internal sealed class TierCheck(PackDefinition pack, decimal most, DiagnosticBag bag)
{
    private readonly HashSet<string> _rules = pack.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterDefinition> _numbers = pack.Parameters
        .Where(p => p.Kind == ParameterKind.Number)
        .DistinctBy(p => p.Id)
        .ToDictionary(p => ParameterDefinition.Prefix + p.Id, StringComparer.Ordinal);

    public void Check()
    {
        var earlier = new List<string>();
        foreach (var tier in pack.Tiers)
        {
            foreach (var name in tier.Tiers.Where(n => !earlier.Contains(n.Text)))
            {
                var later = pack.Tiers.Any(t => t.Id == name.Text);
                if (later)
                {
                    bag.Add(DiagnosticCodes.TierRequiresLater, name.Span, tier.Id, name.Text);
                }
                else
                {
                    bag.Add(DiagnosticCodes.UnknownReference, name.Span, ReferenceKinds.Tier, name.Text, NearestName.Hint(name.Text, earlier.Append(TierWords.Gates).Append(TierWords.Mandatory)));
                }
            }

            foreach (var name in tier.Met.Concat(tier.Direct).Where(n => !_rules.Contains(n.Text)))
            {
                bag.Add(DiagnosticCodes.UnknownReference, name.Span, ReferenceKinds.Rule, name.Text, NearestName.Hint(name.Text, _rules));
            }

            foreach (var score in new[] { tier.AtLeast, tier.Below }.OfType<ScalarNode>().Where(s => s.Text.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal) && !_numbers.ContainsKey(s.Text)))
            {
                bag.Add(DiagnosticCodes.UnknownReference, score.Span, ReferenceKinds.NumberParameter, score.Text, NearestName.Hint(score.Text, _numbers.Keys));
            }

            if (tier is { AtLeast: null, NeedsGates: false, NeedsMandatory: false, Tiers.Count: 0, Met.Count: 0, Direct.Count: 0 })
            {
                bag.Add(DiagnosticCodes.TierDemandsNothing, tier.Span, tier.Id);
            }

            earlier.Add(tier.Id);
        }

        Order();
        Bands();
    }

    /// <summary>Cut-offs that are set rise from tier to tier and stay within the largest total.</summary>
    private void Order()
    {
        decimal? previous = null;
        foreach (var tier in pack.Tiers)
        {
            if (Number(tier.AtLeast) is not { } least)
            {
                continue;
            }

            if (least > most || least <= previous)
            {
                bag.Add(DiagnosticCodes.TierUnreachable, tier.Span, tier.Id, Scalars.Number(least));
            }

            previous = least;
        }
    }

    /// <summary>Where a band says where it ends, the next tier with a cut-off begins there.</summary>
    private void Bands()
    {
        for (var i = 0; i < pack.Tiers.Count; i++)
        {
            var tier = pack.Tiers[i];
            if (tier.Below is not { } end || Number(end) is not { } below)
            {
                continue;
            }

            var next = pack.Tiers.Skip(i + 1).FirstOrDefault(t => t.AtLeast is not null);
            if (next is null)
            {
                if (below <= most)
                {
                    bag.Add(DiagnosticCodes.TierGap, end.Span, tier.Id, Scalars.Number(below), Scalars.Number(most));
                }
            }
            else if (Number(next.AtLeast) is { } start && start != below)
            {
                bag.Add(start > below ? DiagnosticCodes.TierGap : DiagnosticCodes.TierOverlap, end.Span, tier.Id, Scalars.Number(below), Scalars.Number(start));
            }
        }
    }

    /// <summary>The number a cut-off stands for; null while it is open or faulty.</summary>
    private decimal? Number(ScalarNode? score)
    {
        var text = score is null ? null : _numbers.TryGetValue(score.Text, out var parameter) ? parameter.Value?.Text : score.Text;
        return text is not null && Scalars.TryDecimal(text, out var number) ? number : null;
    }
}
