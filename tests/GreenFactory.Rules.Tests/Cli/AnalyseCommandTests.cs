using System.Text.Json;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class AnalyseCommandTests
{
    [Fact]
    public void Every_finding_on_a_shipped_pack_is_written_up_and_nothing_else_is()
    {
        using var told = JsonDocument.Parse(Command.Run("analyse", "--rules", Repository.Rules, "--format", "json").Output);
        var found = told.RootElement.GetProperty("packs").EnumerateArray()
            .SelectMany(p => p.GetProperty("findings").EnumerateArray().Select(f => $"{p.GetProperty("pack").GetString()} {f.GetProperty("item").GetString()} {f.GetProperty("kind").GetString()}"));

        var written = Repository.Read("rules/FINDINGS.md").ReplaceLineEndings("\n").Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('`'))
            .Select(p => $"{p[1]} {p[3]} {p[5]}");

        Assert.Equal(found.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Findings_read_well(string language)
    {
        using var folder = new TemporaryFolder();
        var pack = File.ReadAllText(Path.Combine(Command.Fixture("rules"), "demo", "1", "pack.yaml")).ReplaceLineEndings("\n");
        folder.File("demo/1/pack.yaml", pack.Replace("condition: emission.noise.within_limits", "condition: emission.noise.within_limits and land.area >= 0 hm2", StringComparison.Ordinal));

        var run = Command.Run("analyse", folder.Path + "/demo/1", "--cliff", "8", "--lang", language);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output.Replace(folder.Path.Replace('\\', '/'), "rules", StringComparison.Ordinal), variant: language);
    }

    [Fact]
    public void A_clean_pack_has_no_findings_and_exits_with_zero()
    {
        var run = Command.Run("analyse", Path.Combine(Repository.Root, "samples", "03-write-a-pack", "my-rules", "demo-city", "2026"), "--lang", "en");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("demo-city@2026: 0 findings\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cliff", "steep")]
    [InlineData("--format", "xml")]
    public void What_cannot_be_done_is_told_and_exits_with_two(string option, string value) =>
        Assert.Equal(2, Command.Run("analyse", "wuhu@2021", option, value).ExitCode);

    [Fact]
    public void An_unknown_pack_is_told_and_exits_with_two() => Assert.Equal(2, Command.Run("analyse", "wuhu@1821").ExitCode);
}
