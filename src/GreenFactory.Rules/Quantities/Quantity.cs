using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Quantities;

/// <summary>A decimal number with its unit. Immutable.</summary>
public readonly record struct Quantity
{
    /// <summary>Creates a quantity.</summary>
    public Quantity(decimal value, Unit unit)
    {
        Value = value;
        Unit = unit;
    }

    /// <summary>The number, in <see cref="Unit"/>.</summary>
    public decimal Value { get; }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>Number and unit, as in <c>98 kgce/t</c>; culture-free.</summary>
    public override string ToString()
    {
        var number = Scalars.Number(Value);
        return Unit is null || Unit.IsOne ? number : $"{number} {Unit.Symbol}";
    }
}
