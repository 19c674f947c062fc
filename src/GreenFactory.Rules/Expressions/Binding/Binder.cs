using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions.Syntax;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Binding;

/// <summary>Turns text into a checked expression: names, types and units are settled here, before any fact arrives.</summary>
internal sealed class Binder
{
    private static readonly LocalizedText ListOrSet = new("方括号里的列表，或可多选的事实", "a list in brackets or a fact with several values");

    private readonly ExpressionText _expression;
    private readonly INameResolver _names;
    private readonly DiagnosticBag _bag;

    private Binder(ExpressionText expression, INameResolver names, DiagnosticBag bag)
    {
        _expression = expression;
        _names = names;
        _bag = bag;
    }

    /// <summary>The checked expression; null when it has faults (the bag has them).</summary>
    public static Bound? Bind(ExpressionText expression, INameResolver names, UnitCatalog units, BindingDomain domain, DiagnosticBag bag)
    {
        var syntax = Syntax.Parser.Parse(expression, units, bag);
        return syntax is null ? null : new Binder(expression, names, bag).Bind(syntax, domain);
    }

    /// <summary>The expression as a truth.</summary>
    public static Bound? BindTruth(ExpressionText expression, INameResolver names, UnitCatalog units, BindingDomain domain, DiagnosticBag bag)
    {
        var bound = Bind(expression, names, units, domain, bag);
        if (bound is null || Fits(bound, ValueKind.Truth))
        {
            return bound;
        }

        bag.Add(DiagnosticCodes.WrongType, expression.At(0), bound.Text, bound.Type, ExpressionType.Name(ValueKind.Truth));
        return null;
    }

    /// <summary>The expression as a text, a date or a set, its literals among the legal values where there are any.</summary>
    public static Bound? BindType(ExpressionText expression, ExpressionType wanted, INameResolver names, UnitCatalog units, BindingDomain domain, DiagnosticBag bag)
    {
        var bound = Bind(expression, names, units, domain, bag);
        if (bound is null)
        {
            return null;
        }

        if (!Fits(bound, wanted.Kind))
        {
            bag.Add(DiagnosticCodes.WrongType, expression.At(0), bound.Text, bound.Type, wanted);
            return null;
        }

        var stranger = wanted.Choices is { } legal ? Literals(bound).FirstOrDefault(t => !legal.Contains(t.Text)) : null;
        if (stranger is not null)
        {
            bag.Add(DiagnosticCodes.UnknownChoiceInRule, expression.At(0), stranger.Text, NearestName.Hint(stranger.Text, wanted.Choices!));
            return null;
        }

        return bound;
    }

    /// <summary>The expression as a number in the wanted unit; conversions are added, dimensions are checked.</summary>
    public static Bound? BindNumber(ExpressionText expression, Unit? wanted, INameResolver names, UnitCatalog units, BindingDomain domain, DiagnosticBag bag)
    {
        var bound = Bind(expression, names, units, domain, bag);
        if (bound is null)
        {
            return null;
        }

        if (!Fits(bound, ValueKind.Number))
        {
            bag.Add(DiagnosticCodes.WrongType, expression.At(0), bound.Text, bound.Type, ExpressionType.Name(ValueKind.Number));
            return null;
        }

        if (wanted is null || bound.Type.Kind == ValueKind.Any)
        {
            return bound;
        }

        if (!bound.Type.Unit.ConvertsTo(wanted))
        {
            bag.Add(DiagnosticCodes.WrongResultUnit, expression.At(0), bound.Text, bound.Type.Unit.Symbol, wanted.Symbol);
            return null;
        }

        return Converted(bound, wanted);
    }

    /// <summary>The same value in another unit that it <see cref="Unit.ConvertsTo"/>.</summary>
    private static Bound Converted(Bound bound, Unit wanted)
    {
        if (bound.Type.Unit.Equals(wanted) || bound.Type.Kind == ValueKind.Any)
        {
            return bound;
        }

        var conversion = bound.Type.Unit.FactorTo(wanted).ToConversion()!.Value;
        return bound is BoundConstant { Value: NumberValue number } constant && conversion.TryApply(number.Number, out var converted)
            ? new BoundConstant(Value.Of(converted), ExpressionType.Number(wanted), constant.Text, constant.Origin, constant.Source)
            : new BoundConvert(bound, conversion, wanted);
    }

