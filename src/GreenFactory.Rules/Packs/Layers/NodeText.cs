using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>A value on one line, for traces: the value of a sourced value, the words of a list.</summary>
internal static class NodeText
{
    private const string Value = "value";
    private const int Longest = 200;

    public static string? Of(Node? node)
    {
        var text = Write(node is MapNode map && map.Find(Value) is { } value && map.Entries.All(e => e.Key.Text is Value or SourceNode.Key) ? value : node);
        return text is { Length: > Longest } ? string.Concat(text.AsSpan(0, Longest - 1), "…") : text;
    }

    private static string? Write(Node? node) => node switch
    {
        null or { IsNull: true } => null,
        ScalarNode scalar => scalar.Text,
        ListNode list => $"[{string.Join(", ", list.Items.Select(Write))}]",
        MapNode map => $"{{ {string.Join(", ", map.Entries.Where(e => e.Key.Text != SourceNode.Key).Select(e => $"{e.Key.Text}: {Write(e.Value)}"))} }}",
        _ => null,
    };
}
