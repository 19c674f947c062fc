using System.Text.Json;
using GreenFactory.Rules.Cli;
using GreenFactory.Rules.Rankings;
using GreenFactory.Rules.Tests.Rankings;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class RankCommandTests
{
    private static readonly string Scores = Path.Combine(Repository.Root, "samples", "rankings", "scores.csv");

    [Theory]
    [InlineData("bottom-five", "zh", "text")]
    [InlineData("bottom-five", "en", "text")]
    [InlineData("green-code", "en", "csv")]
    [InlineData("regional-mean", "zh", "text")]
    public void A_ranking_reads_well(string rule, string language, string format)
    {
        var run = Command.Run("rank", Scores, "--rule", rule, "--lang", language, "--format", format);

        Assert.Equal(ExitCode.Positive, run.ExitCode);
        Snapshot.Match(run.Output, variant: $"{rule}.{language}", extension: format == "text" ? "txt" : format);
    }

    [Fact]
    public void Json_says_what_the_table_says_and_where_its_settings_are_from()
    {
        var rows = Command.Run("rank", Scores, "--rule", "bottom-five", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        using var json = JsonDocument.Parse(Command.Run("rank", Scores, "--rule", "bottom-five", "--format", "json").Output);

        Assert.Equal(["assumed", "assumed", "assumed", "assumed", "assumed"], json.RootElement.GetProperty("settings").EnumerateArray().Select(s => s.GetProperty("label").GetString()));
        Assert.Equal(
            rows.Select(r => r.Split(',')).Select(c => (c[0], c[2], c[5], c[8], c[10], c[14])),
            json.RootElement.GetProperty("rows").EnumerateArray().Select(r => (Text(r, "year"), Text(r, "id"), Text(r, "place"), Text(r, "class"), Text(r, "streak"), Text(r, "excluded"))));

        static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.ToString() : string.Empty;
    }

    [Fact]
    public void Without_a_table_the_rules_are_listed() =>
        Assert.All(RankingCatalog.Default.Ids, id => Assert.Contains(id.ToString(), Command.Run("rank").Output, StringComparison.Ordinal));

    [Fact]
    public void The_cases_of_all_rules_pass_and_are_counted()
    {
        var run = Command.Run("rank", "--cases", "--lang", "en");

        Assert.Equal(ExitCode.Positive, run.ExitCode);
        Assert.EndsWith($"{RankingCatalog.Default.Ids.Sum(i => RankingCatalog.Default.Load(i.ToString()).Cases.Count)} passed, 0 failed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_fails_is_told_with_its_place_and_turns_the_exit_code()
    {
        using var folder = new TableFolder();
        var rankings = Directory.CreateDirectory(folder.Name("rankings")).FullName;
        var text = File.ReadAllText(Path.Combine(Repository.Rules, "rankings", "green-code.yaml"));
        File.WriteAllText(Path.Combine(rankings, "green-code.yaml"), text.Replace("place: \"1\", of: \"19\", class: A }", "place: \"1\", of: \"19\", class: A+ }", StringComparison.Ordinal));

        var run = Command.Run("rank", "--cases", "--rule", "green-code", "--rules", folder.Name("."), "--lang", "en");

        Assert.Equal(ExitCode.Negative, run.ExitCode);
        Assert.Contains("green-code.yaml:", run.Output, StringComparison.Ordinal);
        Assert.Contains("f01  class: expected A+, got A", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_ranked_as_they_are_kept()
    {
        using var folder = new TableFolder();
        var files = new[] { "cable-maker", "electronics-assembly" }.Select(name =>
        {
            var verdict = Command.Run("evaluate", Path.Combine(Repository.Root, "samples", "factories", $"{name}.json"), "--pack", "gb-t-36132@2025", "--format", "json").Output;
            return folder.Text($"{name}.json", verdict);
        }).ToArray();

        var run = Command.Run(["rank", .. files, "--rule", "green-code", "--format", "csv"]);

        Assert.Equal(ExitCode.Positive, run.ExitCode);
        Assert.Equal(3, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("filed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_of_two_packs_are_not_ranked_together()
    {
        using var folder = new TableFolder();
        var files = new[] { "gb-t-36132@2025", "miit-green-factory@2018" }.Select((pack, i) =>
            folder.Text($"{i}.json", Command.Run("evaluate", Path.Combine(Repository.Root, "samples", "factories", "cable-maker.json"), "--pack", pack, "--format", "json").Output)).ToArray();

        var run = Command.Run(["rank", .. files, "--rule", "green-code"]);

        Assert.Equal(ExitCode.CannotDo, run.ExitCode);
        Assert.Contains("GFR4307", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("not a table at all", "\u0001\u0002\u0003")]
    [InlineData("an empty file", "")]
    [InlineData("rows of different length", "id,score\na,1,2\nb,3\n")]
    [InlineData("a quotation mark that is never closed", "id,score\n\"a,1\nb,3\n")]
    public void What_cannot_be_read_is_told_and_nothing_is_ranked(string what, string text)
    {
        using var folder = new TableFolder();
        var run = Command.Run("rank", folder.Text("table.csv", text), "--rule", "green-code");

        Assert.True(run.ExitCode == ExitCode.CannotDo && run.Error.Contains("GFR4", StringComparison.Ordinal) && run.Output.Length == 0, $"{what}: {run.ExitCode} {run.Error} {run.Output}");
    }

    [Fact]
    public void Text_of_a_table_is_never_a_statement()
    {
        using var folder = new TableFolder();
        const string Evil = "x'; DROP TABLE rows; --";
        var run = Command.Run("rank", folder.Text("it's; a 'table'.csv", $"id,score,\"filed\"\n\"{Evil}\",5,\"' OR 1=1 --\"\nb,6,true\n"), "--rule", "green-code", "--format", "csv");

        Assert.Equal(ExitCode.Positive, run.ExitCode);
        Assert.Contains(Evil, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_a_terminal_would_obey_comes_from_a_table()
    {
        using var folder = new TableFolder();
        var run = Command.Run("rank", folder.Text("table.csv", "id,score,industry\n\"a\u001b[31mred\",5,3\u001b1\nb,6,3811\n"), "--rule", "green-code-industry");

        Assert.Equal(ExitCode.Positive, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains("red", run.Output, StringComparison.Ordinal);
    }
}
