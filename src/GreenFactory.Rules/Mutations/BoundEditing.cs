using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Mutations;

/// <summary>Bound expressions with one part exchanged. What facts are derived from is not the pack's and stays.</summary>
internal static class BoundEditing
{
    /// <summary>The parts of an expression that belong to the pack.</summary>
    public static IEnumerable<Bound> Parts(Bound node) => node is BoundFact ? [] : BoundTree.Children(node);

    /// <summary>The part at the end of a way down; null when the expression has no such part.</summary>
    public static Bound? Find(Bound root, IReadOnlyList<int> way)
    {
        var node = root;
        foreach (var step in way)
        {
            if (Parts(node).ElementAtOrDefault(step) is not { } next)
            {
                return null;
            }

            node = next;
        }

        return node;
    }

    public static Bound Replace(Bound root, ReadOnlySpan<int> way, Bound by)
    {
        if (way.IsEmpty)
        {
            return by;
        }

        var parts = Parts(root).ToList();
        parts[way[0]] = Replace(parts[way[0]], way[1..], by);
        return Rebuild(root, parts);
    }

    /// <summary>The expression with every part changed for which the change gives another.</summary>
    public static Bound Map(Bound root, Func<Bound, Bound?> change)
    {
        if (change(root) is { } changed)
        {
            return changed;
        }

        var parts = Parts(root).ToList();
        var mapped = parts.Select(p => Map(p, change)).ToList();
        return parts.Zip(mapped).All(p => ReferenceEquals(p.First, p.Second)) ? root : Rebuild(root, mapped);
    }

    private static Bound Rebuild(Bound node, List<Bound> parts) => node switch
    {
        BoundNegate negate => new BoundNegate(parts[0], negate.Text),
        BoundNot not => new BoundNot(parts[0], not.Text),
        BoundLogic logic => new BoundLogic(logic.IsAnd, parts, logic.Text),
        BoundConvert convert => new BoundConvert(parts[0], convert.Conversion, convert.Type.Unit),
        BoundArithmetic a => new BoundArithmetic(a.Operator, parts[0], parts[1], a.Type.Unit, a.Text),
        BoundComparison c => new BoundComparison(c.Operator, parts[0], parts[1], c.Scales, c.Text),
        BoundContains contains => new BoundContains(parts[0], parts[1], contains.Text),
        BoundIf choice => new BoundIf(parts[0], parts[1], parts[2], choice.Type, choice.Text),
        BoundExtreme extreme => new BoundExtreme(extreme.IsMax, parts, extreme.Type, extreme.Text),
        BoundAbsolute absolute => new BoundAbsolute(parts[0], absolute.Text),
        BoundApplies applies => new BoundApplies(parts[0], applies.Text),
        BoundStartsWith starts => new BoundStartsWith(parts[0], parts[1], starts.Text),
        BoundDateShift shift => new BoundDateShift(parts[0], shift.Count, shift.Unit, shift.Text),
        BoundAggregate fold => new BoundAggregate(fold.Function, fold.Years, parts[0], fold.Where is null ? null : parts[1], fold.Type, fold.Text),
        _ => node,
    };
}
