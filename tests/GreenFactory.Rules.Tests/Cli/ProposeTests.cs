using System.Text.Json;
using System.Text.RegularExpressions;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class ProposeTests
{
    private const string Cases = """
        schema: greenfactory.cases/v1
        as-of: 2024-12-31
        cases:
          - name: at the leading value reuse earns all
            rule: reuse
            given: { water.reuse_rate: "95 %" }
            expect: { status: met }

        """;

    [Fact]
    public void Accepted_proposals_pass_and_cover_more()
    {
        using var folder = Pack(Cases);
        var file = folder.File("demo/1/demo.cases.yaml");

        var proposed = Command.Run("test", folder.Path, "--propose", "--lang", "en").Output;
        Assert.Contains("# computed expectation: a person has to confirm it, then remove this line\n  - name: ", proposed, StringComparison.Ordinal);
        File.AppendAllText(file, proposed);

        Assert.Equal(0, Command.Run("test", folder.Path).ExitCode);
        var open = Items(folder).Where(i => i.Rule == "reuse" && i.Case is null);
        Assert.Empty(open);
    }

    [Fact]
    public void The_case_shown_beside_a_survivor_kills_it()
    {
        using var folder = Pack(Cases);
        var survivor = Mutants(folder).First(m => m is { Rule: "reuse", Place: "forms.0.leading", KilledBy: null, Missing: not null });

        File.AppendAllText(folder.File("demo/1/demo.cases.yaml"), survivor.Missing);

        var name = Regex.Match(survivor.Missing!, "name: \"(.*)\"").Groups[1].Value;
        Assert.Equal(name, Mutants(folder).Single(m => m.Place == survivor.Place && m.Rule == survivor.Rule && m.What == survivor.What).KilledBy);
    }

    [Fact]
    public void Two_proposals_never_share_a_name()
    {
        using var folder = Pack(Cases);

        var names = Regex.Matches(Command.Run("test", folder.Path, "--propose").Output, "- name: (.*)").Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
    }

    private static List<(string? Rule, string? Case)> Items(TemporaryFolder folder) =>
    [
        .. JsonDocument.Parse(Command.Run("test", folder.Path, "--coverage", "json").Output).RootElement.GetProperty("packs")[0].GetProperty("items").EnumerateArray()
            .Select(i => (i.GetProperty("rule").GetString(), i.GetProperty("case").GetString())),
    ];

    private static List<(string? Rule, string Place, string What, string? KilledBy, string? Missing)> Mutants(TemporaryFolder folder) =>
    [
        .. JsonDocument.Parse(Command.Run("mutate", folder.Path, "--format", "json").Output).RootElement.GetProperty("packs")[0].GetProperty("mutants").EnumerateArray()
            .Select(m => (m.GetProperty("rule").GetString(), m.GetProperty("place").GetString()!, m.GetProperty("what").GetProperty("en").GetString()!, m.GetProperty("killedBy").GetString(), m.GetProperty("missingCase").GetString())),
    ];

    private static TemporaryFolder Pack(string cases)
    {
        var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        folder.File("demo/1/demo.cases.yaml", cases);
        return folder;
    }
}
