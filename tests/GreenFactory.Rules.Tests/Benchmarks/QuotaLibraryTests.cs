using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Benchmarks;

/// <summary>The shipped library of mandatory energy-quota standards.</summary>
public sealed class QuotaLibraryTests
{
    private static readonly BenchmarkLibrary Library = RulePackCatalog.Default.Benchmarks;
    private static readonly List<BenchmarkRow> Quotas = [.. Library.Rows.Where(r => r.Set.Kind == "energy-quota")];

    [Fact]
    public void Every_standard_and_every_grade_row_is_there() =>
        Assert.Equal((62, 803), (Quotas.Select(r => r.Set.DocumentNumber).Distinct().Count(), Quotas.Count));

    [Fact]
    public void A_dash_of_the_standard_stays_a_null()
    {
        var open = Quotas.Where(r => r.Values.Values.Contains(null)).ToList();
        Assert.Equal((7, 12), (open.Count, open.Sum(r => r.Values.Values.Count(v => v is null))));
        Assert.Equal([null, null, 0.352m], new[] { "leading", "baseline", "threshold" }.Select(c => Quotas.Single(r => r.Id == "gb21258-2024-007").Values[c]));
    }

    [Fact]
    public void Limits_below_zero_stay_below_zero() =>
        Assert.Equal([-30m, -28m, -12m], new[] { "leading", "baseline", "threshold" }.Select(c => Quotas.Single(r => r.Id == "gb21256-2025-004").Values[c]));

    [Fact]
    public void Grades_out_of_order_are_marked_as_printed_and_only_those()
    {
        Assert.Equal(
            ["gb21258-2024-003", "gb21258-2024-004", "gb21258-2024-005", "gb21258-2024-006"],
            Quotas.Where(r => r.IsOutOfOrder).Select(r => r.Id));
        Assert.All(Quotas.Where(r => r.IsOutOfOrder), r => Assert.True(r.Values["leading"] > r.Values["baseline"]));
    }

    [Fact]
    public void Names_concluded_from_a_process_are_labelled_so() =>
        Assert.Equal(8, Quotas.Count(r => r.Source.Label == ProvenanceLabel.Inferred));

    [Theory]
    [InlineData("cement-clinker", "3011", "2025-12-31", 2025, "gb16780-2021-002", "None")]
    [InlineData("水泥熟料", "3011", "2025-12-31", 2025, "gb16780-2021-002", "None")]
    [InlineData("cement-clinker", null, "2025-12-31", 2025, null, "Industry")]
    // before the first day an edition bound that is not held: nobody concludes that there was none
    [InlineData("cement-clinker", "3011", "2022-10-31", 2022, null, "Edition")]
    [InlineData("cement-clinker", "3011", "2022-11-01", 2022, "gb16780-2021-002", "None")]
    // the year judged chooses the edition, not the day somebody looks
    [InlineData("steel-sinter", "3120", "2026-11-26", 2025, null, "Edition")]
    [InlineData("steel-sinter", "3120", "2026-11-26", 2026, "gb21256-2025-001", "None")]
    [InlineData("steel-sinter", "3120", "2026-06-30", 2026, null, "Edition")]
    [InlineData(null, "3120", "2026-06-30", 2026, null, "ProductKind")]
    // a first edition has nothing before it
    [InlineData("mono-silicon-wafer", "3825", "2026-12-31", 2026, null, "None")]
    [InlineData("mono-silicon-wafer", "3825", "2027-01-01", 2027, "gb47835-2026-002", "None")]
    // a plant of the industry is asked what it makes, one of another industry is not
    [InlineData(null, "3011", "2025-12-31", 2025, null, "ProductKind")]
    [InlineData(null, "1711", "2025-12-31", 2025, null, "None")]
    [InlineData("socks", "3011", "2025-12-31", 2025, null, "None")]
    public void The_edition_and_row_are_chosen_by_product_and_year(string? kind, string? industry, string asOf, int year, string? row, string gap)
    {
        var match = Library.Find(
            FactVocabulary.Default.Series["energy_per_product"],
            "leading",
            new BenchmarkSubject(industry, "330100", DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture), IsProduct: true, kind, new DateOnly(year, 12, 31)));
        Assert.Equal((row, gap), (match.Row?.Id, match.Gap.ToString()));
    }

    [Fact]
    public void A_standard_oil_limit_comes_in_standard_coal() =>
        Assert.Equal(Math.Round(6.85m * 10 / 7, 20), Math.Round(Quotas.Single(r => r.Id == "gb30251-2024-001").Values["leading"]!.Value / 1000 * 1000, 20));
}
