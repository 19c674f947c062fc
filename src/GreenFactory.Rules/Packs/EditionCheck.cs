using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Packs;

/// <summary>Holds packs against each other: who replaces whom, and which edition is in force.</summary>
internal static class EditionCheck
{
    private const string Supersedes = "supersedes";
    private const string SupersededBy = "superseded-by";

    public static void Run(IReadOnlyList<PackDefinition> packs, DiagnosticBag bag)
    {
        var byId = packs.ToDictionary(p => p.Id.ToString(), StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            var id = pack.Id.ToString();
            PointsBack(id, Supersedes, pack.Supersedes, pack.SupersessionSpans.Supersedes, SupersededBy, other => other.SupersededBy);
            PointsBack(id, SupersededBy, pack.SupersededBy, pack.SupersessionSpans.SupersededBy, Supersedes, other => other.Supersedes);
        }

        foreach (var editions in packs.GroupBy(p => p.Id.Slug, StringComparer.Ordinal))
        {
            var inOrder = editions.OrderBy(p => p.InForceFrom).ThenBy(p => p.Id.Edition, StringComparer.Ordinal).ToList();
            foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)).Where(p => p.First.InForceUntil is not { } until || until > p.Second.InForceFrom))
            {
                bag.Add(DiagnosticCodes.EditionsOverlap, later.Span, earlier.Id, later.Id);
            }
        }

        // A pack that nobody has encoded yet may be named; one that is here has to agree.
        void PointsBack(string id, string key, string? named, SourceSpan? span, string backKey, Func<PackDefinition, string?> back)
        {
            if (named is not null && byId.TryGetValue(named, out var other) && (back(other) != id || named == id))
            {
                bag.Add(DiagnosticCodes.SupersessionOneSided, span!.Value, id, key, named, backKey);
            }
        }
    }
}
