using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Benchmarks;

/// <summary>Who a benchmark is looked up for; null where the facts do not say.</summary>
internal readonly record struct BenchmarkSubject(string? Industry, string? Region, DateOnly AsOf, bool IsProduct, string? ProductKind, DateOnly? PeriodEnd = null);

/// <summary>What a look-up would have to know to choose a row.</summary>
[Flags]
internal enum BenchmarkGap
{
    None = 0,
    Industry = 1,
    Region = 2,
    ProductKind = 4,

    /// <summary>The edition in force then bound the product, and its values are not held.</summary>
    Edition = 8,
}

/// <summary>What a look-up found. <see cref="IsOpen"/> means that facts are missing to decide which row applies.</summary>
internal readonly record struct BenchmarkMatch(BenchmarkRow? Row, BenchmarkGap Gap)
{
    public bool IsOpen => Gap != BenchmarkGap.None;
}

/// <summary>All benchmark sets of a catalog. Immutable and thread-safe.</summary>
internal sealed class BenchmarkLibrary
{
    private readonly Dictionary<string, SeriesRows> _series;

    public BenchmarkLibrary(IEnumerable<BenchmarkSet> sets, IEnumerable<BenchmarkRow> rows)
    {
        Sets = [.. sets.OrderBy(s => s.Id, StringComparer.Ordinal)];
        _series = rows
            .GroupBy(r => r.Series.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new SeriesRows([.. g.OrderBy(r => r.Set.Id, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)]), StringComparer.Ordinal);
    }

    public IReadOnlyList<BenchmarkSet> Sets { get; }

    public IEnumerable<BenchmarkRow> Rows => _series.Keys.Order(StringComparer.Ordinal).SelectMany(s => _series[s].All);

    /// <summary>
    /// The row that applies: published before illustrative, then product, longest industry prefix, longest region, latest start.
    /// A missing or too wide industry, region or product kind that could change the choice leaves it open, and so does an
    /// earlier edition that bound the product but is not held.
    /// </summary>
    /// <param name="series">The series looked in.</param>
    /// <param name="column">Only rows that speak of this column count; null for any row at all.</param>
    /// <param name="subject">Who it is for.</param>
    public BenchmarkMatch Find(BenchmarkSeries series, string? column, BenchmarkSubject subject)
    {
        BenchmarkRow? best = null;
        var gaps = BenchmarkGap.None;
        var isEarlier = false;
        foreach (var row in _series.GetValueOrDefault(series.Id)?.For(subject) ?? [])
        {
            if ((column is not null && !row.Values.ContainsKey(column)) || !Possible(row, subject))
            {
                continue;
            }

            var day = row.Set.DayFor(subject);
            var isBefore = row.Set.EarlierNotHeld && day < row.From;
            if (!isBefore && !row.InForceOn(day))
            {
                continue;
            }

            var gap = Gap(row, subject);
            gaps |= gap;
            if (isBefore)
            {
                isEarlier |= gap == BenchmarkGap.None;
            }
            else if (best is null || Compare(row, best, subject) > 0)
            {
                best = row;
            }
        }

        if (isEarlier && (best is null || Published(best) == 0))
        {
            gaps |= BenchmarkGap.Edition;
        }

        return gaps == BenchmarkGap.None ? new BenchmarkMatch(best, gaps) : new BenchmarkMatch(null, gaps);
    }

    /// <summary>False when something that is known rules the row out, whatever else is missing.</summary>
    private static bool Possible(BenchmarkRow row, in BenchmarkSubject subject) =>
        (subject.Industry is null || row.IndustryMatch(subject.Industry) >= 0 || row.RefinesIndustry(subject.Industry))
        && (subject.Region is null || RegionCode.Covers(row.Region, subject.Region) || RegionCode.Covers(subject.Region, row.Region))
        && (row.Product is null || (subject.IsProduct && (subject.ProductKind is null || row.IsFor(subject.ProductKind))));

    /// <summary>What has to be known before a possible row can be taken or left: a wide code of industry or region is as open as none.</summary>
    private static BenchmarkGap Gap(BenchmarkRow row, in BenchmarkSubject subject) =>
        (row.IndustryMatch(subject.Industry) < 0 ? BenchmarkGap.Industry : BenchmarkGap.None)
        | (RegionCode.Covers(row.Region, subject.Region) ? BenchmarkGap.None : BenchmarkGap.Region)
        | (row.Product is not null && subject.ProductKind is null ? BenchmarkGap.ProductKind : BenchmarkGap.None);

    private static int Compare(BenchmarkRow a, BenchmarkRow b, in BenchmarkSubject subject)
    {
        var order = Published(a).CompareTo(Published(b));
        order = order != 0 ? order : (a.Product is null ? 0 : 1).CompareTo(b.Product is null ? 0 : 1);
        order = order != 0 ? order : a.IndustryMatch(subject.Industry).CompareTo(b.IndustryMatch(subject.Industry));
        order = order != 0 ? order : RegionCode.Depth(a.Region).CompareTo(RegionCode.Depth(b.Region));
        order = order != 0 ? order : a.From.CompareTo(b.From);
        return order != 0 ? order : string.CompareOrdinal(b.Id, a.Id);
    }

    private static int Published(BenchmarkRow row) => row.Set.Kind == BenchmarkSet.Illustrative ? 0 : 1;

    /// <summary>The rows of one series; a known kind of product looks at its own rows and at those for any product only.</summary>
    private sealed class SeriesRows(BenchmarkRow[] rows)
    {
        private readonly ILookup<string, BenchmarkRow> _byKind = rows
            .Where(r => r.Product is not null)
            .SelectMany(r => new[] { r.Product!, r.ProductName }.OfType<string>().Distinct(StringComparer.Ordinal), (r, kind) => new { r, kind })
            .ToLookup(p => p.kind, p => p.r, StringComparer.Ordinal);

        private readonly BenchmarkRow[] _anyProduct = [.. rows.Where(r => r.Product is null)];

        public IReadOnlyList<BenchmarkRow> All => rows;

        public IEnumerable<BenchmarkRow> For(in BenchmarkSubject subject) =>
            !subject.IsProduct ? _anyProduct : subject.ProductKind is { } kind ? _anyProduct.Concat(_byKind[kind]) : rows;
    }
}
