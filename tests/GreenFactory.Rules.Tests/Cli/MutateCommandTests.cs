using System.Text.Json;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class MutateCommandTests
{
    private const string Cases = """
        schema: greenfactory.cases/v1
        as-of: 2024-12-31
        cases:
          - name: at the leading value reuse earns all
            rule: reuse
            given: { water.reuse_rate: "95 %" }
            expect: { status: met, points: 10 }

          - name: just short of it reuse earns a little less
            rule: reuse
            given: { water.reuse_rate: "94.9 %" }
            expect: { status: partly-met, points: { value: 9.9895, tolerance: 0.0001 } }

          - name: below the baseline reuse earns nothing
            rule: reuse
            given: { water.reuse_rate: "79.9 %" }
            expect: { status: not-met, points: 0 }
        """;

    [Fact]
    public void Boundary_cases_kill_every_change_of_a_boundary_but_the_one_nobody_stands_on()
    {
        using var folder = Pack(Cases);

        var survivors = Mutants(folder).Where(m => m.Rule == "reuse" && m.KilledBy is null).Select(m => $"{m.Place} {m.What}");

        Assert.Equal(["forms.0.baseline '80 %' became '81 %'", "source.label 'assumed' became 'seen'"], survivors);
    }

    [Fact]
    public void The_case_that_stands_on_it_kills_it_too()
    {
        using var folder = Pack(Cases + "\n\n  - name: at the baseline reuse earns a part by ratio\n    rule: reuse\n    given: { water.reuse_rate: \"80 %\" }\n    expect: { status: partly-met }\n");

        Assert.DoesNotContain(Mutants(folder), m => m is { Rule: "reuse", Place: "forms.0.baseline", KilledBy: null });
    }

    [Fact]
    public void Labels_are_noticed_by_a_case_that_counts_them()
    {
        using var folder = Pack(Cases);
        var counting = Cases + "\n\n  - name: labels are counted\n    expect: { labels: { seen: 0 } }\n";
        folder.File("demo/1/demo.cases.yaml", counting);
        var counts = JsonDocument.Parse(Command.Run("test", folder.Path, "--format", "json").Output).RootElement.GetProperty("cases").EnumerateArray().Last().GetProperty("lines").EnumerateArray()
            .Select(l => $"{l.GetProperty("what").GetString()!["labels.".Length..]}: {l.GetProperty("got").GetString()}");

        folder.File("demo/1/demo.cases.yaml", counting.Replace("seen: 0", string.Join(", ", counts), StringComparison.Ordinal));

        Assert.Equal(0, Command.Run("test", folder.Path).ExitCode);
        Assert.All(Mutants(folder).Where(m => m.Place.EndsWith(".label", StringComparison.Ordinal)), m => Assert.Equal("labels are counted", m.KilledBy));
    }

    [Fact]
    public void A_score_below_the_least_is_a_no_and_names_each_survivor_with_its_place()
    {
        using var folder = Pack(Cases);

        var run = Command.Run("mutate", folder.Path, "--min", "99", "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("demo/1/pack\\.yaml:[0-9]+:[0-9]+  lawful kind: 'gate' became 'optional'\n", run.Output);
        Assert.Matches("demo@1: [0-9]+ killed, [0-9]+ survived, [0-9.]+ %\n$", run.Output);
        Assert.Equal(0, Command.Run("mutate", folder.Path, "--min", "1").ExitCode);
    }

    [Fact]
    public void Cases_that_fail_anyway_prove_nothing()
    {
        using var folder = Pack(Cases.Replace("points: 10", "points: 9", StringComparison.Ordinal));

        Assert.Equal(2, Command.Run("mutate", folder.Path).ExitCode);
    }

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        using var folder = Pack(Cases);

        Assert.Equal(Command.Run("mutate", folder.Path, "--format", "json").Output, Command.Run("mutate", folder.Path, "--format", "json").Output);
    }

    private static List<(string? Rule, string Place, string What, string? KilledBy)> Mutants(TemporaryFolder folder) =>
    [
        .. JsonDocument.Parse(Command.Run("mutate", folder.Path, "--format", "json").Output).RootElement.GetProperty("packs")[0].GetProperty("mutants").EnumerateArray()
            .Select(m => (m.GetProperty("rule").GetString(), m.GetProperty("place").GetString()!, m.GetProperty("what").GetProperty("en").GetString()!, m.GetProperty("killedBy").GetString())),
    ];

    private static TemporaryFolder Pack(string cases)
    {
        var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        folder.File("demo/1/demo.cases.yaml", cases);
        return folder;
    }
}
