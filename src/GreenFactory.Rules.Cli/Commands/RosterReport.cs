using System.Globalization;
using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Lists of named factories and contradictions of the report as text with bars, JSON and Markdown.</summary>
internal sealed class RosterReport(Speech speech, int width)
{
    private const int LongestBar = 24;
    private static readonly bool[] Alignment = [false, false, true, true, true, true, false];
    private static readonly string[] Kinds = ["misprint", "oddity", "naming", "outside"];

    public string Text(string way, IReadOnlyList<RosterRow> rows)
    {
        var page = new TextPage(width);
        var most = Math.Max(1, rows.Max(r => r.Passed ?? 0));
        var table = Table(way, rows);
        page.Columns(string.Empty, Alignment, [.. table.Select((cells, i) => new[] { cells[0], i == 0 ? string.Empty : new string('█', (int)Math.Round(LongestBar * (rows[i - 1].Passed ?? 0) / (decimal)most)) }.Concat(cells.Skip(1)).ToArray())]);
        return page.ToString();
    }

    public string Markdown(string way, IReadOnlyList<RosterRow> rows) => MarkdownTable(Table(way, rows), way == "target" ? 3 : 4);

    public static string Json(string way, IReadOnlyList<RosterRow> rows) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.roster/v1");
        writer.WriteString("by", way);
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            CommandJson.Localized(writer, "key", row.Key);
            Whole(writer, way == "target" ? "target" : "applied", row.Applied);
            Whole(writer, "named", row.Passed);
            Whole(writer, "removed", row.Removed);
            Whole(writer, "printedTotal", row.PrintedTotal);
            if (way == "target")
            {
                writer.WriteBoolean("met", row.Passed >= row.Applied);
            }

            writer.WriteString("label", row.Label);
            writer.WriteString("source", row.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public string Text(IReadOnlyList<Contradiction> contradictions)
    {
        var page = new TextPage(width);
        foreach (var doubt in contradictions)
        {
            page.Hang($"{Kind(doubt)}  ", $"{doubt.What.In(speech.Language)}{(doubt.Region is { } code ? speech.Say(Phrases.Parenthesis, code) : string.Empty)}");
            page.Columns("  ", [false, false], [[speech.Say(CommandPhrases.RosterPrinted), doubt.Printed], [speech.Say(CommandPhrases.RosterReading), $"{doubt.Reading} [{doubt.Label}]"], [speech.Say(CommandPhrases.RosterSource), $"{doubt.Basis.In(speech.Language)} ({doubt.Source})"]]);
        }

        return page.ToString();
    }

    public string Markdown(IReadOnlyList<Contradiction> contradictions) => MarkdownTable(
        [
            [string.Empty, string.Empty, speech.Say(CommandPhrases.RosterPrinted), speech.Say(CommandPhrases.RosterReading), speech.Say(CommandPhrases.RosterSource)],
            .. contradictions.Select(d => new[] { Kind(d), d.What.In(speech.Language), d.Printed, $"{d.Reading} [{d.Label}]", $"{d.Basis.In(speech.Language)} ({d.Source})" }),
        ],
        0);

    public static string Json(IReadOnlyList<Contradiction> contradictions) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.contradictions/v1");
        writer.WriteStartArray("contradictions");
        foreach (var doubt in contradictions)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", doubt.Kind);
            writer.WriteString("region", doubt.Region);
            CommandJson.Localized(writer, "what", doubt.What);
            writer.WriteString("printed", doubt.Printed);
            writer.WriteString("reading", doubt.Reading);
            CommandJson.Localized(writer, "basis", doubt.Basis);
            writer.WriteString("label", doubt.Label);
            writer.WriteString("source", doubt.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>Heading and rows: key, applied or target, named, rate, sum and source.</summary>
    private List<string[]> Table(string way, IReadOnlyList<RosterRow> rows)
    {
        var isTarget = way == "target";
        var total = 0;
        var table = new List<string[]>
        {
            new[]
            {
                string.Empty,
                speech.Say(isTarget ? CommandPhrases.RosterTarget : CommandPhrases.RosterApplied),
                speech.Say(isTarget ? CommandPhrases.RosterHas : CommandPhrases.RosterNamed),
                speech.Say(isTarget ? CommandPhrases.RosterShare : CommandPhrases.RosterRate),
                isTarget ? string.Empty : speech.Say(way == "year" ? CommandPhrases.RosterGrowth : CommandPhrases.RosterSum),
                speech.Say(CommandPhrases.RosterSource),
            },
        };
        foreach (var row in rows)
        {
            total += (row.Passed ?? 0) - (row.Removed ?? 0);
            var sum = Number(total) + (row.Removed is { } gone ? $" (-{Number(gone)})" : string.Empty) + (row.PrintedTotal is { } printed && printed != total ? $" ≠ {Number(printed)}" : string.Empty);
            table.Add([row.Key.In(speech.Language), Number(row.Applied), Number(row.Passed), row.Rate is { } rate ? rate.ToString(CultureInfo.InvariantCulture) + " %" : string.Empty, isTarget ? row.Passed >= row.Applied ? "●" : "○" : sum, $"{row.Source} [{row.Label}]"]);
        }

        return table;
    }

    private static string MarkdownTable(List<string[]> rows, int right)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", rows[i].Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
            if (i == 0)
            {
                text.Append('|').AppendJoin('|', rows[0].Select((_, c) => c > 0 && c <= right ? "---:" : "---")).Append("|\n");
            }
        }

        return text.ToString();
    }

    private string Kind(Contradiction doubt) => Array.IndexOf(Kinds, doubt.Kind) is var place and >= 0 ? speech.Say(CommandPhrases.RosterKinds[place]) : doubt.Kind;

    private static void Whole(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
