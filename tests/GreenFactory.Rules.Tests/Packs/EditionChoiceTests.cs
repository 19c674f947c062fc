namespace GreenFactory.Rules.Tests.Packs;

/// <summary>A slug and a date pick the edition in force.</summary>
public sealed class EditionChoiceTests
{
    [Theory]
    [InlineData("gb-t-36132", "2018-12-01", "2018")]
    [InlineData("gb-t-36132", "2019-05-01", "2018")]
    [InlineData("gb-t-36132", "2025-12-30", "2018")]
    [InlineData("gb-t-36132", "2025-12-31", "2025")]
    [InlineData("gb-t-36132", "2026-05-01", "2025")]
    [InlineData("miit-green-factory", "2016-09-20", "2016")]
    [InlineData("miit-green-factory", "2018-07-31", "2016")]
    [InlineData("miit-green-factory", "2018-08-01", "2018")]
    public void A_date_picks_the_edition_in_force(string slug, string date, string edition) =>
        Assert.Equal($"{slug}@{edition}", RulePackCatalog.Default.Load(slug, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).Id.ToString());

    [Theory]
    [InlineData("gb-t-36132", "2018-11-30")]
    [InlineData("miit-green-factory", "2016-09-19")]
    [InlineData("miit-green-factory", "2025-12-31")]
    public void Where_no_edition_is_in_force_that_is_said(string slug, string date)
    {
        var (pack, diagnostics) = RulePackCatalog.Default.TryLoad(slug, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Null(pack);
        Assert.Contains(diagnostics, d => d.Code.Id == "GFR5002");
    }

    [Fact]
    public void The_day_a_batch_was_called_picks_the_edition_it_was_judged_by()
    {
        var found = RulePackCatalog.Default.Describe().Packs
            .SelectMany(p => p.Batches.Select(b => (b.Id, Chosen: RulePackCatalog.Default.Load(p.Id.Slug, b.Called).Id.ToString())))
            .OrderBy(b => b.Id, StringComparer.Ordinal);

        Assert.Equal(
            [
                ("batch-1", "miit-green-factory@2016"),
                ("batch-2", "miit-green-factory@2016"),
                ("batch-3", "miit-green-factory@2018"),
                ("batch-4", "miit-green-factory@2018"),
                ("batch-5", "gb-t-36132@2018"),
            ],
            found);
    }
}
