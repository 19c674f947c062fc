using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Binding;

/// <summary>A checked expression: every name resolved, every type and unit known. Engines receive nothing else. Immutable.</summary>
internal abstract class Bound(ExpressionType type, string text)
{
    public ExpressionType Type { get; } = type;

    /// <summary>What the author wrote for this part.</summary>
    public string Text { get; } = text;
}

internal enum ConstantOrigin
{
    Literal,
    Parameter,

    /// <summary>Given by whoever tries an expression out.</summary>
    Given,
}

internal sealed class BoundConstant(Value value, ExpressionType type, string text, ConstantOrigin origin = ConstantOrigin.Literal, Provenance? source = null) : Bound(type, text)
{
    public Value Value { get; } = value;

    public ConstantOrigin Origin { get; } = origin;

    public Provenance? Source { get; } = source;
}

/// <summary>A fact: stated, else derived, else not applicable by its declaration, else unknown.</summary>
internal sealed class BoundFact(FactDeclaration fact, Bound? applies, Bound? derived, ExpressionType type) : Bound(type, fact.Path)
{
    public FactDeclaration Fact { get; } = fact;

    public Bound? Applies { get; } = applies;

    public Bound? Derived { get; } = derived;

    /// <summary>Position among the program's remembered derived facts; -1 when the fact is simply read.</summary>
    public int Memory { get; set; } = -1;
}

internal enum ExternalKind
{
    Coefficient,
    Benchmark,
}

/// <summary>A value that the frame looks up before evaluation: a dated coefficient or a benchmark column.</summary>
internal sealed class BoundExternal(string path, ExternalKind kind, FactScope scope, int index, ExpressionType type) : Bound(type, path)
{
    public ExternalKind Kind { get; } = kind;

    public FactScope Scope { get; } = scope;

    /// <summary>Position in the frame's table of its scope.</summary>
    public int Index { get; } = index;
}

internal enum ContextName
{
    AsOf,
    PeriodStart,
    PeriodEnd,
    FactoryId,
    FactoryName,
    FactoryRegion,
    FactoryIndustry,
    FactoryFounded,
}

/// <summary>Something every evaluation has: the as-of date, the period, the factory's identity.</summary>
internal sealed class BoundContext(ContextName name, ExpressionType type, string text) : Bound(type, text)
{
    public ContextName Name { get; } = name;
}

internal sealed class BoundNegate(Bound operand, string text) : Bound(operand.Type, text)
{
    public Bound Operand { get; } = operand;
}

internal sealed class BoundNot(Bound operand, string text) : Bound(ExpressionType.Truth, text)
{
    public Bound Operand { get; } = operand;
}

internal sealed class BoundLogic(bool isAnd, IReadOnlyList<Bound> operands, string text) : Bound(ExpressionType.Truth, text)
{
    public bool IsAnd { get; } = isAnd;

    public IReadOnlyList<Bound> Operands { get; } = operands;
}

/// <summary>The same value in another unit.</summary>
internal sealed class BoundConvert(Bound operand, Conversion conversion, Unit unit) : Bound(ExpressionType.Number(unit), operand.Text)
{
    public Bound Operand { get; } = operand;

    public Conversion Conversion { get; } = conversion;
}

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

internal sealed class BoundArithmetic(ArithmeticOperator op, Bound left, Bound right, Unit unit, string text) : Bound(ExpressionType.Number(unit), text)
{
    public ArithmeticOperator Operator { get; } = op;

    public Bound Left { get; } = left;

    public Bound Right { get; } = right;
}

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Compares two values of one kind; numbers of different units are compared as left × scale against right × scale, so nothing is rounded first.</summary>
internal sealed class BoundComparison(ComparisonOperator op, Bound left, Bound right, Conversion scales, string text) : Bound(ExpressionType.Truth, text)
{
    public ComparisonOperator Operator { get; } = op;

    public Bound Left { get; } = left;

    public Bound Right { get; } = right;

    /// <summary>Left is multiplied by the numerator, right by the denominator.</summary>
    public Conversion Scales { get; } = scales;
}

internal sealed class BoundContains(Bound item, Bound set, string text) : Bound(ExpressionType.Truth, text)
{
    public Bound Item { get; } = item;

    public Bound Set { get; } = set;
}

internal sealed class BoundIf(Bound condition, Bound then, Bound otherwise, ExpressionType type, string text) : Bound(type, text)
{
    public Bound Condition { get; } = condition;

    public Bound Then { get; } = then;

    public Bound Else { get; } = otherwise;
}

internal sealed class BoundExtreme(bool isMax, IReadOnlyList<Bound> operands, ExpressionType type, string text) : Bound(type, text)
{
    public bool IsMax { get; } = isMax;

    public IReadOnlyList<Bound> Operands { get; } = operands;
}

internal sealed class BoundAbsolute(Bound operand, string text) : Bound(operand.Type, text)
{
    public Bound Operand { get; } = operand;
}

/// <summary>Whether something applies: true for whatever is known, false for what does not apply, open while it is unknown.</summary>
internal sealed class BoundApplies(Bound operand, string text) : Bound(ExpressionType.Truth, text)
{
    public Bound Operand { get; } = operand;
}

internal sealed class BoundStartsWith(Bound operand, Bound prefix, string text) : Bound(ExpressionType.Truth, text)
{
    public Bound Operand { get; } = operand;

    public Bound Prefix { get; } = prefix;
}

internal sealed class BoundDateShift(Bound date, int count, DurationUnit unit, string text) : Bound(ExpressionType.Date, text)
{
    public Bound Date { get; } = date;

    public int Count { get; } = count;

    public DurationUnit Unit { get; } = unit;
}

internal enum AggregateFunction
{
    Sum,
    Min,
    Max,
    Average,
    Count,
    Any,
    All,
}

/// <summary>A fold over products (<see cref="Years"/> is 0) or over the reporting year and those before it.</summary>
internal sealed class BoundAggregate(AggregateFunction function, int years, Bound body, Bound? where, ExpressionType type, string text) : Bound(type, text)
{
    public AggregateFunction Function { get; } = function;

    public int Years { get; } = years;

    /// <summary>The value folded; for a count the condition counted.</summary>
    public Bound Body { get; } = body;

    public Bound? Where { get; } = where;
}
