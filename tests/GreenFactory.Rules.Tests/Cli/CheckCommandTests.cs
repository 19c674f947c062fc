using System.Text.Json;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class CheckCommandTests
{
    [Fact]
    public void The_packs_inside_are_free_of_errors()
    {
        var run = Command.Run("check", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("\n[0-9]+ packs checked: 0 errors, [0-9]+ warnings\n$", run.Output);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_pack_says_what_of_its_original_it_has_and_what_is_missing(string language) =>
        Support.Snapshot.Match(Command.Run("check", "--lang", language).Output, variant: language);

    [Fact]
    public void The_coverage_is_in_the_json_too()
    {
        using var json = JsonDocument.Parse(Command.Run("check", "--format", "json").Output);
        var ningbo = json.RootElement.GetProperty("coverage").EnumerateArray().Single(c => c.GetProperty("pack").GetString() == "ningbo-star@2022");
        var beijing = json.RootElement.GetProperty("coverage").EnumerateArray().Single(c => c.GetProperty("pack").GetString() == "beijing-levels@2021");

        Assert.Equal((4, 1), (ningbo.GetProperty("clauses").GetProperty("encoded").GetInt32(), ningbo.GetProperty("clauses").GetProperty("not-machine-checkable").GetInt32()));
        Assert.Equal("The table of indicators", ningbo.GetProperty("gaps")[0].GetProperty("en").GetString());
        Assert.Equal(4, beijing.GetProperty("unsetParameters").GetArrayLength());
    }

    [Fact]
    public void A_rules_root_is_checked_whole()
    {
        Assert.Equal(0, Command.Run("check", Repository.Rules).ExitCode);
        Assert.EndsWith("\n1 packs checked: 0 errors, 1 warnings\n", Command.Run("check", Command.Fixture("rules"), "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_one_pack_is_checked_with_its_base_beside_it()
    {
        var run = Command.Run("check", Path.Combine(Repository.Rules, "miit-green-factory", "2018"), "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n1 packs checked: 0 errors", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_is_checked_wherever_its_folder_lies()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture(Path.Combine("rules", "demo", "1")), "anywhere");

        Assert.Equal(0, Command.Run("check", folder.File("anywhere")).ExitCode);
    }

    [Fact]
    public void A_base_that_lies_beside_a_pack_is_found_and_nothing_else_beside_it_is_checked()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        folder.File("upper/2/pack.yaml", """
            schema: greenfactory.pack/v1
            id: upper@2
            version: 1.0.0
            title: { zh: 上层, en: Upper }
            jurisdiction: "330500"
            in-force: { from: 2024-01-01 }
            source: { document: demo, clause: "1", label: assumed }
            extends: demo@1
            """);
        folder.File("stray/1/pack.yaml", "schema: broken");

        Assert.EndsWith("\n1 packs checked: 0 errors, 1 warnings\n", Command.Run("check", folder.File("upper/2"), "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal(1, Command.Run("check", folder.Path).ExitCode);
    }

    [Fact]
    public void Every_fault_is_told_with_its_place_and_counted()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        var pack = folder.File("demo/1/pack.yaml");
        File.WriteAllText(pack, File.ReadAllText(pack).Replace("full: 100", "full: 101", StringComparison.Ordinal).Replace("measure: water.reuse_rate", "measure: water.reuse_rat", StringComparison.Ordinal));

        var run = Command.Run("check", folder.File("demo/1"), "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{pack.Replace('\\', '/')}:3:5: error GFR3019: ", run.Error, StringComparison.Ordinal);
        Assert.Matches("pack\\.yaml:[0-9]+:14: error GFR[0-9]{4}: .*water\\.reuse_rat", run.Error);
        Assert.Equal("1 packs checked: 2 errors, 1 warnings\n", run.Output);
    }

    [Fact]
    public void Json_goes_to_both_streams()
    {
        using var folder = new TemporaryFolder();
        folder.File("broken/1/pack.yaml", "schema: greenfactory.pack/v1\n");

        var run = Command.Run("check", folder.Path, "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.NotEqual(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("errors").GetInt32());
        Assert.NotEqual(0, JsonDocument.Parse(run.Error).RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void A_pack_without_an_id_is_checked_all_the_same()
    {
        using var folder = new TemporaryFolder();
        folder.File("pack.yaml", "schema: greenfactory.pack/v1\nversion: 1.0.0\n");

        var run = Command.Run("check", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("pack.yaml:1:1: error GFR1011: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_packs_is_told()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, Command.Run("check", folder.Path).ExitCode);
        Assert.Equal(2, Command.Run("check", Path.Combine(folder.Path, "no")).ExitCode);
    }

    [Fact]
    public void A_rules_root_is_checked_with_its_policies_and_its_rules_about_populations()
    {
        var folder = Directory.CreateTempSubdirectory("greenfactory-check");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "policies", "cn-xx"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "rankings"));
            File.WriteAllText(Path.Combine(folder.FullName, "policies", "cn-xx", "2019.yaml"), "schema: greenfactory.policy/v1\nid: policy-cn-xx@2019\n");
            File.WriteAllText(Path.Combine(folder.FullName, "rankings", "own.yaml"), "schema: greenfactory.ranking/v1\nid: own@2024\nclases: []\n");

            var run = Command.Run("check", folder.FullName, "--lang", "en");

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("cn-xx/2019.yaml", run.Error, StringComparison.Ordinal);
            Assert.Contains("'clases'", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
