using System.Globalization;
using System.Numerics;

namespace GreenFactory.Rules.Quantities;

/// <summary>An exact ratio between two units, such as 2000/3 for 亩 to m2.</summary>
internal readonly record struct Factor
{
    /// <summary>Longer factors come from no unit; the bound keeps strangers' files from costing time.</summary>
    private const int LongestText = 60;

    private Factor(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public static Factor One { get; } = new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public bool IsOne => Numerator.IsOne && Denominator.IsOne;

    public static Factor operator *(Factor a, Factor b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Factor operator /(Factor a, Factor b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public Factor Power(int exponent)
    {
        var magnitude = Math.Abs(exponent);
        var up = BigInteger.Pow(Numerator, magnitude);
        var down = BigInteger.Pow(Denominator, magnitude);
        return exponent < 0 ? new Factor(down, up) : new Factor(up, down);
    }

    /// <summary>Reads <c>1000</c>, <c>0.001</c> or <c>2000/3</c>; only positive factors are units.</summary>
    public static bool TryParse(string text, out Factor factor)
    {
        factor = One;
        var parts = text.Split('/');
        if (text.Length > LongestText || parts.Length > 2)
        {
            return false;
        }

        if (!TryDecimalRatio(parts[0], out factor))
        {
            return false;
        }

        if (parts.Length == 2)
        {
            if (!TryDecimalRatio(parts[1], out var below))
            {
                return false;
            }

            factor /= below;
        }

        return true;
    }

    /// <summary>The conversion as two decimals; null when the units are too far apart for decimal arithmetic.</summary>
    public Conversion? ToConversion()
    {
        var limit = new BigInteger(decimal.MaxValue);
        return Numerator > limit || Denominator > limit ? null : new Conversion((decimal)Numerator, (decimal)Denominator);
    }

    private static bool TryDecimalRatio(string text, out Factor factor)
    {
        factor = One;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0)
        {
            return false;
        }

        var whole = decimal.Truncate(value);
        var rest = value - whole;
        var below = BigInteger.One;
        var above = new BigInteger(whole);
        while (rest != 0)
        {
            rest *= 10;
            var digit = decimal.Truncate(rest);
            above = (above * 10) + new BigInteger(digit);
            below *= 10;
            rest -= digit;
        }

        factor = new Factor(above, below);
        return true;
    }
}

/// <summary>Multiplies by <see cref="Numerator"/> and then divides by <see cref="Denominator"/>, both whole numbers: exact whenever the result fits a decimal.</summary>
internal readonly record struct Conversion(decimal Numerator, decimal Denominator)
{
    private const int DigitsKept = 28;
    private const decimal FarApart = 1e-20m;

    public static Conversion None { get; } = new(1m, 1m);

    /// <exception cref="OverflowException">The result is too large for a decimal.</exception>
    public decimal Apply(decimal value)
    {
        if (Denominator == 1m)
        {
            return value * Numerator;
        }

        return Numerator == 1m ? value / Denominator : value * Numerator / Denominator;
    }

    public bool TryApply(decimal value, out decimal converted)
    {
        try
        {
            converted = Apply(value);
            return true;
        }
        catch (OverflowException)
        {
            converted = 0;
            return false;
        }
    }

    /// <summary>
    /// The order of <paramref name="left"/> × <see cref="Numerator"/> and <paramref name="right"/> × <see cref="Denominator"/>,
    /// to 28 digits: what differs only beyond them is the rounding of an earlier conversion, of 亩 to m2 say.
    /// </summary>
    public int Compare(decimal left, decimal right)
    {
        if (this == None)
        {
            return decimal.Compare(left, right);
        }

        try
        {
            var a = left * Numerator;
            var b = right * Denominator;
            if (Math.Abs(a - b) > Math.Abs(b) * FarApart)
            {
                return decimal.Compare(a, b);
            }
        }
        catch (OverflowException)
        {
            // Too large for decimals, not for whole numbers.
        }

        return CompareExactly(left, right);
    }

    private int CompareExactly(decimal left, decimal right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var a = Digits(left) * BigInteger.Pow(10, scale - left.Scale) * new BigInteger(Numerator);
        var b = Digits(right) * BigInteger.Pow(10, scale - right.Scale) * new BigInteger(Denominator);
        return BigInteger.Abs(a - b) * BigInteger.Pow(10, DigitsKept) <= BigInteger.Max(BigInteger.Abs(a), BigInteger.Abs(b)) ? 0 : a.CompareTo(b);
    }

    private static BigInteger Digits(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (new BigInteger(unchecked((uint)bits[2])) << 64) + (new BigInteger(unchecked((uint)bits[1])) << 32) + unchecked((uint)bits[0]);
        return decimal.IsNegative(value) ? -magnitude : magnitude;
    }
}
