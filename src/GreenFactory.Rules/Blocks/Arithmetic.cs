using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GreenFactory.Rules.Blocks;

/// <summary>
/// An operation on four numbers with their error bounds. <c>Fine</c> marks lanes whose result can be used; the bound covers what
/// binary rounds, what decimals round, and what the operands are off by. An error of zero says that binary and decimal agree to
/// the last digit.
/// </summary>
internal interface IBinaryKernel
{
    static abstract void Apply(
        Vector256<double> a, Vector256<double> errorA, Vector256<double> b, Vector256<double> errorB, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine);
}

internal readonly struct AddKernel : IBinaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(
        Vector256<double> a, Vector256<double> errorA, Vector256<double> b, Vector256<double> errorB, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine)
    {
        value = a + b;
        var errors = errorA + errorB;

        // Nothing was lost where each operand can be had back from the sum.
        var exact = Vector256.Equals(errors, Vector256<double>.Zero) & Vector256.Equals(value - a, b) & Vector256.Equals(value - b, a) & Lanes.IsShort(value);
        var size = Vector256.Abs(value);
        var bound = (errors + (size * Vector256.Create(Inexact.Ulp)) + ((Vector256.Abs(a) + Vector256.Abs(b)) * Vector256.Create(Inexact.DecimalUlp))) * Vector256.Create(Inexact.Slack);
        error = Vector256.AndNot(bound, exact);
        fine = Vector256.LessThan(size, Vector256.Create(Inexact.Largest));
    }
}

internal readonly struct SubtractKernel : IBinaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(
        Vector256<double> a, Vector256<double> errorA, Vector256<double> b, Vector256<double> errorB, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine) =>
        AddKernel.Apply(a, errorA, -b, errorB, out value, out error, out fine);
}

internal readonly struct MultiplyKernel : IBinaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(
        Vector256<double> a, Vector256<double> errorA, Vector256<double> b, Vector256<double> errorB, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine)
    {
        var product = a * b;
        var size = Vector256.Abs(product);
        var off = (Vector256.Abs(a) * errorB) + ((Vector256.Abs(b) + errorB) * errorA) + (size * Vector256.Create(Inexact.Ulp));
        var exact = Vector256.Equals(off, Vector256<double>.Zero)
            | (Vector256.Equals(errorA + errorB, Vector256<double>.Zero) & Vector256.Equals(Vector256.FusedMultiplyAdd(a, b, -product), Vector256<double>.Zero) & Lanes.IsShort(product));
        fine = Vector256.LessThan(size, Vector256.Create(Inexact.Largest));
        value = product & fine;
        error = Vector256.AndNot((off * Vector256.Create(Inexact.Slack)) + Vector256.Create(Inexact.Place), exact) & fine;
    }
}

internal readonly struct DivideKernel : IBinaryKernel
{
    /// <summary>A divisor that is known less well than this is left to the exact engine: then bounds can be taken over it as it stands.</summary>
    private const double Doubtful = 1.0 / (1L << 30);

    private const double Generous = 1 + (1.0 / (1L << 28));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(
        Vector256<double> a, Vector256<double> errorA, Vector256<double> b, Vector256<double> errorB, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine)
    {
        // One division for quotient and bound; the rest corrects what it rounded.
        var inverse = Vector256<double>.One / b;
        var guess = a * inverse;
        var quotient = Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(-guess, b, a), inverse, guess);
        var size = Vector256.Abs(quotient);
        var off = ((errorA + (size * errorB)) * Vector256.Abs(inverse) * Vector256.Create(Generous)) + (size * Vector256.Create(2 * Inexact.Ulp));
        var exact = Vector256.Equals(off, Vector256<double>.Zero)
            | (Vector256.Equals(errorA + errorB, Vector256<double>.Zero) & Vector256.Equals(Vector256.FusedMultiplyAdd(quotient, b, -a), Vector256<double>.Zero) & Lanes.IsShort(quotient));
        fine = Vector256.LessThanOrEqual(errorB, Vector256.Abs(b) * Vector256.Create(Doubtful)) & Vector256.LessThan(size, Vector256.Create(Inexact.Largest));
        value = quotient & fine;
        error = Vector256.AndNot((off * Vector256.Create(Inexact.Slack)) + Vector256.Create(Inexact.Place), exact) & fine;
    }
}

/// <summary>An operation on four numbers. One instance for a step.</summary>
internal interface IUnaryKernel
{
    void Apply(Vector256<double> a, Vector256<double> errorA, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine);
}

internal readonly struct NegateKernel : IUnaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector256<double> a, Vector256<double> errorA, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine)
    {
        value = -a;
        error = errorA;
        fine = Vector256<double>.AllBitsSet;
    }
}

internal readonly struct AbsoluteKernel : IUnaryKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector256<double> a, Vector256<double> errorA, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine)
    {
        value = Vector256.Abs(a);
        error = errorA;
        fine = Vector256<double>.AllBitsSet;
    }
}

/// <summary>Times a whole number, then over a whole number, as <see cref="Quantities.Conversion"/> does.</summary>
internal readonly struct ConvertKernel(Inexact numerator, Inexact denominator) : IUnaryKernel
{
    private readonly Vector256<double> _numerator = Vector256.Create(numerator.Value);
    private readonly Vector256<double> _denominator = Vector256.Create(denominator.Value);
    private readonly Vector256<double> _factor = Vector256.Create(numerator.Value / denominator.Value);
    private readonly Vector256<double> _isExact = numerator.Error == 0 && denominator.Error == 0 ? Vector256<double>.AllBitsSet : Vector256<double>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector256<double> a, Vector256<double> errorA, out Vector256<double> value, out Vector256<double> error, out Vector256<double> fine)
    {
        var product = a * _numerator;
        value = product / _denominator;
        var size = Vector256.Abs(value);
        var off = (errorA * _factor) + (size * Vector256.Create(4 * Inexact.ConversionUlp));
        var nothingLost = Vector256.Equals(Vector256.FusedMultiplyAdd(a, _numerator, -product), Vector256<double>.Zero)
            & Vector256.Equals(Vector256.FusedMultiplyAdd(value, _denominator, -product), Vector256<double>.Zero);
        var exact = Vector256.Equals(off, Vector256<double>.Zero)
            | (Vector256.Equals(errorA, Vector256<double>.Zero) & nothingLost & Lanes.IsShort(value) & Lanes.IsShort(product) & _isExact);
        error = Vector256.AndNot((off * Vector256.Create(Inexact.Slack)) + Vector256.Create(Inexact.Place), exact);
        fine = Vector256.LessThan(size, Vector256.Create(Inexact.Largest)) & Vector256.LessThan(Vector256.Abs(product), Vector256.Create(Inexact.Largest));
    }
}
