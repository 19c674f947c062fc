using System.Text.Json;
using GreenFactory.Rules.Cases;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Results of cases for scripts.</summary>
internal static class TestJson
{
    public static string Write(CaseSuiteResult result) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.test/v1");
        writer.WriteNumber("passed", result.Passed);
        writer.WriteNumber("failed", result.Failed);
        writer.WriteStartArray("cases");
        foreach (var (file, one) in result.Files.SelectMany(f => f.Cases.Select(c => (f, c))))
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Case.Name);
            writer.WriteString("pack", file.Pack);
            writer.WriteString("rule", one.Case.Rule?.Text);
            writer.WriteString("file", one.File);
            writer.WriteNumber("line", one.Case.Span.Line);
            Outcome(writer, one.Passed, one.Lines, one.Diagnostics);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("variants");
        foreach (var fixture in result.Fixtures)
        {
            writer.WriteStartObject();
            writer.WriteString("folder", fixture.Folder);
            writer.WriteString("pack", fixture.Pack);
            Outcome(writer, fixture.Passed, fixture.Lines, fixture.Diagnostics);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void Outcome(Utf8JsonWriter writer, bool passed, IReadOnlyList<CaseLine> lines, IReadOnlyList<Diagnostic> diagnostics)
    {
        writer.WriteBoolean("passed", passed);
        writer.WriteStartArray("lines");
        foreach (var line in lines)
        {
            writer.WriteStartObject();
            writer.WriteString("what", line.What);
            writer.WriteString("expected", line.Expected);
            writer.WriteString("got", line.Actual);
            writer.WriteBoolean("same", line.Same);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStringValue(diagnostic.Code.Id);
        }

        writer.WriteEndArray();
    }
}
