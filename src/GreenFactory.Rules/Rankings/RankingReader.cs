using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rankings;

/// <summary>Reads one file of <c>rankings/</c>. Everything wrong with it goes to the bag.</summary>
internal sealed partial class RankingReader(DiagnosticBag bag)
{
    public const string Schema = "greenfactory.ranking/v1";
    public const string Folder = RulesSource.RankingFolder;

    private const int MostClasses = 20;
    private const int MostYears = 10;

    private static readonly string[] Betters = ["higher", "lower"];
    private static readonly string[] Ends = ["best", "worst"];
    private static readonly string[] Cohorts = ["all", "region", "industry"];
    private static readonly string[] Ties = ["best", "worst"];
    private static readonly string[] Roundings = ["down", "half-up", "up"];
    private static readonly string[] Unstated = ["member", "excluded"];
    private static readonly string[] Gaps = ["open", "breaks"];
    private static readonly LocalizedText ClassesOrBar = new("已经分了等级，不再与均值比较", "factories are classed already and not compared with a mean");
    private static readonly LocalizedText StreakNeedsClasses = new("连续多年是就某一等级说的，这里没有 classes", "a row of years is about a class, and there are no classes");

    private readonly List<RankingSetting> _settings = [];

    public RankingRule? Read(Node? root)
    {
        if (MapReader.OpenFile(root, Schema, bag) is not { } file)
        {
            return null;
        }

        var id = file.Scalar("id", required: true);
        PackId ruleId = default;
        if (id is not null && !PackId.TryParse(id.Text, out ruleId))
        {
            bag.Add(DiagnosticCodes.BadPackId, id.Span, id.Text);
        }

        var version = file.Scalar("version", required: true);
        if (version is not null && !SemVer().IsMatch(version.Text))
        {
            bag.Add(DiagnosticCodes.BadVersion, version.Span, version.Text);
        }

        var inForce = file.Map("in-force", required: true);
        var from = inForce?.Date("from", required: true);
        inForce?.Done();
        if (Provenance.Read(file, null) is not { } source)
        {
            bag.Add(DiagnosticCodes.MissingSource, file.Span, id?.Text ?? "…");
            source = Provenance.Unstated;
        }

        var cohort = ReadCohort(file, source);
        var classes = ReadClasses(file, source);
        var exclusions = file.List("exclude").Select(n => ReadExclusion(MapReader.Open(n, bag), source)).OfType<Exclusion>().ToList();
        var bar = ReadBar(file.Map("bar"), source);
        var columns = exclusions.Select(e => e.Column).Concat(bar is null ? [] : [bar.Column]).Distinct(StringComparer.Ordinal).ToList();
        var rule = new RankingRule
        {
            Id = ruleId,
            Version = version?.Text ?? "0.0.0",
            Title = file.Localized("title", required: true) ?? LocalizedText.Same(string.Empty),
            Summary = file.Localized("summary", required: true) ?? LocalizedText.Same(string.Empty),
            InForceFrom = from ?? default,
            Source = source,
            Documents = DocumentList.Read(file),
            LowerIsBetter = file.Choice("better", Betters, required: true) == Betters[1],
            FromWorst = file.Choice("from", Ends) == Ends[1],
            Cohort = cohort,
            TiesShareWorse = Setting(file, "ties", Ties, source, required: classes.Count > 0) == Ties[1],
            Rounding = (CountRounding)Math.Max(0, Array.IndexOf(Roundings, Setting(file, "rounding", Roundings, source, required: classes.Count > 0))),
            UnstatedIsMember = Setting(file, "unstated", Unstated, source, required: file.Has("exclude")) != Unstated[1],
            Exclusions = exclusions,
            Classes = classes,
            Streak = ReadStreak(file.Map("streak"), classes, source),
            Bar = bar,
            Cases = [.. file.List("cases").Select(n => ReadCase(MapReader.Open(n, bag), columns)).OfType<RankingCase>()],
            Settings = _settings,
            Span = id?.Span ?? file.Span,
        };
        if (classes.Count == 0 && rule.Bar is null)
        {
            bag.Add(DiagnosticCodes.MissingKey, file.Span, "classes | bar");
        }

        if (classes.Count > 0)
        {
            file.WithoutEffect("bar", ClassesOrBar);
        }
        else
        {
            file.WithoutEffect("streak", StreakNeedsClasses);
        }

        file.Done();
        return rule;
    }

    private Cohort ReadCohort(MapReader file, Provenance source)
    {
        if (MapReader.Open(file.Get("cohort", required: true), bag) is not { } map)
        {
            return default;
        }

        var written = map.Choice("value", Cohorts, required: true);
        var isAll = written is null || written == Cohorts[0];
        var digits = map.Number("digits", required: !isAll) ?? 0;
        if (!isAll && (digits != decimal.Truncate(digits) || digits is < 1 or > 6))
        {
            bag.Add(DiagnosticCodes.NotOneOf, map.Span, Scalars.Number(digits), "1 | 2 | 3 | 4 | 5 | 6");
            digits = 1;
        }

        _settings.Add(new RankingSetting("cohort", isAll ? Cohorts[0] : $"{written} {Scalars.Number(digits)}", Provenance.Read(map, source)!));
        map.Done();
        return isAll ? default : new Cohort(written, (int)digits);
    }

    /// <summary>A choice that no source makes for everybody, with where it is from.</summary>
    private string? Setting(MapReader file, string key, string[] legal, Provenance source, bool required = false)
    {
        if (MapReader.Open(file.Get(key, required), bag) is not { } map)
        {
            return null;
        }

        var value = map.Choice("value", legal, required: true);
        if (value is not null)
        {
            _settings.Add(new RankingSetting(key, value, Provenance.Read(map, source)!));
        }

        map.Done();
        return value;
    }

