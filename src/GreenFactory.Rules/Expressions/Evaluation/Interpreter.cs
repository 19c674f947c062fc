using System.Diagnostics;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Expressions.Evaluation;

/// <summary>
/// The meaning of the rule language, written to be read. Other engines are held to it.
/// Not thread-safe; one per evaluation.
/// </summary>
internal sealed class Interpreter(EvaluationFrame frame)
{
    private static readonly FactCell[] NoFacts = [];

    private readonly Dictionary<BoundFact, Value> _memory = [];

    public EvaluationFrame Frame { get; } = frame;

    /// <summary>Evaluates for the factory, the reporting year.</summary>
    public Value Evaluate(Bound expression) => Evaluate(expression, new Place(Frame.Facts.Cells, -1, IsCurrent: true));

    /// <summary>Evaluates for one product.</summary>
    public Value EvaluateProduct(Bound expression, int product) => Evaluate(expression, new Place(Frame.Facts.Cells, product, IsCurrent: true));

    /// <summary>Evaluates for one year, 0 being the reporting year, 1 the year before.</summary>
    public Value EvaluateYear(Bound expression, int yearsBack) =>
        Evaluate(expression, new Place(Frame.Facts.YearCells(Frame.Facts.Period.Year - yearsBack) ?? NoFacts, -1, IsCurrent: yearsBack == 0));

    private Value Evaluate(Bound expression, Place place) => expression switch
    {
        BoundConstant constant => constant.Value,
        BoundFact fact => Fact(fact, place),
        BoundExternal external => External(external, place),
        BoundContext context => ToValue(Frame.Context(context.Name), context.Type.Kind),
        BoundNegate negate => Evaluate(negate.Operand, place) is var operand && operand is NumberValue n ? Value.Of(-n.Number) : operand,
        BoundNot not => Not(Evaluate(not.Operand, place)),
        BoundLogic logic => Fold(logic.IsAnd, logic.Operands.Select(o => Evaluate(o, place))),
        BoundConvert convert => Convert(Evaluate(convert.Operand, place), convert),
        BoundArithmetic arithmetic => Arithmetic(arithmetic.Operator, Evaluate(arithmetic.Left, place), Evaluate(arithmetic.Right, place)),
        BoundComparison comparison => Compare(comparison, Evaluate(comparison.Left, place), Evaluate(comparison.Right, place)),
        BoundContains contains => Contains(Evaluate(contains.Item, place), Evaluate(contains.Set, place)),
        BoundIf choice => If(choice, place),
        BoundExtreme extreme => extreme.Operands.Select(o => Evaluate(o, place)).Aggregate((a, b) => Extreme(extreme.IsMax, a, b)),
        BoundAbsolute absolute => Evaluate(absolute.Operand, place) is var operand && operand is NumberValue n ? Value.Of(Math.Abs(n.Number)) : operand,
        BoundApplies applies => Applies(Evaluate(applies.Operand, place)),
        BoundStartsWith starts => StartsWith(Evaluate(starts.Operand, place), Evaluate(starts.Prefix, place)),
        BoundDateShift shift => Shift(Evaluate(shift.Date, place), shift),
        BoundAggregate aggregate => Aggregate(aggregate),
        _ => throw new UnreachableException(),
    };

    private Value Fact(BoundFact fact, Place place)
    {
        var remembered = place.IsCurrent && fact.Fact.Scope == FactScope.Factory;
        if (remembered && _memory.TryGetValue(fact, out var known))
        {
            return known;
        }

        var value = FactUncached(fact, place);
        if (remembered)
        {
            _memory[fact] = value;
        }

        return value;
    }

    private Value FactUncached(BoundFact fact, Place place)
    {
        var cells = fact.Fact.Scope == FactScope.Factory ? place.Cells : Frame.Facts.Products![place.Product].Cells;
        var cell = fact.Fact.Slot < cells.Length ? cells[fact.Fact.Slot] : default;
        if (cell.State != FactState.Unknown)
        {
            return ToValue(cell, fact.Type.Kind);
        }

        if (fact.Applies is not null)
        {
            var applies = Evaluate(fact.Applies, place);
            if (applies.IsNotApplicable || applies == Value.False)
            {
                return Value.NotApplicable;
            }

            if (applies.IsUnknown)
            {
                return Value.Unknown;
            }
        }

        return fact.Derived is null ? Value.Unknown : Evaluate(fact.Derived, place);
    }

