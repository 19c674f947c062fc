using System.Text.Json;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class GroupCommandTests
{
    private const string Pack = "demo-city@2026";

    private static readonly string Rules = Path.Combine(Repository.Root, "samples", "03-write-a-pack", "my-rules");

    [Theory]
    [InlineData("en", "text", "txt")]
    [InlineData("zh", "text", "txt")]
    [InlineData("zh", "markdown", "md")]
    public void A_group_reads_well(string language, string format, string extension)
    {
        using var folder = Group();

        var run = Run(folder, "--lang", language, "--format", format);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output, extension, $"{language}_{format}");
    }

    [Fact]
    public void Those_with_the_fewest_obstacles_and_points_wanting_are_nearest_and_those_at_the_top_are_not_listed()
    {
        using var folder = Group();
        using var told = JsonDocument.Parse(Run(folder, "--format", "json").Output);

        var nearest = told.RootElement.GetProperty("nearest").EnumerateArray().Select(n => $"{Path.GetFileName(n.GetProperty("file").GetString())} {n.GetProperty("level").GetString()} {n.GetProperty("obstacles").GetInt32()} {n.GetProperty("open").GetInt32()} {n.GetProperty("points").GetRawText()}");

        Assert.Equal(["b.yaml star-4 0 0 10", "c.yaml star-3 0 1 10", "d.yaml star-3 1 0 0"], nearest);
    }

    [Fact]
    public void A_gap_is_shared_when_two_or_more_have_it()
    {
        using var folder = Group();
        using var told = JsonDocument.Parse(Run(folder, "--format", "json").Output);

        var gaps = told.RootElement.GetProperty("sharedGaps").EnumerateArray().ToDictionary(g => g.GetProperty("rule").GetString()!, g => (g.GetProperty("notMet").GetInt32(), g.GetProperty("open").GetInt32(), g.GetProperty("points").GetDecimal()));

        Assert.Equal((2, 0, 40m), gaps["renewable-share"]);
        Assert.Equal((2, 0, 20m), gaps["energy-certified"]);
        Assert.DoesNotContain("lawful", gaps.Keys);
        Assert.DoesNotContain("plan", gaps.Keys);
    }

    [Fact]
    public void A_broken_file_is_told_with_the_others_and_nothing_is_judged()
    {
        using var folder = Group();
        folder.File("e.yaml", "schema: greenfactory.facts/v1\nperiod: \"2026\"\nfacts: { water.reuse: \"95 %\" }\n");

        var run = Run(folder);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("e.yaml:3:10", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group", "--pack", "anhui@2019")]
    [InlineData("group", "samples")]
    [InlineData("group", "nowhere.json", "--pack", "anhui@2019")]
    public void What_cannot_be_done_is_told_and_exits_with_two(params string[] arguments) => Assert.Equal(2, Command.Run(arguments).ExitCode);

    private static Command Run(TemporaryFolder folder, params string[] more) =>
        Command.Run(["group", folder.Path, "--pack", Pack, "--rules", Rules, "--as-of", "2026-06-30", .. more]);

    /// <summary>One at the top, one ten points short of four stars, one open and short of three, and one with a veto.</summary>
    private static TemporaryFolder Group()
    {
        var folder = new TemporaryFolder();
        folder.File("a.yaml", Facts("甲厂", string.Empty));
        folder.File("b.yaml", Facts("乙厂", "renewable.share: \"5 %\", management.energy_certified: false"));
        folder.File("c.yaml", Facts("丙厂", "renewable.share: \"5 %\", management.energy_certified: false, energy.per_output_value: 0.3 tce/万元, management.plan: null"));
        folder.File("d.yaml", Facts("丁厂", "compliance.lawful_conduct: false"));
        return folder;
    }

    private static string Facts(string name, string changed)
    {
        var own = changed.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(": ")[0]).ToHashSet(StringComparer.Ordinal);
        string[] all =
        [
            "compliance.lawful_conduct: true", "accidents.safety.major: 0", "accidents.safety.gravest: 0", "management.plan: true", "management.annual_targets: true",
            "renewable.share: \"30 %\"", "energy.per_output_value: 0.1 tce/万元", "management.energy_certified: true", "energy.platform.functions: 6", "water.reuse_rate: \"95 %\"",
            "waste.generated: 10 t", "waste.utilisation_rate: \"98 %\"", "assessment.green_design: { fraction: 1, reason: review }",
        ];
        var facts = all.Where(f => !own.Contains(f.Split(": ")[0])).Concat(changed.Split(", ", StringSplitOptions.RemoveEmptyEntries));
        return $"schema: greenfactory.facts/v1\nperiod: \"2026\"\nfactory: {{ name: {name} }}\nfacts: {{ {string.Join(", ", facts)} }}\n";
    }
}
