using System.Text.Json;

namespace GreenFactory.Rules.Documents.Json;

/// <summary>Writes nodes as JSON that reads back as the same nodes: plain numbers, truths and nulls stay what they are, all else is text.</summary>
internal static class JsonNodeWriter
{
    public static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key.Text);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                Scalar(writer, (ScalarNode)node);
                break;
        }
    }

    private static void Scalar(Utf8JsonWriter writer, ScalarNode scalar)
    {
        if (scalar.IsNull)
        {
            writer.WriteNullValue();
        }
        else if (scalar is { Quoted: false, Text: "true" or "false" })
        {
            writer.WriteBooleanValue(scalar.Text == "true");
        }
        else if (!scalar.Quoted && Scalars.TryDecimal(scalar.Text, out var number))
        {
            writer.WriteRawValue(Scalars.Number(number));
        }
        else
        {
            writer.WriteStringValue(scalar.Text);
        }
    }
}
