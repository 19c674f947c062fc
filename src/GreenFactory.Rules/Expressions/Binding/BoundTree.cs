namespace GreenFactory.Rules.Expressions.Binding;

/// <summary>Walks bound expressions.</summary>
internal static class BoundTree
{
    /// <summary>Direct parts in reading order; for a fact what it is derived from and what decides that it applies.</summary>
    public static IEnumerable<Bound> Children(Bound bound) => bound switch
    {
        BoundFact fact => Some(fact.Derived, fact.Applies),
        BoundNegate negate => [negate.Operand],
        BoundNot not => [not.Operand],
        BoundLogic logic => logic.Operands,
        BoundConvert convert => [convert.Operand],
        BoundArithmetic arithmetic => [arithmetic.Left, arithmetic.Right],
        BoundComparison comparison => [comparison.Left, comparison.Right],
        BoundContains contains => [contains.Item, contains.Set],
        BoundIf choice => [choice.Condition, choice.Then, choice.Else],
        BoundExtreme extreme => extreme.Operands,
        BoundAbsolute absolute => [absolute.Operand],
        BoundApplies applies => [applies.Operand],
        BoundStartsWith starts => [starts.Operand, starts.Prefix],
        BoundDateShift shift => [shift.Date],
        BoundAggregate aggregate => Some(aggregate.Body, aggregate.Where),
        _ => [],
    };

    /// <summary>The expression and everything below it, facts followed into their derivations, each node once.</summary>
    public static IEnumerable<Bound> All(IEnumerable<Bound?> roots)
    {
        var seen = new HashSet<Bound>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<Bound>(roots.OfType<Bound>().Reverse());
        while (stack.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            yield return node;
            foreach (var child in Children(node).Reverse())
            {
                stack.Push(child);
            }
        }
    }

    private static IEnumerable<Bound> Some(Bound? a, Bound? b)
    {
        if (a is not null)
        {
            yield return a;
        }

        if (b is not null)
        {
            yield return b;
        }
    }
}
