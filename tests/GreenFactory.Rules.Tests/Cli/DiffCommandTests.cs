using System.Text.Json;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class DiffCommandTests
{
    private static readonly string Written = File.ReadAllText(Path.Combine(Command.Fixture("rules"), "demo", "1", "pack.yaml"));

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Changes_and_their_witnesses_read_well(string language)
    {
        using var folder = TwoStates(s => s
            .Replace("land.area <= 40 hm2", "land.area <= 45 hm2", StringComparison.Ordinal)
            .Replace("points: { value: 20, source: { label: seen } }", "points: { value: 20, source: { label: inferred } }", StringComparison.Ordinal)
            .Replace("Water reuse rate", "Rate of water reuse", StringComparison.Ordinal)
            .Replace("    points: 5\n    condition: energy", "    points: 6\n    condition: energy", StringComparison.Ordinal)
            .Replace("    points: 5\n    condition: count", "    points: 4\n    condition: count", StringComparison.Ordinal));

        var run = Command.Run("diff", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--lang", language);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output.Replace(folder.Path.Replace('\\', '/'), "packs", StringComparison.Ordinal), variant: language);
    }

    [Fact]
    public void A_witness_file_gives_the_two_answers_that_were_told()
    {
        using var folder = TwoStates(s => s.Replace("land.area <= 40 hm2", "land.area <= 45 hm2", StringComparison.Ordinal));

        var told = JsonDocument.Parse(Command.Run("diff", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--format", "json", "--witnesses", folder.Path + "/witnesses").Output).RootElement;

        var witness = Assert.Single(told.GetProperty("witnesses").EnumerateArray());
        Assert.Equal(["404000 m2"], witness.GetProperty("facts").GetProperty("facts").EnumerateObject().Select(f => f.Value.GetString()));
        var expected = witness.GetProperty("differences").EnumerateArray().First(d => d.GetProperty("what").GetString() == "rules.area");
        Assert.Equal(("not-met 0/10", "met 10/10"), (expected.GetProperty("from").GetString(), expected.GetProperty("to").GetString()));
        foreach (var (state, status) in new[] { ("old", "not-met"), ("new", "met") })
        {
            var verdict = JsonDocument.Parse(Command.Run("evaluate", folder.Path + "/witnesses/witness-1.yaml", "--pack", "demo@1", "--rules", $"{folder.Path}/{state}", "--as-of", witness.GetProperty("asOf").GetString()!, "--format", "json").Output).RootElement;
            Assert.Equal(status, verdict.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("id").GetString() == "area").GetProperty("status").GetString());
        }
    }

    [Fact]
    public void Two_states_that_say_the_same_have_no_difference_and_exit_with_zero()
    {
        using var folder = TwoStates(s => "# a remark\n" + s.Replace("land.area <= 40 hm2", "(land.area   <= 40 hm2)", StringComparison.Ordinal));

        var run = Command.Run("diff", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("\nno difference\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_editions_of_the_package_are_compared_by_their_ids()
    {
        var run = Command.Run("diff", "anhui@2017", "anhui@2019", "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\nonly in anhui@2019 ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a pack that is not there", new[] { "anhui@2017", "anhui@2091" }, "GFR")]
    [InlineData("one pack alone", new[] { "anhui@2017" }, "GFR5008")]
    [InlineData("factories that are no files", new[] { "anhui@2017", "anhui@2019", "--factories", "none.json" }, "GFR1001")]
    public void What_cannot_be_compared_is_told_and_exits_with_two(string what, string[] arguments, string code)
    {
        var run = Command.Run(["diff", .. arguments]);

        Assert.True(run.ExitCode == 2 && run.Error.Contains(code, StringComparison.Ordinal), $"{what}: {run.ExitCode} {run.Error}");
    }

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        using var folder = TwoStates(s => s.Replace("at-least: 75", "at-least: 76", StringComparison.Ordinal));

        string Once() => Command.Run("diff", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--factories", Command.Fixture("demo.json"), "--as-of", "2024-12-31", "--format", "json").Output;

        Assert.Equal(Once(), Once());
    }

    private static TemporaryFolder TwoStates(Func<string, string> edit)
    {
        var folder = new TemporaryFolder();
        var old = Written.ReplaceLineEndings("\n");
        folder.File("old/demo/1/pack.yaml", old);
        folder.File("new/demo/1/pack.yaml", edit(old));
        Assert.NotEqual(old, edit(old));
        return folder;
    }
}
