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
