using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>Reads text such as <c>1464650 kWh</c> or <c>30 %</c>.</summary>
internal static class QuantityText
{
    public static Quantity? Parse(ScalarNode scalar, UnitCatalog units, DiagnosticBag bag)
    {
        if (TrySplit(scalar.Text, out var value, out var unitText))
        {
            if (unitText.Length == 0)
            {
                return new Quantity(value, Unit.One);
            }

            if (units.TryParse(unitText, out var unit))
            {
                return new Quantity(value, unit);
            }

            bag.Add(DiagnosticCodes.UnknownUnit, scalar.Span, unitText, NearestName.Hint(unitText, units.Symbols));
            return null;
        }

        bag.Add(DiagnosticCodes.NotAQuantity, scalar.Span, scalar.Text);
        return null;
    }

    /// <summary>Splits number and unit text; a blank between them is optional.</summary>
    public static bool TrySplit(string text, out decimal value, out string unit)
    {
        var trimmed = text.Trim();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] is '.' or '-' or '+' || IsExponent(trimmed, end)))
        {
            end++;
        }

        unit = trimmed[end..].Trim();
        return Scalars.TryDecimal(trimmed[..end], out value);
    }

    private static bool IsExponent(string text, int at) =>
        at > 0 && text[at] is 'e' or 'E' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || (text[at + 1] is '-' or '+' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])));
}
