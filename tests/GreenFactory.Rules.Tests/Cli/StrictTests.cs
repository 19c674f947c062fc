using System.Text.Json;

namespace GreenFactory.Rules.Tests.Cli;

/// <summary>Strict mode: a conclusion that rests on values nobody read in their source is not given.</summary>
public sealed class StrictTests
{
    private static string Electronics => Path.Combine(Support.Repository.Root, "samples", "factories", "electronics-assembly.json");

    private static string PassMark => Path.Combine(Support.Repository.Root, "samples", "overlays", "pass-mark-70.yaml");

    [Fact]
    public void A_conclusion_that_rests_on_assumed_values_is_refused_and_they_are_named()
    {
        var run = Command.Run("evaluate", Electronics, "--pack", "gb-t-36132@2025", "--overlay", PassMark, "--as-of", "2025-12-31", "--strict", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var named = json.RootElement.GetProperty("assumptions").EnumerateArray().Select(a => (a.GetProperty("what").GetString(), a.GetProperty("label").GetString())).ToList();

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("undetermined", json.RootElement.GetProperty("conclusion").GetString());
        Assert.Contains(("parameter.pass_mark = 70", "assumed"), named);
        Assert.DoesNotContain(named, n => n.Item2 == "seen");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_refusal_reads_well(string language)
    {
        var run = Command.Run("evaluate", Electronics, "--pack", "gb-t-36132@2025", "--overlay", PassMark, "--as-of", "2025-12-31", "--strict", "--lang", language);

        Assert.Equal(3, run.ExitCode);
        Support.Snapshot.Match(run.Output, variant: language);
    }

    [Fact]
    public void A_gate_that_was_read_whole_settles_the_answer_whatever_is_assumed_elsewhere()
    {
        using var folder = new TemporaryFolder();
        var facts = folder.File("facts.json", """
            { "schema": "greenfactory.facts/v1", "factory": { "region": "330500", "industry": "3831" }, "period": "2025", "facts": { "compliance.no_violations_3y": false } }
            """);
        string[] line = ["evaluate", facts, "--pack", "gb-t-36132@2025", "--as-of", "2026-03-31", "--format", "json"];
        var plain = Command.Run(line);
        var strict = Command.Run([.. line, "--strict"]);

        Assert.Equal(1, plain.ExitCode);
        Assert.Equal((plain.ExitCode, plain.Output), (strict.ExitCode, strict.Output));
    }

    [Fact]
    public void That_gates_decide_at_all_may_be_an_assumption_and_then_a_failed_gate_settles_nothing()
    {
        using var folder = new TemporaryFolder();
        var facts = folder.File("facts.json", """
            { "schema": "greenfactory.facts/v1", "factory": { "region": "330500", "industry": "3831" }, "period": "2025", "facts": { "compliance.no_violations_3y": false } }
            """);
        var run = Command.Run("evaluate", facts, "--pack", "miit-platform@2025", "--as-of", "2026-03-31", "--strict", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var named = json.RootElement.GetProperty("assumptions").EnumerateArray().Select(a => (a.GetProperty("what").GetString(), a.GetProperty("label").GetString()));

        Assert.Equal(3, run.ExitCode);
        Assert.Equal([("conclusion", "inferred")], named);
    }

    [Fact]
    public void A_tier_by_clauses_that_were_inferred_is_named_in_words()
    {
        using var folder = new TemporaryFolder();
        var facts = folder.File("facts.json", """
            { "schema": "greenfactory.facts/v1", "factory": { "region": "330200", "industry": "3831" }, "period": "2025", "facts": { "compliance.no_violations_3y": false, "grade.mu_benefit": "D" } }
            """);
        string[] line = ["evaluate", facts, "--pack", "ningbo-star@2022", "--as-of", "2026-03-31", "--strict"];
        var run = Command.Run([.. line, "--lang", "en"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("conditions of the tier Five stars", run.Output, StringComparison.Ordinal);
        Assert.Contains("等级“五星”的条件", Command.Run(line).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_is_open_for_lack_of_evidence_stays_what_it_is()
    {
        string[] line = ["evaluate", Electronics, "--pack", "gb-t-36132@2025", "--as-of", "2025-12-31", "--format", "json"];

        Assert.Equal(Command.Run(line).Output, Command.Run([.. line, "--strict"]).Output);
    }

    [Fact]
    public void One_pack_at_a_time() =>
        Assert.Equal(2, Command.Run("evaluate", Electronics, "--pack", "all", "--strict").ExitCode);
}
