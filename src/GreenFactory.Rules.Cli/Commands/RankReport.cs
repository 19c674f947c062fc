using System.Globalization;
using System.Text;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rankings;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>A ranked population as a page for people, a table and JSON. Rows are looked at once, as they come.</summary>
internal sealed class RankReport(RankingRule rule, Speech speech)
{
    private const int MostShown = 40;
    private const int LongestBar = 24;

    private static readonly string[] Columns =
        ["year", "cohort", "id", "score_lower", "score_upper", "place", "place_worst", "of", "class", "class_worst", "streak", "bar", "bar_lower", "bar_upper", "excluded"];

    public string Text(IEnumerable<RankedFactory> rows, int width)
    {
        var page = new TextPage(width);
        Head(page);
        var groups = new Dictionary<(int Year, string Cohort), Tally>();
        var shown = new List<RankedFactory>();
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            if (shown.Count < MostShown)
            {
                shown.Add(row);
            }

            if (!groups.TryGetValue((row.Year, row.Cohort), out var tally))
            {
                groups[(row.Year, row.Cohort)] = tally = new Tally();
            }

            tally.Add(row);
        }

        Tallies(page, groups);
        page.Blank();
        page.Columns("  ", [false, false, false, true, true, true, false, false], [Words(RankPhrases.RowHead), .. shown.Select(Cells)]);
        if (count > shown.Count)
        {
            page.Hang("  ", speech.Say(RankPhrases.More, Whole(count - shown.Count)));
        }

