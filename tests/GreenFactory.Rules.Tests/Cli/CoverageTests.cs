using System.Text.Json;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class CoverageTests
{
    private const string Half = """
        schema: greenfactory.cases/v1
        as-of: 2024-12-31
        cases:
          - name: at the leading value reuse earns all
            rule: reuse
            given: { water.reuse_rate: "95 %" }
            expect: { status: met }
        """;

    private const string More = """

          - name: below the baseline reuse earns nothing
            rule: reuse
            given: { water.reuse_rate: "79 %" }
            expect: { status: not-met }

          - name: between the two it earns a part
            rule: reuse
            given: { water.reuse_rate: "90 %" }
            expect: { status: partly-met }

          - name: a rate nobody states is open
            rule: reuse
            expect: { status: insufficient-evidence }
        """;

    [Fact]
    public void What_no_case_reaches_is_named()
    {
        using var folder = Pack(Half);

        var run = Command.Run("test", folder.Path, "--coverage", "text", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("demo@1: 3 of [0-9]+ covered", run.Output);
        Assert.All(["partly-met", "not-met", "insufficient-evidence"], s => Assert.Contains($"status {s}", Regex.Match(run.Output, @"\n  reuse  (.*\n(?:   .*\n)*)").Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Cases_that_reach_it_take_it_off_the_list()
    {
        using var folder = Pack(Half + More);

        Assert.All(Items(folder).Where(i => i.Rule == "reuse"), i => Assert.NotNull(i.Case));
        Assert.Contains(Items(folder), i => i.Rule == "lawful" && i.Case is null);
    }

    [Theory]
    [InlineData("GFR4205", "as-of: 2023-12-31", "[GFR4205, GFR4207]")]
    [InlineData("GFR4206", "given: { emission.noise.within_limits: n/a }", "[GFR4206, GFR4207]")]
    [InlineData("GFR4207", "given: { water.reuse_rate: \"90 %\" }", "[GFR4207]")]
    public void A_warning_of_the_pack_is_reached_by_a_case_that_expects_it(string code, string setting, string warnings)
    {
        using var without = Pack(Half);
        using var with = Pack(Half + $"\n\n  - name: it warns\n    {setting}\n    expect: {{ warnings: {warnings} }}\n");

        Assert.Null(Items(without).Single(i => i.Key == $"warnings/{code}").Case);
        Assert.Equal("it warns", Items(with).Single(i => i.Key == $"warnings/{code}").Case);
    }

    [Fact]
    public void Reformatting_the_pack_changes_nothing()
    {
        using var folder = Pack(Half + More);
        var before = Command.Run("test", folder.Path, "--coverage", "json").Output;
        var file = folder.File("demo/1/pack.yaml");
        File.WriteAllText(file, "# moved\n\n" + File.ReadAllText(file).Replace("condition: compliance.founded_lawfully and not (management.leadership = false)", "condition: >-\n      compliance.founded_lawfully\n      and not (management.leadership   =   false)", StringComparison.Ordinal));

        var after = Items(folder);

        Assert.Equal(JsonDocument.Parse(before).RootElement.GetProperty("packs")[0].GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()), after.Select(i => i.Key));
    }

    [Fact]
    public void A_least_coverage_is_held_to()
    {
        using var folder = Pack(Half);

        Assert.Equal(1, Command.Run("test", folder.Path, "--coverage-min", "99").ExitCode);
        Assert.Equal(0, Command.Run("test", folder.Path, "--coverage-min", "1").ExitCode);
        Assert.Equal(2, Command.Run("test", folder.Path, "--coverage-min", "101").ExitCode);
    }

    [Fact]
    public void The_page_shows_every_goal_with_the_case_that_reached_it()
    {
        using var folder = Pack(Half.Replace("reuse earns all", "<b>reuse</b> earns all", StringComparison.Ordinal));

        var page = Command.Run("test", folder.Path, "--coverage", "html", "--lang", "en").Output;

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<td>at the leading value &lt;b&gt;reuse&lt;/b&gt; earns all</tr>", page, StringComparison.Ordinal);
        Assert.Contains("class=\"no\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_extends_another_answers_only_for_what_it_says_itself()
    {
        var items = JsonDocument.Parse(Command.Run("test", Path.Combine(Repository.Rules, "db3305-t-61"), "--coverage", "json").Output).RootElement.GetProperty("packs")[0];

        Assert.InRange(items.GetProperty("goals").GetInt32(), 5, 60);
    }

    private static List<(string Key, string? Rule, string? Case)> Items(TemporaryFolder folder) =>
    [
        .. JsonDocument.Parse(Command.Run("test", folder.Path, "--coverage", "json").Output).RootElement.GetProperty("packs")[0].GetProperty("items").EnumerateArray()
            .Select(i => (i.GetProperty("key").GetString()!, i.GetProperty("rule").GetString(), i.GetProperty("case").GetString())),
    ];

    private static TemporaryFolder Pack(string cases)
    {
        var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        folder.File("demo/1/demo.cases.yaml", cases);
        return folder;
    }
}
