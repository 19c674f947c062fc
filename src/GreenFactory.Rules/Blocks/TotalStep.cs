using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Blocks;

/// <summary>Four totals with their error bounds, in the unit of the total.</summary>
internal struct Sum
{
    public Vector256<double> Value;

    public Vector256<double> Error;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(Vector256<double> value, Vector256<double> error, in ScaledGroup group)
    {
        var worth = value * Vector256.Create(group.Factor.Value);
        Value += worth;
        Error += (error * Vector256.Create(group.Factor.Value)) + (Vector256.Abs(value) * Vector256.Create(group.Factor.Error));
    }

    /// <summary>With what adding inexact numbers up has rounded; whole numbers round nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<double> Bound()
    {
        var isExact = Vector256.Equals(Error, Vector256<double>.Zero) & Vector256.LessThanOrEqual(Vector256.Abs(Value), Vector256.Create(TotalStep.LargestWhole));
        return Vector256.AndNot((Error + (Vector256.Abs(Value) * Vector256.Create(32 * Inexact.Ulp))) * Vector256.Create(Inexact.Slack), isExact);
    }
}

/// <summary>
/// Groups to a total, rounded as the pack says, for every row. What rounds to one number wherever within its error the total lies
/// is that number; all others are left to the exact engine.
/// </summary>
internal sealed class TotalStep(TotalScale scale, RoundingMode mode, bool hasTotal) : Step
{
    public const double LargestWhole = 1L << 52;

    private const double Noise = 1e-22;

    private readonly ScaledGroup[] _groups = [.. scale.Groups];