    private Value External(BoundExternal external, Place place)
    {
        var cell = external.Scope == FactScope.Factory
            ? Frame.Externals[external.Index]
            : Frame.ProductExternals[place.Product][external.Index];
        return ToValue(cell, external.Type.Kind);
    }

    public static Value ToValue(in FactCell cell, ValueKind kind) => cell.State switch
    {
        FactState.Unknown => Value.Unknown,
        FactState.NotApplicable => Value.NotApplicable,
        _ => kind switch
        {
            ValueKind.Number => Value.Of(cell.Number),
            ValueKind.Truth => Value.Of(cell.Flag),
            ValueKind.Date => new DateValue(DateOnly.FromDayNumber((int)cell.Number)),
            ValueKind.TextSet => new TextSetValue((IReadOnlyList<string>)cell.Reference!),
            _ => new TextValue((string)cell.Reference!),
        },
    };

    public static Value Not(Value value) => value is TruthValue truth ? Value.Of(!truth.Truth) : value;

    /// <summary>
    /// and: false decides, then unknown, then true; not applicable drops out.
    /// or: true decides, then unknown, then false; not applicable drops out.
    /// </summary>
    public static Value Fold(bool isAnd, IEnumerable<Value> values)
    {
        var result = Value.NotApplicable;
        foreach (var value in values)
        {
            result = Rank(isAnd, value) > Rank(isAnd, result) ? value : result;
        }

        return result;
    }

    private static int Rank(bool isAnd, Value value) => value switch
    {
        TruthValue { Truth: var truth } => truth == isAnd ? 1 : 3,
        UnknownValue => 2,
        _ => 0,
    };

    private static Value Convert(Value value, BoundConvert convert)
    {
        if (value is not NumberValue number)
        {
            return value;
        }

        return convert.Conversion.TryApply(number.Number, out var converted) ? Value.Of(converted) : Value.Unknown;
    }

    public static Value Arithmetic(ArithmeticOperator op, Value left, Value right)
    {
        var additive = op is ArithmeticOperator.Add or ArithmeticOperator.Subtract;
        if (left.IsNotApplicable || right.IsNotApplicable)
        {
            // In a sum what does not apply drops out; a product or quotient of it does not apply.
            return !additive || (left.IsNotApplicable && right.IsNotApplicable)
                ? Value.NotApplicable
                : right.IsNotApplicable ? left
                : op == ArithmeticOperator.Subtract && right is NumberValue only ? Value.Of(-only.Number) : right;
        }

        if (left is not NumberValue a || right is not NumberValue b)
        {
            return Value.Unknown;
        }

        try
        {
            return op switch
            {
                ArithmeticOperator.Add => Value.Of(a.Number + b.Number),
                ArithmeticOperator.Subtract => Value.Of(a.Number - b.Number),
                ArithmeticOperator.Multiply => Value.Of(a.Number * b.Number),
                _ => b.Number == 0 ? Value.Unknown : Value.Of(a.Number / b.Number),
            };
        }
        catch (OverflowException)
        {
            return Value.Unknown;
        }
    }

