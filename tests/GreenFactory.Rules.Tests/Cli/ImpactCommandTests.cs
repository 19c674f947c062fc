using System.Text.Json;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class ImpactCommandTests
{
    private static readonly string Written = File.ReadAllText(Path.Combine(Command.Fixture("rules"), "demo", "1", "pack.yaml")).ReplaceLineEndings("\n");

    [Fact]
    public void Factories_between_two_limits_move_and_no_others()
    {
        using var folder = TwoStates(s => s.Replace("land.area <= 40 hm2", "land.area <= 30 hm2", StringComparison.Ordinal));
        var table = folder.File("plants.csv", "id,period,land.area [hm2]\na,2024,29.9\nb,2024,30\nc,2024,30.1\nd,2024,40\ne,2024,40.1\n");

        var told = Json(folder, "--factories", table);

        Assert.Equal(5, told.GetProperty("factories").GetInt32());
        Assert.Equal(["not-met → not-met 1", "undetermined → not-met 2", "undetermined → undetermined 2"], Moves(told, "conclusions"));
        var rule = Assert.Single(told.GetProperty("rules").EnumerateArray());
        Assert.Equal(("area", 2, 20m, 0m), (rule.GetProperty("rule").GetString(), rule.GetProperty("factories").GetInt32(), rule.GetProperty("lost").GetDecimal(), rule.GetProperty("gained").GetDecimal()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void The_tables_read_well(string language)
    {
        using var folder = TwoStates(s => s
            .Replace("land.area <= 40 hm2", "land.area <= 30 hm2", StringComparison.Ordinal)
            .Replace("at-least: 60, requires", "at-least: 20, requires", StringComparison.Ordinal)
            .Replace("at-least: 75, requires", "at-least: 40, requires", StringComparison.Ordinal));

        var run = Command.Run("impact", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--factories", Command.Fixture("demo.json"), "--lang", language);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output, variant: language);
    }

    [Fact]
    public void Made_up_factories_are_the_same_for_a_seed_and_others_for_another()
    {
        using var folder = TwoStates(s => s.Replace("land.area <= 40 hm2", "land.area <= 30 hm2", StringComparison.Ordinal));
        string Once(string seed) => Json(folder, "--population", "60", "--seed", seed, "--as-of", "2024-12-31").GetRawText();

        Assert.Equal(Once("7"), Once("7"));
        Assert.NotEqual(Once("7"), Once("8"));
    }

    [Fact]
    public void Every_made_up_factory_is_counted_once()
    {
        using var folder = TwoStates(s => s.Replace("at-least: 60, requires", "at-least: 20, requires", StringComparison.Ordinal));

        var told = Json(folder, "--population", "80", "--as-of", "2024-12-31");

        Assert.Equal(80, told.GetProperty("factories").GetInt32());
        Assert.All(new[] { "conclusions", "tiers" }, name => Assert.Equal(80, told.GetProperty(name).EnumerateArray().Sum(m => m.GetProperty("count").GetInt32())));
        Assert.True(told.GetProperty("conclusions").GetArrayLength() > 1, "one conclusion for all would be no population");
    }

    [Theory]
    [InlineData("--population", "0")]
    [InlineData("--population", "many")]
    [InlineData("--seed", "-1")]
    [InlineData("--factories", "nowhere.csv")]
    public void What_cannot_be_used_is_told_and_exits_with_two(string option, string value)
    {
        var run = Command.Run("impact", "anhui@2017", "anhui@2019", option, value);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("GFR", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_told_with_its_place_and_no_half_table_is_shown()
    {
        using var folder = TwoStates(s => s.Replace("land.area <= 40 hm2", "land.area <= 30 hm2", StringComparison.Ordinal));
        var table = folder.File("plants.csv", "id,period,land.area [hm2]\na,2024,29.9\nb,2024,large\n");

        var run = Command.Run("impact", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--factories", table);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("plants.csv:3:", run.Error, StringComparison.Ordinal);
    }

    private static List<string> Moves(JsonElement told, string name) =>
        [.. told.GetProperty(name).EnumerateArray().Select(m => $"{m.GetProperty("from").GetString()} → {m.GetProperty("to").GetString()} {m.GetProperty("count").GetInt32()}")];

    private static JsonElement Json(TemporaryFolder folder, params string[] more) =>
        JsonDocument.Parse(Command.Run(["impact", folder.Path + "/old/demo/1", folder.Path + "/new/demo/1", "--format", "json", .. more]).Output).RootElement;

    private static TemporaryFolder TwoStates(Func<string, string> edit)
    {
        var folder = new TemporaryFolder();
        folder.File("old/demo/1/pack.yaml", Written);
        folder.File("new/demo/1/pack.yaml", edit(Written));
        Assert.NotEqual(Written, edit(Written));
        return folder;
    }
}
