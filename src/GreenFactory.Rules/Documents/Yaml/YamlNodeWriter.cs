using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GreenFactory.Rules.Documents.Yaml;

/// <summary>
/// Writes nodes as YAML that reads back as the same nodes: block style, short maps and lists on one line. The same nodes give the
/// same bytes.
/// </summary>
internal static class YamlNodeWriter
{
    private const int Longest = 160;

    /// <summary>Starts of a plain scalar that mean something else to YAML.</summary>
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    private static readonly SearchValues<char> FlowEnds = SearchValues.Create(",[]{}:#");

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(MapNode map)
    {
        var text = new StringBuilder();
        Entries(map, 0, text);
        return text.ToString();
    }

    private static void Entries(MapNode map, int indent, StringBuilder text)
    {
        foreach (var (entry, i) in map.Entries.Select((e, i) => (e, i)))
        {
            // The first key of a list item stands behind its dash.
            if (i > 0 || text.Length == 0 || text[^1] == '\n')
            {
                text.Append(' ', indent);
            }

            text.Append(Scalar(entry.Key, inFlow: false)).Append(':');
            Value(entry.Value, indent, text);
        }
    }

    private static void Value(Node node, int indent, StringBuilder text)
    {
        if (OneLine(node, inFlow: false) is { } line && (node is ScalarNode || indent + line.Length <= Longest))
        {
            text.Append(' ').Append(line).Append('\n');
            return;
        }

        text.Append('\n');
        if (node is MapNode map)
        {
            Entries(map, indent + 2, text);
            return;
        }

        foreach (var item in ((ListNode)node).Items)
        {
            text.Append(' ', indent + 2).Append("- ");
            if (item is MapNode { Entries.Count: > 0 } inner && (OneLine(inner, inFlow: false) is not { } whole || indent + whole.Length > Longest))
            {
                Entries(inner, indent + 4, text);
            }
            else
            {
                text.Append(OneLine(item, inFlow: false) ?? throw new InvalidOperationException("lists do not stand in lists")).Append('\n');
            }
        }
    }

    /// <summary>The node on one line; null where a list of maps would have to.</summary>
    private static string? OneLine(Node node, bool inFlow) => node switch
    {
        ScalarNode scalar => Scalar(scalar, inFlow),
        MapNode { Entries.Count: 0 } => "{}",
        MapNode map => Joined(map.Entries.Select(e => OneLine(e.Value, inFlow: true) is { } value ? $"{Scalar(e.Key, inFlow: true)}: {value}" : null), "{ ", " }"),
        ListNode { Items: var items } when items.All(i => i is not MapNode) => Joined(items.Select(i => OneLine(i, inFlow: true)), "[", "]"),
        _ => null,
    };

    private static string? Joined(IEnumerable<string?> parts, string open, string close)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : open + string.Join(", ", all) + close;
    }

    private static string Scalar(ScalarNode node, bool inFlow) =>
        node.IsNull ? "null" : node.Quoted || !IsPlain(node.Text, inFlow) ? JsonSerializer.Serialize(node.Text, Readable) : node.Text;

    private static bool IsPlain(string text, bool inFlow) =>
        text.Length > 0
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && (!Indicators.Contains(text[0], StringComparison.Ordinal) || IsNegative(text))
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.Any(char.IsControl)
        && (!inFlow || !text.AsSpan().ContainsAny(FlowEnds));

    private static bool IsNegative(string text) => text.Length > 1 && text[0] == '-' && char.IsAsciiDigit(text[1]);
}
