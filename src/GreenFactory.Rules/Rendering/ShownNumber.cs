using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Rendering;

/// <summary>
/// Numbers with as many digits as people want to read, and more where fewer would tell a lie: numbers that are compared are
/// shown together, and those that differ never print alike.
/// </summary>
internal static class ShownNumber
{
    /// <summary>Digits a number shows when nothing asks for more.</summary>
    private const int Digits = 4;

    private const int MostDecimals = 28;

    public static string Of(decimal value) => Together(value)[0];

    /// <summary>Rounded to common decimals, as many as keep different numbers different, so that their order can be seen.</summary>
    public static string[] Together(params ReadOnlySpan<decimal> values)
    {
        var decimals = 0;
        foreach (var value in values)
        {
            decimals = Math.Max(decimals, Decimals(value));
        }

        while (decimals < MostDecimals && Merges(values, decimals))
        {
            decimals++;
        }

        var shown = new string[values.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = Scalars.Number(Math.Round(values[i], decimals, MidpointRounding.AwayFromZero));
        }

        return shown;
    }

    /// <summary>A share as a percentage; only nothing prints as 0 and only everything as 100.</summary>
    public static string Percent(decimal share) => Together(share * 100, 0, 100)[0] + " %";

    /// <summary>True when the shown digits are not the whole number.</summary>
    public static bool IsTrimmed(decimal value, string shown) => Scalars.TryDecimal(shown, out var read) && read != value;

    private static int Decimals(decimal value)
    {
        var size = Math.Abs(value);
        if (size == 0)
        {
            return 0;
        }

        var decimals = Digits - 1;
        while (size >= 10 && decimals > 0)
        {
            size /= 10;
            decimals--;
        }

        while (size < 1 && decimals < MostDecimals)
        {
            size *= 10;
            decimals++;
        }

        return decimals;
    }

    private static bool Merges(ReadOnlySpan<decimal> values, int decimals)
    {
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (values[i] != values[j] && Math.Round(values[i], decimals, MidpointRounding.AwayFromZero) == Math.Round(values[j], decimals, MidpointRounding.AwayFromZero))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