    /// <summary>The texts an expression can come out as.</summary>
    private static IEnumerable<TextValue> Literals(Bound bound) => bound switch
    {
        BoundConstant { Value: TextValue text } => [text],
        BoundIf choice => Literals(choice.Then).Concat(Literals(choice.Else)),
        _ => [],
    };

    private static bool Fits(Bound bound, ValueKind kind) => bound.Type.Kind == kind || bound.Type.Kind == ValueKind.Any;

    private Bound? Bind(SyntaxNode node, BindingDomain domain) => node switch
    {
        NumberSyntax n => new BoundConstant(Value.Of(n.Value), ExpressionType.Number(n.Unit), Slice(n)),
        TextSyntax t => new BoundConstant(new TextValue(t.Value), ExpressionType.Text, Slice(t)),
        TruthSyntax t => new BoundConstant(Value.Of(t.Value), ExpressionType.Truth, Slice(t)),
        DateSyntax d => new BoundConstant(new DateValue(d.Value), ExpressionType.Date, Slice(d)),
        AbsentSyntax a => new BoundConstant(a.NotApplicable ? Value.NotApplicable : Value.Unknown, ExpressionType.Any, Slice(a)),
        NameSyntax n => _names.Resolve(n.Path, domain, At(n), _bag),
        UnarySyntax { Operator: "not" } u => Not(u, domain),
        UnarySyntax u => Negate(u, domain),
        BinarySyntax { Operator: "and" or "or" } b => Logic(b, domain),
        BinarySyntax { Operator: "in" } b => In(b, domain),
        BinarySyntax { Operator: "+" or "-" or "*" or "/" } b => Arithmetic(b, domain),
        BinarySyntax b => Comparison(b, domain),
        BetweenSyntax b => Between(b, domain),
        IfSyntax i => If(i, domain),
        CallSyntax c => Call(c, domain),
        AggregateSyntax a => Aggregate(a, domain),
        ListSyntax l => Fault(DiagnosticCodes.ListOutsideIn, l),
        DurationSyntax d => Fault(DiagnosticCodes.DurationWithoutDate, d, Slice(d)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private SourceSpan At(SyntaxNode node) => _expression.At(node.Start);

    private string Slice(SyntaxNode node) => _expression.Text[node.Start..node.End];

    private Bound? Fault(DiagnosticCode code, SyntaxNode node, params object?[] arguments)
    {
        _bag.Add(code, At(node), arguments);
        return null;
    }

    private Bound? BindAs(SyntaxNode node, ValueKind kind, BindingDomain domain, LocalizedText? wanted = null)
    {
        var bound = Bind(node, domain);
        if (bound is null || Fits(bound, kind))
        {
            return bound;
        }

        return Fault(DiagnosticCodes.WrongType, node, Slice(node), bound.Type, wanted ?? ExpressionType.Name(kind));
    }

    private BoundNot? Not(UnarySyntax node, BindingDomain domain) =>
        BindAs(node.Operand, ValueKind.Truth, domain) is { } operand ? new BoundNot(operand, Slice(node)) : null;

    private Bound? Negate(UnarySyntax node, BindingDomain domain)
    {
        var operand = BindAs(node.Operand, ValueKind.Number, domain);
        return operand switch
        {
            null => null,
            BoundConstant { Value: NumberValue number } => new BoundConstant(Value.Of(-number.Number), operand.Type, Slice(node)),
            _ => new BoundNegate(operand, Slice(node)),
        };
    }

    private BoundLogic? Logic(BinarySyntax node, BindingDomain domain)
    {
        // a and b and c is one conjunction of three: shorter to read in an explanation.
        var operands = new List<Bound?>();
        Collect(node);
        return operands.Contains(null) ? null : new BoundLogic(node.Operator == "and", operands!, Slice(node));

        void Collect(SyntaxNode part)
        {
            if (part is BinarySyntax binary && binary.Operator == node.Operator)
            {
                Collect(binary.Left);
                Collect(binary.Right);
            }
            else
            {
                operands.Add(BindAs(part, ValueKind.Truth, domain));
            }
        }
    }

    private Bound? In(BinarySyntax node, BindingDomain domain)
    {
        var item = Bind(node.Left, domain);
        if (node.Right is ListSyntax list)
        {
            var operands = list.Items.Select(i => Bind(i, domain)).ToList();
            if (item is null || operands.Contains(null))
            {
                return null;
            }

            var equals = operands.Select((o, i) => Compare(ComparisonOperator.Equal, item, o!, node, list.Items[i])).ToList();
            return equals.Contains(null) || equals.Count == 0
                ? equals.Count == 0 ? Fault(DiagnosticCodes.EmptyList, list) : null
                : new BoundLogic(false, equals!, Slice(node));
        }

        var set = BindAs(node.Right, ValueKind.TextSet, domain, ListOrSet);
        if (item is null || set is null)
        {
            return null;
        }

        if (!Fits(item, ValueKind.Text))
        {
            return Fault(DiagnosticCodes.WrongType, node.Left, item.Text, item.Type, ExpressionType.Name(ValueKind.Text));
        }

        return ChoiceIsLegal(item, set, node) ? new BoundContains(item, set, Slice(node)) : null;
    }

    private bool ChoiceIsLegal(Bound a, Bound b, SyntaxNode node)
    {
        var choices = a.Type.Choices ?? b.Type.Choices;
        foreach (var side in new[] { a, b })
        {
            if (choices is not null && side is BoundConstant { Value: TextValue written } && !choices.Contains(written.Text))
            {
                Fault(DiagnosticCodes.UnknownChoiceInRule, node, written.Text, NearestName.Hint(written.Text, choices));
                return false;
            }
        }

        return true;
    }

    private Bound? Arithmetic(BinarySyntax node, BindingDomain domain)
    {
        if (node.Right is DurationSyntax duration && node.Operator is "+" or "-")
        {
            var date = BindAs(node.Left, ValueKind.Date, domain);
            var shift = (DurationSyntax)node.Right;
            return date is null ? null : new BoundDateShift(date, node.Operator == "-" ? -shift.Count : shift.Count, shift.Unit, Slice(node));
        }

        if (node.Left is DurationSyntax)
        {
            return Bind(node.Left, domain);
        }

        var left = BindAs(node.Left, ValueKind.Number, domain);
        var right = BindAs(node.Right, ValueKind.Number, domain);
        if (left is null || right is null)
        {
            return null;
        }

        return node.Operator switch
        {
            "+" => AddOrSubtract(ArithmeticOperator.Add, left, right, node),
            "-" => AddOrSubtract(ArithmeticOperator.Subtract, left, right, node),
            "*" => MultiplyOrDivide(ArithmeticOperator.Multiply, left, right, node),
            _ => MultiplyOrDivide(ArithmeticOperator.Divide, left, right, node),
        };
    }

    private Bound? AddOrSubtract(ArithmeticOperator op, Bound left, Bound right, BinarySyntax node)
    {
        if (left.Type.Kind == ValueKind.Any || right.Type.Kind == ValueKind.Any)
        {
            var unit = left.Type.Kind == ValueKind.Any ? right.Type.Unit : left.Type.Unit;
            return new BoundArithmetic(op, left, right, unit, Slice(node));
        }

        if (!right.Type.Unit.ConvertsTo(left.Type.Unit))
        {
            return Fault(DiagnosticCodes.UnitsDiffer, node, node.Operator, left.Type.Unit.Symbol, right.Type.Unit.Symbol);
        }

        return new BoundArithmetic(op, left, Converted(right, left.Type.Unit), left.Type.Unit, Slice(node));
    }

    private static readonly int[] Signs = [0, 0, 1, -1];

    private Bound? MultiplyOrDivide(ArithmeticOperator op, Bound left, Bound right, BinarySyntax node)
    {
        var (unit, factor) = Unit.Multiply(left.Type.Unit, right.Type.Unit, Signs[(int)op]);
        if (factor.IsOne)
        {
            return new BoundArithmetic(op, left, right, unit, Slice(node));
        }

        if (factor.ToConversion() is not { } conversion)
        {
            return Fault(DiagnosticCodes.UnitsDiffer, node, node.Operator, left.Type.Unit.Symbol, right.Type.Unit.Symbol);
        }

        // The raw product is in the units as they stand, %·t say; the conversion gives it the one that is left after cancelling.
        var raw = Unit.Join(left.Type.Unit, right.Type.Unit, Signs[(int)op]);
        return new BoundConvert(new BoundArithmetic(op, left, right, raw, Slice(node)), conversion, unit);
    }

    private Bound? Comparison(BinarySyntax node, BindingDomain domain)
    {
        var left = Bind(node.Left, domain);
        var right = Bind(node.Right, domain);
        if (left is null || right is null)
        {
            return null;
        }

        var op = node.Operator switch
        {
            "=" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            _ => ComparisonOperator.GreaterOrEqual,
        };
        return Compare(op, left, right, node, node.Right);
    }

    private BoundLogic? Between(BetweenSyntax node, BindingDomain domain)
    {
        var value = Bind(node.Value, domain);
        var low = Bind(node.Low, domain);
        var high = Bind(node.High, domain);
        if (value is null || low is null || high is null)
        {
            return null;
        }

        var least = Compare(ComparisonOperator.GreaterOrEqual, value, low, node, node.Low);
        var most = Compare(ComparisonOperator.LessOrEqual, value, high, node, node.High);
        return least is null || most is null ? null : new BoundLogic(true, [least, most], Slice(node));
    }

    private Bound? Compare(ComparisonOperator op, Bound left, Bound right, SyntaxNode node, SyntaxNode place)
    {
        var text = node is BinarySyntax { Operator: "in" } or BetweenSyntax ? $"{left.Text} {Symbol(op)} {right.Text}" : Slice(node);
        var same = Conversion.None;
        if (left.Type.Kind == ValueKind.Any || right.Type.Kind == ValueKind.Any)
        {
            return new BoundComparison(op, left, right, same, text);
        }

        if (left.Type.Kind != right.Type.Kind || left.Type.Kind == ValueKind.TextSet)
        {
            return Fault(DiagnosticCodes.WrongType, place, right.Text, right.Type, left.Type);
        }

        var ordered = op is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        if (ordered && left.Type.Kind is ValueKind.Truth or ValueKind.Text)
        {
            return ordered ? Fault(DiagnosticCodes.NoOrder, node, left.Type) : null;
        }

        if (left.Type.Kind == ValueKind.Text && !ChoiceIsLegal(left, right, place))
        {
            return null;
        }

        if (left.Type.Kind != ValueKind.Number)
        {
            return new BoundComparison(op, left, right, same, text);
        }

        if (!left.Type.Unit.ConvertsTo(right.Type.Unit))
        {
            return Fault(DiagnosticCodes.UnitsDiffer, place, Symbol(op), left.Type.Unit.Symbol, right.Type.Unit.Symbol);
        }

        return new BoundComparison(op, left, right, left.Type.Unit.FactorTo(right.Type.Unit).ToConversion()!.Value, text);
    }

    public static string Symbol(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private BoundIf? If(IfSyntax node, BindingDomain domain)
    {
        var condition = BindAs(node.Condition, ValueKind.Truth, domain);
        var then = Bind(node.Then, domain);
        var otherwise = Bind(node.Else, domain);
        if (condition is null || then is null || otherwise is null || Unify([then, otherwise], node, [node.Then, node.Else]) is not { } type)
        {
            return null;
        }

        return new BoundIf(condition, Aligned(then, type), Aligned(otherwise, type), type, Slice(node));
    }

    private static Bound Aligned(Bound bound, ExpressionType type) => type.Kind == ValueKind.Number && bound.Type.Kind == ValueKind.Number ? Converted(bound, type.Unit) : bound;

    private ExpressionType? Unify(List<Bound> parts, SyntaxNode whole, IReadOnlyList<SyntaxNode> places)
    {
        var type = parts.FirstOrDefault(p => p.Type.Kind != ValueKind.Any)?.Type ?? ExpressionType.Any;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i].Type;
            if (part.Kind == ValueKind.Any)
            {
                continue;
            }

            if (part.Kind != type.Kind)
            {
                Fault(DiagnosticCodes.WrongType, places[i], Slice(places[i]), part, type);
                return null;
            }

            if (part.Kind == ValueKind.Number && !part.Unit.ConvertsTo(type.Unit))
            {
                Fault(DiagnosticCodes.UnitsDiffer, places[i], Slice(whole), type.Unit.Symbol, part.Unit.Symbol);
                return null;
            }
        }

        return type with { Choices = null };
    }

    private Bound? Call(CallSyntax node, BindingDomain domain)
    {
        if (Keywords.Aggregates.Contains(node.Function) && !Keywords.Functions.Contains(node.Function))
        {
            return Fault(DiagnosticCodes.AggregateNeedsOver, node, node.Function);
        }

        if (!Keywords.Functions.Contains(node.Function))
        {
            return Fault(DiagnosticCodes.UnknownFunction, node, node.Function, NearestName.Hint(node.Function, Keywords.Functions.Concat(Keywords.Aggregates)));
        }

        var wanted = node.Function switch { "abs" or "applies" => 1, "starts_with" => 2, _ => 0 };
        if ((wanted > 0 && node.Arguments.Count != wanted) || node.Arguments.Count == 0)
        {
            return Fault(DiagnosticCodes.WrongArgumentCount, node, node.Function, wanted == 0 ? "1…" : wanted, node.Arguments.Count);
        }

        return node.Function switch
        {
            "abs" => BindAs(node.Arguments[0], ValueKind.Number, domain) is { } x ? new BoundAbsolute(x, Slice(node)) : null,
            "applies" => Bind(node.Arguments[0], domain) is { } x ? new BoundApplies(x, Slice(node)) : null,
            "starts_with" => StartsWith(node, domain),
            _ => Extreme(node, domain),
        };
    }

    private BoundStartsWith? StartsWith(CallSyntax node, BindingDomain domain)
    {
        var text = BindAs(node.Arguments[0], ValueKind.Text, domain);
        var prefix = BindAs(node.Arguments[1], ValueKind.Text, domain);
        return text is null || prefix is null ? null : new BoundStartsWith(text, prefix, Slice(node));
    }

    private BoundExtreme? Extreme(CallSyntax node, BindingDomain domain)
    {
        var operands = node.Arguments.Select(a => Bind(a, domain)).ToList();
        if (operands.Contains(null) || Unify(operands!, node, node.Arguments) is not { } type)
        {
            return null;
        }

        if (type.Kind is not (ValueKind.Number or ValueKind.Date or ValueKind.Any))
        {
            Fault(DiagnosticCodes.NoOrder, node, type);
            return null;
        }

        return new BoundExtreme(node.Function == "max", [.. operands.Select(o => Aligned(o!, type))], type, Slice(node));
    }

    private BoundAggregate? Aggregate(AggregateSyntax node, BindingDomain domain)
    {
        if (!Keywords.Aggregates.Contains(node.Function))
        {
            Fault(DiagnosticCodes.UnknownFunction, node, node.Function, NearestName.Hint(node.Function, Keywords.Aggregates));
            return null;
        }

        if (domain != BindingDomain.Factory)
        {
            Fault(DiagnosticCodes.NestedAggregate, node, node.Function);
            return null;
        }

        var function = (AggregateFunction)Array.IndexOf(Keywords.Aggregates, node.Function) switch
        {
            (AggregateFunction)0 => AggregateFunction.Sum,
            (AggregateFunction)1 => AggregateFunction.Min,
            (AggregateFunction)2 => AggregateFunction.Max,
            (AggregateFunction)3 => AggregateFunction.Average,
            (AggregateFunction)4 => AggregateFunction.Count,
            (AggregateFunction)5 => AggregateFunction.Any,
            _ => AggregateFunction.All,
        };
        var inner = node.Years > 0 ? BindingDomain.Year : BindingDomain.Product;
        var wantsTruth = function is AggregateFunction.Any or AggregateFunction.All or AggregateFunction.Count;
        var where = node.Where is null ? null : BindAs(node.Where, ValueKind.Truth, inner);
        if (node.Where is not null && where is null)
        {
            return null;
        }

        if (node.Body is null)
        {
            var counted = where ?? new BoundConstant(Value.True, ExpressionType.Truth, "true");
            return new BoundAggregate(function, node.Years, counted, null, ExpressionType.Number(Unit.One), Slice(node));
        }

        var body = BindAs(node.Body, wantsTruth ? ValueKind.Truth : ValueKind.Number, inner);
        if (body is null)
        {
            return null;
        }

        var type = function switch
        {
            AggregateFunction.Any or AggregateFunction.All => ExpressionType.Truth,
            AggregateFunction.Count => ExpressionType.Number(Unit.One),
            _ => body.Type,
        };
        return new BoundAggregate(function, node.Years, body, where, type, Slice(node));
    }
}
