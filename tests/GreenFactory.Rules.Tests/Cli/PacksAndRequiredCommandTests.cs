using System.Text.Json;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class PacksAndRequiredCommandTests
{
    private static string[] DemoRules => ["--rules", Command.Fixture("rules")];

    [Fact]
    public void Packs_are_listed_with_what_people_choose_by()
    {
        var run = Command.Run(["packs", "--lang", "en", .. DemoRules]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("demo@1  Demonstration: one rule of every kind", run.Output, StringComparison.Ordinal);
        Assert.Contains("In force         from 2024-01-01 (in force)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Extends          gb-t-36132@2018", run.Output, StringComparison.Ordinal);
        Assert.Contains("2018-12-01 to 2025-12-30 (ended)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Values by label  seen ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-06-01", false, true)]
    [InlineData("2024-06-01", true, true)]
    [InlineData("2025-12-31", true, false)]
    public void A_date_keeps_packs_in_force_on_it(string date, bool demo, bool edition2018)
    {
        var ids = Ids("--as-of", date);

        Assert.Equal(demo, ids.Contains("demo@1"));
        Assert.Equal(edition2018, ids.Contains("gb-t-36132@2018"));
    }

    [Theory]
    [InlineData("330500", true, true)]
    [InlineData("330000", true, true)]
    [InlineData("320500", false, true)]
    [InlineData("100000", false, true)]
    public void A_region_keeps_packs_that_cover_it(string region, bool demo, bool national)
    {
        var ids = Ids("--region", region);

        Assert.Equal(demo, ids.Contains("demo@1"));
        Assert.Equal(national, ids.Contains("gb-t-36132@2018"));
    }

    [Fact]
    public void The_share_of_sourced_values_is_the_one_of_the_pack()
    {
        var pack = RulePackCatalog.Default.Load("miit-green-factory@2018");
        var listed = Packs().Single(p => p.GetProperty("id").GetString() == "miit-green-factory@2018");

        Assert.Equal(pack.SourcedShare, listed.GetProperty("sourcedShare").GetDecimal());
    }

    [Fact]
    public void A_pack_that_cannot_be_read_is_told_and_the_others_are_listed()
    {
        using var folder = new TemporaryFolder();
        folder.File("broken/1/pack.yaml", "schema: greenfactory.pack/v1\nid: broken@1\n  x: [\n");

        var run = Command.Run("packs", "--rules", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gb-t-36132@2018", run.Output, StringComparison.Ordinal);
        Assert.Contains("broken/1/pack.yaml:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--region", "33")]
    [InlineData("--as-of", "today")]
    [InlineData("--format", "markdown")]
    public void A_value_that_cannot_be_used_is_refused(string option, string value)
    {
        var run = Command.Run("packs", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("greenfactory: error GFR5005: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", Language.Chinese, "txt")]
    [InlineData("text", Language.English, "txt")]
    [InlineData("markdown", Language.Chinese, "md")]
    public void Needed_facts_are_listed_by_group_with_who_uses_them(string format, Language language, string extension)
    {
        var run = Command.Run(["required", "--pack", "demo@1", "--format", format, "--lang", language == Language.English ? "en" : "zh", .. DemoRules]);

        Assert.Equal(0, run.ExitCode);
        Snapshot.Match(run.Output, extension, $"{format}_{language}");
    }

    [Fact]
    public void Lines_of_needed_facts_keep_to_the_width() =>
        Assert.All(Command.Run(["required", "--pack", "demo@1", "--width", "70", .. DemoRules]).Output.Split('\n'), l => Assert.True(TextWidth.Of(l) <= 70, l));

    [Fact]
    public void Needed_facts_are_those_of_the_pack_and_each_names_its_rules()
    {
        var pack = RulePackCatalog.Default.Load("miit-green-factory@2018");
        var facts = JsonDocument.Parse(Command.Run("required", "--pack", "miit-green-factory@2018", "--format", "json").Output).RootElement.GetProperty("facts").EnumerateArray().ToList();

        Assert.Equal(pack.RequiredFacts.Select(f => f.Path), facts.Select(f => f.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(facts, f => Assert.NotEqual(0, f.GetProperty("rules").GetArrayLength()));
        Assert.Contains(facts, f => f.GetProperty("path").GetString() == "product.kind");
    }

    private static string[] Ids(params string[] more) => [.. Packs([.. DemoRules, .. more]).Select(p => p.GetProperty("id").GetString()!)];

    private static JsonElement.ArrayEnumerator Packs(params string[] more) => JsonDocument.Parse(Command.Run(["packs", "--format", "json", .. more]).Output).RootElement.GetProperty("packs").EnumerateArray();
}
