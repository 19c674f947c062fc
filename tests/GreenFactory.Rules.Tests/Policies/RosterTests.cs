using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Tests.Cli;

namespace GreenFactory.Rules.Tests.Policies;

public sealed class RosterTests
{
    [Fact]
    public void The_batches_come_to_the_printed_total_and_rates()
    {
        var batches = Roster.Default.By("batch");

        Assert.Equal(1402, batches.Sum(b => b.Passed));
        Assert.Equal([77.3m, 48.4m, 48.9m, 58.8m], batches.Select(b => b.Rate!.Value));
    }

    [Fact]
    public void The_regions_come_to_the_same_total_thirty_of_them_with_a_factory_and_four_above_120()
    {
        var regions = Roster.Default.By("region");

        Assert.Equal((31, 1402, 30, 4), (regions.Count, regions.Sum(r => r.Passed), regions.Count(r => r.Passed > 0), regions.Count(r => r.Passed > 120)));
    }

    [Fact]
    public void Every_region_is_in_one_macro_region_and_their_sums_come_to_the_same_total()
    {
        var parts = Roster.Default.By("macro-region");

        Assert.Equal(["North 181", "Northeast 66", "East 600", "Central 160", "South 185", "Southwest 99", "Northwest 111"], parts.Select(p => $"{p.Key.En} {p.Passed}"));
        Assert.Equal((1402, true), (parts.Sum(p => p.Passed), parts.All(p => p.Label == "inferred")));
    }

    [Fact]
    public void Everything_wrong_in_the_tables_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.File("policies/roster.csv", "by,key,en,applied,passed,removed,printed_total,label,source\nbatch,一,one,about 3,2,,,seen,x\nbatch,二\n");
        folder.File("policies/macro-regions.csv", "key,en,regions,label,source\n北,North,110000 120000 110000 999999,inferred,x\n");
        var bag = new DiagnosticBag();

        var fault = Assert.Throws<InvalidInputException>(() => Roster.Read(RulesSource.Directory(folder.Path, bag), PolicyCatalog.Default));

        Assert.Equal(
            ["GFR1012 macro-regions.csv:1", "GFR1012 macro-regions.csv:2", "GFR1015 roster.csv:2", "GFR1012 roster.csv:3"],
            fault.Diagnostics.Select(d => $"{d.Code.Id} {Path.GetFileName(d.Span.File)}:{d.Span.Line}").Distinct());
    }

    [Fact]
    public void Every_printed_total_of_a_year_is_the_sum_of_the_lists_less_removals()
    {
        var total = 0;
        foreach (var year in Roster.Default.By("year"))
        {
            total += year.Passed!.Value - (year.Removed ?? 0);
            Assert.Equal(year.PrintedTotal ?? total, total);
        }

        Assert.Equal(8336, total);
    }

    [Fact]
    public void There_are_sixteen_industries_and_seven_groups() => Assert.Equal((16, 7), (Roster.Default.By("industry").Count, Roster.Default.By("group").Count));

    [Theory]
    [InlineData("region")]
    [InlineData("macro-region")]
    [InlineData("batch")]
    [InlineData("industry")]
    [InlineData("group")]
    [InlineData("year")]
    public void The_command_prints_a_table(string way)
    {
        var run = Command.Run("roster", "--by", way, "--lang", "en");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(Roster.Default.By(way).Count, run.Output.TrimEnd('\n').Split('\n').Skip(1).Count(l => l.Length > 0 && l[0] != ' '));
    }
}
