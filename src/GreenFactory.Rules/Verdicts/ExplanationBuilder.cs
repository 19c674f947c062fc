using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Walks a bound expression the way the interpreter does and writes down every step.</summary>
internal sealed class ExplanationBuilder(EvaluationFrame frame, FrameBuilder frames, ExternalTable externals)
{
    private readonly Interpreter _interpreter = new(frame);

    public ExplanationBuilder(VerdictContext context)
        : this(context.Frame, context.Services.Frames, context.Program.Externals)
    {
    }

    /// <summary>Where an expression is explained: for the factory, one product, or one year back.</summary>
    internal readonly record struct Scope(int Product, int YearsBack)
    {
        public static Scope Factory { get; } = new(-1, 0);
    }

    public Value Evaluate(Bound bound, Scope scope) =>
        scope.Product >= 0 ? _interpreter.EvaluateProduct(bound, scope.Product)
        : scope.YearsBack > 0 ? _interpreter.EvaluateYear(bound, scope.YearsBack)
        : _interpreter.Evaluate(bound);

    public ExplanationStep Explain(Bound bound, Scope scope)
    {
        var value = Evaluate(bound, scope);
        return bound switch
        {
            BoundConstant constant => Constant(constant),
            BoundFact fact => Fact(fact, value, scope),
            BoundExternal external => External(external, value, scope),
            BoundContext => Step("context", bound, value, scope, []) with { Origin = ValueOrigin.Context },
            BoundAggregate aggregate => Aggregate(aggregate, value, scope),
            BoundIf choice => If(choice, value, scope),
            BoundConvert convert => Step("convert", bound, value, scope, [convert.Operand]) with { Note = Conversion(convert.Conversion) },
            BoundDateShift shift => Step("shift", bound, value, scope, [shift.Date]) with { Note = $"{(shift.Count < 0 ? "-" : "+")} {Scalars.Number(Math.Abs(shift.Count))} {shift.Unit.ToString().ToLowerInvariant()}" },
            BoundArithmetic { Operator: ArithmeticOperator.Add } => Step("+", bound, value, scope, Terms(bound)),
            _ => Step(Operation(bound), bound, value, scope, BoundTree.Children(bound)),
        };
    }

    private static bool IsText(Value value) => value is TextValue or TextSetValue;

    /// <summary>a + b + c is one sum of three: nested by twos, a balance of fifty energy carriers would be deeper than most readers of JSON go.</summary>
    private static IEnumerable<Bound> Terms(Bound bound)
    {
        var terms = new Stack<Bound>();
        while (bound is BoundArithmetic { Operator: ArithmeticOperator.Add } sum)
        {
            terms.Push(sum.Right);
            bound = sum.Left;
        }

        return terms.Prepend(bound);
    }

    private static string Conversion(Conversion conversion) =>
        conversion.Denominator == 1m ? $"× {Scalars.Number(conversion.Numerator)}" : $"× {Scalars.Number(conversion.Numerator)} / {Scalars.Number(conversion.Denominator)}";

