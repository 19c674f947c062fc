using System.Text.RegularExpressions;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Readme;

/// <summary>What the README shows is built, run and true.</summary>
public sealed partial class ReadmeTests
{
    private const string Tool = "dotnet run --project src/GreenFactory.Rules.Cli -- ";

    private const string ExamplePack = """
        schema: greenfactory.pack/v1
        id: readme@1
        version: 1.0.0
        title: { zh: 示例, en: Example }
        jurisdiction: "100000"
        in-force: { from: 2025-12-31 }
        source: { document: gb-t-36132-2025, clause: C.1-8, label: seen }
        documents:
          - { id: gb-t-36132-2025, number: GB/T 36132-2025, title: { zh: 绿色工厂评价通则, en: General principles for green factory evaluation } }
        clauses:
          - { clause: C.1-8, title: { zh: 固废, en: Solid waste }, disposition: encoded }
        rounding: { decimals: 2, mode: half-up }
        not-applicable: { policy: renormalise }
        between: { method: range }
        full: 6
        groups:
          - { id: resource-efficient, title: { zh: 资源, en: Resources }, weight: 6 }
        conclusion: { requires: [gates] }
        """;

    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in new[] { "README.md", "README.zh-CN.md" })
        {
            foreach (var line in Blocks(file, "sh").SelectMany(b => b.Split('\n')).Where(l => l.StartsWith(Tool, StringComparison.Ordinal)))
            {
                data.Add(file, line[Tool.Length..]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_shown_runs(string file, string line)
    {
        var run = Run(line);

        Assert.True(run.ExitCode != 2 && run.Output.Length > 0, $"{file}: {run.Error}");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_first_command_prints_what_is_shown(string file)
    {
        var line = Blocks(file, "sh").First().Trim();

        Assert.Contains(Blocks(file, "text").First(), Run(line[Tool.Length..]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_test_command_is_the_one_that_ci_runs(string file)
    {
        var command = Blocks(file, "sh").Single(b => b.StartsWith("dotnet test", StringComparison.Ordinal)).Trim();

        Assert.Contains(command, Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_is_compiled_and_runs()
    {
        var example = Marked().Match(Repository.Read("tests/GreenFactory.Rules.Tests/Readme/ReadmeExample.cs")).Groups[1].Value;
        var lines = example.Split('\n').Select(l => l.StartsWith("        ", StringComparison.Ordinal) ? l[8..] : l);

        Assert.Equal(Blocks("README.md", "csharp").Single().Trim(), string.Join('\n', lines).Trim());
        ReadmeExample.Run();
    }

    [Fact]
    public void The_rule_keeps_its_cases()
    {
        var blocks = Blocks("README.md", "yaml").ToList();
        using var folder = new TemporaryFolder();
        folder.File("readme/1/pack.yaml", ExamplePack);
        folder.File("readme/1/waste.yaml", blocks[0]);
        var cases = folder.File("readme/1/waste.cases.yaml", blocks[1]);

        var result = new CaseRunner().Run(cases);

        Assert.Equal(2, result.Cases.Count);
        Assert.True(result.Passed, string.Join('\n', result.Cases.SelectMany(c => c.Diagnostics.Select(d => d.ToString()).Concat(c.Differences.Select(d => d.En)))));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("samples/README.md")]
    public void Every_link_leads_to_a_file(string file)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, file))!;
        var targets = Link().Matches(Repository.Read(file)).Select(m => m.Groups[1].Value.Split('#')[0]).Where(t => t.Length > 0 && !t.Contains("://", StringComparison.Ordinal));

        Assert.All(targets, t => Assert.True(File.Exists(Path.Combine(folder, t)), t));
    }

    private static Command Run(string line) => Command.Run([.. Words().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value).Select(w => w.StartsWith("samples/", StringComparison.Ordinal) || w.StartsWith("rules/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, w) : w)]);

    private static IEnumerable<string> Blocks(string file, string language) =>
        Block().Matches(Repository.Read(file)).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("// <readme>\n(.*?)\n *// </readme>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("\"([^\"]*)\"|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex("\\]\\(([^)]+)\\)")]
    private static partial Regex Link();
}
