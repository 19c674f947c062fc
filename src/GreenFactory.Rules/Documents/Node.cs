using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>A piece of a YAML or JSON document with its place: what every reader of this library works on.</summary>
internal abstract class Node(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public bool IsNull => this is ScalarNode { Quoted: false, Text: "" or "~" or "null" };
}

internal sealed class ScalarNode(string text, bool quoted, SourceSpan span) : Node(span)
{
    public string Text { get; } = text;

    /// <summary>Quoted scalars are text; plain ones may be numbers, dates, true, false or null.</summary>
    public bool Quoted { get; } = quoted;

    /// <summary>True where the text stands in the file letter by letter, so that a place inside it can be told by counting.</summary>
    public bool IsVerbatim { get; init; } = true;
}

internal sealed class ListNode(IReadOnlyList<Node> items, SourceSpan span) : Node(span)
{
    public IReadOnlyList<Node> Items { get; } = items;
}

internal sealed record MapEntry(ScalarNode Key, Node Value);

internal sealed class MapNode(IReadOnlyList<MapEntry> entries, SourceSpan span) : Node(span)
{
    public IReadOnlyList<MapEntry> Entries { get; } = entries;

    public Node? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
