using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Benchmarks;

/// <summary>Who a benchmark is looked up for; null where the facts do not say.</summary>
internal readonly record struct BenchmarkSubject(string? Industry, string? Region, DateOnly AsOf, bool IsProduct, string? ProductKind);

/// <summary>What a look-up would have to know to choose a row.</summary>
internal enum BenchmarkGap
{
    None,
    Industry,
    Region,
    ProductKind,
}

/// <summary>What a look-up found. <see cref="IsOpen"/> means that facts are missing to decide which row applies.</summary>
internal readonly record struct BenchmarkMatch(BenchmarkRow? Row, BenchmarkGap Gap)
{
    public bool IsOpen => Gap != BenchmarkGap.None;
}

/// <summary>All benchmark sets of a catalog. Immutable and thread-safe.</summary>
internal sealed class BenchmarkLibrary
{
    private readonly Dictionary<string, BenchmarkRow[]> _rows;

    public BenchmarkLibrary(IEnumerable<BenchmarkSet> sets, IEnumerable<BenchmarkRow> rows)
    {
        Sets = [.. sets.OrderBy(s => s.Id, StringComparer.Ordinal)];
        _rows = rows
            .GroupBy(r => r.Series.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Set.Id, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<BenchmarkSet> Sets { get; }

    public IEnumerable<BenchmarkRow> Rows => _rows.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value);

    /// <summary>
    /// The row that applies: published before illustrative, then product, longest industry prefix, longest region, latest start.
    /// A missing or too wide industry, region or product kind that could change the choice leaves it open.
    /// </summary>
    /// <param name="series">The series looked in.</param>
    /// <param name="column">Only rows that speak of this column count; null for any row at all.</param>
    /// <param name="subject">Who it is for.</param>
    public BenchmarkMatch Find(BenchmarkSeries series, string? column, BenchmarkSubject subject)
    {
        BenchmarkRow? best = null;
        foreach (var row in _rows.GetValueOrDefault(series.Id) ?? [])
        {
            if (!row.InForceOn(subject.AsOf) || (column is not null && !row.Values.ContainsKey(column)) || !Possible(row, subject))
            {
                continue;
            }

            if (Gap(row, subject) is var gap and not BenchmarkGap.None)
            {
                return new BenchmarkMatch(null, gap);
            }

            if (best is null || Compare(row, best, subject) > 0)
            {
                best = row;
            }
        }

        return new BenchmarkMatch(best, BenchmarkGap.None);
    }

    /// <summary>False when something that is known rules the row out, whatever else is missing.</summary>
    private static bool Possible(BenchmarkRow row, BenchmarkSubject subject) =>
        (subject.Industry is null || row.IndustryMatch(subject.Industry) >= 0 || row.RefinesIndustry(subject.Industry))
        && (subject.Region is null || RegionCode.Covers(row.Region, subject.Region) || RegionCode.Covers(subject.Region, row.Region))
        && (row.Product is null || (subject.IsProduct && (subject.ProductKind is null || subject.ProductKind == row.Product)));

    /// <summary>What has to be known before a possible row can be taken or left: a wide code of industry or region is as open as none.</summary>
    private static BenchmarkGap Gap(BenchmarkRow row, BenchmarkSubject subject) =>
        row.IndustryMatch(subject.Industry) < 0 ? BenchmarkGap.Industry
        : !RegionCode.Covers(row.Region, subject.Region) ? BenchmarkGap.Region
        : row.Product is not null && subject.ProductKind is null ? BenchmarkGap.ProductKind
        : BenchmarkGap.None;

    private static int Compare(BenchmarkRow a, BenchmarkRow b, BenchmarkSubject subject)
    {
        var order = Published(a).CompareTo(Published(b));
        order = order != 0 ? order : (a.Product is null ? 0 : 1).CompareTo(b.Product is null ? 0 : 1);
        order = order != 0 ? order : a.IndustryMatch(subject.Industry).CompareTo(b.IndustryMatch(subject.Industry));
        order = order != 0 ? order : RegionCode.Depth(a.Region).CompareTo(RegionCode.Depth(b.Region));
        order = order != 0 ? order : a.From.CompareTo(b.From);
        return order != 0 ? order : string.CompareOrdinal(b.Id, a.Id);
    }

    private static int Published(BenchmarkRow row) => row.Set.Kind == BenchmarkSet.Illustrative ? 0 : 1;
}
