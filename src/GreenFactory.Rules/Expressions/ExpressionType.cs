using GreenFactory.Rules.Diagnostics;
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
internal readonly record struct ExpressionType(ValueKind Kind, Unit Unit, IReadOnlyList<string>? Choices = null) : IMessagePart
{
    public static ExpressionType Any { get; } = new(ValueKind.Any, Unit.One);

    public static ExpressionType Truth { get; } = new(ValueKind.Truth, Unit.One);

    public static ExpressionType Text { get; } = new(ValueKind.Text, Unit.One);

    public static ExpressionType Date { get; } = new(ValueKind.Date, Unit.One);

    public static ExpressionType Number(Unit unit) => new(ValueKind.Number, unit);

    /// <summary>The kind as messages name it.</summary>
    public static LocalizedText Name(ValueKind kind) => kind switch
    {
        ValueKind.Number => new LocalizedText("数", "a number"),
        ValueKind.Truth => new LocalizedText("真假（true 或 false）", "true or false"),
        ValueKind.Text => new LocalizedText("文字", "a text"),
        ValueKind.Date => new LocalizedText("日期", "a date"),
        ValueKind.TextSet => new LocalizedText("一组文字", "a set of texts"),
        _ => new LocalizedText("任意", "anything"),
    };

    public LocalizedText ToText()
    {
        var name = Name(Kind);
        return Kind == ValueKind.Number && !Unit.IsOne ? new LocalizedText($"{name.Zh}[{Unit.Symbol}]", $"{name.En} in {Unit.Symbol}") : name;
    }

    public override string ToString() => ToText().En;
}
