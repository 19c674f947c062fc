using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GreenFactory.Rules.Blocks;

/// <summary>The loops over the rows of a block, as far as there are rows to look at. What lies beyond stays as it is.
/// They are compiled their best way at once: a block runs each of them a few hundred times, and nothing is known of it that a run would teach.</summary>
internal static class Kernels
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Plane Binary<TKernel, TA, TB>(TA a, TB b, NumberColumn to, int words)
        where TKernel : IBinaryKernel
        where TA : IOperand, allows ref struct
        where TB : IOperand, allows ref struct
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(to.Values);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(to.Errors);
        Span<ulong> fine = stackalloc ulong[Plane.Words];
        fine.Fill(ulong.MaxValue);
        for (var w = 0; w < words; w++)
        {
            var word = 0UL;
            for (var first = 0; first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                TKernel.Apply(a.Value(row), a.Error(row), b.Value(row), b.Error(row), out var value, out var error, out var isFine);
                value.StoreUnsafe(ref values, row);
                error.StoreUnsafe(ref errors, row);
                word |= Lanes.Bits(isFine, first);
            }

            fine[w] = word;
        }

        return new Plane(fine);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Plane Unary<TKernel>(TKernel kernel, NumberColumn a, NumberColumn to, int words)
        where TKernel : IUnaryKernel
    {
        var from = new FromColumn(a);
        ref var values = ref MemoryMarshal.GetArrayDataReference(to.Values);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(to.Errors);
        Span<ulong> fine = stackalloc ulong[Plane.Words];
        fine.Fill(ulong.MaxValue);
        for (var w = 0; w < words; w++)
        {
            var word = 0UL;
            for (var first = 0; first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                kernel.Apply(from.Value(row), from.Error(row), out var value, out var error, out var isFine);
                value.StoreUnsafe(ref values, row);
                error.StoreUnsafe(ref errors, row);
                word |= Lanes.Bits(isFine, first);
            }

            fine[w] = word;
        }

        return new Plane(fine);
    }

    /// <summary>Which of two numbers is less; rows in neither plane are equal, unless they are near: then binary cannot tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Order Compare<TA, TB, TUnits>(TA a, TB b, TUnits units, int words)
        where TA : IOperand, allows ref struct
        where TB : IOperand, allows ref struct
        where TUnits : IUnits
    {
        Span<ulong> less = stackalloc ulong[Plane.Words];
        Span<ulong> greater = stackalloc ulong[Plane.Words];
        Span<ulong> near = stackalloc ulong[Plane.Words];
        var slack = Vector256.Create(Inexact.Slack);
        for (var w = 0; w < words; w++)
        {
            var (isLess, isGreater, isNear) = (0UL, 0UL, 0UL);
            for (var first = 0; first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                var (x, y) = (units.Left(a.Value(row)), units.Right(b.Value(row)));
                var between = x - y;
                var bound = (units.Left(a.Error(row)) + units.Right(b.Error(row)) + units.Rounding(x, y)) * slack;
                isLess |= Lanes.Bits(Vector256.LessThan(between, -bound), first);
                isGreater |= Lanes.Bits(Vector256.GreaterThan(between, bound), first);
                isNear |= Lanes.Bits(Vector256.LessThanOrEqual(Vector256.Abs(between), bound) & Vector256.GreaterThan(bound, Vector256<double>.Zero), first);
            }

            (less[w], greater[w], near[w]) = (isLess, isGreater, isNear);
        }

        return new Order(new Plane(less), new Plane(greater), new Plane(near));
    }

    /// <summary>One number in the rows of one plane, another in those of another, nothing elsewhere; no row may be in both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blend<TA, TB>(TA a, in Plane rowsA, TB b, in Plane rowsB, NumberColumn to, int words)
        where TA : IOperand, allows ref struct
        where TB : IOperand, allows ref struct
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(to.Values);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(to.Errors);
        for (var w = 0; w < words; w++)
        {
            var (wordA, wordB) = (rowsA.Word(w), rowsB.Word(w));
            for (var first = 0; first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                var (maskA, maskB) = (Lanes.Mask(wordA, first), Lanes.Mask(wordB, first));
                ((a.Value(row) & maskA) | (b.Value(row) & maskB)).StoreUnsafe(ref values, row);
                ((a.Error(row) & maskA) | (b.Error(row) & maskB)).StoreUnsafe(ref errors, row);
            }
        }
    }

    /// <summary>The greater or the less of two; a plane says where only one of them counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Extreme<TA, TB>(TA a, in Plane onlyA, TB b, in Plane onlyB, bool isMax, NumberColumn to, int words)
        where TA : IOperand, allows ref struct
        where TB : IOperand, allows ref struct
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(to.Values);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(to.Errors);
        for (var w = 0; w < words; w++)
        {
            var (wordA, wordB) = (onlyA.Word(w), onlyB.Word(w));
            for (var first = 0; first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                var (maskA, maskB) = (Lanes.Mask(wordA, first), Lanes.Mask(wordB, first));
                var (x, y) = (a.Value(row), b.Value(row));
                var (offX, offY) = (a.Error(row), b.Error(row));
                var value = isMax ? Vector256.Max(x, y) : Vector256.Min(x, y);
                value = Vector256.ConditionalSelect(maskA, x, Vector256.ConditionalSelect(maskB, y, value));
                var error = Vector256.ConditionalSelect(maskA, offX, Vector256.ConditionalSelect(maskB, offY, Vector256.Max(offX, offY)));
                value.StoreUnsafe(ref values, row);
                error.StoreUnsafe(ref errors, row);
            }
        }
    }
}

/// <summary>How two columns of numbers stand to each other.</summary>
internal readonly struct Order(Plane less, Plane greater, Plane near)
{
    public readonly Plane Less = less;

    public readonly Plane Greater = greater;

    public readonly Plane Near = near;

    public Plane Equal => ~(Less | Greater | Near);
}

/// <summary>What two numbers are multiplied by before they are compared.</summary>
internal interface IUnits
{
    Vector256<double> Left(Vector256<double> value);

    Vector256<double> Right(Vector256<double> value);

    /// <summary>What multiplying may have rounded.</summary>
    Vector256<double> Rounding(Vector256<double> left, Vector256<double> right);
}

/// <summary>Numbers of one unit, which are compared as they are.</summary>
internal readonly struct OneUnit : IUnits
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Left(Vector256<double> value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Right(Vector256<double> value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Rounding(Vector256<double> left, Vector256<double> right) => Vector256<double>.Zero;
}

/// <summary>Numbers of two units, each times a whole number.</summary>
internal readonly struct TwoUnits(double left, double right) : IUnits
{
    private readonly Vector256<double> _left = Vector256.Create(left);
    private readonly Vector256<double> _right = Vector256.Create(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Left(Vector256<double> value) => value * _left;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Right(Vector256<double> value) => value * _right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Rounding(Vector256<double> left, Vector256<double> right) => (Vector256.Abs(left) + Vector256.Abs(right)) * Vector256.Create(4 * Inexact.ConversionUlp);
}
