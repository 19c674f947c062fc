using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Evaluation.Compiled;

/// <summary>The three things a compiled expression can see.</summary>
internal sealed record CodePlace(ParameterExpression Run, Expression Cells, Expression Product, BindingDomain Domain);

/// <summary>Turns bound expressions into typed expression trees.</summary>
internal sealed class ExpressionCompiler
{
    private static readonly BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private readonly Dictionary<(BoundFact Fact, BindingDomain Domain), Delegate> _functions = [];

    public static Expression Call(Type owner, string name, params Expression[] arguments) =>
        Expression.Call(owner.GetMethod(name, Any, [.. arguments.Select(a => a.Type)]) ?? owner.GetMethod(name, Any)!, arguments);

    public Expression Number(Bound bound, CodePlace place) => bound switch
    {
        BoundConstant constant => Constant(constant),
        BoundFact fact => Fact(fact, place, typeof(Num), nameof(Operations.ReadNumber), nameof(Run.RememberNumber)),
        BoundExternal external => Call(typeof(Operations), nameof(Operations.ReadNumber), ExternalCells(external, place), Expression.Constant(external.Index)),
        BoundContext context => Call(typeof(ExpressionCompiler), nameof(ContextNumber), place.Run, Expression.Constant(context.Name)),
        BoundNegate negate => Call(typeof(Operations), nameof(Operations.Negate), Number(negate.Operand, place)),
        BoundAbsolute absolute => Call(typeof(Operations), nameof(Operations.Absolute), Number(absolute.Operand, place)),
        BoundConvert convert => Call(typeof(Operations), nameof(Operations.Convert), Number(convert.Operand, place), Expression.Constant(convert.Conversion.Numerator), Expression.Constant(convert.Conversion.Denominator)),
        BoundArithmetic arithmetic => Call(typeof(Operations), arithmetic.Operator.ToString(), Number(arithmetic.Left, place), Number(arithmetic.Right, place)),
        BoundIf choice => If(choice, place, Number, typeof(Num)),
        BoundExtreme extreme => extreme.Operands.Select(o => Number(o, place)).Aggregate((a, b) => Call(typeof(Operations), extreme.IsMax ? nameof(Operations.Max) : nameof(Operations.Min), a, b)),
        BoundDateShift shift => Call(typeof(Operations), nameof(Operations.ShiftDate), Number(shift.Date, place), Expression.Constant(shift.Count), Expression.Constant(shift.Unit)),
        BoundAggregate { Function: AggregateFunction.Count } count => Call(typeof(Folds), nameof(Folds.Count), place.Run, Expression.Constant(count.Years), Expression.Constant(TruthBody(count.Body, count)), Where(count)),
        BoundAggregate aggregate => Call(typeof(Folds), nameof(Folds.Numbers), place.Run, Expression.Constant(aggregate.Years), Expression.Constant(Function<NumberFunction>(p => Number(aggregate.Body, p), Inner(aggregate))), Where(aggregate), Expression.Constant(aggregate.Function)),
        _ => throw new UnreachableException(),
    };

    public Expression TruthOf(Bound bound, CodePlace place) => bound switch
    {
        not BoundConstant when bound.Type.Kind == ValueKind.Any => Call(typeof(Operations), nameof(Operations.AbsentTruth), Number(bound, place)),
        BoundConstant constant => Expression.Constant(constant.Value switch { TruthValue { Truth: true } => Truth.True, TruthValue => Truth.False, UnknownValue => Truth.Unknown, _ => Truth.NotApplicable }),
        BoundFact fact => Fact(fact, place, typeof(Truth), nameof(Operations.ReadTruth), nameof(Run.RememberTruth)),
        BoundExternal external => Call(typeof(Operations), nameof(Operations.ReadTruth), ExternalCells(external, place), Expression.Constant(external.Index)),
        BoundNot not => Call(typeof(Operations), nameof(Operations.Not), TruthOf(not.Operand, place)),
        BoundLogic logic => Logic(logic, place),
        BoundComparison comparison => Comparison(comparison, place),
        BoundContains contains => Call(typeof(Operations), nameof(Operations.Contains), Text(contains.Item, place), Set(contains.Set, place)),
        BoundApplies applies => Call(typeof(Operations), nameof(Operations.Applies), Of(applies.Operand, place)),
        BoundStartsWith starts => Call(typeof(Operations), nameof(Operations.StartsWith), Text(starts.Operand, place), Text(starts.Prefix, place)),
        BoundIf choice => If(choice, place, TruthOf, typeof(Truth)),
        BoundAggregate aggregate => Call(typeof(Folds), nameof(Folds.Truths), place.Run, Expression.Constant(aggregate.Years), Expression.Constant(TruthBody(aggregate.Body, aggregate)), Where(aggregate), Expression.Constant(aggregate.Function == AggregateFunction.All)),
        _ => throw new UnreachableException(),
    };