    private Exclusion? ReadExclusion(MapReader? item, Provenance source)
    {
        if (item is null)
        {
            return null;
        }

        var id = item.Scalar("id", required: true);
        var column = item.Text("column", required: true);
        var value = item.Text("is", required: true);
        var title = item.Localized("title", required: true);
        var own = Provenance.Read(item, source)!;
        item.Done();
        Names.CheckId(id, bag);
        return id is null || column is null || value is null || title is null ? null : new Exclusion(id.Text, column, value, title, own);
    }

    /// <summary>Shares are added up from the end that is counted from; the last class takes the rest and states none.</summary>
    private List<RankClass> ReadClasses(MapReader file, Provenance source)
    {
        var classes = new List<RankClass>();
        var items = file.List("classes");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        decimal sum = 0;
        foreach (var (node, place) in items.Take(MostClasses).Select((n, i) => (n, i)))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var isLast = place == items.Count - 1;
            var id = item.Scalar("id", required: true);
            var title = item.Localized("title", required: true);
            var share = isLast ? null : item.Scalar("share", required: true);
            decimal value = 0;
            if (share is not null && QuantityText.TrySplit(share.Text, out value, out var unit) && unit == "%" && value > 0)
            {
                sum += value;
            }
            else if (share is not null)
            {
                bag.Add(DiagnosticCodes.NotANumber, share.Span, share.Text);
            }

            if (share is not null && sum > 100)
            {
                bag.Add(DiagnosticCodes.NotOneOf, share.Span, share.Text, $"≤ {Scalars.Number(100 - sum + value)} %");
                sum = 100;
            }

            var own = Provenance.Read(item, source)!;
            item.Done();

            if (id is not null && !ids.Add(id.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }
            else if (id is not null && title is not null)
            {
                classes.Add(new RankClass(id.Text, title, isLast ? 100 : sum, own));
            }
        }

        if (items.Count > MostClasses)
        {
            bag.Add(DiagnosticCodes.TooMany, items[MostClasses].Span, "classes", MostClasses);
        }

        return classes;
    }

    private Streak? ReadStreak(MapReader? map, List<RankClass> classes, Provenance source)
    {
        if (map is null)
        {
            return null;
        }

        var name = map.Scalar("class", required: true);
        var years = map.Number("years", required: true) ?? 1;
        var own = Provenance.Read(map, source)!;
        var gap = Setting(map, "gap", Gaps, own, required: true);
        var title = map.Localized("title", required: true);
        map.Done();
        if (classes.Count == 0)
        {
            return null;
        }

        var place = name is null ? -1 : classes.FindIndex(c => c.Id == name.Text);
        if (name is not null && place < 0)
        {
            bag.Add(DiagnosticCodes.NotOneOf, name.Span, name.Text, string.Join(" | ", classes.Select(c => c.Id)));
        }

        if (years != decimal.Truncate(years) || years is < 1 or > MostYears)
        {
            bag.Add(DiagnosticCodes.NotOneOf, map.Span, Scalars.Number(years), $"1 … {MostYears.ToString(CultureInfo.InvariantCulture)}");
            return null;
        }

        return place < 0 || title is null ? null : new Streak(place, (int)years, gap == Gaps[1], title, own);
    }

    private static EntryBar? ReadBar(MapReader? map, Provenance source)
    {
        if (map is null)
        {
            return null;
        }

        var column = map.Text("column", required: true);
        var value = map.Text("is", required: true);
        var title = map.Localized("title", required: true);
        var own = Provenance.Read(map, source)!;
        map.Done();
        return column is null || value is null || title is null ? null : new EntryBar(column, value, title, own);
    }

    private RankingCase? ReadCase(MapReader? item, List<string> columns)
    {
        if (item is null)
        {
            return null;
        }

        var name = item.Words("name");
        var rows = item.List("rows", required: true).Select(n => ReadRow(MapReader.Open(n, bag), columns)).OfType<RankingRow>().ToList();
        var expect = item.List("expect", required: true).Select(n => ReadExpectation(MapReader.Open(n, bag))).OfType<RankingExpectation>().ToList();
        item.Done();
        return name is null ? null : new RankingCase(name, rows, expect);
    }

    private static RankingRow? ReadRow(MapReader? row, List<string> columns)
    {
        if (row is null)
        {
            return null;
        }

        var id = row.Text("id", required: true);
        var (year, score) = (row.Number("year") ?? 0, row.Number("score"));
        var (lower, upper) = (row.Number("lower") ?? score, row.Number("upper") ?? score);
        var stated = row.Map("flags");
        var flags = columns.Select(c => (Column: c, Text: stated?.Text(c))).Where(f => f.Text is not null).ToDictionary(f => f.Column, f => f.Text!, StringComparer.Ordinal);
        stated?.Done();
        var read = new RankingRow(id ?? string.Empty, (int)year, row.Text("region"), row.Text("industry"), lower, upper, flags);
        row.Done();
        return id is null ? null : read;
    }

    private static RankingExpectation? ReadExpectation(MapReader? item)
    {
        if (item is null)
        {
            return null;
        }

        var id = item.Text("id", required: true);
        var year = item.Number("year") ?? 0;
        var says = RankingText.Keys.Select(k => (Key: k, Text: item.Text(k))).Where(s => s.Text is not null).ToDictionary(s => s.Key, s => s.Text!, StringComparer.Ordinal);
        if (says.Count == 0)
        {
            item.Bag.Add(DiagnosticCodes.MissingKey, item.Span, string.Join(" | ", RankingText.Keys));
        }

        var expectation = id is null ? null : new RankingExpectation(id, (int)year, says, item.Span);
        item.Done();
        return expectation;
    }

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$")]
    private static partial Regex SemVer();
}
