using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>Copies of maps with other entries. Nodes themselves never change; every part keeps the place it was written at.</summary>
internal static class NodeEditing
{
    /// <summary>The map with one entry put in the place of the entry of that key, or at the end.</summary>
    public static MapNode With(this MapNode map, ScalarNode key, Node value, SourceSpan? span = null)
    {
        var entries = map.Entries.ToList();
        var at = entries.FindIndex(e => e.Key.Text == key.Text);
        if (at < 0)
        {
            entries.Add(new MapEntry(key, value));
        }
        else
        {
            entries[at] = new MapEntry(key, value);
        }

        return new MapNode(entries, span ?? map.Span);
    }

    public static MapNode With(this MapNode map, string key, Node value) => map.With(Key(key, value.Span), value);

    public static MapNode Without(this MapNode map, params string[] keys) =>
        new([.. map.Entries.Where(e => !keys.Contains(e.Key.Text))], map.Span);

    /// <summary>The scalar under a key; null when there is none or it is something else.</summary>
    public static ScalarNode? Scalar(this MapNode map, string key) => map.Find(key) is ScalarNode { IsNull: false } scalar ? scalar : null;

    /// <summary>The items under a key; none when there is no list.</summary>
    public static IReadOnlyList<Node> Items(this MapNode map, string key) => (map.Find(key) as ListNode)?.Items ?? [];

    public static ScalarNode Key(string text, SourceSpan span) => new(text, false, span) { IsVerbatim = false };
}
