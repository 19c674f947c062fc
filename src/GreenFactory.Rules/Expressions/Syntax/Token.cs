using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Syntax;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Date,
    Name,
    Symbol,
}

internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public decimal Number { get; init; }

    public Unit? Unit { get; init; }

    public DateOnly Date { get; init; }
}
