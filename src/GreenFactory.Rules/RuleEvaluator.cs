using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules;

/// <summary>
/// A compiled pack. Compiling is the expensive part; do it once and share the evaluator: it is immutable and thread-safe.
/// </summary>
public sealed class RuleEvaluator
{
    private readonly IRuleEngine _engine;
    private readonly Scorer _scorer;
    private readonly VerdictServices _services;

    private RuleEvaluator(RulePack pack, IRuleEngine engine)
    {
        Pack = pack;
        _engine = engine;
        var program = pack.Program;
        _scorer = new Scorer(program);
        _services = new VerdictServices(program, new FrameBuilder(program.Vocabulary, program.Benchmarks, program.Externals), () => pack.Digest);
    }

    /// <summary>The pack that was compiled.</summary>
    public RulePack Pack { get; }

    /// <summary>Name of the engine in use.</summary>
    public string EngineName => _engine.Name;

    /// <summary>Compiles a pack.</summary>
    public static RuleEvaluator Compile(RulePack pack, RuleEvaluatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new RuleEvaluator(pack, (options ?? RuleEvaluatorOptions.Default).Factory(pack.Program));
    }

    /// <summary>Judges a factory. Pure: no clock, no I/O; equal arguments give equal verdicts.</summary>
    /// <param name="facts">The factory, read with the vocabulary of the pack's catalog.</param>
    /// <param name="asOf">Date that coefficients and benchmarks are chosen for; the last day of the period when left out.</param>
    /// <exception cref="ArgumentException">The facts were read with another vocabulary.</exception>
    public Verdict Evaluate(FactoryFacts facts, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var frame = Frame(facts, asOf);
        var outcomes = new OutcomeTable(Pack.Program);
        _engine.Run(frame, outcomes);
        return Conclude(frame, outcomes);
    }

    /// <summary>Judges several factories in one run of the engine; verdicts in the order of the factories, the same as one by one.</summary>
    /// <exception cref="OperationCanceledException">The block was cancelled.</exception>
    internal IReadOnlyList<Verdict> EvaluateBlock(IReadOnlyList<FactoryFacts> block, DateOnly? asOf, CancellationToken cancellation)
    {
        EvaluationFrame[] frames = [.. block.Select(f => Frame(f, asOf))];
        OutcomeTable[] outcomes = [.. frames.Select(_ => new OutcomeTable(Pack.Program))];
        _engine.Run(frames, outcomes, cancellation);
        return [.. frames.Zip(outcomes, Conclude)];
    }

    private EvaluationFrame Frame(FactoryFacts facts, DateOnly? asOf) => ReferenceEquals(facts.Vocabulary, Pack.Program.Vocabulary)
        ? _services.Frames.Build(facts, asOf ?? facts.Period.LastDay)
        : throw new ArgumentException("The facts were read with another vocabulary: load them with the Vocabulary of the catalog the pack is from.", nameof(facts));

    private Verdict Conclude(EvaluationFrame frame, OutcomeTable outcomes) => new(new VerdictContext(_services, frame, outcomes, _scorer.Score(outcomes)));
}