    public override void Run(BlockState state)
    {
        var totals = state.Block.Totals;
        totals.Applies = Plane.All;
        if (!hasTotal)
        {
            Array.Clear(totals.Lower);
            Array.Clear(totals.Upper);
            return;
        }

        Span<ulong> gone = stackalloc ulong[Plane.Words];
        Span<ulong> doubtful = stackalloc ulong[Plane.Words];
        gone.Clear();
        doubtful.Clear();
        for (var w = 0; w < state.Words; w++)
        {
            for (var first = 0; first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                Rows(state.Groups, row, totals, out var isGone, out var isDoubtful);
                gone[w] |= Lanes.Bits(isGone, first);
                doubtful[w] |= Lanes.Bits(isDoubtful, first);
            }
        }

        totals.Applies = ~new Plane(gone);
        state.Exact |= new Plane(doubtful);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rows(GroupColumn[] groups, nuint row, TotalColumns totals, out Vector256<double> isGone, out Vector256<double> isDoubtful)
    {
        var zero = Vector256<double>.Zero;
        Sum lower = default, upper = default, removed = default, bonusLower = default, bonusUpper = default;
        for (var g = 0; g < _groups.Length; g++)
        {
            ref readonly var group = ref _groups[g];
            var points = groups[g];
            var (certain, error) = (Load(points.Lower, row), Load(points.Errors, row));
            var (reachable, openError) = (certain + Load(points.Open, row), error);
            if (group.IsBonus)
            {
                bonusLower.Take(Vector256.Min(certain, Vector256.Create(group.Full)), error, group);
                bonusUpper.Take(Vector256.Min(reachable, Vector256.Create(group.Full)), error, group);
                continue;
            }

            if (group.Full == 0)
            {
                continue;
            }

            var (leaves, leavesError) = (Load(points.RemovedFromTotal, row), zero);
            var removedHere = Load(points.RemovedInGroup, row);
            if (removedHere != zero)
            {
                var full = Vector256.Create(group.Full);
                var left = full - removedHere;
                var nothingLeft = Vector256.Equals(left, zero);
                Stretch(ref certain, ref error, full, left, zero, nothingLeft);
                Stretch(ref reachable, ref openError, full, left, zero, nothingLeft);
                Stretch(ref leaves, ref leavesError, full, left, zero, nothingLeft);
                removed.Value += Vector256.Create(group.Weight) & nothingLeft;
            }

            lower.Take(certain, error, group);
            upper.Take(reachable, openError, group);
            removed.Take(leaves, leavesError, group);
        }

        var (least, leastError) = (lower.Value, lower.Bound());
        var (most, mostError) = (upper.Value, upper.Bound());
        isGone = isDoubtful = zero;
        if (removed.Value != zero)
        {
            var (all, removedError) = (Vector256.Create(scale.Full), removed.Bound());

            // The exact engine decides whether inexact shares of what was removed come to everything.
            isDoubtful = Vector256.GreaterThan(removedError, zero) & Vector256.LessThanOrEqual(Vector256.Abs(removed.Value - all), removedError + removedError);
            isGone = Vector256.GreaterThanOrEqual(removed.Value, all);
            var rest = all - removed.Value;
            Stretch(ref least, ref leastError, all, rest, removedError, isGone);
            Stretch(ref most, ref mostError, all, rest, removedError, isGone);
        }

        isDoubtful |= Round(least + bonusLower.Value, leastError + bonusLower.Bound(), totals.Lower, row);
        isDoubtful |= Round(most + bonusUpper.Value, mostError + bonusUpper.Bound(), totals.Upper, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(double[] column, nuint row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), row);

    /// <summary>Times everything over what is left; nothing where nothing is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stretch(ref Vector256<double> value, ref Vector256<double> error, Vector256<double> all, Vector256<double> left, Vector256<double> leftError, Vector256<double> nothingLeft)
    {
        var product = value * all;
        var quotient = product / left;
        var size = Vector256.Abs(quotient);
        var isExact = Vector256.Equals(error + leftError, Vector256<double>.Zero)
            & Vector256.LessThanOrEqual(Vector256.Abs(product), Vector256.Create(LargestWhole))
            & Vector256.Equals(Vector256.Floor(quotient), quotient)
            & Vector256.Equals(Vector256.FusedMultiplyAdd(quotient, left, -product), Vector256<double>.Zero);
        var off = (((error * all) + (size * leftError)) / (left - leftError)) + (size * Vector256.Create(8 * Inexact.Ulp));
        value = Vector256.AndNot(quotient, nothingLeft);
        error = Vector256.AndNot(off * Vector256.Create(Inexact.Slack), isExact | nothingLeft);
    }

    /// <summary>Writes the number of rounding steps; gives back the lanes where it cannot be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Round(Vector256<double> value, Vector256<double> error, double[] to, nuint row)
    {
        var step = Vector256.Create(scale.RoundingStep);
        var isExact = Vector256.Equals(error, Vector256<double>.Zero);

        // The sum and the division below round as well.
        var margin = error + (Vector256.Abs(value) * Vector256.Create(8 * Inexact.Ulp)) + Vector256.Create(scale.TotalUnit * Noise);
        var half = Vector256.Create(mode == RoundingMode.Down ? 0 : scale.RoundingStep / 2);
        var least = Vector256.Floor((value - margin + half) / step);
        var most = Vector256.Floor((value + margin + half) / step);
        var steps = Vector256.ConditionalSelect(isExact, Exactly(value, step), least);
        steps.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(to), row);
        var isTold = isExact | Vector256.Equals(least, most);
        return ~(isTold & Vector256.GreaterThanOrEqual(value, Vector256<double>.Zero) & Vector256.GreaterThanOrEqual(steps, Vector256<double>.Zero) & Vector256.LessThanOrEqual(value, Vector256.Create(LargestWhole)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Exactly(Vector256<double> value, Vector256<double> step)
    {
        var one = Vector256<double>.One;
        var whole = Vector256.Floor(value / step);
        var rest = value - (whole * step);
        var (low, high) = (Vector256.LessThan(rest, Vector256<double>.Zero), Vector256.GreaterThanOrEqual(rest, step));
        whole = whole - (one & low) + (one & high);
        rest = rest + (step & low) - (step & high);
        var twice = rest + rest;
        var isUp = mode switch
        {
            RoundingMode.HalfUp => Vector256.GreaterThanOrEqual(twice, step),
            RoundingMode.HalfEven => Vector256.GreaterThan(twice, step) | (Vector256.Equals(twice, step) & ~Vector256.Equals(Vector256.Floor(whole * 0.5) * 2.0, whole)),
            _ => Vector256<double>.Zero,
        };
        return whole + (one & isUp);
    }
}
