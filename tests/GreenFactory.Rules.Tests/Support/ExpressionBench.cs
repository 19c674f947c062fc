using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>One bound expression, ready to be asked of both engines for any factory.</summary>
internal sealed class ExpressionBench
{
    public const string File = "expression";

    private static readonly BenchmarkLibrary NoBenchmarks = new([], []);

    private readonly FrameBuilder _frames;
    private readonly IReadOnlyList<BoundFact> _memory;
    private readonly Func<Run, FactCell[], int, Value> _compiled;

    private ExpressionBench(Bound bound, ProgramNames names, FactVocabulary vocabulary, BenchmarkLibrary benchmarks, BindingDomain domain)
    {
        Bound = bound;
        _frames = new FrameBuilder(vocabulary, benchmarks, names.Externals);
        _memory = names.Memory;
        _compiled = Compile(bound, domain);
    }

    public Bound Bound { get; }

    /// <summary>The expression; null when it has faults, which are then in the list.</summary>
    public static (ExpressionBench? Bench, IReadOnlyList<Diagnostic> Faults) Bind(
        string text, FactVocabulary vocabulary, BenchmarkLibrary? benchmarks = null, BindingDomain domain = BindingDomain.Factory)
    {
        var bag = new DiagnosticBag();
        var names = new ProgramNames(vocabulary, new Dictionary<string, BoundConstant>(StringComparer.Ordinal));
        var bound = Binder.Bind(new ExpressionText(text, new SourceSpan(File, 1, 1)), names, vocabulary.Units, domain, bag);
        return (bound is null ? null : new ExpressionBench(bound, names, vocabulary, benchmarks ?? NoBenchmarks, domain), bag.ToList());
    }

    public Value Interpret(FactoryFacts facts, DateOnly? asOf = null, int product = -1)
    {
        var interpreter = new Interpreter(_frames.Build(facts, asOf ?? facts.Period.LastDay));
        return product < 0 ? interpreter.Evaluate(Bound) : interpreter.EvaluateProduct(Bound, product);
    }

    public Value RunCompiled(FactoryFacts facts, DateOnly? asOf = null, int product = -1)
    {
        var run = new Run(_frames.Build(facts, asOf ?? facts.Period.LastDay), null!, new RunMemory(_memory));
        return _compiled(run, run.Cells, product);
    }

    /// <summary>A value as a person reads it.</summary>
    public string Show(Value value) => value is NumberValue number ? new Quantity(number.Number, Bound.Type.Unit).ToString() : value.Show();

    private static Func<Run, FactCell[], int, Value> Compile(Bound bound, BindingDomain domain)
    {
        var compiler = new ExpressionCompiler();
        switch (bound.Type.Kind)
        {
            case ValueKind.Truth:
                var truth = ExpressionCompiler.Function<TruthFunction>(p => compiler.TruthOf(bound, p), domain);
                return (run, cells, product) => truth(run, cells, product) switch
                {
                    Truth.True => Value.True,
                    Truth.False => Value.False,
                    Truth.Unknown => Value.Unknown,
                    _ => Value.NotApplicable,
                };
            case ValueKind.Text:
                var text = ExpressionCompiler.Function<TextFunction>(p => compiler.Text(bound, p), domain);
                return (run, cells, product) => text(run, cells, product) is var t && t.State == FactState.Known ? new TextValue(t.Value!) : Open(t.State);
            case ValueKind.TextSet:
                var set = ExpressionCompiler.Function<SetFunction>(p => compiler.Set(bound, p), domain);
                return (run, cells, product) => set(run, cells, product) is var s && s.State == FactState.Known ? new TextSetValue(s.Items!) : Open(s.State);
            default:
                var number = ExpressionCompiler.Function<NumberFunction>(p => compiler.Number(bound, p), domain);
                return (run, cells, product) => number(run, cells, product) is var n && n.State == FactState.Known
                    ? bound.Type.Kind == ValueKind.Date ? new DateValue(DateOnly.FromDayNumber((int)n.Value)) : Value.Of(n.Value)
                    : Open(n.State);
        }
    }

    private static Value Open(FactState state) => state == FactState.NotApplicable ? Value.NotApplicable : Value.Unknown;
}
