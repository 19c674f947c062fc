using System.Text.Json;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class BenchmarksCommandTests
{
    [Fact]
    public void What_applies_to_a_product_is_listed_with_document_table_and_label()
    {
        var run = Command.Run("benchmarks", "--industry", "3011", "--product", "水泥熟料", "--as-of", "2025-12-31", "--region", "330500");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output);
    }

    [Fact]
    public void What_does_not_apply_is_listed_with_the_reason()
    {
        var run = Command.Run("benchmarks", "--industry", "3120", "--as-of", "2025-12-31", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Snapshot.Match(run.Output);
    }

    [Theory]
    [InlineData("3011", "cement", "2025-12-31", 0)]
    // only the first day makes an edition bind, and nobody says that none bound before
    [InlineData("3140", "硅铁", "2023-12-31", 3)]
    [InlineData("3140", "硅铁", "2024-01-01", 0)]
    // illustrative values answer nothing, nor does what is for any product when one is asked for
    [InlineData("3831", "power-cable", "2025-12-31", 1)]
    [InlineData("3011", "lamp", "2025-12-31", 1)]
    public void The_exit_code_says_whether_something_published_applies(string industry, string product, string asOf, int expected) =>
        Assert.Equal(expected, Command.Run("benchmarks", "--industry", industry, "--product", product, "--as-of", asOf).ExitCode);

    [Fact]
    public void A_value_the_document_does_not_print_is_null_and_never_zero()
    {
        var rows = Rows("4411", "2025-12-31");
        var old = rows.Single(r => r.GetProperty("row").GetString() == "gb21258-2024-007");

        Assert.Equal("applies", old.GetProperty("standing").GetString());
        Assert.Equal(JsonValueKind.Null, old.GetProperty("values").GetProperty("leading").ValueKind);
        Assert.Equal(352, old.GetProperty("values").GetProperty("threshold").GetDecimal());
        Assert.Equal(4, rows.Count(r => r.GetProperty("outOfOrder").GetBoolean()));
    }

    [Fact]
    public void An_edition_that_is_not_in_force_yet_names_the_one_that_is_not_held()
    {
        var sinter = Rows("3120", "2025-12-31").Single(r => r.GetProperty("row").GetString() == "gb21256-2025-001");

        Assert.Equal("earlier-not-held", sinter.GetProperty("standing").GetString());
        Assert.Contains("GB 21256-2013", sinter.GetProperty("reason").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_nobody_knows_brings_the_nearest_name()
    {
        var run = Command.Run("benchmarks", "--industry", "3011", "--product", "cement-clinkr", "--lang", "en");

        Assert.Contains("'cement-clinker'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_with_the_request_is_told_at_once()
    {
        var run = Command.Run("benchmarks", "--industry", "9999", "--region", "12", "--as-of", "yesterday", "--format", "pdf", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        foreach (var option in new[] { "--industry", "--region", "--as-of", "--format" })
        {
            Assert.Contains(option, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_table_reads_in_Markdown() =>
        Assert.Contains(
            "| GB 16780-2021 | 水泥熟料 (cement-clinker)  coal per tonne of clinker | leading 94, baseline 100, limit 109 kgce/t | 表2 | seen |",
            Command.Run("benchmarks", "--industry", "3011", "--as-of", "2025-12-31", "--format", "markdown", "--lang", "en").Output,
            StringComparison.Ordinal);

    private static List<JsonElement> Rows(string industry, string asOf)
    {
        var run = Command.Run("benchmarks", "--industry", industry, "--as-of", asOf, "--format", "json");
        using var document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.Clone())];
    }
}
