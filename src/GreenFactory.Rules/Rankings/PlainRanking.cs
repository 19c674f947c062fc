namespace GreenFactory.Rules.Rankings;

/// <summary>
/// Ranks rows in memory, as plainly as it can be said: what the faster engine for tables has to equal, row for row, and what small
/// populations and the cases of authors are ranked with. Stateless.
/// </summary>
internal static class PlainRanking
{
    /// <summary>Decimals a mean is shown with; it is compared without any rounding.</summary>
    public const int BarDecimals = 6;

    /// <summary>Every row ranked, by year, cohort, place and id.</summary>
    public static IReadOnlyList<RankedFactory> Rank(RankingRule rule, IReadOnlyList<RankingRow> rows)
    {
        var placed = rows
            .Select(r => (Row: r, Cohort: CohortOf(rule, r), Excluded: Excluded(rule, r)))
            .GroupBy(r => (r.Row.Year, r.Cohort))
            .SelectMany(g => Ranked(rule, g.Key.Cohort, [.. g.Select(r => (r.Row, r.Excluded))]))
            .ToList();
        var ranked = rule.Streak is { } streak ? WithStreaks(rule, streak, placed) : placed;
        return
        [
            .. ranked.OrderBy(r => r.Year).ThenBy(r => r.Cohort, StringComparer.Ordinal).ThenBy(r => r.Best == 0).ThenBy(r => r.Best).ThenBy(r => r.Worst).ThenBy(r => r.Id, StringComparer.Ordinal),
        ];
    }

    private static string? Excluded(RankingRule rule, RankingRow row)
    {
        foreach (var exclusion in rule.Exclusions)
        {
            var isStated = row.Flags.TryGetValue(exclusion.Column, out var value);
            if (isStated ? value == exclusion.Is : !rule.UnstatedIsMember)
            {
                return exclusion.Id;
            }
        }

        return row.Lower is null ? NotRanked.NoScore : CohortOf(rule, row).Length == 0 && rule.Cohort.Column is not null ? NotRanked.NoCohort : null;
    }

    private static string CohortOf(RankingRule rule, RankingRow row)
    {
        var code = rule.Cohort.Column switch { "region" => row.Region, "industry" => row.Industry, _ => null };
        return code is null || code.Length < rule.Cohort.Digits ? string.Empty : code[..rule.Cohort.Digits];
    }

    private static IEnumerable<RankedFactory> Ranked(RankingRule rule, string cohort, List<(RankingRow Row, string? Excluded)> rows)
    {
        var members = rows.Where(r => r.Excluded is null).Select(r => r.Row).ToList();
        var listed = rule.Bar is null ? members : [.. members.Where(m => IsListed(rule, m))];
        var lows = listed.Select(m => Key(rule, m).Low).Order().ToArray();
        var highs = listed.Select(m => Key(rule, m).High).Order().ToArray();
        foreach (var (row, excluded) in rows)
        {
            var plain = new RankedFactory { Id = row.Id, Year = row.Year, Cohort = cohort, Lower = row.Lower, Upper = row.Upper, Excluded = excluded, Best = 0, Worst = 0, Of = 0 };
            yield return excluded is not null ? plain
                : rule.Bar is not null ? Against(rule, plain, listed, IsListed(rule, row))
                : Placed(rule, plain, Key(rule, row), lows, highs);
        }
    }

    private static bool IsListed(RankingRule rule, RankingRow row) => row.Flags.GetValueOrDefault(rule.Bar!.Column) == rule.Bar.Is;

    /// <summary>Scores turned so that the greater one has the earlier place.</summary>
    private static (decimal Low, decimal High) Key(RankingRule rule, RankingRow row) =>
        rule.LowerIsBetter != rule.FromWorst ? (-row.Upper!.Value, -row.Lower!.Value) : (row.Lower!.Value, row.Upper!.Value);

