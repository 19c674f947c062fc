using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Evaluation.Compiled;

/// <summary>The operators that compiled expressions call. Public only to expression trees.</summary>
internal static class Operations
{
    public static Num ReadNumber(FactCell[] cells, int slot)
    {
        if ((uint)slot >= (uint)cells.Length)
        {
            return default;
        }

        ref readonly var cell = ref cells[slot];
        return new Num(cell.State, cell.Number);
    }

    public static Truth ReadTruth(FactCell[] cells, int slot)
    {
        if ((uint)slot >= (uint)cells.Length)
        {
            return Truth.Unknown;
        }

        ref readonly var cell = ref cells[slot];
        return cell.State == FactState.Known ? (cell.Flag ? Truth.True : Truth.False) : cell.State == FactState.Unknown ? Truth.Unknown : Truth.NotApplicable;
    }

    public static Txt ReadText(FactCell[] cells, int slot) =>
        (uint)slot < (uint)cells.Length ? new Txt(cells[slot].State, cells[slot].State == FactState.Known ? (string?)cells[slot].Reference : null) : default;

    public static TxtSet ReadSet(FactCell[] cells, int slot) =>
        (uint)slot < (uint)cells.Length ? new TxtSet(cells[slot].State, cells[slot].State == FactState.Known ? (IReadOnlyList<string>?)cells[slot].Reference : null) : default;

    public static Truth Not(Truth a) => a switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => a };

    public static Truth And(Truth a, Truth b) => a > b ? a : b;

    public static Num Negate(Num a) => new(a.State, -a.Value);

    public static Num Absolute(Num a) => new(a.State, Math.Abs(a.Value));

    public static Num Convert(Num a, decimal numerator, decimal denominator)
    {
        if (a.State != FactState.Known)
        {
            return a;
        }

        return new Conversion(numerator, denominator).TryApply(a.Value, out var converted) ? Num.Of(converted) : default;
    }

    public static Num Add(Num a, Num b)
    {
        if (a.State != FactState.Known || b.State != FactState.Known)
        {
            return a.State == FactState.NotApplicable ? b : b.State == FactState.NotApplicable ? a : default;
        }

        try
        {
            return Num.Of(a.Value + b.Value);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static Num Subtract(Num a, Num b) => Add(a, Negate(b));

    public static Num Multiply(Num a, Num b)
    {
        if (a.State != FactState.Known || b.State != FactState.Known)
        {
            return a.State == FactState.NotApplicable || b.State == FactState.NotApplicable ? Num.NotApplicable : default;
        }

        try
        {
            return Num.Of(a.Value * b.Value);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static Num Divide(Num a, Num b)
    {
        if (a.State != FactState.Known || b.State != FactState.Known)
        {
            return a.State == FactState.NotApplicable || b.State == FactState.NotApplicable ? Num.NotApplicable : default;
        }

        if (b.Value == 0m)
        {
            return default;
        }

        try
        {
            return Num.Of(a.Value / b.Value);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static Truth Compare(Num a, Num b, ComparisonOperator op, decimal scaleA, decimal scaleB)
    {
        if (a.State != FactState.Known || b.State != FactState.Known)
        {
            return Open(a.State, b.State);
        }

        return Decide(new Conversion(scaleA, scaleB).Compare(a.Value, b.Value), op);
    }

    public static Truth CompareText(Txt a, Txt b, ComparisonOperator op) =>
        a.State != FactState.Known || b.State != FactState.Known ? Open(a.State, b.State) : Decide(string.CompareOrdinal(a.Value, b.Value), op);

    public static Truth CompareTruth(Truth a, Truth b, ComparisonOperator op)
    {
        if (a == Truth.NotApplicable || b == Truth.NotApplicable)
        {
            return Truth.NotApplicable;
        }

        return a == Truth.Unknown || b == Truth.Unknown ? Truth.Unknown : Of(a == b == (op == ComparisonOperator.Equal));
    }

    public static Truth Contains(Txt item, TxtSet set) =>
        item.State != FactState.Known || set.State != FactState.Known ? Open(item.State, set.State) : Of(set.Items!.Contains(item.Value!));

    public static Truth StartsWith(Txt text, Txt prefix) =>
        text.State != FactState.Known || prefix.State != FactState.Known ? Open(text.State, prefix.State) : Of(text.Value!.StartsWith(prefix.Value!, StringComparison.Ordinal));

    public static Truth Applies(Num a) => Applies(a.State);

    public static Truth Applies(Txt a) => Applies(a.State);

    public static Truth Applies(TxtSet a) => Applies(a.State);

    public static Truth Applies(Truth a) => a switch { Truth.Unknown => a, Truth.NotApplicable => Truth.False, _ => Truth.True };

    private static Truth Applies(FactState state) => state == FactState.Unknown ? Truth.Unknown : Of(state == FactState.Known);

    public static Num Max(Num a, Num b) => Extreme(a, b, true);

    public static Num Min(Num a, Num b) => Extreme(a, b, false);

    public static Num ShiftDate(Num date, int count, DurationUnit unit)
    {
        if (date.State != FactState.Known)
        {
            return date;
        }

        try
        {
            var day = DateOnly.FromDayNumber((int)date.Value);
            return Num.Of((unit switch
            {
                DurationUnit.Years => day.AddYears(count),
                DurationUnit.Months => day.AddMonths(count),
                _ => day.AddDays(count),
            }).DayNumber);
        }
        catch (ArgumentOutOfRangeException)
        {
            return default;
        }
    }

    /// <summary>An if whose condition is unknown: unknown too, unless neither branch applies.</summary>
    public static Num NeitherKnown(Num a, Num b) => a.State == FactState.NotApplicable && b.State == FactState.NotApplicable ? a : default;

    public static Truth NeitherKnown(Truth a, Truth b) => a == Truth.NotApplicable && b == Truth.NotApplicable ? a : Truth.Unknown;

    public static Txt NeitherKnown(Txt a, Txt b) => a.State == FactState.NotApplicable && b.State == FactState.NotApplicable ? a : default;

    public static TxtSet NeitherKnown(TxtSet a, TxtSet b) => a.State == FactState.NotApplicable && b.State == FactState.NotApplicable ? a : default;

    /// <summary>Something that is unknown or not applicable whatever it would be, where a truth, a text or a set is wanted.</summary>
    public static Truth AbsentTruth(Num a) => a.State == FactState.NotApplicable ? Truth.NotApplicable : Truth.Unknown;

    public static Txt AbsentText(Num a) => new(a.State, null);

    public static TxtSet AbsentSet(Num a) => new(a.State, null);

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    private static Num Extreme(Num a, Num b, bool isMax)
    {
        if (a.State != FactState.Known || b.State != FactState.Known)
        {
            return a.State == FactState.NotApplicable ? b : b.State == FactState.NotApplicable ? a : default;
        }

        return a.Value >= b.Value == isMax ? a : b;
    }

    private static Truth Open(FactState a, FactState b) =>
        a == FactState.NotApplicable || b == FactState.NotApplicable ? Truth.NotApplicable : Truth.Unknown;

    private static Truth Decide(int order, ComparisonOperator op) => Of(op switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    });
}
