using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.Tests.Rankings;

/// <summary>The cases of authors, by both engines.</summary>
public sealed class RankingCaseTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var (rule, item) in RankingCatalog.Default.Rules.SelectMany(r => r.Cases.Select(c => (r, c))))
        {
            data.Add(rule.Id.ToString(), item.Name);
        }

        return data;
    }

    [Fact]
    public void Every_shipped_rule_reads_without_a_word_and_has_cases()
    {
        Assert.Empty(RankingCatalog.Default.Check());
        Assert.Equal(["bottom-five@2025", "green-code-industry@2024", "green-code@2024", "regional-mean@2025"], RankingCatalog.Default.Ids.Select(i => i.ToString()));
        Assert.All(RankingCatalog.Default.Rules, r => Assert.True(r.Cases.Count >= 2, r.Id.ToString()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_its_author_says(string rule, string name)
    {
        var (ranking, item) = Find(rule, name);

        Assert.Empty(RankingCaseRunner.Differences(item, PlainRanking.Rank(ranking, item.Rows)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_engine_for_tables_says_the_same(string rule, string name)
    {
        var (ranking, item) = Find(rule, name);
        using var folder = new TableFolder();
        using var ranked = TableRanking.Run(ranking, [folder.Csv("case.csv", ranking, item.Rows)]);

        Assert.DoesNotContain(ranked.Diagnostics, d => d.Code.Severity == Rules.Diagnostics.DiagnosticSeverity.Error);
        Assert.Equal(PlainRanking.Rank(ranking, item.Rows), ranked.Rows());
    }

    [Theory]
    [InlineData("green-code@2024", "class: A+ }", "class: A }")]
    [InlineData("bottom-five@2025", "streak: met }", "streak: not-met }")]
    [InlineData("regional-mean@2025", "bar: met, mean: \"82.5\"", "bar: met, mean: \"82.6\"")]
    public void A_case_that_expects_something_else_fails(string rule, string right, string wrong)
    {
        var path = $"rankings/{rule[..rule.IndexOf('@', StringComparison.Ordinal)]}.yaml";
        var text = System.Text.Encoding.UTF8.GetString(Rules.Documents.RulesSource.Package.ReadBytes(path, new Rules.Diagnostics.DiagnosticBag())!);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var catalog = RankingCatalog.Open(Support.MemoryRules.OverPackage((path, text.Replace(right, wrong, StringComparison.Ordinal))));
        var ranking = catalog.Load(rule);

        Assert.Single(ranking.Cases, c => RankingCaseRunner.Differences(c, PlainRanking.Rank(ranking, c.Rows)).Count > 0);
    }

    /// <summary>What no source settles is settled in the file, with a label, or not at all.</summary>
    [Theory]
    [InlineData("ties")]
    [InlineData("rounding")]
    [InlineData("unstated")]
    [InlineData("cohort")]
    public void A_setting_that_is_left_out_is_asked_for(string key)
    {
        var text = System.Text.Encoding.UTF8.GetString(Rules.Documents.RulesSource.Package.ReadBytes("rankings/green-code.yaml", new Rules.Diagnostics.DiagnosticBag())!);
        var without = string.Join('\n', text.Split('\n').Where(l => !l.StartsWith($"{key}:", StringComparison.Ordinal)));

        var told = Assert.Single(RankingCatalog.Open(Support.MemoryRules.OverPackage(("rankings/green-code.yaml", without))).Check());

        Assert.Equal("GFR1011", told.Code.Id);
        Assert.Contains(key, told.Message.En, StringComparison.Ordinal);
    }

    private static (RankingRule Rule, RankingCase Case) Find(string rule, string name)
    {
        var found = RankingCatalog.Default.Load(rule);
        return (found, found.Cases.Single(c => c.Name == name));
    }
}