    public static Value Compare(BoundComparison comparison, Value left, Value right)
    {
        if (left.IsNotApplicable || right.IsNotApplicable)
        {
            return Value.NotApplicable;
        }

        if (left.IsUnknown || right.IsUnknown)
        {
            return Value.Unknown;
        }

        var order = (left, right) switch
        {
            (NumberValue a, NumberValue b) => comparison.Scales.Compare(a.Number, b.Number),
            (DateValue a, DateValue b) => a.Date.CompareTo(b.Date),
            (TextValue a, TextValue b) => string.CompareOrdinal(a.Text, b.Text),
            (TruthValue a, TruthValue b) => a.Truth.CompareTo(b.Truth),
            _ => throw new UnreachableException(),
        };

        return Value.Of(comparison.Operator switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        });
    }

    private static Value Contains(Value item, Value set) => (item, set) switch
    {
        _ when item.IsNotApplicable || set.IsNotApplicable => Value.NotApplicable,
        (TextValue text, TextSetValue items) => Value.Of(items.Items.Contains(text.Text)),
        _ => Value.Unknown,
    };

    private Value If(BoundIf choice, Place place)
    {
        var condition = Evaluate(choice.Condition, place);
        if (condition is TruthValue truth)
        {
            return Evaluate(truth.Truth ? choice.Then : choice.Else, place);
        }

        // Not to know which branch holds is not to know the answer, unless neither branch applies.
        var applies = condition.IsUnknown && !(Evaluate(choice.Then, place).IsNotApplicable && Evaluate(choice.Else, place).IsNotApplicable);
        return applies ? Value.Unknown : Value.NotApplicable;
    }

    public static Value Extreme(bool isMax, Value a, Value b)
    {
        if (a.IsNotApplicable || b.IsNotApplicable)
        {
            return a.IsNotApplicable ? b : a;
        }

        return (a, b) switch
        {
            (NumberValue x, NumberValue y) => x.Number >= y.Number == isMax ? a : b,
            (DateValue x, DateValue y) => x.Date >= y.Date == isMax ? a : b,
            _ => Value.Unknown,
        };
    }

    private static Value Applies(Value value) => value.IsUnknown ? value : Value.Of(value.IsKnown);

    private static Value StartsWith(Value text, Value prefix) => (text, prefix) switch
    {
        _ when text.IsNotApplicable || prefix.IsNotApplicable => Value.NotApplicable,
        (TextValue t, TextValue p) => Value.Of(t.Text.StartsWith(p.Text, StringComparison.Ordinal)),
        _ => Value.Unknown,
    };

    private static Value Shift(Value value, BoundDateShift shift)
    {
        if (value is not DateValue date)
        {
            return value;
        }

        try
        {
            return new DateValue(shift.Unit switch
            {
                DurationUnit.Years => date.Date.AddYears(shift.Count),
                DurationUnit.Months => date.Date.AddMonths(shift.Count),
                _ => date.Date.AddDays(shift.Count),
            });
        }
        catch (ArgumentOutOfRangeException)
        {
            return Value.Unknown;
        }
    }

    private Value Aggregate(BoundAggregate aggregate)
    {
        if (aggregate.Years == 0 && Frame.Facts.Products is null)
        {
            return Value.Unknown;
        }

        var count = aggregate.Years == 0 ? Frame.Facts.Products!.Count : aggregate.Years;
        var items = new List<Value>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(Item(aggregate, i));
        }

        return AggregateItems(aggregate.Function, items);
    }

    /// <summary>One product's or year's part of a fold; what the condition leaves out does not apply.</summary>
    public Value Item(BoundAggregate aggregate, int index)
    {
        if (aggregate.Where is not null)
        {
            var where = At(aggregate.Where);
            if (where != Value.True)
            {
                return where.IsUnknown ? Value.Unknown : Value.NotApplicable;
            }
        }

        return At(aggregate.Body);

        Value At(Bound expression) => aggregate.Years == 0 ? EvaluateProduct(expression, index) : EvaluateYear(expression, index);
    }

    public static Value AggregateItems(AggregateFunction function, IReadOnlyList<Value> items)
    {
        switch (function)
        {
            case AggregateFunction.Any or AggregateFunction.All:
                return Fold(function == AggregateFunction.All, items);
            case AggregateFunction.Count:
                return items.Any(i => i.IsUnknown) ? Value.Unknown : Value.Of((decimal)items.Count(i => i == Value.True));
            case AggregateFunction.Min or AggregateFunction.Max:
                return items.Aggregate(Value.NotApplicable, (a, b) => Extreme(function == AggregateFunction.Max, a, b));
        }

        var sum = items.Aggregate(Value.NotApplicable, (a, b) => Arithmetic(ArithmeticOperator.Add, a, b));
        return function == AggregateFunction.Sum
            ? sum
            : Arithmetic(ArithmeticOperator.Divide, sum, Value.Of((decimal)Math.Max(1, items.Count(i => !i.IsNotApplicable))));
    }

    /// <summary>Where an expression is being evaluated: whose facts it sees.</summary>
    private readonly record struct Place(FactCell[] Cells, int Product, bool IsCurrent);
}
