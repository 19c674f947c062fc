using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Policies;

/// <summary>The cases beside policies.</summary>
public sealed class AnswerCaseTests
{
    private const string Sound = """
        schema: greenfactory.answers/v1
        cases:
          - name: the yearly form
            as-of: 2024-04-15
            factory: { id: f, region: "330500", industry: "3311" }
            titles: [{ level: national, named: 2019-09-01 }]
            expect: { due: { dynamic-form: 2024-04-15 }, lines: { yongkang-national: absent } }
        """;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Rules, "policies"), "*.answers.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var item in Read(File.ReadAllText(file), new DiagnosticBag()))
            {
                data.Add(Path.GetRelativePath(Repository.Rules, file).Replace('\\', '/'), item.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_beside_a_policy_comes_out_as_its_author_says(string file, string name) =>
        Assert.Empty(AnswerCases.Differences(Read(File.ReadAllText(Path.Combine(Repository.Rules, file)), new DiagnosticBag()).Single(c => c.Name == name), PolicyCatalog.Default));

    [Theory]
    [InlineData("dynamic-form: 2024-04-15", "dynamic-form: 2024-04-16", "due.dynamic-form", "2024-04-15")]
    [InlineData("yongkang-national: absent", "yongkang-national: certain", "lines.yongkang-national", "absent")]
    [InlineData("yongkang-national: absent", "yonkang-national: absent", "lines.yonkang-national", "yongkang-national")]
    public void A_case_that_expects_something_else_or_of_something_that_is_not_there_fails(string right, string wrong, string what, string got)
    {
        var item = Assert.Single(Read(Sound.Replace(right, wrong, StringComparison.Ordinal), new DiagnosticBag()));

        var difference = Assert.Single(AnswerCases.Differences(item, PolicyCatalog.Default));

        Assert.Equal(what, difference.What);
        Assert.Contains(got, difference.Got, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an expectation of nothing", "expect: { due: { dynamic-form: 2024-04-15 }, lines: { yongkang-national: absent } }", "expect: {}", "GFR1011")]
    [InlineData("a state that is none", "yongkang-national: absent", "yongkang-national: gone", "GFR1014")]
    [InlineData("a key nobody reads", "as-of: 2024-04-15", "as-of: 2024-04-15\n    asof: 2024-04-15", "GFR1010")]
    public void A_faulty_case_is_told(string what, string right, string wrong, string code)
    {
        var bag = new DiagnosticBag();
        Read(Sound.Replace(right, wrong, StringComparison.Ordinal), bag);

        Assert.True(bag.ToList().Select(d => d.Code.Id).Contains(code), $"{what}: {string.Join("\n", bag.ToList())}");
    }

    [Fact]
    public void The_command_runs_them_and_counts()
    {
        var run = Command.Run("benefits", "--cases", "--rules", Repository.Rules, "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($"{Cases().Count} passed, 0 failed\n", run.Output, StringComparison.Ordinal);
    }

    private static IReadOnlyList<AnswerCase> Read(string text, DiagnosticBag bag) => new AnswerCases(bag).Read(DocumentReader.ReadText(text, "x.answers.yaml", bag));
}
