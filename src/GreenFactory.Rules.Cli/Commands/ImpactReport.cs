using System.Globalization;
using System.Text.Json;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>The impact of one pack after another as text and JSON.</summary>
internal sealed class ImpactReport(Impact impact, RulePack from, RulePack to, int? seed)
{
    private const int MostRules = 12;
    private const int Decimals = 2;

    private static readonly string[] Conclusions = ["met", "not-met", "undetermined"];

    public string Text(Speech speech, int width)
    {
        var page = new TextPage(width);
        page.Heading($"{from.Id} {from.Version} → {to.Id} {to.Version}");
        page.Hang(string.Empty, seed is { } made ? speech.Say(ImpactPhrases.MadeUp, Count(impact.Factories), Count(made)) : speech.Say(ImpactPhrases.Real, Count(impact.Factories)));
        page.Blank();
        page.Line(speech.Say(ImpactPhrases.Conclusions));
        Matrix(page, impact.Conclusions, Conclusions, Conclusions, c => speech.Say(Phrases.Conclusions[Array.IndexOf(Conclusions, c)]));
        if (impact.Tiers.Count > 0)
        {
            page.Blank();
            page.Line(speech.Say(ImpactPhrases.Tiers));
            Matrix(page, impact.Tiers, TiersOf(from), TiersOf(to), t => t == Impact.NoTier ? speech.Say(ImpactPhrases.NoTier) : t);
        }

        page.Blank();
        page.Line(speech.Say(ImpactPhrases.Scores, Points(impact.Scores.Down), Points(impact.Scores.Up)));
        page.Blank();
        Rules(page, speech);
        return page.ToString();
    }

    public string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.impact/v1");
        Pack(writer, "from", from);
        Pack(writer, "to", to);
        writer.WriteNumber("factories", impact.Factories);
        if (seed is { } made)
        {
            writer.WriteNumber("seed", made);
        }
        else
        {
            writer.WriteNull("seed");
        }

        Migrations(writer, "conclusions", impact.Conclusions);
        Migrations(writer, "tiers", impact.Tiers);
        writer.WriteStartObject("meanScore");
        writer.WriteNumber("lost", Math.Round(impact.Scores.Down, Decimals));
        writer.WriteNumber("gained", Math.Round(impact.Scores.Up, Decimals));
        writer.WriteEndObject();
        writer.WriteStartArray("rules");
        foreach (var rule in impact.Rules)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", rule.Rule);
            CommandJson.Localized(writer, "title", rule.Title);
            writer.WriteNumber("factories", rule.Factories);
            writer.WriteNumber("lost", Math.Round(rule.Down, Decimals));
            writer.WriteNumber("gained", Math.Round(rule.Up, Decimals));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void Matrix(TextPage page, IReadOnlyList<Migration> moves, IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<string, string> say)
    {
        var table = new List<string[]> { columns.Select(say).Prepend(string.Empty).ToArray() };
        foreach (var row in rows)
        {
            table.Add([say(row), .. columns.Select(c => moves.FirstOrDefault(m => m.From == row && m.To == c) is { } move ? Count(move.Count) : "·")]);
        }

        page.Columns("  ", [false, .. columns.Select(_ => true)], table);
    }

    private void Rules(TextPage page, Speech speech)
    {
        if (impact.Rules.Count == 0)
        {
            page.Line(speech.Say(ImpactPhrases.NoRules));
            return;
        }

        page.Line(speech.Say(ImpactPhrases.Rules));
        var head = speech.Say(ImpactPhrases.RuleHead).Split('|');
        page.Columns("  ", [false, true, true, true, false], [head, .. impact.Rules.Take(MostRules).Select(r => new[] { r.Rule, Count(r.Factories), Points(r.Down), Points(r.Up), r.Title.In(speech.Language) })]);
        if (impact.Rules.Count > MostRules)
        {
            page.Line("  " + speech.Say(ImpactPhrases.More, Count(impact.Rules.Count - MostRules)));
        }
    }

    private static List<string> TiersOf(RulePack pack) => [Impact.NoTier, .. pack.Program.Tiers.Select(t => t.Definition.Id)];

    private static void Migrations(Utf8JsonWriter writer, string name, IReadOnlyList<Migration> moves)
    {
        writer.WriteStartArray(name);
        foreach (var move in moves)
        {
            writer.WriteStartObject();
            writer.WriteString("from", move.From);
            writer.WriteString("to", move.To);
            writer.WriteNumber("count", move.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Pack(Utf8JsonWriter writer, string name, RulePack pack)
    {
        writer.WriteStartObject(name);
        writer.WriteString("pack", pack.Id.ToString());
        writer.WriteString("version", pack.Version);
        writer.WriteString("digest", pack.Digest);
        writer.WriteEndObject();
    }

    private static string Points(decimal points) => Scalars.Number(Math.Round(points, Decimals));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
