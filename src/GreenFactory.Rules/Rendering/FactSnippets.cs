using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Rendering;

/// <summary>Every fact as a snippet of an editor: its path completes itself in conditions and measures, where no schema can help.</summary>
internal static class FactSnippets
{
    /// <summary>A VS Code snippet file; lines end with \n.</summary>
    public static string Write(FactVocabulary vocabulary)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, VerdictJson.Options))
        {
            writer.WriteStartObject();
            foreach (var fact in vocabulary.Facts.OrderBy(f => f.Path, StringComparer.Ordinal))
            {
                var unit = fact.Unit.Symbol.Length > 0 && fact.Kind == FactKind.Quantity ? $" [{fact.Unit.Symbol}]" : string.Empty;
                writer.WriteStartObject(fact.Path);
                writer.WriteString("scope", "yaml");
                writer.WriteString("prefix", fact.Path);
                writer.WriteString("body", fact.Path);
                writer.WriteString("description", $"{fact.Name.Zh} / {fact.Name.En}{unit}");
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