    /// <summary>A function of run, facts and product from an expression, compiled on its own.</summary>
    public static TDelegate Function<TDelegate>(Func<CodePlace, Expression> body, BindingDomain domain)
        where TDelegate : Delegate
    {
        var run = Expression.Parameter(typeof(Run), "run");
        var cells = Expression.Parameter(typeof(FactCell[]), "cells");
        var product = Expression.Parameter(typeof(int), "product");
        return Expression.Lambda<TDelegate>(body(new CodePlace(run, cells, product, domain)), run, cells, product).Compile();
    }

    private Expression Of(Bound bound, CodePlace place) => bound.Type.Kind switch
    {
        ValueKind.Truth => TruthOf(bound, place),
        ValueKind.Text => Text(bound, place),
        ValueKind.TextSet => Set(bound, place),
        _ => Number(bound, place),
    };

    private static Num ContextNumber(Run run, ContextName name)
    {
        var cell = run.Frame.Context(name);
        return new Num(cell.State, cell.Number);
    }

    private static Txt ContextText(Run run, ContextName name)
    {
        var cell = run.Frame.Context(name);
        return new Txt(cell.State, cell.Reference as string);
    }

    private static ConstantExpression Constant(BoundConstant constant) => Expression.Constant(constant.Value switch
    {
        NumberValue number => Num.Of(number.Number),
        DateValue date => Num.Of(date.Date.DayNumber),
        UnknownValue => Num.Unknown,
        _ => Num.NotApplicable,
    });

    public Expression Text(Bound bound, CodePlace place) => bound switch
    {
        not BoundConstant when bound.Type.Kind == ValueKind.Any => Call(typeof(Operations), nameof(Operations.AbsentText), Number(bound, place)),
        BoundConstant constant => Expression.Constant(constant.Value switch
        {
            TextValue text => new Txt(FactState.Known, text.Text),
            UnknownValue => default,
            _ => new Txt(FactState.NotApplicable, null),
        }),
        BoundFact fact => Fact(fact, place, typeof(Txt), nameof(Operations.ReadText), nameof(Run.RememberText)),
        BoundContext context => Call(typeof(ExpressionCompiler), nameof(ContextText), place.Run, Expression.Constant(context.Name)),
        BoundIf choice => If(choice, place, Text, typeof(Txt)),
        _ => throw new UnreachableException(),
    };

    public Expression Set(Bound bound, CodePlace place) => bound switch
    {
        not BoundConstant when bound.Type.Kind == ValueKind.Any => Call(typeof(Operations), nameof(Operations.AbsentSet), Number(bound, place)),
        BoundFact fact => Fact(fact, place, typeof(TxtSet), nameof(Operations.ReadSet), nameof(Run.RememberSet)),
        BoundIf choice => If(choice, place, Set, typeof(TxtSet)),
        BoundConstant constant => Expression.Constant(constant.Value.IsUnknown ? default : new TxtSet(FactState.NotApplicable, null)),
        _ => throw new UnreachableException(),
    };

    private static Expression FactCells(BoundFact fact, CodePlace place) =>
        fact.Fact.Scope == FactScope.Product ? Expression.Call(place.Run, nameof(Run.ProductCells), null, place.Product) : place.Cells;

    private static Expression ExternalCells(BoundExternal external, CodePlace place) =>
        external.Scope == FactScope.Product
            ? Expression.Call(place.Run, nameof(Run.ProductExternals), null, place.Product)
            : Expression.Field(place.Run, nameof(Run.Externals));

    /// <summary>A fact that is only read is a table look-up; a derived one is a function, remembered for the factory's own year.</summary>
    private Expression Fact(BoundFact fact, CodePlace place, Type type, string read, string remember)
    {
        if (fact.Derived is null && fact.Applies is null)
        {
            return Call(typeof(Operations), read, FactCells(fact, place), Expression.Constant(fact.Fact.Slot));
        }

        var isFactory = fact.Fact.Scope == FactScope.Factory;
        var domain = isFactory && place.Domain != BindingDomain.Year ? BindingDomain.Factory : place.Domain;
        if (!_functions.TryGetValue((fact, domain), out var function))
        {
            function = FactFunction(fact, domain, type, read);
            _functions[(fact, domain)] = function;
        }

        return isFactory && domain == BindingDomain.Factory
            ? Expression.Call(place.Run, typeof(Run).GetMethod(remember)!, Expression.Constant(fact.Memory), Expression.Constant(function))
            : Expression.Invoke(Expression.Constant(function), place.Run, place.Cells, place.Product);
    }

    private Delegate FactFunction(BoundFact fact, BindingDomain domain, Type type, string read)
    {
        return type == typeof(Num) ? Function<NumberFunction>(Body, domain)
            : type == typeof(Truth) ? Function<TruthFunction>(Body, domain)
            : type == typeof(Txt) ? Function<TextFunction>(Body, domain)
            : Function<SetFunction>(Body, domain);

        Expression Part(Bound part, CodePlace place) =>
            type == typeof(Num) ? Number(part, place)
            : type == typeof(Truth) ? TruthOf(part, place)
            : type == typeof(Txt) ? Text(part, place)
            : Set(part, place);

        Expression Body(CodePlace place)
        {
            var stated = Expression.Variable(type);
            var derived = fact.Derived is null ? Open(type) : Part(fact.Derived, place);
            if (fact.Applies is not null)
            {
                var applies = Expression.Variable(typeof(Truth));
                derived = Expression.Block(
                    [applies],
                    Expression.Assign(applies, TruthOf(fact.Applies, place)),
                    Expression.Condition(
                        Expression.Equal(applies, Expression.Constant(Truth.True)),
                        derived,
                        Expression.Condition(Expression.Equal(applies, Expression.Constant(Truth.Unknown)), Open(type), Closed(type))));
            }

            return Expression.Block(
                [stated],
                Expression.Assign(stated, Call(typeof(Operations), read, FactCells(fact, place), Expression.Constant(fact.Fact.Slot))),
                Expression.Condition(IsOpen(stated, type), derived, stated));
        }
    }

