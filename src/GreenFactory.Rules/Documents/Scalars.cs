using System.Globalization;

namespace GreenFactory.Rules.Documents;

/// <summary>Text to number and date, and back, always the same on every machine.</summary>
internal static class Scalars
{
    /// <summary>Digits and decimals that every decimal can hold; some numbers of one digit more fit as well.</summary>
    private const int MostDigits = 28;

    /// <summary>False as well for a number that a decimal would round: nothing is lost in silence.</summary>
    public static bool TryDecimal(string text, out decimal value)
    {
        value = 0;
        return text.Length is > 0 and <= 64
            && text[0] is (>= '0' and <= '9') or '-' or '+'
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && char.IsAsciiDigit(text[^1])
            && IsExact(text, value);
    }

    private static bool IsExact(string text, decimal value)
    {
        var (digits, zeros, decimals, afterPoint) = (0, 0, 0, false);
        var at = 0;
        for (; at < text.Length && text[at] is not ('e' or 'E'); at++)
        {
            if (text[at] == '.')
            {
                afterPoint = true;
                continue;
            }

            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            decimals += afterPoint ? 1 : 0;
            zeros = text[at] == '0' ? zeros + 1 : 0;
            digits += digits > 0 || text[at] != '0' ? 1 : 0;
        }

        if (digits == 0)
        {
            return true;
        }

        var exponent = at == text.Length ? 0 : int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written : int.MaxValue / 2;
        var significant = digits - zeros;
        return decimals - zeros - exponent <= MostDigits
            && (significant <= MostDigits || (significant == MostDigits + 1 && Digits(text[..at]) == Digits(value.ToString(CultureInfo.InvariantCulture))));
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit)).Trim('0');

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Plain digits without trailing zeros: one spelling for one number.</summary>
    public static string Number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
        {
            text = text.TrimEnd('0').TrimEnd('.');
        }

        return text is "-0" or "" ? "0" : text;
    }
}
