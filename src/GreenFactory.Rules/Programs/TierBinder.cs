using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Programs;

/// <summary>Turns the names in tiers into places. What a name does not lead to is left out: the validator has told it.</summary>
internal static class TierBinder
{
    public static IReadOnlyList<BoundTier> Bind(PackDefinition pack, IReadOnlyDictionary<string, BoundConstant> parameters)
    {
        if (pack.Tiers.Count == 0)
        {
            return [];
        }

        var rules = pack.Rules.Select((r, i) => (r.Id, i)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var tiers = new Dictionary<string, int>(StringComparer.Ordinal);
        var bound = new List<BoundTier>();
        foreach (var tier in pack.Tiers)
        {
            var parameter = ParameterOf(tier.AtLeast);
            var constant = parameter is null ? null : parameters.GetValueOrDefault(parameter[ParameterDefinition.Prefix.Length..]);
            var least = constant is not null ? (constant.Value as NumberValue)?.Number : tier.AtLeast is { } written && Scalars.TryDecimal(written.Text, out var number) ? number : (decimal?)null;
            bound.Add(new BoundTier(
                tier, tier.AtLeast is not null, least, parameter, constant?.Source ?? tier.Source, Places(tier.Tiers, tiers), Places(tier.Met, rules), Places(tier.Direct, rules)));
            tiers.TryAdd(tier.Id, tiers.Count);
        }

        return bound;
    }

    /// <summary>Parameters that tiers read, without their prefix.</summary>
    public static IEnumerable<string> Parameters(PackDefinition pack) =>
        pack.Tiers.SelectMany(t => new[] { ParameterOf(t.AtLeast), ParameterOf(t.Below) }).OfType<string>().Select(p => p[ParameterDefinition.Prefix.Length..]);

    private static string? ParameterOf(ScalarNode? score) => score is not null && score.Text.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal) ? score.Text : null;

    private static IReadOnlyList<int> Places(IReadOnlyList<ScalarNode> names, Dictionary<string, int> places) =>
        [.. names.Where(n => places.ContainsKey(n.Text)).Select(n => places[n.Text])];
}