    private static string Operation(Bound bound) => bound switch
    {
        BoundNegate => "negate",
        BoundNot => "not",
        BoundLogic logic => logic.IsAnd ? "and" : "or",
        BoundArithmetic arithmetic => arithmetic.Operator switch { ArithmeticOperator.Add => "+", ArithmeticOperator.Subtract => "-", ArithmeticOperator.Multiply => "*", _ => "/" },
        BoundComparison comparison => Binder.Symbol(comparison.Operator),
        BoundContains => "in",
        BoundExtreme extreme => extreme.IsMax ? "max" : "min",
        BoundAbsolute => "abs",
        BoundApplies => "applies",
        BoundStartsWith => "starts_with",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ExplanationStep Step(string operation, Bound bound, Value value, Scope scope, IEnumerable<Bound> parts) => new()
    {
        Operation = operation,
        Expression = bound.Text,
        Value = value.Show(),
        IsText = IsText(value),
        Unit = UnitOf(bound, value, scope),
        Operands = [.. parts.Select(p => Explain(p, scope))],
        Scales = (bound as BoundComparison)?.Scales,
        Note = bound is BoundComparison comparison && comparison.Scales != new Conversion(1, 1)
            ? $"× {Scalars.Number(comparison.Scales.Numerator)} {Binder.Symbol(comparison.Operator)} × {Scalars.Number(comparison.Scales.Denominator)}"
            : bound is BoundArithmetic { Operator: ArithmeticOperator.Divide } divide && Evaluate(divide.Right, scope) is NumberValue { Number: 0 } ? "x / 0" : null,
    };

    private static ExplanationStep Constant(BoundConstant constant)
    {
        var (operation, origin) = constant.Origin switch
        {
            ConstantOrigin.Parameter => ("parameter", ValueOrigin.Parameter),
            ConstantOrigin.Given => ("fact", ValueOrigin.Fact),
            _ => ("constant", ValueOrigin.Constant),
        };
        return new ExplanationStep
        {
            Operation = operation,
            Expression = constant.Text,
            Value = constant.Value.Show(),
            IsText = IsText(constant.Value),
            Unit = constant.Value is NumberValue ? constant.Type.Unit.Symbol : null,
            Origin = origin,
            Source = constant.Source,
        };
    }

    private ExplanationStep Fact(BoundFact fact, Value value, Scope scope)
    {
        var cells = fact.Fact.Scope == FactScope.Product
            ? frame.Facts.Products![scope.Product].Cells
            : frame.Facts.YearCells(frame.Facts.Period.Year - scope.YearsBack) ?? [];
        var cell = fact.Fact.Slot < cells.Length ? cells[fact.Fact.Slot] : default;
        var stated = cell.State != FactState.Unknown;
        var operands = new List<ExplanationStep>();
        var isDerived = false;
        if (!stated && fact.Applies is not null && Evaluate(fact.Applies, scope) != Value.True)
        {
            operands.Add(Explain(fact.Applies, scope) with { Name = new LocalizedText("是否适用", "does it apply") });
        }
        else if (!stated && fact.Derived is not null)
        {
            operands.Add(Explain(fact.Derived, scope));
            isDerived = true;
        }

        return new ExplanationStep
        {
            Operation = isDerived ? "derived" : "fact",
            Expression = Path(fact.Fact, scope),
            Name = fact.Fact.Name,
            Value = value.Show(),
            IsText = IsText(value),
            Unit = UnitOf(fact, value, scope),
            Origin = isDerived ? ValueOrigin.Derived : ValueOrigin.Fact,
            Source = fact.Fact.Source,
            Note = stated && cell.Reference is string reason && (cell.State == FactState.NotApplicable || fact.Fact.Kind == FactKind.Assessment) ? reason : null,
            Operands = operands,
        };
    }

    /// <summary>The path as the fact file would be asked for it.</summary>
    public string Path(FactDeclaration fact, Scope scope)
    {
        if (fact.Scope == FactScope.Product)
        {
            return $"products[{frame.Facts.Products![scope.Product].Id}].{fact.Path}";
        }

        return scope.YearsBack > 0 ? $"history[{new ReportingPeriod(frame.Facts.Period.Year - scope.YearsBack)}].{fact.Path}" : fact.Path;
    }

    private ExplanationStep External(BoundExternal external, Value value, Scope scope)
    {
        var entry = externals.Entry(external);
        var step = Step(external.Kind == ExternalKind.Coefficient ? "coefficient" : "benchmark", external, value, scope, []);
        if (entry.Coefficient is { } coefficient)
        {
            var chosen = coefficient.On(frame.AsOf, frame.Facts.Identity.Region);
            return step with { Origin = ValueOrigin.Coefficient, Name = coefficient.Name, Source = chosen?.Source, Note = chosen is null ? "no value on this date" : null };
        }

        var match = Match(entry, scope);
        return step with
        {
            Origin = ValueOrigin.Benchmark,
            Name = entry.Series!.Name,
            Source = match.Row?.Citation,
            Note = match.Row is { } row ? $"{row.Set.Id}/{row.Id}" : match.Gap.HasFlag(BenchmarkGap.Edition) ? "the edition in force then is not held" : match.IsOpen ? "industry, region or product kind is missing" : "no benchmark for this industry",
        };
    }

    public BenchmarkMatch Match(ExternalEntry entry, Scope scope) =>
        frames.Match(entry, frame.Facts, frame.AsOf, entry.Scope == FactScope.Product ? scope.Product : -1);

    private ExplanationStep If(BoundIf choice, Value value, Scope scope)
    {
        var condition = Evaluate(choice.Condition, scope);
        Bound[] parts = condition is TruthValue truth
            ? [choice.Condition, truth.Truth ? choice.Then : choice.Else]
            : condition.IsNotApplicable ? [choice.Condition] : [choice.Condition, choice.Then, choice.Else];
        return Step(condition is TruthValue ? "if" : "if-open", choice, value, scope, parts);
    }

    private ExplanationStep Aggregate(BoundAggregate aggregate, Value value, Scope scope)
    {
        var isYears = aggregate.Years > 0;
        var count = isYears ? aggregate.Years : frame.Facts.Products?.Count ?? 0;
        var items = new List<ExplanationStep>();
        for (var i = 0; i < count; i++)
        {
            var inner = isYears ? new Scope(-1, i) : new Scope(i, 0);
            var where = aggregate.Where is null ? Value.True : Evaluate(aggregate.Where, inner);
            items.Add(where == Value.True
                ? Explain(aggregate.Body, inner)
                : Step("left-out", aggregate.Where!, where.IsUnknown ? Value.Unknown : Value.NotApplicable, inner, [aggregate.Where!]));
        }

        return Step(aggregate.Function.ToString().ToLowerInvariant(), aggregate, value, scope, []) with
        {
            Operands = items,
            Note = !isYears && frame.Facts.Products is null ? "products" : null,
        };
    }

    /// <summary>The unit people read: a product's own unit in place of the opaque one.</summary>
    public string? UnitOf(Bound bound, Value value, Scope scope)
    {
        if (value is not NumberValue || bound.Type.Kind != ValueKind.Number)
        {
            return null;
        }

        return Shown(bound.Type.Unit, scope).Symbol;
    }

    public Unit Shown(Unit unit, Scope scope)
    {
        var counted = scope.Product >= 0 ? frame.Facts.Products![scope.Product].CountedIn : null;
        return counted is null ? unit : unit.WithProduct(counted);
    }
}
