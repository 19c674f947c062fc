using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Expressions;

public sealed class ParenthesisTextTests
{
    [Theory]
    [InlineData("(a.x + a.y) / a.z", "(a.x + a.y)", "a.z")]
    [InlineData("a.z / (a.x + a.y)", "a.z", "(a.x + a.y)")]
    [InlineData("(a.z) / ((a.x + a.y))", "a.z", "((a.x + a.y))")]
    [InlineData("(a.x - 1) / 0.8", "(a.x - 1)", "0.8")]
    public void A_part_in_parentheses_reads_as_its_author_wrote_it(string text, string left, string right)
    {
        var bag = new DiagnosticBag();

        var node = Assert.IsType<BinarySyntax>(Parser.Parse(new ExpressionText(text, SourceSpan.WholeFile("test")), FactVocabulary.Default.Units, bag));

        Assert.Equal(left, text[node.Left.Start..node.Left.End]);
        Assert.Equal(right, text[node.Right.Start..node.Right.End]);
        Assert.Equal("/", node.Operator);
    }

    [Fact]
    public void A_whole_that_starts_with_a_parenthesis_keeps_it()
    {
        const string Text = "(a.x + a.y) / a.z > 1";

        var node = Assert.IsType<BinarySyntax>(Parser.Parse(new ExpressionText(Text, SourceSpan.WholeFile("test")), FactVocabulary.Default.Units, new DiagnosticBag()));

        Assert.Equal("(a.x + a.y) / a.z", Text[node.Left.Start..node.Left.End]);
    }
}
