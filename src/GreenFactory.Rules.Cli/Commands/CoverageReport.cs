using System.Globalization;
using System.Net;
using System.Text;
using GreenFactory.Rules.Coverage;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Coverage for people, as text or as one page of HTML, and for scripts.</summary>
internal static class CoverageReport
{
    private const string Style = "body{font-family:sans-serif;max-width:70em;margin:2em auto}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2em .6em;border-bottom:1px solid #ddd}.no{background:#fdecea}";

    public static string Text(IReadOnlyList<CaseCoverage> packs, Speech speech, int width)
    {
        var page = new TextPage(width);
        foreach (var pack in packs)
        {
            page.Heading(Head(pack, speech));
            foreach (var rule in pack.Open.GroupBy(g => g.Rule))
            {
                page.Hang("  " + (rule.Key ?? speech.Say(TestPhrases.WholePack)) + "  ", string.Join(speech.Say(TestPhrases.Between), rule.Select(g => g.What.In(speech.Language))));
            }
        }

        return page.ToString();
    }

    public static string Html(IReadOnlyList<CaseCoverage> packs, Speech speech)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{(speech.Language == Language.English ? "en" : "zh")}\">\n<meta charset=\"utf-8\">\n<title>{Safe(speech.Say(TestPhrases.CoverageTitle))}</title>\n<style>{Style}</style>\n");
        foreach (var pack in packs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(Head(pack, speech))}</h2>\n<table>\n");
            foreach (var goal in pack.Goals)
            {
                var by = pack.Covered.GetValueOrDefault(goal.Key);
                html.Append(CultureInfo.InvariantCulture, $"<tr{(by is null ? " class=\"no\"" : string.Empty)} id=\"{Safe($"{pack.Pack}/{goal.Key}")}\"><td>{(by is null ? "✗" : "✓")}<td>{Safe(goal.Rule ?? speech.Say(TestPhrases.WholePack))}<td>{Safe(goal.What.In(speech.Language))}<td>{Safe(by ?? string.Empty)}</tr>\n");
            }

            html.Append("</table>\n");
        }

        return html.Append("</html>\n").ToString();
    }

    public static string Json(IReadOnlyList<CaseCoverage> packs) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.coverage/v1");
        writer.WriteStartArray("packs");
        foreach (var pack in packs)
        {
            writer.WriteStartObject();
            writer.WriteString("pack", pack.Pack);
            writer.WriteNumber("covered", pack.Count);
            writer.WriteNumber("goals", pack.Goals.Count);
            writer.WriteNumber("percent", pack.Percent);
            writer.WriteStartArray("items");
            foreach (var goal in pack.Goals)
            {
                writer.WriteStartObject();
                writer.WriteString("key", goal.Key);
                writer.WriteString("kind", KindName(goal.Kind));
                writer.WriteString("rule", goal.Rule);
                CommandJson.Localized(writer, "what", goal.What);
                writer.WriteString("case", pack.Covered.GetValueOrDefault(goal.Key));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string Head(CaseCoverage pack, Speech speech) => speech.Say(
        TestPhrases.CoverageHead,
        pack.Pack,
        pack.Count.ToString(CultureInfo.InvariantCulture),
        pack.Goals.Count.ToString(CultureInfo.InvariantCulture),
        Scalars.Number(pack.Percent));

    private static string KindName(CoverageKind kind) => kind switch
    {
        CoverageKind.Gate => "gate",
        CoverageKind.Form => "form",
        CoverageKind.Decisive => "decisive",
        CoverageKind.Band => "band",
        CoverageKind.Tier => "tier",
        _ => "status",
    };

    private static string Safe(string text) => WebUtility.HtmlEncode(Printable.Line(text));
}
