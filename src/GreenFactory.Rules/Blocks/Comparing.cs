using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Blocks;

/// <summary>Compares columns, and asks for the exact numbers where binary ones are too near to tell.</summary>
internal static class Comparing
{
    private static readonly Ref Nothing = Constant(0);
    private static readonly Ref Everything = Constant(1);

    public static Order WithZero(BlockState state, Ref a, in Plane rows) => Run(state, a, Nothing, rows, Conversion.None);

    public static Order WithOne(BlockState state, Ref a, in Plane rows) => Run(state, a, Everything, rows, Conversion.None);

    public static Order Run(BlockState state, Ref a, Ref b, in Plane rows) => Run(state, a, b, rows, Conversion.None);

    /// <param name="state">The columns.</param>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    /// <param name="rows">Where both are known and it matters; elsewhere the answer means nothing.</param>
    /// <param name="scales">What left and right are multiplied by.</param>
    public static Order Run(BlockState state, Ref a, Ref b, in Plane rows, Conversion scales)
    {
        var order = Binary(state, a, b, scales);
        var near = order.Near & rows;
        return near.IsEmpty ? order : Settle(state, a, b, near, order, scales);
    }

    /// <summary>Numbers of one unit are far more common, and need no rounding to be compared.</summary>
    private static Order Binary(BlockState state, Ref a, Ref b, Conversion scales) => scales == Conversion.None
        ? Binary(state, a, b, default(OneUnit))
        : Binary(state, a, b, new TwoUnits((double)scales.Numerator, (double)scales.Denominator));

    private static Order Binary<TUnits>(BlockState state, Ref a, Ref b, TUnits units)
        where TUnits : IUnits
    {
        var (numbers, words) = (state.Numbers, state.Words);
        return (a.Constant, b.Constant) switch
        {
            (null, null) => Kernels.Compare(new FromColumn(numbers[a.Slot]), new FromColumn(numbers[b.Slot]), units, words),
            (null, { } y) => Kernels.Compare(new FromColumn(numbers[a.Slot]), new Same(y), units, words),
            ({ } x, null) => Kernels.Compare(new Same(x), new FromColumn(numbers[b.Slot]), units, words),
            ({ } x, { } y) => Kernels.Compare(new Same(x), new Same(y), units, words),
        };
    }

    private static Order Settle(BlockState state, Ref a, Ref b, in Plane near, in Order order, Conversion scales)
    {
        var (less, greater, unsettled) = (order.Less, order.Greater, Plane.None);
        foreach (var row in near & state.Rows)
        {
            if (Number(state, a, row) is not { } x || Number(state, b, row) is not { } y)
            {
                unsettled.Add(row);
                continue;
            }

            switch (scales.Compare(x, y))
            {
                case < 0:
                    less.Add(row);
                    break;
                case > 0:
                    greater.Add(row);
                    break;
            }
        }

        state.Exact |= unsettled;
        return new Order(less, greater, unsettled);
    }

    /// <summary>The decimal of a row; null where no expression says it.</summary>
    private static decimal? Number(BlockState state, Ref number, int row) =>
        number.Decimal is { } constant ? constant
        : number.Source is { } source && ExactNumbers.Of(state.Block.Frame(row), source, number.Place, state.Product) is { State: FactState.Known } known ? known.Value
        : null;

    private static Ref Constant(decimal number) => new(ColumnKind.Number) { Constant = Inexact.Of(number), Decimal = number };
}
