using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Cli;

/// <summary>Diagnostics for people, one a line, or for scripts as one JSON document.</summary>
internal static class DiagnosticReport
{
    public const string Schema = "greenfactory.diagnostics/v1";

    /// <summary>True when the command line asks for JSON; looked for in the words themselves, because a command line with faults has no values.</summary>
    public static bool IsJson(IEnumerable<string> words)
    {
        var previous = string.Empty;
        foreach (var word in words)
        {
            if (word is SharedOptions.FormatName + "=json" or SharedOptions.FormatName + ":json" || (previous == SharedOptions.FormatName && word == "json"))
            {
                return true;
            }

            previous = word;
        }

        return false;
    }

    public static void Write(TextWriter error, IReadOnlyList<Diagnostic> diagnostics, Language language, bool asJson)
    {
        if (asJson)
        {
            error.Write(Json(diagnostics));
            return;
        }

        foreach (var diagnostic in diagnostics)
        {
            error.Write(diagnostic.Render(language) + "\n");
        }
    }

    private static string Json(IReadOnlyList<Diagnostic> diagnostics) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", Schema);
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code.Id);
            writer.WriteString("severity", diagnostic.Code.Severity == DiagnosticSeverity.Error ? "error" : "warning");
            writer.WriteString("file", diagnostic.Span.File);
            writer.WriteNumber("line", diagnostic.Span.Line);
            writer.WriteNumber("column", diagnostic.Span.Column);
            CommandJson.Localized(writer, "message", diagnostic.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
