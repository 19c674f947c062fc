using System.Globalization;

namespace GreenFactory.Rules.Documents;

/// <summary>Text to number and date, and back, always the same on every machine.</summary>
internal static class Scalars
{
    public static bool TryDecimal(string text, out decimal value)
    {
        value = 0;
        return text.Length is > 0 and <= 64
            && text[0] is (>= '0' and <= '9') or '-' or '+'
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && char.IsAsciiDigit(text[^1]);
    }

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
