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

    [Fact]
    public void Targets_are_met_or_missed_as_the_counts_say_and_that_is_labelled_a_computation()
    {
        var targets = Roster.Default.By("target");

        Assert.Equal(
            ["内蒙古自治区", "江苏省", "浙江省", "江西省", "山东省", "广东省", "四川省"],
            targets.Where(t => t.Passed >= t.Applied).Select(t => t.Key.Zh.Split(' ')[0]));
        Assert.Equal(["广西壮族自治区 2020 29/30", "新疆维吾尔自治区 2020 48/50"], targets.Where(t => t.Applied - t.Passed is 1 or 2).Select(t => $"{t.Key.Zh} {t.Passed}/{t.Applied}"));
        Assert.All(targets, t => Assert.Equal("inferred", t.Label));
    }

    [Theory]
    [InlineData("50-200 元")]
    [InlineData("宜城市：100 万元")]
    [InlineData("沧州市：20 万元")]
    [InlineData("义乌市：500 万元")]
    [InlineData("12.38%")]
    [InlineData("绿色评价与服务其部分构成")]
    [InlineData("GBT 36132-2018")]
    [InlineData("华润医药 / 华润制药")]
    [InlineData("成都高新区 / 成都市高新区")]
    [InlineData("绍兴新昌县 / 绍兴市新昌县")]
    [InlineData("惠州市惠城区 / 惠州惠城区")]
    [InlineData("宜城市 沧州市")]
    [InlineData("海南 青海")]
    [InlineData("国家级 20 万元")]
    [InlineData("37/121 = 30.6%")]
    [InlineData("国家级至多 300 万元")]
    [InlineData("二至五星；四星为市级标准")]
    public void A_known_contradiction_of_the_report_is_listed_as_printed_with_its_reading(string printed)
    {
        var doubt = Assert.Single(Roster.Default.Contradictions, c => c.Printed == printed);

        Assert.True(doubt.Reading.Length > 0 && doubt.Basis.Zh.Length > 0 && doubt.Basis.En.Length > 0 && doubt.Source.Length > 0, printed);
        Assert.Contains(doubt.Label, new[] { "seen", "inferred" });
        Assert.Contains(doubt.Kind, new[] { "misprint", "oddity", "naming", "outside" });
    }

    [Fact]
    public void A_misprinted_reward_is_kept_as_printed_in_the_policy_of_its_region()
    {
        Assert.Contains("50-200", Support.Repository.Read("rules/policies/cn-gd/2019.yaml"), StringComparison.Ordinal);
        Assert.All(["宜城市", "沧州市"], place => Assert.Contains(place, Support.Repository.Read("rules/policies/cn-ah/2019.yaml"), StringComparison.Ordinal));
        Assert.Contains("义乌市", Support.Repository.Read("rules/policies/cn-zj/2019.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by", "region")]
    [InlineData("--by", "target")]
    [InlineData("--by", "year")]
    public void The_same_rows_come_as_json_and_as_markdown(string option, string way)
    {
        using var json = System.Text.Json.JsonDocument.Parse(Command.Run("roster", option, way, "--format", "json").Output);
        var markdown = Command.Run("roster", option, way, "--format", "markdown").Output.TrimEnd('\n').Split('\n');

        Assert.Equal(Roster.Default.By(way).Select(r => r.Passed), json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("named").ValueKind == System.Text.Json.JsonValueKind.Null ? null : (int?)r.GetProperty("named").GetInt32()));
        Assert.Equal(Roster.Default.By(way).Count + 2, markdown.Length);
        Assert.All(markdown, l => Assert.Equal(markdown[0].Count(c => c == '|'), l.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(c => c == '|')));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public void Contradictions_come_in_every_format(string format)
    {
        var run = Command.Run("roster", "--contradictions", "--format", format, "--lang", "zh");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.All(Roster.Default.Contradictions, c => Assert.Contains(c.Printed.Split('"')[0], run.Output.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\n           ", string.Empty, StringComparison.Ordinal).Replace("\n            ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
