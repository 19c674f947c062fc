using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions;

internal enum ValueKind
{
    /// <summary>Unknown or not applicable whatever it would be; fits everywhere.</summary>
    Any,
    Number,
    Truth,
    Text,
    Date,
    TextSet,
}

/// <summary>What an expression yields: kind, unit of a number, legal values of a choice.</summary>
internal readonly record struct ExpressionType(ValueKind Kind, Unit Unit, IReadOnlyList<string>? Choices = null)
{
    public static ExpressionType Any { get; } = new(ValueKind.Any, Unit.One);

    public static ExpressionType Truth { get; } = new(ValueKind.Truth, Unit.One);

    public static ExpressionType Text { get; } = new(ValueKind.Text, Unit.One);

    public static ExpressionType Date { get; } = new(ValueKind.Date, Unit.One);

    public static ExpressionType Number(Unit unit) => new(ValueKind.Number, unit);

    public override string ToString() => Kind switch
    {
        ValueKind.Number => Unit.IsOne ? "number" : $"number [{Unit.Symbol}]",
        ValueKind.Truth => "true/false",
        ValueKind.TextSet => "set of texts",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
