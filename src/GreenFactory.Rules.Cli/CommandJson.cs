using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cli;

/// <summary>JSON of the commands, laid out as verdicts are.</summary>
internal static class CommandJson
{
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, VerdictJson.Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    public static void Localized(Utf8JsonWriter writer, string name, LocalizedText text)
    {
        writer.WritePropertyName(name);
        Localized(writer, text);
    }

    /// <summary>A text that stands in a list.</summary>
    public static void Localized(Utf8JsonWriter writer, LocalizedText text)
    {
        writer.WriteStartObject();
        writer.WriteString("zh", text.Zh);
        writer.WriteString("en", text.En);
        writer.WriteEndObject();
    }
}
