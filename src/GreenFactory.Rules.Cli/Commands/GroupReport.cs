using System.Globalization;
using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Populations;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>A group of factories as text, JSON and Markdown.</summary>
internal sealed class GroupReport(GroupAnswer answer, IReadOnlyList<string> files, Speech speech, int width)
{
    private const int MostGaps = 15;

    public string Text()
    {
        var page = new TextPage(width);
        page.Heading(speech.Say(GroupPhrases.Title, Count(answer.Verdicts.Count), answer.Verdicts.Count > 0 ? answer.Verdicts[0].Pack.ToString() : string.Empty));
        page.Blank();
        page.Columns(string.Empty, [false, false, false, true], Factories());
        page.Blank();
        page.Line(speech.Say(answer.Gaps.Count == 0 ? GroupPhrases.NoGaps : GroupPhrases.Gaps));
        if (answer.Gaps.Count > 0)
        {
            page.Columns("  ", [false, true, true, true, false], Gaps());
        }

        if (answer.Gaps.Count > MostGaps)
        {
            page.Line("  " + speech.Say(GroupPhrases.More, Count(answer.Gaps.Count - MostGaps)));
        }

        page.Blank();
        page.Line(speech.Say(answer.Next.Count == 0 ? GroupPhrases.NothingNext : GroupPhrases.Next));
        if (answer.Next.Count > 0)
        {
            page.Columns("  ", [false, false, true, true, true], Next());
        }

        return page.ToString();
    }

    public string Markdown()
    {
        var text = new StringBuilder();
        Table(Factories());
        if (answer.Gaps.Count > 0)
        {
            text.Append("\n## ").Append(speech.Say(GroupPhrases.Gaps)).Append("\n\n");
            Table(Gaps());
        }

        if (answer.Next.Count > 0)
        {
            text.Append("\n## ").Append(speech.Say(GroupPhrases.Next)).Append("\n\n");
            Table(Next());
        }

        return text.ToString();

        void Table(List<string[]> rows)
        {
            foreach (var (row, i) in rows.Select((r, i) => (r, i)))
            {
                text.Append("| ").AppendJoin(" | ", row.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
                if (i == 0)
                {
                    text.Append('|').AppendJoin('|', row.Select(_ => "---")).Append("|\n");
                }
            }
        }
    }

    public string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.group/v1");
        writer.WriteString("pack", answer.Verdicts.Count > 0 ? answer.Verdicts[0].Pack.ToString() : null);
        writer.WriteStartArray("factories");
        foreach (var (verdict, i) in answer.Verdicts.Select((v, i) => (v, i)))
        {
            writer.WriteStartObject();
            writer.WriteString("file", files[i].Replace('\\', '/'));
            writer.WriteString("id", verdict.Factory.Id);
            writer.WriteString("name", verdict.Factory.Name);
            writer.WriteString("conclusion", VerdictJson.Spell(verdict.Conclusion));
            writer.WriteString("tierLower", verdict.Tier?.Lower);
            writer.WriteString("tierUpper", verdict.Tier?.Upper);
            Number(writer, "scoreLower", verdict.Score.Lower);
            Number(writer, "scoreUpper", verdict.Score.Upper);
            Number(writer, "scoreFull", verdict.Score.Full);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("sharedGaps");
        foreach (var gap in answer.Gaps)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", gap.Rule);
            writer.WriteString("kind", VerdictJson.Spell(gap.Kind));
            CommandJson.Localized(writer, "title", gap.Title);
            writer.WriteNumber("notMet", gap.Failing);
            writer.WriteNumber("open", gap.Open);
            Number(writer, "points", Math.Round(gap.Points, 2));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("nearest");
        foreach (var next in answer.Next)
        {
            writer.WriteStartObject();
            writer.WriteString("file", files[next.Factory].Replace('\\', '/'));
            writer.WriteString("level", next.Level);
            writer.WriteNumber("obstacles", next.Obstacles);
            writer.WriteNumber("open", next.Open);
            if (next.Points is { } points)
            {
                Number(writer, "points", points);
            }
            else
            {
                writer.WriteNull("points");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private List<string[]> Factories() =>
    [
        Head(GroupPhrases.Head),
        .. answer.Verdicts.Select((v, i) => new[] { Name(i), speech.Say(Phrases.Conclusions[(int)v.Conclusion]), Tier(v), Score(v.Score) }),
    ];

    private List<string[]> Gaps() =>
    [
        Head(GroupPhrases.GapHead),
        .. answer.Gaps.Take(MostGaps).Select(g => new[] { g.Rule, Count(g.Failing), Count(g.Open), Scalars.Number(Math.Round(g.Points, 2)), g.Title.In(speech.Language) }),
    ];

    private List<string[]> Next() =>
    [
        Head(GroupPhrases.NextHead),
        .. answer.Next.Select(n => new[] { Name(n.Factory), n.Title?.In(speech.Language) ?? speech.Say(GroupPhrases.Passing), Count(n.Obstacles), Count(n.Open), n.Points is { } points ? Scalars.Number(points) : "—" }),
    ];

    private string[] Head(LocalizedText words) => speech.Say(words).Split('|');

    /// <summary>Its name; with its file where another factory of the group is called the same.</summary>
    private string Name(int place)
    {
        var (file, name) = (Path.GetFileName(files[place]), Called(answer.Verdicts[place]));
        return name is null ? file : answer.Verdicts.Count(v => Called(v) == name) > 1 ? name + speech.Say(Phrases.Parenthesis, file) : name;
    }

    private static string? Called(Verdict verdict) => verdict.Factory.Name ?? verdict.Factory.Id;

    private string Tier(Verdict verdict) => verdict.Tier is not { } tier ? "—"
        : tier.Id is not null ? tier.Title!.In(speech.Language)
        : tier.Lower == tier.Upper ? "—" : $"{tier.Lower ?? "—"} … {tier.Upper ?? "—"}";

    private static string Score(Score score) => score.Full == 0 ? "—" : score.Lower == score.Upper ? Scalars.Number(score.Lower) : $"{Scalars.Number(score.Lower)} – {Scalars.Number(score.Upper)}";

    private static void Number(Utf8JsonWriter writer, string name, decimal number)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(Scalars.Number(number));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
