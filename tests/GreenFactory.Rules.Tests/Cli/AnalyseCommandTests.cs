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

        var written = Rows(5).Select(p => $"{p[1].Trim('`')} {p[2].Trim('`')} {p[3].Trim('`')}");

        Assert.Equal(found.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_change_that_no_case_notices_is_written_up_with_the_reason_why_it_changes_nothing()
    {
        using var told = JsonDocument.Parse(Command.Run("mutate", Repository.Rules, "--format", "json").Output);
        var packs = told.RootElement.GetProperty("packs").EnumerateArray().ToList();
        var survivors = packs.SelectMany(p => p.GetProperty("mutants").EnumerateArray()
            .Where(m => m.GetProperty("killedBy").ValueKind == JsonValueKind.Null)
            .Select(m => $"{p.GetProperty("pack").GetString()} {m.GetProperty("rule").GetString() ?? "—"} {m.GetProperty("place").GetString()} {m.GetProperty("what").GetProperty("en").GetString()}"));

        Assert.Equal(survivors.Order(StringComparer.Ordinal), Rows(6).Select(p => $"{p[1].Trim('`')} {p[2].Trim('`')} {p[3].Trim('`')} {p[4]}").Order(StringComparer.Ordinal));
        Assert.All(packs, p => Assert.True(p.GetProperty("percent").GetDecimal() >= 95, p.GetProperty("pack").GetString()));
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

    /// <summary>Rows of the tables of FINDINGS.md that have so many columns.</summary>
    private static IEnumerable<string[]> Rows(int columns) => Repository.Read("rules/FINDINGS.md").ReplaceLineEndings("\n").Split('\n')
        .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
        .Select(l => l.Split('|').Select(c => c.Trim()).ToArray())
        .Where(c => c.Length == columns + 1);
}
