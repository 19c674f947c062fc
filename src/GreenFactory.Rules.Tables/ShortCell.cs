using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tables;

/// <summary>
/// The short way of a column: numbers in the unit of the header, amounts with a unit, shares with a reason, true or false, choices,
/// and whatever the long way has read before. It takes only what it reads exactly as a fact file would be read; everything else is
/// left to the long way. Thread-safe.
/// </summary>
internal sealed class ShortCell
{
    /// <summary>As many digits as a decimal holds without rounding.</summary>
    private const int LongestNumber = 28;

    /// <summary>So many characters make a number that a machine word holds.</summary>
    private const int FewDigits = 18;

    /// <summary>Texts and units that are remembered: strangers may write any number of them.</summary>
    private const int MostRemembered = 4096;

    private const char Quote = '"';
    private const char BeforeReason = ';';

    private readonly FactDeclaration _fact;
    private readonly UnitCatalog _units;
    private readonly Conversion? _conversion;
    private readonly ConcurrentDictionary<string, FactCell> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FactCell>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly ConcurrentDictionary<string, CellUnit?> _cellUnits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CellUnit?>.AlternateLookup<ReadOnlySpan<char>> _byUnit;
    private Remembered? _last;

    /// <param name="column">A column of a fact.</param>
    /// <param name="units">The units there are.</param>
    public ShortCell(TableColumn column, UnitCatalog units)
    {
        _fact = column.Fact!;
        _units = units;
        _conversion = _fact.Unit.IsProduct ? null : column.Conversion;
        HasOwnUnit = _fact.Kind == FactKind.Quantity && column.Unit is null && column.Conversion is null;
        _byText = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        _byUnit = _cellUnits.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var choice in _fact.Kind == FactKind.Choice ? _fact.Choices : [])
        {
            _texts[choice] = FactCell.Of(choice);
        }
    }

    private bool HasOwnUnit { get; }

    /// <param name="written">The cell, trimmed and not empty.</param>
    /// <param name="counted">What the product is counted in, as far as other cells have said; set by amounts of products.</param>
    /// <param name="cell">What it says.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<char> written, ref UnitSymbol? counted, out FactCell cell)
    {
        if (_fact.Kind == FactKind.Flag && (written is "true" or "false"))
        {
            cell = FactCell.Of(written.Length == "true".Length);
            return true;
        }

        if (_conversion is { } conversion && TryNumber(written, out var number))
        {
            return TryKeep(number, conversion, out cell);
        }

        if (HasOwnUnit && char.IsAsciiDigit(written[0]))
        {
            return TryAmount(written, ref counted, out cell);
        }

        if (_last is { } last && written.SequenceEqual(last.Text))
        {
            cell = last.Cell;
            return true;
        }

        return TryText(written, out cell) || (_fact.Kind == FactKind.Assessment && TryAssessment(written, out cell));
    }

    private bool TryText(ReadOnlySpan<char> written, out FactCell cell)
    {
        if (!_byText.TryGetValue(written, out var text, out cell))
        {
            return false;
        }

        // Columns like to say the same row after row. Whoever sets it last is remembered; all would be right.
        _last = new Remembered(text, cell);
        return true;
    }

    /// <summary>Keeps what the long way has made of a text, where that hangs on nothing else.</summary>
    public void Learn(ReadOnlySpan<char> written, in FactCell cell)
    {
        var isText = _fact.Kind is FactKind.Text or FactKind.Choices or FactKind.Date or FactKind.Assessment;
        if (cell.State == FactState.NotApplicable || (cell.State == FactState.Known && isText))
        {
            if (_texts.Count < MostRemembered)
            {
                _byText.TryAdd(written, cell);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryNumber(ReadOnlySpan<char> written, out decimal number)
    {
        if (TryFewDigits(written, out number))
        {
            return true;
        }

        return written.Length <= LongestNumber
            && char.IsAsciiDigit(written[^1])
            && written[0] is (>= '0' and <= '9') or '-' or '+'
            && decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>What nearly all numbers are: some digits, a point among them or not. The library's way has to allow for everything else first.</summary>
    private static bool TryFewDigits(ReadOnlySpan<char> written, out decimal number)
    {
        number = 0;
        var (digits, places, hasPoint) = (0L, 0, false);
        if (written.Length is 0 or > FewDigits)
        {
            return false;
        }

        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c))
            {
                digits = unchecked((digits * 10) + (c - '0'));
                places += hasPoint ? 1 : 0;
            }
            else if (c != '.' || hasPoint)
            {
                return false;
            }
            else
            {
                hasPoint = true;
            }
        }

        // A number neither begins nor ends with its point.
        if (written[0] == '.' || written[^1] == '.')
        {
            return false;
        }

        number = new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, false, (byte)places);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryKeep(decimal number, Conversion conversion, out FactCell cell)
    {
        cell = default;
        var value = number;
        if ((conversion != Conversion.None && !conversion.TryApply(number, out value)) || value < _fact.Least || value > _fact.Greatest || (_fact.Kind == FactKind.Count && value != decimal.Truncate(value)))
        {
            return false;
        }

        cell = FactCell.Of(value);
        return true;
    }

    /// <summary>A number, a blank and a unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryAmount(ReadOnlySpan<char> written, ref UnitSymbol? counted, out FactCell cell)
    {
        cell = default;
        var blank = written.IndexOf(' ');
        if (blank < 0 || !TryNumber(written[..blank], out var number) || Unit(written[(blank + 1)..]) is not { } unit)
        {
            return false;
        }

        if (unit.Counted is { } own && counted is { } other && own.Dimension.Id != other.Dimension.Id)
        {
            return false;
        }

        counted = unit.Counted ?? counted;
        return TryKeep(number, unit.Conversion, out cell);
    }

    private bool TryAssessment(ReadOnlySpan<char> written, out FactCell cell)
    {
        cell = default;
        var divider = written.IndexOf(BeforeReason);
        if (divider <= 0 || written.Contains(Quote))
        {
            return false;
        }

        var reason = written[(divider + 1)..].Trim().ToString();
        if (reason.Length == 0 || Characters.FirstUnfit(reason) >= 0 || !TryNumber(written[..divider].TrimEnd(), out var fraction) || !TryKeep(fraction, Conversion.None, out var share))
        {
            return false;
        }

        cell = FactCell.Of(share.Number, reason);
        return true;
    }

    private CellUnit? Unit(ReadOnlySpan<char> written)
    {
        if (_byUnit.TryGetValue(written, out var known))
        {
            return known;
        }

        var unit = Find(written.ToString());
        if (_cellUnits.Count < MostRemembered)
        {
            _byUnit.TryAdd(written, unit);
        }

        return unit;
    }

    private CellUnit? Find(string written)
    {
        if (!_units.TryParse(written, out var unit))
        {
            return null;
        }

        if (_fact.Unit.IsProduct)
        {
            return _units.TowardsProduct(unit, _fact.Unit) is { } turned && turned.Factor.ToConversion() is { } towards ? new CellUnit(towards, turned.Canonical) : null;
        }

        return (!unit.IsOne || _fact.Unit.IsOne) && unit.SameDimension(_fact.Unit) && unit.FactorTo(_fact.Unit).ToConversion() is { } conversion ? new CellUnit(conversion, null) : null;
    }

    /// <summary>How a number becomes one in the declared unit, and what it says of what a product is counted in.</summary>
    private sealed record CellUnit(Conversion Conversion, UnitSymbol? Counted);

    private sealed record Remembered(string Text, FactCell Cell);
}
