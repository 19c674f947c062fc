using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;

namespace GreenFactory.Rules.Mutations;

/// <summary>One change of one part of an expression.</summary>
/// <param name="Way">The way down to the part.</param>
/// <param name="From">The part as written.</param>
/// <param name="To">What takes its place, in the rule language.</param>
/// <param name="Change">The new part; null when a variant of the pack has something else there.</param>
internal sealed record ExpressionChange(int[] Way, string From, string To, Func<Bound, Bound?> Change)
{
    /// <summary>True for the divisor of a quotient when it is written as a number: <c>product.water / 1 m3</c>.</summary>
    public bool OfDivisor { get; init; }
}

/// <summary>The small mistakes an author makes in an expression: a boundary off by one, a word turned round, a part forgotten.</summary>
internal static class ExpressionMutants
{
    private const decimal Nudge = 0.01m;

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];
    private static readonly string[] Arithmetic = ["+", "-", "*", "/"];

    public static IEnumerable<ExpressionChange> Of(Bound root) => Visit(root, [], ofDivisor: false);

    /// <summary>The next number up or down: one of the last digit written, and at least a hundredth of the number.</summary>
    public static decimal Next(decimal number, int direction)
    {
        decimal digit = 1;
        for (var i = 0; i < number.Scale; i++)
        {
            digit /= 10;
        }

        return number + (direction * Math.Max(digit, Math.Abs(number) * Nudge));
    }

    private static IEnumerable<ExpressionChange> Visit(Bound node, int[] way, bool ofDivisor)
    {
        foreach (var (to, change) in Changes(node))
        {
            yield return new ExpressionChange(way, node.Text, to, change) { OfDivisor = ofDivisor };
        }

        var place = 0;
        foreach (var part in BoundEditing.Parts(node))
        {
            foreach (var change in Visit(part, [.. way, place], node is BoundArithmetic { Operator: ArithmeticOperator.Divide } && place == 1))
            {
                yield return change;
            }

            place++;
        }
    }

    private static IEnumerable<(string To, Func<Bound, Bound?> Change)> Changes(Bound node) => node switch
    {
        BoundComparison comparison => Comparison(comparison),
        BoundLogic logic => Logic(logic),
        BoundNot not => [(not.Operand.Text, b => (b as BoundNot)?.Operand)],
        BoundConstant { Origin: ConstantOrigin.Literal } constant => Constant(constant),
        BoundArithmetic arithmetic => Calculation(arithmetic),
        BoundIf choice => [($"if({choice.Condition.Text}, {choice.Else.Text}, {choice.Then.Text})", b => b is BoundIf c ? new BoundIf(c.Condition, c.Else, c.Then, c.Type, c.Text) : null)],
        BoundExtreme extreme => [($"{(extreme.IsMax ? "min" : "max")}({string.Join(", ", extreme.Operands.Select(o => o.Text))})", b => b is BoundExtreme e ? new BoundExtreme(!e.IsMax, e.Operands, e.Type, e.Text) : null)],
        BoundAbsolute absolute => [(absolute.Operand.Text, b => (b as BoundAbsolute)?.Operand)],
        BoundApplies => [("true", b => b is BoundApplies ? new BoundConstant(Value.True, ExpressionType.Truth, "true") : null)],
        BoundContains or BoundStartsWith => [Negated(node)],
        BoundFact { Type.Kind: ValueKind.Truth } => [Negated(node)],
        BoundDateShift shift => [(Scalars.Number(shift.Count + 1), b => b is BoundDateShift s ? new BoundDateShift(s.Date, s.Count + 1, s.Unit, s.Text) : null)],
        BoundAggregate fold => Fold(fold),
        _ => [],
    };

    private static (string To, Func<Bound, Bound?> Change) Negated(Bound node)
    {
        var kind = node.GetType();
        return ($"not ({node.Text})", b => b.GetType() == kind && b.Type.Kind == ValueKind.Truth ? new BoundNot(b, $"not ({b.Text})") : null);
    }

    private static IEnumerable<(string To, Func<Bound, Bound?> Change)> Comparison(BoundComparison node)
    {
        ComparisonOperator[] others = node.Operator switch
        {
            ComparisonOperator.Equal => [ComparisonOperator.NotEqual],
            ComparisonOperator.NotEqual => [ComparisonOperator.Equal],
            ComparisonOperator.Less => [ComparisonOperator.LessOrEqual, ComparisonOperator.GreaterOrEqual],
            ComparisonOperator.LessOrEqual => [ComparisonOperator.Less, ComparisonOperator.Greater],
            ComparisonOperator.Greater => [ComparisonOperator.GreaterOrEqual, ComparisonOperator.LessOrEqual],
            _ => [ComparisonOperator.Greater, ComparisonOperator.Less],
        };
        return others.Select(o => (
            $"{node.Left.Text} {Comparisons[(int)o]} {node.Right.Text}",
            (Func<Bound, Bound?>)(b => b is BoundComparison c && c.Operator == node.Operator ? new BoundComparison(o, c.Left, c.Right, c.Scales, c.Text) : null)));
    }

    private static IEnumerable<(string To, Func<Bound, Bound?> Change)> Logic(BoundLogic node)
    {
        yield return (string.Join(node.IsAnd ? " or " : " and ", node.Operands.Select(o => o.Text)), b => b is BoundLogic l && l.IsAnd == node.IsAnd ? new BoundLogic(!l.IsAnd, l.Operands, l.Text) : null);
        for (var i = 0; i < node.Operands.Count; i++)
        {
            var left = i;
            yield return (
                string.Join(node.IsAnd ? " and " : " or ", node.Operands.Where((_, o) => o != left).Select(o => o.Text)),
                b => b is BoundLogic l && l.Operands.Count == node.Operands.Count && l.IsAnd == node.IsAnd ? new BoundLogic(l.IsAnd, [.. l.Operands.Where((_, o) => o != left)], l.Text) : null);
        }
    }

    private static IEnumerable<(string To, Func<Bound, Bound?> Change)> Constant(BoundConstant node)
    {
        Value[] others = node.Value switch
        {
            NumberValue n => [Value.Of(Next(n.Number, 1)), Value.Of(Next(n.Number, -1))],
            TruthValue t => [Value.Of(!t.Truth)],
            DateValue d => [new DateValue(d.Date.AddDays(1)), new DateValue(d.Date.AddDays(-1))],
            TextValue t => [new TextValue(t.Text + "?")],
            _ => [],
        };
        return others.Select(o => (
            node.Type.Unit is { Symbol.Length: > 0 } unit && node.Value is NumberValue ? $"{o.Show()} {unit.Symbol}" : o.Show(),
            (Func<Bound, Bound?>)(b => b is BoundConstant { Origin: ConstantOrigin.Literal } c && c.Value == node.Value ? new BoundConstant(o, c.Type, o.Show(), c.Origin, c.Source) : null)));
    }

    private static IEnumerable<(string To, Func<Bound, Bound?> Change)> Calculation(BoundArithmetic node)
    {
        // Multiplying and dividing by one are the same.
        if (node is { Right: BoundConstant { Value: NumberValue { Number: 1 } }, Operator: ArithmeticOperator.Multiply or ArithmeticOperator.Divide })
        {
            yield break;
        }

        var other = node.Operator switch
        {
            ArithmeticOperator.Add => ArithmeticOperator.Subtract,
            ArithmeticOperator.Subtract => ArithmeticOperator.Add,
            ArithmeticOperator.Multiply => ArithmeticOperator.Divide,
            _ => ArithmeticOperator.Multiply,
        };
        yield return (
            $"{node.Left.Text} {Arithmetic[(int)other]} {node.Right.Text}",
            b => b is BoundArithmetic a && a.Operator == node.Operator ? new BoundArithmetic(other, a.Left, a.Right, a.Type.Unit, a.Text) : null);
    }

    private static IEnumerable<(string To, Func<Bound, Bound?> Change)> Fold(BoundAggregate node)
    {
        AggregateFunction? other = node.Function switch
        {
            AggregateFunction.Sum => AggregateFunction.Max,
            AggregateFunction.Average => AggregateFunction.Max,
            AggregateFunction.Min => AggregateFunction.Max,
            AggregateFunction.Max => AggregateFunction.Min,
            AggregateFunction.Any => AggregateFunction.All,
            AggregateFunction.All => AggregateFunction.Any,
            _ => null,
        };
        if (other is { } function)
        {
            yield return ($"{function} ({node.Text})", b => b is BoundAggregate a && a.Function == node.Function ? new BoundAggregate(function, a.Years, a.Body, a.Where, a.Type, a.Text) : null);
        }

        if (node.Where is { } where)
        {
            yield return ($"{node.Text} without '{where.Text}'", b => b is BoundAggregate { Where: not null } a ? new BoundAggregate(a.Function, a.Years, a.Body, null, a.Type, a.Text) : null);
        }

        if (node.Years > 1)
        {
            yield return ($"{node.Text} over {Scalars.Number(node.Years - 1)} years", b => b is BoundAggregate { Years: > 1 } a ? new BoundAggregate(a.Function, a.Years - 1, a.Body, a.Where, a.Type, a.Text) : null);
        }
    }
}