    private static Expression Open(Type type) => type == typeof(Truth) ? Expression.Constant(Truth.Unknown) : Expression.Default(type);

    private static ConstantExpression Closed(Type type) =>
        type == typeof(Truth) ? Expression.Constant(Truth.NotApplicable)
        : type == typeof(Num) ? Expression.Constant(Num.NotApplicable)
        : type == typeof(Txt) ? Expression.Constant(new Txt(FactState.NotApplicable, null))
        : Expression.Constant(new TxtSet(FactState.NotApplicable, null));

    private static BinaryExpression IsOpen(Expression value, Type type) =>
        type == typeof(Truth)
            ? Expression.Equal(value, Expression.Constant(Truth.Unknown))
            : Expression.Equal(Expression.Field(value, nameof(Num.State)), Expression.Constant(FactState.Unknown));

    private Expression Logic(BoundLogic logic, CodePlace place)
    {
        // An or is the mirror of an and: not (not a and not b). The deciding operand ends the evaluation.
        var result = Side(logic.Operands[0]);
        foreach (var operand in logic.Operands.Skip(1))
        {
            var so = Expression.Variable(typeof(Truth));
            result = Expression.Block(
                [so],
                Expression.Assign(so, result),
                Expression.Condition(
                    Expression.Equal(so, Expression.Constant(Truth.False)),
                    so,
                    Call(typeof(Operations), nameof(Operations.And), so, Side(operand))));
        }

        return logic.IsAnd ? result : Call(typeof(Operations), nameof(Operations.Not), result);

        Expression Side(Bound operand) => logic.IsAnd ? TruthOf(operand, place) : Call(typeof(Operations), nameof(Operations.Not), TruthOf(operand, place));
    }

    private Expression Comparison(BoundComparison comparison, CodePlace place)
    {
        var kind = comparison.Left.Type.Kind == ValueKind.Any ? comparison.Right.Type.Kind : comparison.Left.Type.Kind;
        var op = Expression.Constant(comparison.Operator);
        return kind switch
        {
            ValueKind.Text => Call(typeof(Operations), nameof(Operations.CompareText), Text(comparison.Left, place), Text(comparison.Right, place), op),
            ValueKind.Truth => Call(typeof(Operations), nameof(Operations.CompareTruth), TruthOf(comparison.Left, place), TruthOf(comparison.Right, place), op),
            _ => Call(
                typeof(Operations),
                nameof(Operations.Compare),
                Number(comparison.Left, place),
                Number(comparison.Right, place),
                op,
                Expression.Constant(comparison.Scales.Numerator),
                Expression.Constant(comparison.Scales.Denominator)),
        };
    }

    /// <summary>Each branch stands once in the code, so that a long chain of ifs stays as long as it was written.</summary>
    private BlockExpression If(BoundIf choice, CodePlace place, Func<Bound, CodePlace, Expression> part, Type type)
    {
        var condition = Expression.Variable(typeof(Truth));
        var then = Expression.Variable(type);
        var otherwise = Expression.Variable(type);
        return Expression.Block(
            [condition, then, otherwise],
            Expression.Assign(condition, TruthOf(choice.Condition, place)),
            Expression.IfThen(Expression.NotEqual(condition, Expression.Constant(Truth.False)), Expression.Assign(then, part(choice.Then, place))),
            Expression.IfThen(Expression.NotEqual(condition, Expression.Constant(Truth.True)), Expression.Assign(otherwise, part(choice.Else, place))),
            Expression.Switch(
                type,
                condition,
                Call(typeof(Operations), nameof(Operations.NeitherKnown), then, otherwise),
                null,
                Expression.SwitchCase(then, Expression.Constant(Truth.True)),
                Expression.SwitchCase(otherwise, Expression.Constant(Truth.False)),
                Expression.SwitchCase(Closed(type), Expression.Constant(Truth.NotApplicable))));
    }

    private static BindingDomain Inner(BoundAggregate aggregate) => aggregate.Years > 0 ? BindingDomain.Year : BindingDomain.Product;

    private TruthFunction TruthBody(Bound body, BoundAggregate aggregate) => Function<TruthFunction>(p => TruthOf(body, p), Inner(aggregate));

    private ConstantExpression Where(BoundAggregate aggregate) =>
        Expression.Constant(aggregate.Where is null ? null : TruthBody(aggregate.Where, aggregate), typeof(TruthFunction));
}
