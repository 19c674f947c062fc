using System.Runtime.CompilerServices;

namespace GreenFactory.Rules.Blocks;

/// <summary>A number in binary and how far the decimal it stands for can be away.</summary>
internal readonly record struct Inexact(double Value, double Error)
{
    /// <summary>Decimals beyond this are close to what a decimal can hold at all; rows that come here are decided exactly.</summary>
    public const double Largest = 7e28;

    /// <summary>A decimal has 28 places: what is rounded there can be off by half of one.</summary>
    public const double Place = 2e-28;

    /// <summary>Half the distance between two neighbouring doubles, over their size, and what converting a decimal may lose of it.</summary>
    public const double Ulp = 1.0 / (1L << 52);

    public const double ConversionUlp = 1.0 / (1L << 51);

    /// <summary>More than enough for the rounding of an error bound itself.</summary>
    public const double Slack = 1 + (1.0 / (1L << 40));

    /// <summary>The decimal's own rounding, against the operands.</summary>
    public const double DecimalUlp = 1e-27;

    /// <summary>Multiples of 1/64 have six places: decimals hold sums and products of them as exactly as doubles do.</summary>
    public const double Grain = 64;

    private const double LargestWhole = 1L << 53;
    private const double LargestShort = 1e9;
    private const byte ShortScale = 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Inexact Of(decimal number)
    {
        var value = (double)number;
        var size = Math.Abs(value);
        var isExact = number.Scale == 0 ? size <= LargestWhole : number.Scale <= ShortScale && size <= LargestShort && Math.Floor(value * Grain) == value * Grain;
        return new Inexact(value, isExact ? 0 : size * ConversionUlp);
    }
}
