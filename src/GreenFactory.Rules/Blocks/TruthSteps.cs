using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Blocks;

/// <summary>A truth that all rows have.</summary>
internal sealed class FillTruthStep(Ref to, bool? truth, bool isNotApplicable) : Step
{
    public override void Run(BlockState state) => state.Truth(to) = new TruthPlanes
    {
        True = truth == true ? Plane.All : Plane.None,
        False = truth == false ? Plane.All : Plane.None,
        NotApplicable = isNotApplicable ? Plane.All : Plane.None,
    };
}

internal sealed class NotStep(Ref to, Ref a) : Step
{
    public override void Run(BlockState state)
    {
        var of = state.Truth(a);
        state.Truth(to) = new TruthPlanes { True = of.False, False = of.True, NotApplicable = of.NotApplicable };
    }
}

/// <summary>All of several, or any of them; what does not apply drops out.</summary>
internal sealed class LogicStep(Ref to, IReadOnlyList<Ref> parts, bool isAll) : Step
{
    public override void Run(BlockState state)
    {
        var result = new TruthPlanes { NotApplicable = Plane.All };
        foreach (var part in parts)
        {
            result = Join(result, state.Truth(part), isAll);
        }

        state.Truth(to) = result;
    }

    public static TruthPlanes Join(in TruthPlanes a, in TruthPlanes b, bool isAll)
    {
        var away = a.NotApplicable & b.NotApplicable;
        return isAll
            ? new TruthPlanes { True = (a.True | a.NotApplicable) & (b.True | b.NotApplicable) & ~away, False = a.False | b.False, NotApplicable = away }
            : new TruthPlanes { True = a.True | b.True, False = (a.False | a.NotApplicable) & (b.False | b.NotApplicable) & ~away, NotApplicable = away };
    }
}

internal sealed class CompareStep(Ref to, Ref a, Ref b, ComparisonOperator op, Conversion scales) : Step
{
    public override IEnumerable<Ref?> Reads => [a, b];

    public override void Run(BlockState state)
    {
        var (known, away) = (state.Known(a) & state.Known(b), state.NotApplicable(a) | state.NotApplicable(b));
        var order = Comparing.Run(state, a, b, known, scales);
        var holds = op switch
        {
            ComparisonOperator.Equal => order.Equal,
            ComparisonOperator.NotEqual => ~order.Equal,
            ComparisonOperator.Less => order.Less,
            ComparisonOperator.LessOrEqual => ~order.Greater,
            ComparisonOperator.Greater => order.Greater,
            _ => ~order.Less,
        };
        state.Truth(to) = new TruthPlanes { True = known & holds, False = known & ~holds, NotApplicable = away };
    }
}

/// <summary>Whether two truths are the same, or not.</summary>
internal sealed class CompareTruthStep(Ref to, Ref a, Ref b, bool isEqual) : Step
{
    public override void Run(BlockState state)
    {
        var (x, y) = (state.Truth(a), state.Truth(b));
        var (same, other) = ((x.True & y.True) | (x.False & y.False), (x.True & y.False) | (x.False & y.True));
        state.Truth(to) = new TruthPlanes { True = isEqual ? same : other, False = isEqual ? other : same, NotApplicable = x.NotApplicable | y.NotApplicable };
    }
}

/// <summary>A question about two texts, or a text and a set, asked once for each pair that follows one another.</summary>
internal sealed class AskStep(Ref to, Ref a, Ref b, Func<object, object, bool> question) : Step
{
    public override void Run(BlockState state)
    {
        var (x, y) = (state.References[a.Slot], state.References[b.Slot]);
        var known = x.Known & y.Known;
        Span<ulong> holds = stackalloc ulong[Plane.Words];
        object? lastX = null;
        object? lastY = null;
        var last = false;
        foreach (var row in known & state.Block.Rows)
        {
            var (left, right) = (x.Values[row]!, y.Values[row]!);
            if (!ReferenceEquals(left, lastX) || !ReferenceEquals(right, lastY))
            {
                (lastX, lastY) = (left, right);
                last = question(left, right);
            }

            holds[row / Plane.RowsPerWord] |= (last ? 1UL : 0UL) << (row % Plane.RowsPerWord);
        }

        var isTrue = new Plane(holds);
        state.Truth(to) = new TruthPlanes { True = isTrue, False = known & ~isTrue, NotApplicable = x.NotApplicable | y.NotApplicable };
    }
}

/// <summary>Whether something applies: open while it is unknown.</summary>
internal sealed class AppliesStep(Ref to, Ref of) : Step
{
    public override IEnumerable<Ref?> Reads => [of];

    public override void Run(BlockState state)
    {
        var (known, away) = of.Kind switch
        {
            ColumnKind.Truth => (state.Truth(of).True | state.Truth(of).False, state.Truth(of).NotApplicable),
            ColumnKind.Reference => (state.References[of.Slot].Known, state.References[of.Slot].NotApplicable),
            _ => (state.Known(of), state.NotApplicable(of)),
        };
        state.Truth(to) = new TruthPlanes { True = known, False = away };
    }
}

/// <summary>Something that is unknown or does not apply whatever it would be, where a truth is wanted.</summary>
internal sealed class AbsentTruthStep(Ref to, Ref number) : Step
{
    public override IEnumerable<Ref?> Reads => [number];

    public override void Run(BlockState state) => state.Truth(to) = new TruthPlanes { NotApplicable = state.NotApplicable(number) };
}

internal sealed class ChooseTruthStep(Ref to, Ref condition, Ref then, Ref otherwise) : Step
{
    public override void Run(BlockState state)
    {
        var (when, a, b) = (state.Truth(condition), state.Truth(then), state.Truth(otherwise));
        state.Truth(to) = new TruthPlanes
        {
            True = (when.True & a.True) | (when.False & b.True),
            False = (when.True & a.False) | (when.False & b.False),
            NotApplicable = when.NotApplicable | (when.True & a.NotApplicable) | (when.False & b.NotApplicable) | (when.Unknown & a.NotApplicable & b.NotApplicable),
        };
    }
}

internal sealed class TruthFactStep(Ref to, Ref stated, Ref? applies, Ref? derived) : Step
{
    public override void Run(BlockState state)
    {
        var result = state.Truth(stated);
        var asked = result.Unknown;
        if (applies is not null)
        {
            var when = state.Truth(applies);
            result.NotApplicable |= asked & (when.False | when.NotApplicable);
            asked &= when.True;
        }

        if (derived is not null)
        {
            var of = state.Truth(derived);
            result.True |= asked & of.True;
            result.False |= asked & of.False;
            result.NotApplicable |= asked & of.NotApplicable;
        }

        state.Truth(to) = result;
    }
}

internal sealed class TruthItemStep(Ref to, Ref body, Ref where) : Step
{
    public override void Run(BlockState state) => state.Truth(to) = Of(state.Truth(body), state.Truth(where));

    public static TruthPlanes Of(in TruthPlanes of, in TruthPlanes when) => new()
    {
        True = when.True & of.True,
        False = when.True & of.False,
        NotApplicable = when.False | when.NotApplicable | (when.True & of.NotApplicable),
    };
}
