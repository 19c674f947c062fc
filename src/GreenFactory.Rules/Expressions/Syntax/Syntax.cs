using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Syntax;

/// <summary>One node of a parsed expression with its place in the text.</summary>
internal abstract record SyntaxNode(int Start, int End)
{
    /// <summary>How deep the tree below is; what walks it needs as much stack.</summary>
    public virtual int Height => 1;
}

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

internal sealed record UnarySyntax(string Operator, SyntaxNode Operand, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Operand.Height;
}

internal sealed record BinarySyntax(string Operator, SyntaxNode Left, SyntaxNode Right, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Math.Max(Left.Height, Right.Height);
}

internal sealed record BetweenSyntax(SyntaxNode Value, SyntaxNode Low, SyntaxNode High, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Math.Max(Value.Height, Math.Max(Low.Height, High.Height));
}

internal sealed record ListSyntax(IReadOnlyList<SyntaxNode> Items, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Items.Select(i => i.Height).DefaultIfEmpty().Max();
}

internal sealed record IfSyntax(SyntaxNode Condition, SyntaxNode Then, SyntaxNode Else, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Math.Max(Condition.Height, Math.Max(Then.Height, Else.Height));
}

internal sealed record CallSyntax(string Function, IReadOnlyList<SyntaxNode> Arguments, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Arguments.Select(a => a.Height).DefaultIfEmpty().Max();
}

/// <summary>A fold over all products (<see cref="Years"/> is 0) or over the reporting year and those before it.</summary>
internal sealed record AggregateSyntax(string Function, SyntaxNode? Body, int Years, SyntaxNode? Where, int Start, int End) : SyntaxNode(Start, End)
{
    public override int Height { get; } = 1 + Math.Max(Body?.Height ?? 0, Where?.Height ?? 0);
}
