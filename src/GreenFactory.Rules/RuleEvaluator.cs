using GreenFactory.Rules.Evaluation;
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
        var program = Pack.Program;
        if (!ReferenceEquals(facts.Vocabulary, program.Vocabulary))
        {
            throw new ArgumentException("The facts were read with another vocabulary: load them with the Vocabulary of the catalog the pack is from.", nameof(facts));
        }

        var frame = _services.Frames.Build(facts, asOf ?? facts.Period.LastDay);
        var outcomes = new OutcomeTable(program);
        _engine.Run(frame, outcomes);
        return new Verdict(new VerdictContext(_services, frame, outcomes, _scorer.Score(outcomes)));
    }
}
