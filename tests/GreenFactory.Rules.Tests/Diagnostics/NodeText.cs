using System.Buffers;
using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>Writes nodes as YAML in flow style, quoted where they were quoted.</summary>
internal static class NodeText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}#:&*!|>'\"%@`\n");

    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.Append('\n').ToString();
    }

    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case MapNode map:
                text.Append("{ ");
                foreach (var entry in map.Entries)
                {
                    text.Append(Quoted(entry.Key.Text)).Append(": ");
                    Write(entry.Value, text);
                    text.Append(", ");
                }

                text.Append('}');
                break;
            case ListNode list:
                text.Append("[ ");
                foreach (var item in list.Items)
                {
                    Write(item, text);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case ScalarNode scalar:
                text.Append(scalar.Quoted || scalar.Text.AsSpan().ContainsAny(Special) ? Quoted(scalar.Text) : scalar.Text);
                break;
        }
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
