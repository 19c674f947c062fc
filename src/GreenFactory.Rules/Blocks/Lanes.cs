using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GreenFactory.Rules.Blocks;

/// <summary>Four rows at a time: between bits of a plane and lanes of a vector.</summary>
internal static class Lanes
{
    public const int Count = 4;

    /// <summary>All bits set in the lanes whose rows are in the word; <paramref name="first"/> is the row of the first lane within it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Mask(ulong word, int first)
    {
        var bit = Vector256.Create(1L, 2L, 4L, 8L);
        return Vector256.Equals(Vector256.Create(unchecked((long)(word >> first & 15))) & bit, bit).AsDouble();
    }

    /// <summary>The bits of the lanes, at their place in the word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Vector256<double> mask, int first) => (ulong)mask.ExtractMostSignificantBits() << first;

    /// <summary>Whether the numbers are multiples of 1/64 small enough to be held exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> IsShort(Vector256<double> value)
    {
        var grains = value * Vector256.Create(Inexact.Grain);
        return Vector256.Equals(Vector256.Floor(grains), grains) & Vector256.LessThanOrEqual(Vector256.Abs(grains), Vector256.Create((double)(1L << 53)));
    }
}
