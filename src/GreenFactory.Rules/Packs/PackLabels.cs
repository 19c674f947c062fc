using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>Counts a pack's values by label.</summary>
internal static class PackLabels
{
    public static IEnumerable<Provenance> All(PackDefinition pack)
    {
        foreach (var rule in pack.Rules)
        {
            yield return rule.Source;
            if (rule.Points is not null)
            {
                yield return rule.Points.Source;
            }

            foreach (var source in rule.Forms.SelectMany(f => new[] { f.Leading?.Source, f.Baseline?.Source }.OfType<Provenance>().Concat(f.Steps.Select(s => s.Source))))
            {
                yield return source;
            }
        }

        foreach (var source in pack.Groups.Select(g => g.Weight?.Source).Concat(pack.Parameters.Select(p => p.Source)).Append(pack.Rounding?.Source).Append(pack.PolicySource).Append(pack.BetweenSource).OfType<Provenance>())
        {
            yield return source;
        }
    }

    public static decimal SourcedShare(PackDefinition pack)
    {
        var labels = All(pack).Select(p => p.Label).ToList();
        return labels.Count == 0 ? 1 : Math.Round((decimal)labels.Count(l => l == ProvenanceLabel.Seen) / labels.Count, 4);
    }

    /// <summary>How many values carry each label, in the order of the enumeration; labels that no value carries are left out.</summary>
    public static IReadOnlyList<(ProvenanceLabel Label, int Count)> Counts(PackDefinition pack) =>
        [.. All(pack).GroupBy(p => p.Label).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
}
