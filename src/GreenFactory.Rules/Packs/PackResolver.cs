using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Packs;

/// <summary>Follows <c>extends</c> until every rule is in one definition.</summary>
internal sealed class PackResolver(Func<PackId, PackDefinition?> find, IEnumerable<string> known, DiagnosticBag bag)
{
    public PackDefinition Resolve(PackDefinition pack)
    {
        var layers = new Stack<PackDefinition>([pack]);
        var seen = new HashSet<PackId> { pack.Id };
        while (layers.Peek().Extends is { } extends)
        {
            if (!PackId.TryParse(extends.Text, out var baseId) || find(baseId) is not { } definition)
            {
                bag.Add(DiagnosticCodes.UnknownReference, extends.Span, ReferenceKinds.Pack, extends.Text, NearestName.Hint(extends.Text, known));
                break;
            }

            if (!seen.Add(baseId))
            {
                bag.Add(DiagnosticCodes.ExtendsCycle, extends.Span, string.Join(" → ", layers.Reverse().Select(l => l.Id).Append(baseId)));
                break;
            }

            layers.Push(definition);
        }

        // What a base that cannot be found would bring is missing from every sum.
        var lowest = layers.Pop();
        return layers.Aggregate(lowest.Extends is null ? lowest : lowest with { HasGaps = true }, Merge);
    }

    private PackDefinition Merge(PackDefinition lower, PackDefinition upper)
    {
        var rules = lower.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var name in upper.Deselected.Where(d => !rules.Contains(d.Text) && !lower.HasGaps))
        {
            bag.Add(DiagnosticCodes.UnknownReference, name.Span, ReferenceKinds.Rule, name.Text, NearestName.Hint(name.Text, rules));
        }

        var deselected = upper.Deselected.Select(d => d.Text).ToHashSet(StringComparer.Ordinal);
        return upper with
        {
            Rules = [.. lower.Rules.Where(r => !deselected.Contains(r.Id)), .. upper.Rules],
            Groups = Replaced(lower.Groups, upper.Groups, g => g.Id),
            Parameters = Replaced(lower.Parameters, upper.Parameters, p => p.Id),
            Clauses = Replaced(lower.Clauses, upper.Clauses, c => c.Clause),
            Documents = Replaced(lower.Documents, upper.Documents, d => d.Id),
            Rounding = upper.Rounding ?? lower.Rounding,
            Policy = upper.Policy ?? lower.Policy,
            PolicySource = upper.PolicySource ?? lower.PolicySource,
            Between = upper.Between ?? lower.Between,
            BetweenSource = upper.BetweenSource ?? lower.BetweenSource,
            Full = upper.Full ?? lower.Full,
            Conclusion = upper.Conclusion ?? lower.Conclusion,
            Tiers = upper.Tiers.Count > 0 ? upper.Tiers : lower.Tiers,
            Overlays = [.. lower.Overlays, .. upper.Overlays],
            Files = [.. lower.Files, .. upper.Files],
            HasGaps = lower.HasGaps || upper.HasGaps,
        };
    }

    /// <summary>What the upper pack declares anew takes the place of the lower's.</summary>
    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> lower, IReadOnlyList<T> upper, Func<T, string> key)
    {
        var keys = upper.Select(key).ToHashSet(StringComparer.Ordinal);
        return [.. lower.Where(l => !keys.Contains(key(l))), .. upper];
    }
}
