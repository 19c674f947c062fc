using System.Globalization;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tables;

/// <summary>
/// The short way for cells that say nothing but a number in the unit of the header, true or false, or a choice. It takes only
/// what it reads exactly as a fact file would be read; everything else is left to the long way. Thread-safe.
/// </summary>
internal sealed class PlainCell
{
    /// <summary>Digits and point of numbers that no decimal rounds.</summary>
    private const int LongestNumber = 24;

    private readonly FactDeclaration _fact;
    private readonly Conversion _conversion;
    private readonly Dictionary<string, FactCell>.AlternateLookup<ReadOnlySpan<char>> _words;

    private PlainCell(FactDeclaration fact, Conversion conversion, Dictionary<string, FactCell> words)
    {
        _fact = fact;
        _conversion = conversion;
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Position in the factory's table of facts.</summary>
    public int Slot => _fact.Slot;

    /// <summary>The short way of a column; null when it has none.</summary>
    public static PlainCell? Of(TableColumn column)
    {
        if (column is not { Subject: ColumnSubject.Fact, Fact: { } fact })
        {
            return null;
        }

        return fact.Kind switch
        {
            FactKind.Quantity or FactKind.Count when column.Conversion is { } conversion && !fact.Unit.IsProduct => new PlainCell(fact, conversion, []),
            FactKind.Flag => new PlainCell(fact, Conversion.None, new(StringComparer.Ordinal) { ["true"] = FactCell.Of(true), ["false"] = FactCell.Of(false) }),
            FactKind.Choice => new PlainCell(fact, Conversion.None, fact.Choices.ToDictionary(c => c, FactCell.Of, StringComparer.Ordinal)),
            _ => null,
        };
    }

    public bool TryRead(ReadOnlySpan<char> written, out FactCell cell)
    {
        if (_fact.Kind is FactKind.Flag or FactKind.Choice)
        {
            return _words.TryGetValue(written, out cell);
        }

        cell = default;
        if (written.Length > LongestNumber
            || !char.IsAsciiDigit(written[^1])
            || !decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || written[0] is not ((>= '0' and <= '9') or '-' or '+')
            || !_conversion.TryApply(number, out var value)
            || value < _fact.Least
            || value > _fact.Greatest
            || (_fact.Kind == FactKind.Count && value != decimal.Truncate(value)))
        {
            return false;
        }

        cell = FactCell.Of(value);
        return true;
    }
}
