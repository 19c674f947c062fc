using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Expressions;

/// <summary>Executes the page that explains the language: what it shows is what happens.</summary>
public sealed class ExpressionsPageTests
{
    private static readonly string[] Page = Repository.Read("src/GreenFactory.Rules/Expressions/EXPRESSIONS.md").Split('\n');

    public static TheoryData<int, string, string> Examples()
    {
        var data = new TheoryData<int, string, string>();
        var isExample = false;
        for (var i = 0; i < Page.Length; i++)
        {
            if (Page[i].StartsWith("```", StringComparison.Ordinal))
            {
                isExample = !isExample;
            }
            else if (isExample)
            {
                var sides = Page[i].Split('⇶');
                data.Add(i + 1, sides[0].Trim(), sides[1].Trim());
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_page_comes_out_as_it_says(int line, string expression, string expected)
    {
        var (bench, faults) = ExpressionBench.Bind(expression, TryOut.Vocabulary);
        Assert.True(line > 0);
        Assert.Equal(expected, bench is null ? string.Join(' ', faults.Select(f => f.Code.Id)) : bench.Show(bench.Interpret(TryOut.Factory)));
        Assert.Equal(expected, bench is null ? expected : bench.Show(bench.RunCompiled(TryOut.Factory)));
    }

    [Fact]
    public void The_page_shows_every_function_fold_and_keyword()
    {
        var examples = string.Join('\n', Examples().Select(row => (string)row[1]));
        var shown = System.Text.RegularExpressions.Regex.Matches(string.Join('\n', Page), "[a-z_]+").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var word in GreenFactory.Rules.Expressions.Syntax.Keywords.Functions.Concat(GreenFactory.Rules.Expressions.Syntax.Keywords.Aggregates))
        {
            Assert.Contains(word, shown);
        }

        foreach (var word in new[] { "and", "or", "not", "in", "between", "if", "then", "else", "over", "where", "products", "last", "years", "year", "month" })
        {
            Assert.Matches($"\\b{word}\\b", examples);
        }
    }

    [Fact]
    public void The_page_tells_the_values_its_examples_use()
    {
        var told = Page.SkipWhile(l => !l.StartsWith("## 9", StringComparison.Ordinal)).ToList();
        var names = Examples()
            .SelectMany(row => System.Text.RegularExpressions.Regex.Matches((string)row[1], "[a-z]+\\.[a-z]+").Select(m => m.Value))
            .Where(name => TryOut.Vocabulary.Find(name) is not null)
            .Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Assert.Contains(told, line => line.Contains($"`{name}`", StringComparison.Ordinal));
        }
    }
}
