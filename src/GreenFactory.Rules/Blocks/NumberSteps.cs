using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Blocks;

/// <summary>A number that all rows have, as a column.</summary>
internal sealed class FillStep(Ref to, Inexact? number, bool isNotApplicable) : Step
{
    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        Array.Fill(column.Values, number?.Value ?? 0);
        Array.Fill(column.Errors, number?.Error ?? 0);
        column.Known = number is null ? Plane.None : Plane.All;
        column.NotApplicable = isNotApplicable ? Plane.All : Plane.None;
    }
}

/// <summary>An operation on two numbers.</summary>
/// <param name="to">The result.</param>
/// <param name="a">The left operand.</param>
/// <param name="b">The right operand; not both are constants.</param>
/// <param name="drops">Whether what does not apply drops out, as in sums, instead of making the result not apply.</param>
internal sealed class BinaryStep<TKernel>(Ref to, Ref a, Ref b, bool drops) : Step
    where TKernel : IBinaryKernel
{
    public override IEnumerable<Ref?> Reads => [a, b];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        var (knownA, knownB, awayA, awayB) = (state.Known(a), state.Known(b), state.NotApplicable(a), state.NotApplicable(b));
        var fine = (a.Constant, b.Constant) switch
        {
            (null, null) => Kernels.Binary<TKernel, FromColumn, FromColumn>(new FromColumn(state.Numbers[a.Slot]), new FromColumn(state.Numbers[b.Slot]), column, state.Words),
            (null, { } y) => Kernels.Binary<TKernel, FromColumn, Same>(new FromColumn(state.Numbers[a.Slot]), new Same(y), column, state.Words),
            ({ } x, null) => Kernels.Binary<TKernel, Same, FromColumn>(new Same(x), new FromColumn(state.Numbers[b.Slot]), column, state.Words),
            ({ } x, { } y) => Kernels.Binary<TKernel, Same, Same>(new Same(x), new Same(y), column, state.Words),
        };
        var both = knownA & knownB;
        var known = drops ? both | (knownA & awayB) | (awayA & knownB) : both;
        column.Known = known & fine;
        column.NotApplicable = drops ? awayA & awayB : awayA | awayB;
        var wrong = known & ~fine;
        if (!wrong.IsEmpty)
        {
            // Nothing can be divided by zero; that is known, and no matter of precision.
            state.Exact |= typeof(TKernel) == typeof(DivideKernel) ? wrong & ~Zero(state) : wrong;
        }
    }

    /// <summary>Rows whose divisor is zero to the last digit.</summary>
    private Plane Zero(BlockState state)
    {
        if (b.Constant is { } y)
        {
            return y.Value == 0 ? Plane.All : Plane.None;
        }

        return Kernels.Compare(new FromColumn(state.Numbers[b.Slot]), new Same(default), default(OneUnit), state.Words).Equal;
    }
}

/// <summary>An operation on one number.</summary>
internal sealed class UnaryStep<TKernel>(Ref to, Ref a, TKernel kernel) : Step
    where TKernel : IUnaryKernel
{
    public override IEnumerable<Ref?> Reads => [a];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var (from, column) = (state.Numbers[a.Slot], state.Numbers[to.Slot]);
        var (known, away) = (from.Known, from.NotApplicable);
        var fine = Kernels.Unary(kernel, from, column, state.Words);
        column.Known = known & fine;
        column.NotApplicable = away;
        state.Exact |= known & ~fine;
    }
}

/// <summary>The greater or the less of two numbers; what does not apply drops out.</summary>
internal sealed class ExtremeStep(Ref to, Ref a, Ref b, bool isMax) : Step
{
    public override IEnumerable<Ref?> Reads => [a, b];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        var (knownA, knownB, awayA, awayB) = (state.Known(a), state.Known(b), state.NotApplicable(a), state.NotApplicable(b));
        switch (a.Constant, b.Constant)
        {
            case (null, null):
                Kernels.Extreme(new FromColumn(state.Numbers[a.Slot]), awayB, new FromColumn(state.Numbers[b.Slot]), awayA, isMax, column, state.Words);
                break;
            case (null, { } y):
                Kernels.Extreme(new FromColumn(state.Numbers[a.Slot]), awayB, new Same(y), awayA, isMax, column, state.Words);
                break;
            case ({ } x, null):
                Kernels.Extreme(new Same(x), awayB, new FromColumn(state.Numbers[b.Slot]), awayA, isMax, column, state.Words);
                break;
            case ({ } x, { } y):
                Kernels.Extreme(new Same(x), awayB, new Same(y), awayA, isMax, column, state.Words);
                break;
        }

