using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Syntax;

/// <summary>One node of a parsed expression with its place in the text.</summary>
internal abstract record SyntaxNode(int Start, int End);

internal sealed record NumberSyntax(decimal Value, Unit Unit, int Start, int End) : SyntaxNode(Start, End);

internal sealed record TextSyntax(string Value, int Start, int End) : SyntaxNode(Start, End);

internal sealed record TruthSyntax(bool Value, int Start, int End) : SyntaxNode(Start, End);

internal sealed record DateSyntax(DateOnly Value, int Start, int End) : SyntaxNode(Start, End);

internal enum DurationUnit
{
    Years,
    Months,
    Days,
}

internal sealed record DurationSyntax(int Count, DurationUnit Unit, int Start, int End) : SyntaxNode(Start, End);

/// <summary>The words <c>unknown</c> and <c>not_applicable</c>, for trying the language out.</summary>
internal sealed record AbsentSyntax(bool NotApplicable, int Start, int End) : SyntaxNode(Start, End);

internal sealed record NameSyntax(string Path, int Start, int End) : SyntaxNode(Start, End);

internal sealed record UnarySyntax(string Operator, SyntaxNode Operand, int Start, int End) : SyntaxNode(Start, End);

internal sealed record BinarySyntax(string Operator, SyntaxNode Left, SyntaxNode Right, int Start, int End) : SyntaxNode(Start, End);

internal sealed record BetweenSyntax(SyntaxNode Value, SyntaxNode Low, SyntaxNode High, int Start, int End) : SyntaxNode(Start, End);

internal sealed record ListSyntax(IReadOnlyList<SyntaxNode> Items, int Start, int End) : SyntaxNode(Start, End);

internal sealed record IfSyntax(SyntaxNode Condition, SyntaxNode Then, SyntaxNode Else, int Start, int End) : SyntaxNode(Start, End);

internal sealed record CallSyntax(string Function, IReadOnlyList<SyntaxNode> Arguments, int Start, int End) : SyntaxNode(Start, End);

/// <summary>A fold over all products (<see cref="Years"/> is 0) or over the reporting year and those before it.</summary>
internal sealed record AggregateSyntax(string Function, SyntaxNode? Body, int Years, SyntaxNode? Where, int Start, int End) : SyntaxNode(Start, End);
