using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Packs;

/// <summary>Follows <c>extends</c> until every rule is in one definition.</summary>
internal sealed class PackResolver(Func<PackId, PackDefinition?> find, IEnumerable<string> known, DiagnosticBag bag)
{
    public PackDefinition Resolve(PackDefinition pack) => Resolve(pack, []);

    private PackDefinition Resolve(PackDefinition pack, HashSet<PackId> below)
    {
        if (pack.Extends is null)
        {
            return pack;
        }

        below.Add(pack.Id);
        if (!PackId.TryParse(pack.Extends.Text, out var baseId) || find(baseId) is not { } definition)
        {
            bag.Add(DiagnosticCodes.UnknownReference, pack.Extends.Span, ReferenceKinds.Pack, pack.Extends.Text, NearestName.Hint(pack.Extends.Text, known));
            return pack;
        }

        if (below.Contains(baseId))
        {
            bag.Add(DiagnosticCodes.ExtendsCycle, pack.Extends.Span, string.Join(" → ", below.Append(baseId)));
            return pack;
        }

        return Merge(Resolve(definition, below), pack);
    }

    private PackDefinition Merge(PackDefinition lower, PackDefinition upper)
    {
        var deselected = upper.Deselected.Select(d => d.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var name in upper.Deselected.Where(d => lower.Rules.All(r => r.Id != d.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownReference, name.Span, ReferenceKinds.Rule, name.Text, NearestName.Hint(name.Text, lower.Rules.Select(r => r.Id)));
        }

        return upper with
        {
            Rules = [.. lower.Rules.Where(r => !deselected.Contains(r.Id)), .. upper.Rules],
            Groups = [.. lower.Groups.Where(g => upper.Groups.All(u => u.Id != g.Id)), .. upper.Groups],
            Parameters = [.. lower.Parameters.Where(p => upper.Parameters.All(u => u.Id != p.Id)), .. upper.Parameters],
            Clauses = [.. lower.Clauses.Where(c => upper.Clauses.All(u => u.Clause != c.Clause)), .. upper.Clauses],
            Documents = [.. lower.Documents.Where(d => upper.Documents.All(u => u.Id != d.Id)), .. upper.Documents],
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
        };
    }
}
