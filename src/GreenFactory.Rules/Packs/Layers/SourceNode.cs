using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>The map under <c>source:</c> as a document: what <see cref="Facts.Provenance"/> does with values, done where a pack is put together.</summary>
internal static class SourceNode
{
    public const string Key = "source";

    private const string Document = "document";
    private const string Clause = "clause";

    /// <summary>The source of a part: what it leaves out comes from the source around it.</summary>
    public static MapNode? Inside(MapNode? own, MapNode? around)
    {
        if (own is null || around is null)
        {
            return own ?? around;
        }

        return new MapNode([.. own.Entries, .. around.Entries.Where(e => own.Find(e.Key.Text) is null or { IsNull: true })], own.Span);
    }

    /// <summary>The source of a value that takes the place of another: document and clause stay, unless another document is named.</summary>
    public static MapNode? Over(MapNode? changed, MapNode? replaced)
    {
        if (changed is null || replaced is null)
        {
            return changed;
        }

        var document = changed.Scalar(Document);
        if (document is not null && document.Text != replaced.Scalar(Document)?.Text)
        {
            return changed;
        }

        var result = replaced.Scalar(Document) is { } stays ? changed.With(Document, stays) : changed;
        return changed.Scalar(Clause) is null && replaced.Scalar(Clause) is { } clause ? result.With(Clause, clause) : result;
    }

    /// <summary>The item with its whole source written out, so that it can stand in another file.</summary>
    public static MapNode WrittenOut(MapNode item, MapNode? around) =>
        Inside(Of(item), around) is { } whole ? item.With(Key, whole) : item;

    public static MapNode? Of(MapNode item) => item.Find(Key) as MapNode;
}
