using GreenFactory.Rules.Testing;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Testing;

public sealed class RuleCasesTests
{
    private const string Cases = """
        schema: greenfactory.cases/v1
        as-of: 2024-12-31
        cases:
          - name: at the leading value reuse earns all
            rule: reuse
            given: { water.reuse_rate: "95 %" }
            expect: { status: met, points: 9 }
        """;

    /// <summary>The shipped pack as those who write C# would test it.</summary>
    [RuleCases("rules/anhui/2017")]
    public void The_cases_of_a_pack_are_tests(string file, string sentence) => RuleCases.Check(file, sentence);

    [Fact]
    public void Each_case_is_found_once_by_its_sentence()
    {
        var found = RuleCases.Find(Path.Combine(Repository.Rules, "anhui", "2017")).ToList();

        Assert.True(found.Count > 10, $"{found.Count}");
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.All(found, f => Assert.Contains(f.Sentence, File.ReadAllText(f.File), StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_says_what_was_expected_and_how_the_verdict_came_about()
    {
        using var folder = Pack();

        var failure = Assert.Throws<RuleCaseFailedException>(() => RuleCases.Check(folder.File("demo/1/demo.cases.yaml"), "at the leading value reuse earns all"));

        Assert.Contains("points: expected 9, got 10", failure.Message, StringComparison.Ordinal);
        Assert.Contains("measured: Industrial water reuse rate = 95 %", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_no_case_has_fails()
    {
        using var folder = Pack();

        Assert.Throws<RuleCaseFailedException>(() => RuleCases.Check(folder.File("demo/1/demo.cases.yaml"), "at the leading value"));
    }

    [Fact]
    public void A_broken_file_is_one_case_that_fails()
    {
        using var folder = Pack();
        var file = folder.File("demo/1/broken.cases.yaml", "schema: greenfactory.cases/v1\ncases: []\n");

        var (found, sentence) = Assert.Single(RuleCases.Find(file));

        Assert.Contains("GFR3401", Assert.Throws<RuleCaseFailedException>(() => RuleCases.Check(found, sentence)).Message, StringComparison.Ordinal);
    }

    private static TemporaryFolder Pack()
    {
        var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        folder.File("demo/1/demo.cases.yaml", Cases);
        return folder;
    }
}
