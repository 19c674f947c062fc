using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs.Crosswalks;

/// <summary>How what one edition asks for stands to what another asks for.</summary>
internal enum CrosswalkRelation
{
    /// <summary>The two ask for the same.</summary>
    Equivalent,

    /// <summary>The first asks for a part of what the second asks for.</summary>
    Subset,

    /// <summary>The first asks for more than the second.</summary>
    Superset,

    /// <summary>They share something, and each asks for something of its own.</summary>
    Intersects,

    /// <summary>Nothing on the other side.</summary>
    None,
}

/// <summary>One row: clauses of the first pack, clauses of the second, and how they stand to each other.</summary>
internal sealed record CrosswalkRow(IReadOnlyList<string> From, IReadOnlyList<string> To, CrosswalkRelation Relation, LocalizedText? Note, Provenance Source)
{
    public CrosswalkRow Turned => this with
    {
        From = To,
        To = From,
        Relation = Relation switch
        {
            CrosswalkRelation.Subset => CrosswalkRelation.Superset,
            CrosswalkRelation.Superset => CrosswalkRelation.Subset,
            var same => same,
        },
    };
}

/// <summary>
/// Which clauses of two packs answer to each other. Of either side every clause that the pack registers itself stands in a row;
/// where most have no counterpart, one sentence says why for all that are left.
/// </summary>
internal sealed record Crosswalk(PackId From, PackId To, IReadOnlyList<CrosswalkRow> Rows, LocalizedText? RestFrom, LocalizedText? RestTo, SourceSpan Span)
{
    public Crosswalk Turned => new(To, From, [.. Rows.Select(r => r.Turned)], RestTo, RestFrom, Span);

    /// <summary>Clauses of a side that no row names.</summary>
    public IReadOnlyList<ClauseEntry> Unnamed(PackDefinition pack, bool first)
    {
        var named = Rows.SelectMany(r => first ? r.From : r.To).ToHashSet(StringComparer.Ordinal);
        return [.. pack.Clauses.Where(c => !named.Contains(c.Clause))];
    }
}
