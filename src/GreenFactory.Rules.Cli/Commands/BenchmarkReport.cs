using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>A survey of the benchmark library as text, Markdown or JSON.</summary>
internal sealed class BenchmarkReport(string industry, string industryName, string? product, string? region, DateOnly day, IReadOnlyList<SurveyedRow> rows, LocalizedText? hint, Speech speech)
{
    /// <summary>A published row applies, one for the product where a product was asked for; illustrative rows are listed, but they answer nothing.</summary>
    public bool SomethingApplies => Applying.Exists(r => r.Row.Set.Kind != BenchmarkSet.Illustrative && (product is null || r.Row.Product is not null));

    /// <summary>Something that is not known could make a row apply.</summary>
    public bool IsOpen => Undecided.Count > 0;

    private List<SurveyedRow> Applying { get; } = [.. rows.Where(r => r.Standing == BenchmarkStanding.Applies)];

    private List<SurveyedRow> Undecided { get; } = [.. rows.Where(r => r.Standing is BenchmarkStanding.Open or BenchmarkStanding.EarlierNotHeld)];

    private List<SurveyedRow> Leaving { get; } = [.. rows.Where(r => r.Standing > BenchmarkStanding.EarlierNotHeld)];

    private IEnumerable<(LocalizedText Title, IReadOnlyList<SurveyedRow> Rows)> Sections =>
        [(BenchmarkPhrases.Applying, Applying), (BenchmarkPhrases.Undecided, Undecided), (BenchmarkPhrases.NotApplying, Leaving)];

    public string Text(int width)
    {
        var page = new TextPage(width);
        page.Hang(string.Empty, Head);
        if (hint is not null)
        {
            page.Hang(string.Empty, hint.In(speech.Language));
        }

        if (!SomethingApplies)
        {
            page.Line(speech.Say(BenchmarkPhrases.None));
        }

        foreach (var (title, section) in Sections.Where(s => s.Rows.Count > 0))
        {
            page.Heading(speech.Say(title) + speech.Say(CommandPhrases.RequiredCount, Wording.Count(section.Count)));
            foreach (var document in section.GroupBy(r => (r.Row.Set.Id, Reason(r))))
            {
                var set = document.First().Row.Set;
                page.Hang("  ", $"{set.DocumentNumber}  {set.DocumentTitle.In(speech.Language)}{speech.Say(Phrases.Parenthesis, document.Key.Item2)}");
                foreach (var note in ReferenceEquals(section, Leaving) ? [] : set.Notes)
                {
                    page.Hang("    · ", note.In(speech.Language));
                }

                foreach (var row in document.Select(r => r.Row))
                {
                    page.Hang("    ", $"{Subject(row)}  {Values(row)}{speech.Say(Phrases.Parenthesis, string.Join(", ", Origin(row)))}");
                    foreach (var correction in row.Corrections)
                    {
                        page.Hang("      ", $"{speech.Say(BenchmarkPhrases.Correction)}: {correction.In(speech.Language)}");
                    }
                }
            }
        }

        return page.ToString();
    }

    public string Markdown()
    {
        var text = new StringBuilder("# ").Append(Printable.Markdown(Head)).Append("\n\n");
        if (hint is not null)
        {
            text.Append(Printable.Markdown(hint.In(speech.Language))).Append("\n\n");
        }

        if (!SomethingApplies)
        {
            text.Append(Printable.Markdown(speech.Say(BenchmarkPhrases.None))).Append("\n\n");
        }

        string[] head = [.. new[] { BenchmarkPhrases.Document, CommandPhrases.Name, BenchmarkPhrases.Values, BenchmarkPhrases.Table, BenchmarkPhrases.Label, BenchmarkPhrases.Reason }.Select(p => speech.Say(p))];
        foreach (var (title, section) in Sections.Where(s => s.Rows.Count > 0))
        {
            text.Append("## ").Append(speech.Say(title)).Append("\n\n");
            VerdictMarkdown.Table(text, head, section.Select(r => new[]
            {
                Printable.Markdown(r.Row.Set.DocumentNumber),
                Printable.Markdown(Subject(r.Row)),
                Printable.Markdown(Values(r.Row)),
                Printable.Markdown(r.Row.Table ?? string.Empty),
                speech.Say(Phrases.Labels[(int)r.Row.Source.Label]),
                Printable.Markdown(Reason(r)),
            }));
        }

        return text.ToString();
    }

