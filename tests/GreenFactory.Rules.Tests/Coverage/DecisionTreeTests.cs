using GreenFactory.Rules.Coverage;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Tests.Coverage;

public sealed class DecisionTreeTests
{
    private static readonly BoundConstant A = Leaf("a");
    private static readonly BoundConstant B = Leaf("b");
    private static readonly BoundConstant C = Leaf("c");

    [Theory]
    [InlineData("true", "true", "false", "0:True")]
    [InlineData("true", "true", "true", "0:True 1.0:True")]
    [InlineData("false", "true", "false", "0:False")]
    [InlineData("true", "false", "false", "0:True 1.1.0:False")]
    [InlineData("true", "false", "true", "1.0:False 1.1.0:True")]
    [InlineData("unknown", "true", "false", "")]
    [InlineData("true", "unknown", "true", "")]
    public void A_leaf_decides_when_the_whole_turns_with_it_alone(string a, string b, string c, string deciding)
    {
        // a and (b or not c)
        var tree = new DecisionTree(new BoundLogic(true, [A, new BoundLogic(false, [B, new BoundNot(C, "not c")], "b or not c")], "all"));
        var values = new Dictionary<Bound, Value>(ReferenceEqualityComparer.Instance) { [A] = Of(a), [B] = Of(b), [C] = Of(c) };

        var found = tree.Deciding(e => values[e]).Select(d => $"{d.Leaf.Path}:{d.Truth}");

        Assert.Equal(deciding, string.Join(' ', found));
        Assert.Equal(["0", "1.0", "1.1.0"], tree.Leaves.Select(l => l.Path));
    }

    [Fact]
    public void A_truth_that_stands_alone_decides_both_ways()
    {
        var tree = new DecisionTree(A);

        Assert.Equal([("0", true)], tree.Deciding(_ => Value.True).Select(d => (d.Leaf.Path, d.Truth)));
        Assert.Equal([("0", false)], tree.Deciding(_ => Value.False).Select(d => (d.Leaf.Path, d.Truth)));
        Assert.Empty(tree.Deciding(_ => Value.Unknown));
    }

    private static BoundConstant Leaf(string text) => new(Value.Unknown, ExpressionType.Truth, text);

    private static Value Of(string text) => text switch { "true" => Value.True, "false" => Value.False, _ => Value.Unknown };
}
