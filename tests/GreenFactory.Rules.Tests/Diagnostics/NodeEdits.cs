using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>Copies of documents with one place changed; everything else is shared with the original.</summary>
internal static class NodeEdits
{
    /// <summary>A node and the way to the whole document with another node in its place.</summary>
    public sealed record Place(string Path, Node Node, Func<Node, Node> Put);

    /// <summary>The document and every node below it.</summary>
    public static IEnumerable<Place> Places(Node root) => Below(new Place(string.Empty, root, n => n));

    /// <summary>
    /// The same places, each in a document whose lists at the top hold one item only: reading a file of hundreds of items
    /// hundreds of times would take minutes, and an item is read alike whether or not it has neighbours.
    /// </summary>
    public static IEnumerable<Place> PlacesItemByItem(MapNode root)
    {
        var shortened = new MapNode([.. root.Entries.Select(e => e.Value is ListNode { Items.Count: > 1 } list ? e with { Value = new ListNode([list.Items[0]], list.Span) } : e)], root.Span);
        foreach (var place in Places(shortened))
        {
            yield return place;
        }

        for (var i = 0; i < root.Entries.Count; i++)
        {
            var index = i;
            var entry = root.Entries[i];
            foreach (var item in ((entry.Value as ListNode)?.Items ?? []).Skip(1))
            {
                var place = new Place($".{entry.Key.Text}[]", item, n => new MapNode(Replaced(shortened.Entries, index, entry with { Value = new ListNode([n], entry.Value.Span) }), root.Span));
                foreach (var below in Below(place))
                {
                    yield return below;
                }
            }
        }
    }

    /// <summary>The map with one key more, at a place of its own.</summary>
    public static MapNode With(MapNode map, string key, Node value, SourceSpan span) => new([.. map.Entries, new MapEntry(new ScalarNode(key, false, span), value)], map.Span);

    private static IEnumerable<Place> Below(Place place)
    {
        yield return place;
        if (place.Node is MapNode map)
        {
            for (var i = 0; i < map.Entries.Count; i++)
            {
                var index = i;
                var entry = map.Entries[i];
                var child = new Place($"{place.Path}.{entry.Key.Text}", entry.Value, n => place.Put(new MapNode(Replaced(map.Entries, index, entry with { Value = n }), map.Span)));
                foreach (var below in Below(child))
                {
                    yield return below;
                }
            }
        }
        else if (place.Node is ListNode list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                var index = i;
                var child = new Place($"{place.Path}[{i}]", list.Items[i], n => place.Put(new ListNode(Replaced(list.Items, index, n), list.Span)));
                foreach (var below in Below(child))
                {
                    yield return below;
                }
            }
        }
    }

    private static T[] Replaced<T>(IReadOnlyList<T> items, int index, T item)
    {
        var copy = items.ToArray();
        copy[index] = item;
        return copy;
    }
}