    public string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.benchmark-survey/v1");
        writer.WriteString("industry", industry);
        writer.WriteString("industryName", industryName);
        writer.WriteString("product", product);
        writer.WriteString("region", region);
        writer.WriteString("asOf", Scalars.Date(day));
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            Write(writer, row);
        }

        writer.WriteEndArray();
    });

    private string Head => speech.Say(BenchmarkPhrases.Head, industry, industryName, Scalars.Date(day)) + (product is null ? string.Empty : $", {product}") + (region is null ? string.Empty : $", {region}");

    private string Subject(BenchmarkRow row)
    {
        var name = row.Product is null ? speech.Say(BenchmarkPhrases.AnyProduct) : row.ProductName is null ? row.Product : $"{row.ProductName}{speech.Say(Phrases.Parenthesis, row.Product)}";
        return $"{name}  {(row.Indicator ?? row.Series.Name).In(speech.Language)}";
    }

    /// <summary>Columns in the order of the series, as the document prints them.</summary>
    private string Values(BenchmarkRow row)
    {
        var unit = row.PrintedUnit.Symbol == "1" ? string.Empty : " " + row.PrintedUnit.Symbol;
        var values = row.Series.Columns.Where(row.PrintedValues.ContainsKey).Select(c => $"{Phrases.Names[c].In(speech.Language)} {(row.PrintedValues[c] is { } value ? Scalars.Number(value) : speech.Say(BenchmarkPhrases.NoValue))}");
        return string.Join(", ", values) + unit + (row.IsOutOfOrder ? speech.Say(Phrases.Semicolon) + speech.Say(BenchmarkPhrases.AsPrinted) : string.Empty);
    }

    private IEnumerable<string> Origin(BenchmarkRow row)
    {
        if (row.Table is not null)
        {
            yield return row.Table;
        }

        yield return speech.Say(Phrases.Labels[(int)row.Source.Label]);
        yield return $"{row.Set.Id}/{row.Id}";
    }

    private string Reason(SurveyedRow row) => speech.Say(BenchmarkPhrases.Reasons[row.Standing], row.Standing switch
    {
        BenchmarkStanding.NotYetInForce => [Scalars.Date(row.Row.From)],
        BenchmarkStanding.EarlierNotHeld => [Scalars.Date(row.Row.From), row.Row.Set.Replaces.Count == 0 ? string.Empty : speech.Say(Phrases.Parenthesis, string.Join(", ", row.Row.Set.Replaces))],
        BenchmarkStanding.NoLongerInForce => [Scalars.Date(row.Row.Until!.Value)],
        BenchmarkStanding.OtherRegion => [row.Row.Region],
        BenchmarkStanding.Outdone => [$"{row.By!.Set.Id}/{row.By.Id}"],
        _ => Array.Empty<object?>(),
    });

    private void Write(Utf8JsonWriter writer, SurveyedRow surveyed)
    {
        var row = surveyed.Row;
        writer.WriteStartObject();
        writer.WriteString("standing", Kebab(surveyed.Standing.ToString()));
        writer.WriteString("reason", Reason(surveyed));
        writer.WriteString("set", row.Set.Id);
        writer.WriteString("row", row.Id);
        writer.WriteString("document", row.Set.DocumentNumber);
        CommandJson.Localized(writer, "documentTitle", row.Set.DocumentTitle);
        writer.WriteString("kind", row.Set.Kind);
        writer.WriteString("table", row.Table);
        writer.WriteString("series", row.Series.Id);
        CommandJson.Localized(writer, "indicator", row.Indicator ?? row.Series.Name);
        writer.WriteString("product", row.Product);
        writer.WriteString("productName", row.ProductName);
        writer.WriteString("region", row.Region);
        writer.WriteString("unit", row.PrintedUnit.Symbol);
        writer.WriteStartObject("values");
        foreach (var column in row.Series.Columns.Where(row.PrintedValues.ContainsKey))
        {
            writer.WritePropertyName(column);
            writer.WriteRawValue(row.PrintedValues[column] is { } value ? Scalars.Number(value) : "null");
        }

        writer.WriteEndObject();
        writer.WriteBoolean("outOfOrder", row.IsOutOfOrder);
        writer.WriteStartObject("inForce");
        writer.WriteString("from", Scalars.Date(row.From));
        writer.WriteString("until", row.Until is { } until ? Scalars.Date(until) : null);
        writer.WriteEndObject();
        writer.WriteString("label", Provenance.Spell(row.Source.Label));
        writer.WriteString("citation", row.Source.Citation);
        writer.WriteEndObject();
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? string.Empty : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