        column.Known = (knownA & knownB) | (knownA & awayB) | (awayA & knownB);
        column.NotApplicable = awayA & awayB;
    }
}

/// <summary>An if between numbers.</summary>
internal sealed class ChooseStep(Ref to, Ref condition, Ref then, Ref otherwise) : Step
{
    public override IEnumerable<Ref?> Reads => [then, otherwise];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        var when = state.Truth(condition);
        var (first, second) = (when.True & state.Known(then), when.False & state.Known(otherwise));
        var (awayThen, awayElse) = (state.NotApplicable(then), state.NotApplicable(otherwise));
        Blending.Run(state, then, first, otherwise, second, column);
        column.Known = first | second;
        column.NotApplicable = when.NotApplicable | (when.True & awayThen) | (when.False & awayElse) | (when.Unknown & awayThen & awayElse);
    }
}

/// <summary>A fact: stated, else not applicable by its declaration, else derived, else unknown.</summary>
internal sealed class FactStep(Ref to, Ref stated, Ref? applies, Ref? derived) : Step
{
    public override IEnumerable<Ref?> Reads => [stated, derived];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        var from = state.Numbers[stated.Slot];
        var (known, away) = (from.Known, from.NotApplicable);
        var asked = ~(known | away);
        var left = Plane.None;
        if (applies is not null)
        {
            var when = state.Truth(applies);
            left = asked & (when.False | when.NotApplicable);
            asked &= when.True;
        }

        if (derived is null)
        {
            Blending.Run(state, stated, known, stated, Plane.None, column);
            column.Known = known;
            column.NotApplicable = away | left;
            return;
        }

        var derivable = asked & state.Known(derived);
        var awayDerived = asked & state.NotApplicable(derived);
        Blending.Run(state, stated, known, derived, derivable, column);
        column.Known = known | derivable;
        column.NotApplicable = away | left | awayDerived;
    }
}

/// <summary>One part of a fold: what its condition leaves out does not apply.</summary>
internal sealed class ItemStep(Ref to, Ref body, Ref where) : Step
{
    public override IEnumerable<Ref?> Reads => [body];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        var when = state.Truth(where);
        var (known, away) = (when.True & state.Known(body), when.False | when.NotApplicable | (when.True & state.NotApplicable(body)));
        Blending.Run(state, body, known, body, Plane.None, column);
        column.Known = known;
        column.NotApplicable = away;
    }
}

/// <summary>A date so many days, months or years away.</summary>
internal sealed class ShiftStep(Ref to, Ref date, int count, DurationUnit unit) : Step
{
    public override IEnumerable<Ref?> Reads => [date];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var (from, column) = (state.Numbers[date.Slot], state.Numbers[to.Slot]);
        var (asked, away) = (from.Known, from.NotApplicable);
        var known = Plane.None;
        for (var row = 0; row < Plane.Rows; row++)
        {
            var shifted = asked.Has(row) ? Operations.ShiftDate(Num.Of((decimal)from.Values[row]), count, unit) : default;
            column.Values[row] = (double)shifted.Value;
            column.Errors[row] = 0;
            if (shifted.State == FactState.Known)
            {
                known.Add(row);
            }
        }

        column.Known = known;
        column.NotApplicable = away;
    }
}

/// <summary>How many of several parts count: those that apply, or those that are true.</summary>
internal sealed class CountStep(Ref to, IReadOnlyList<Ref> parts, bool isTruth) : Step
{
    public override IEnumerable<Ref?> Reads => [.. isTruth ? [] : parts];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        Array.Clear(column.Values);
        Array.Clear(column.Errors);
        var open = Plane.None;
        foreach (var part in parts)
        {
            var counted = isTruth ? state.Truth(part).True : ~state.NotApplicable(part);
            open |= isTruth ? state.Truth(part).Unknown : Plane.None;
            Amount.One.AddTo(column.Values, counted);
        }

        column.Known = ~open;
        column.NotApplicable = Plane.None;
    }
}

/// <summary>The same column once more.</summary>
internal sealed class CopyStep(Ref to, Ref from) : Step
{
    public override IEnumerable<Ref?> Reads => [from];

    public override Ref? Writes => to;

    public override void Run(BlockState state)
    {
        var column = state.Numbers[to.Slot];
        var (known, away) = (state.Known(from), state.NotApplicable(from));
        Blending.Run(state, from, known, from, Plane.None, column);
        column.Known = known;
        column.NotApplicable = away;
    }
}
