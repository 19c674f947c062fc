using System.Text;

namespace GreenFactory.Rules.Quantities;

/// <summary>A unit such as <c>kgce/t</c>: named units with exponents, at most one per dimension. Immutable; compared by what it is made of.</summary>
public sealed class Unit : IEquatable<Unit>
{
    private readonly UnitPart[] _parts;
    private CountedUnit? _counted;

    private Unit(IEnumerable<UnitPart> parts)
    {
        _parts = [.. parts.Where(p => p.Exponent != 0)];
        Symbol = Render(_parts);
        IsProduct = Array.Exists(_parts, p => p.Symbol.Dimension.Id == Dimension.Product);
        DimensionKey = string.Join('·', _parts
            .Where(p => p.Symbol.Dimension.Id != Dimension.None)
            .GroupBy(p => p.Symbol.Dimension.Id, StringComparer.Ordinal)
            .Select(g => new { Id = g.Key, Exponent = g.Sum(p => p.Exponent) })
            .Where(d => d.Exponent != 0)
            .OrderBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => d.Exponent == 1 ? d.Id : $"{d.Id}^{d.Exponent}"));
    }

    /// <summary>No unit: a plain number.</summary>
    public static Unit One { get; } = new([]);

    /// <summary>The unit as it is written, for example <c>kgce/t</c>; <c>1</c> for a plain number.</summary>
    public string Symbol { get; }

    /// <summary>What is measured, as ids of dimensions with exponents; empty for a plain number or a percentage.</summary>
    public string DimensionKey { get; }

    internal bool IsOne => _parts.Length == 0;

    internal bool IsProduct { get; }

    internal IEnumerable<string> Dimensions => _parts.Select(p => p.Symbol.Dimension.Id);

    internal static Unit Of(UnitSymbol symbol) => symbol.Symbol == "1" ? One : new Unit([new UnitPart(symbol, 1)]);

    /// <summary>Product of two units and the factor that appears where two symbols of one dimension meet.</summary>
    internal static (Unit Unit, Factor Factor) Multiply(Unit a, Unit b, int sign)
    {
        var factor = Factor.One;
        var parts = new List<UnitPart>();
        foreach (var part in a._parts)
        {
            Fold(part.Symbol, part.Exponent);
        }

        foreach (var part in b._parts)
        {
            Fold(part.Symbol, part.Exponent * sign);
        }

        return (new Unit(parts), factor);

        void Fold(UnitSymbol symbol, int exponent)
        {
            if (symbol.Dimension.Id == Dimension.None)
            {
                factor *= symbol.Factor.Power(exponent);
                return;
            }

            var index = parts.FindIndex(p => p.Symbol.Dimension.Id == symbol.Dimension.Id);
            if (index < 0)
            {
                parts.Add(new UnitPart(symbol, exponent));
                return;
            }

            var kept = parts[index].Symbol;
            factor *= (symbol.Factor / kept.Factor).Power(exponent);
            parts[index] = new UnitPart(kept, parts[index].Exponent + exponent);
        }
    }

    /// <summary>Product of two units with nothing cancelled: the unit of a raw product before it is converted.</summary>
    internal static Unit Join(Unit a, Unit b, int sign) => new(a._parts.Concat(b._parts.Select(p => p with { Exponent = p.Exponent * sign })));

    /// <summary>A unit written out, keeping its percent sign and the order in which it was written.</summary>
    internal static Unit Compose(IReadOnlyList<UnitPart> parts)
    {
        if (parts.Count == 1 && parts[0].Exponent == 1)
        {
            return Of(parts[0].Symbol);
        }

        return new Unit(parts.Where(p => p.Symbol.Symbol != "1"));
    }

    internal bool SameDimension(Unit other) => DimensionKey == other.DimensionKey;

    /// <summary>True when values in this unit can be given in <paramref name="other"/>: same dimension, and not too far apart for decimals.</summary>
    internal bool ConvertsTo(Unit other) => SameDimension(other) && FactorTo(other).ToConversion() is not null;

    /// <summary>The factor that turns a value in this unit into a value in <paramref name="target"/> of the same dimension.</summary>
    internal Factor FactorTo(Unit target)
    {
        var factor = Factor.One;
        foreach (var part in _parts)
        {
            factor *= part.Symbol.Factor.Power(part.Exponent);
        }

        foreach (var part in target._parts)
        {
            factor /= part.Symbol.Factor.Power(part.Exponent);
        }

        return factor;
    }

    /// <summary>The same unit with one symbol in place of the product's own counting unit.</summary>
    internal Unit WithProduct(UnitSymbol symbol)
    {
        if (!IsProduct)
        {
            return this;
        }

        // A pack shows the same unit for product after product: the last one is worth remembering.
        if (_counted is { } counted && counted.Symbol == symbol)
        {
            return counted.Unit;
        }

        var unit = new Unit(_parts.Select(p => p.Symbol.Dimension.Id == Dimension.Product ? p with { Symbol = symbol } : p));
        _counted = new CountedUnit(symbol, unit);
        return unit;
    }

    /// <summary>The unit with one part of the counting dimension turned into the opaque product unit, in every way that is possible.</summary>
    internal IEnumerable<(Unit Unit, Factor Factor)> TowardsProduct(string dimension, UnitSymbol canonical, UnitSymbol opaque)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var part = _parts[i];
            if (part.Symbol.Dimension.Id != dimension)
            {
                continue;
            }

            var parts = _parts.ToArray();
            parts[i] = part with { Symbol = opaque };
            yield return (new Unit(parts), (part.Symbol.Factor / canonical.Factor).Power(part.Exponent));
        }
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && Symbol == other.Symbol;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => Symbol.GetHashCode(StringComparison.Ordinal);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    private sealed record CountedUnit(UnitSymbol Symbol, Unit Unit);

    private static string Render(UnitPart[] parts)
    {
        if (parts.Length == 0)
        {
            return "1";
        }

        var text = new StringBuilder();
        foreach (var (symbol, exponent) in parts.Where(p => p.Exponent > 0))
        {
            text.Append(text.Length == 0 ? string.Empty : "·").Append(symbol.Symbol);
            text.Append(exponent == 1 ? string.Empty : $"^{exponent}");
        }

        if (text.Length == 0)
        {
            text.Append('1');
        }

        foreach (var (symbol, exponent) in parts.Where(p => p.Exponent < 0))
        {
            text.Append('/').Append(symbol.Symbol).Append(exponent == -1 ? string.Empty : $"^{-exponent}");
        }

        return text.ToString();
    }
}

/// <summary>A named unit of a unit and how often it is multiplied in; below zero it divides.</summary>
internal sealed record UnitPart(UnitSymbol Symbol, int Exponent);