    private static RankedFactory Placed(RankingRule rule, RankedFactory row, (decimal Low, decimal High) key, decimal[] lows, decimal[] highs)
    {
        var isClosed = key.Low == key.High;

        // Who is tied shares the first of their places, or the last of them; a factory is never tied with itself.
        var best = 1 + (rule.TiesShareWorse ? Above(lows, key.High, orEqual: true) - (isClosed ? 1 : 0) : Above(lows, key.High, orEqual: false));
        var worst = 1 + (rule.TiesShareWorse ? Above(highs, key.Low, orEqual: true) - 1 : Above(highs, key.Low, orEqual: false) - (isClosed ? 0 : 1));
        return row with { Best = best, Worst = worst, Of = lows.Length, ClassAtBest = ClassAt(rule, best, lows.Length)?.Id, ClassAtWorst = ClassAt(rule, worst, lows.Length)?.Id };
    }

    private static long Above(decimal[] sorted, decimal value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || (!orEqual && sorted[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return sorted.Length - low;
    }

    private static RankClass? ClassAt(RankingRule rule, long place, long of) => rule.Classes.FirstOrDefault(c => place <= Places(rule.Rounding, c.UpTo, of));

    /// <summary>How many places a share of a population is.</summary>
    internal static long Places(CountRounding rounding, decimal percent, long of)
    {
        var exact = percent * of / 100;
        return (long)(rounding switch
        {
            CountRounding.Up => decimal.Ceiling(exact),
            CountRounding.HalfUp => Math.Round(exact, MidpointRounding.AwayFromZero),
            _ => decimal.Floor(exact),
        });
    }

    private static List<RankedFactory> WithStreaks(RankingRule rule, Streak streak, List<RankedFactory> rows)
    {
        var name = rule.Classes[streak.Class].Id;
        var byYear = rows.ToDictionary(r => (r.Id, r.Year));
        return [.. rows.Select(r => r.Excluded is null ? r with { Streak = Of(r) } : r)];

        FindingStatus Of(RankedFactory row)
        {
            var years = Enumerable.Range(0, streak.Years).Select(back => byYear.GetValueOrDefault((row.Id, row.Year - back))).ToList();
            return years.All(Surely) ? FindingStatus.Met : years.All(Possibly) ? FindingStatus.InsufficientEvidence : FindingStatus.NotMet;
        }

        bool Surely(RankedFactory? row) => row is { Excluded: null } && row.ClassAtBest == name && row.ClassAtWorst == name;
        bool Possibly(RankedFactory? row) => row is { Excluded: null } ? Between(row) : !streak.GapBreaks;

        // A later place is a later class: the class asked for lies between the two or is one of them.
        bool Between(RankedFactory row) => Place(row.ClassAtBest) <= streak.Class && streak.Class <= Place(row.ClassAtWorst);
        int Place(string? id) => id is null ? int.MaxValue : rule.Classes.TakeWhile(c => c.Id != id).Count();
    }

    private static RankedFactory Against(RankingRule rule, RankedFactory row, List<RankingRow> listed, bool isListed)
    {
        if (isListed)
        {
            return row with { Of = listed.Count };
        }

        if (listed.Count == 0)
        {
            return row with { Bar = FindingStatus.InsufficientEvidence };
        }

        var (low, high) = (listed.Sum(l => l.Lower!.Value), listed.Sum(l => l.Upper!.Value));
        var (own, most) = (row.Lower!.Value * listed.Count, row.Upper!.Value * listed.Count);
        var (surely, possibly) = rule.LowerIsBetter ? (most <= low, own <= high) : (own >= high, most >= low);
        return row with
        {
            Of = listed.Count,
            Bar = surely ? FindingStatus.Met : possibly ? FindingStatus.InsufficientEvidence : FindingStatus.NotMet,
            BarLower = Mean(low, listed.Count),
            BarUpper = Mean(high, listed.Count),
        };
    }

    internal static decimal Mean(decimal sum, long count) => Math.Round(sum / count, BarDecimals, MidpointRounding.AwayFromZero);
}