        return page.ToString();
    }

    public static string Csv(IEnumerable<RankedFactory> rows)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', Values(row).Select(v => Tables.CellText.Write(v))).Append('\n');
        }

        return text.ToString();
    }

    public string Json(IEnumerable<RankedFactory> rows) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.ranking-report/v1");
        writer.WriteString("rule", rule.Id.ToString());
        CommandJson.Localized(writer, "title", rule.Title);
        writer.WriteString("label", Provenance.Spell(rule.Source.Label));
        writer.WriteStartArray("settings");
        foreach (var setting in rule.Settings)
        {
            writer.WriteStartObject();
            writer.WriteString("key", setting.Key);
            writer.WriteString("value", setting.Value);
            writer.WriteString("label", Provenance.Spell(setting.Source.Label));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in Columns.Zip(Values(row)).Where(v => v.Second.Length > 0))
            {
                if (name is "year" or "score_lower" or "score_upper" or "place" or "place_worst" or "of" or "bar_lower" or "bar_upper")
                {
                    writer.WritePropertyName(name);
                    writer.WriteRawValue(value);
                }
                else
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>The rule, where it is from, and everything that had to be settled because no source does.</summary>
    private void Head(TextPage page)
    {
        page.Heading($"{rule.Title.In(speech.Language)}{speech.Say(Phrases.Parenthesis, rule.Id.ToString())}");
        page.Hang(string.Empty, rule.Summary.In(speech.Language));
        page.Hang(string.Empty, speech.Say(RankPhrases.From, rule.Documents.FirstOrDefault(d => d.Id == rule.Source.Document)?.Number ?? rule.Source.Document ?? "—", Provenance.Spell(rule.Source.Label)));
        page.Blank();
        page.Columns("  ", [false, false, false], [.. rule.Settings.Select(s => new[] { s.Key, s.Value, $"[{Provenance.Spell(s.Source.Label)}] {s.Source.Note}" })]);
    }

    private void Tallies(TextPage page, Dictionary<(int Year, string Cohort), Tally> groups)
    {
        page.Blank();
        var names = rule.Bar is null ? rule.Classes.Select(c => (c.Id, Title: c.Title.In(speech.Language))).ToList() : [.. new[] { FindingStatus.Met, FindingStatus.NotMet }.Select(s => (Spelt(s), Word(s)))];
        var most = Math.Max(1, groups.Count == 0 ? 1 : groups.Values.Max(g => g.Ranked));
        var head = Words(RankPhrases.TallyHead);
        page.Columns(
            "  ",
            [false, false, false, true, .. names.Select(_ => true), true, true],
            [
                [head[0], head[1], string.Empty, head[2], .. names.Select(n => n.Title), head[3], head[4]],
                .. groups.Select(g => (string[])[Year(g.Key.Year), Printable.Line(g.Key.Cohort), new string('█', (int)Math.Round(LongestBar * g.Value.Ranked / (decimal)most)), Whole(g.Value.Ranked), .. names.Select(n => Whole(g.Value.Of(n.Id))), Whole(g.Value.Open), Whole(g.Value.Excluded)]),
            ]);
        if (rule.Streak is { } streak && groups.Count > 0)
        {
            // A row of years is asked after at its end.
            var last = groups.Keys.Max(k => k.Year);
            var now = groups.Where(g => g.Key.Year == last).Select(g => g.Value).ToList();
            page.Hang("  ", speech.Say(RankPhrases.Streak, Whole(last), streak.Title.In(speech.Language), Whole(now.Sum(g => g.StreakMet)), Whole(now.Sum(g => g.StreakOpen))));
        }
    }

    private string[] Cells(RankedFactory row) =>
    [
        Year(row.Year), Printable.Line(row.Cohort), Printable.Line(row.Id), Interval(row.Lower, row.Upper), RankingText.Say(row, "place"), RankingText.Say(row, "of"),
        row.Excluded is not null ? "—" : row.Bar is { } bar ? Word(bar) : row.Best > 0 && row.ClassAtBest == row.ClassAtWorst ? rule.Classes.First(c => c.Id == row.ClassAtBest).Title.In(speech.Language) : RankingText.Say(row, "class"),
        row.Excluded is { } why ? Reason(why) : row.Streak is { } streak ? Word(streak) : RankingText.Say(row, "mean"),
    ];

    private string Reason(string id) => id switch
    {
        NotRanked.NoScore => speech.Say(RankPhrases.NoScore),
        NotRanked.NoCohort => speech.Say(RankPhrases.NoCohort),
        _ => rule.Exclusions.First(e => e.Id == id).Title.In(speech.Language),
    };

    private static IEnumerable<string> Values(RankedFactory row)
    {
        var isPlaced = row.Best > 0;
        return
        [
            row.Year == 0 ? string.Empty : Whole(row.Year), row.Cohort, row.Id, Number(row.Lower), Number(row.Upper), isPlaced ? Whole(row.Best) : string.Empty, isPlaced ? Whole(row.Worst) : string.Empty,
            row.Of > 0 ? Whole(row.Of) : string.Empty, row.ClassAtBest ?? string.Empty, row.ClassAtWorst ?? string.Empty, RankingText.Say(row, "streak"), RankingText.Say(row, "bar"), Number(row.BarLower), Number(row.BarUpper), row.Excluded ?? string.Empty,
        ];
    }

    private string[] Words(LocalizedText words) => speech.Say(words).Split('|');

    private string Word(FindingStatus status) => Phrases.Statuses[(int)status].In(speech.Language);

    private static string Spelt(FindingStatus status) => Verdicts.VerdictJson.Spell(status);

    private static string Year(int year) => year == 0 ? string.Empty : Whole(year);

    private static string Interval(decimal? lower, decimal? upper) => lower == upper ? Number(lower) : $"{Number(lower)}…{Number(upper)}";

    private static string Number(decimal? number) => number is { } value ? Scalars.Number(value) : string.Empty;

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many of a cohort came to what.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<string, long> _by = new(StringComparer.Ordinal);

        public long Ranked { get; private set; }

        public long Open { get; private set; }

        public long Excluded { get; private set; }

        public long StreakMet { get; private set; }

        public long StreakOpen { get; private set; }

        public long Of(string name) => _by.GetValueOrDefault(name);

        public void Add(RankedFactory row)
        {
            if (row.Excluded is not null)
            {
                Excluded++;
                return;
            }

            Ranked++;
            StreakMet += row.Streak == FindingStatus.Met ? 1 : 0;
            StreakOpen += row.Streak == FindingStatus.InsufficientEvidence ? 1 : 0;
            var (from, to) = row.Bar is { } bar ? (Spelt(bar), Spelt(bar)) : (row.ClassAtBest, row.ClassAtWorst);
            if (row.Bar == FindingStatus.InsufficientEvidence || from != to)
            {
                Open++;
            }
            else if (from is not null)
            {
                _by[from] = _by.GetValueOrDefault(from) + 1;
            }
        }
    }
}
