using System.Runtime.CompilerServices;
using GreenFactory.Rules.Blocks;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Evaluation.Bulk;
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
    /// <summary>Enough that handing over costs nothing beside judging, few enough that a reader does not wait.</summary>
    private const int ChunkSize = 16;

    private readonly IRuleEngine _engine;
    private readonly Scorer _scorer;
    private readonly VerdictServices _services;
    private readonly Lazy<BlockEngine?> _blocks;

    private RuleEvaluator(RulePack pack, IRuleEngine engine)
    {
        Pack = pack;
        _engine = engine;
        var program = pack.Program;
        _scorer = new Scorer(program);
        _services = new VerdictServices(program, new FrameBuilder(program.Vocabulary, program.Benchmarks, program.Externals), () => pack.Digest);
        _blocks = new Lazy<BlockEngine?>(() => engine is CompiledEngine && BlockPlan.Of(program) is { } plan ? new BlockEngine(plan, engine, _scorer) : null);
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

    /// <summary>Judges many factories at once and gives the verdicts in the order of the factories.</summary>
    /// <param name="factories">Factories, read with the vocabulary of the pack's catalog; taken only a little faster than the verdicts are read.</param>
    /// <param name="options">Date and number of workers.</param>
    /// <param name="cancellation">Stops between two factories.</param>
    /// <returns>Verdicts that are worked out while they are read; equal, byte by byte, to those of <see cref="Evaluate"/>.</returns>
    /// <exception cref="ArgumentException">While reading: facts were read with another vocabulary.</exception>
    /// <exception cref="OperationCanceledException">While reading: it was cancelled.</exception>
    public IAsyncEnumerable<Verdict> EvaluateMany(IAsyncEnumerable<FactoryFacts> factories, BulkOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(factories);
        return Many(factories, v => v, options ?? BulkOptions.Default, cancellation);
    }

    /// <summary>Judges many factories at once and gives the verdicts in the order of the factories. Who stops reading stops the work.</summary>
    /// <param name="factories">Factories, read with the vocabulary of the pack's catalog; taken only a little faster than the verdicts are read.</param>
    /// <param name="options">Date and number of workers.</param>
    /// <returns>Verdicts that are worked out while they are read; equal, byte by byte, to those of <see cref="Evaluate"/>.</returns>
    /// <exception cref="ArgumentException">While reading: facts were read with another vocabulary.</exception>
    public IEnumerable<Verdict> EvaluateMany(IEnumerable<FactoryFacts> factories, BulkOptions options)
    {
        ArgumentNullException.ThrowIfNull(factories);
        ArgumentNullException.ThrowIfNull(options);
        return Many(factories, v => v, options, CancellationToken.None);
    }

    /// <summary>
    /// Conclusion, score, tier and the status of every rule for many factories, in the order of the factories. They are judged by
    /// columns, 256 together; what binary numbers cannot decide is decided in decimals.
    /// </summary>
    /// <param name="factories">Factories, read with the vocabulary of the pack's catalog; taken some blocks of 256 ahead of who reads the summaries.</param>
    /// <param name="options">Date and number of workers.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="ArgumentException">While reading: facts were read with another vocabulary.</exception>
    /// <exception cref="OperationCanceledException">While reading: it was cancelled.</exception>
    public IAsyncEnumerable<VerdictSummary> SummariseMany(IAsyncEnumerable<FactoryFacts> factories, BulkOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(factories);
        return Summaries(factories, options ?? BulkOptions.Default, cancellation);
    }

    /// <summary>
    /// Conclusion, score, tier and the status of every rule for many factories, in the order of the factories. They are judged by
    /// columns, 256 together; what binary numbers cannot decide is decided in decimals. Who stops reading stops the work.
    /// </summary>
    /// <param name="factories">Factories, read with the vocabulary of the pack's catalog; taken some blocks of 256 ahead of who reads the summaries.</param>
    /// <param name="options">Date and number of workers.</param>
    /// <exception cref="ArgumentException">While reading: facts were read with another vocabulary.</exception>
    public IEnumerable<VerdictSummary> SummariseMany(IEnumerable<FactoryFacts> factories, BulkOptions options)
    {
        ArgumentNullException.ThrowIfNull(factories);
        ArgumentNullException.ThrowIfNull(options);
        return OrderedWork.Run(factories.Chunk(Plane.Rows), c => SummariseChunk(c, options, CancellationToken.None), options.DegreeOfParallelism, CancellationToken.None).SelectMany(c => c);
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

    /// <summary>What up to 256 factories come to, judged together in columns; null where the engine or the pack has no such way.</summary>
    internal SummaryBlock? SummariseBlock(IReadOnlyList<FactoryFacts> block, DateOnly? asOf)
    {
        var engine = _blocks.Value;
        if (engine is null)
        {
            return null;
        }

        var frames = new EvaluationFrame[block.Count];
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = Frame(block[i], asOf);
        }

        return engine.Run(frames);
    }

    private EvaluationFrame Frame(FactoryFacts facts, DateOnly? asOf) => ReferenceEquals(facts.Vocabulary, Pack.Program.Vocabulary)
        ? _services.Frames.Build(facts, asOf ?? facts.Period.LastDay)
        : throw new ArgumentException("The facts were read with another vocabulary: load them with the Vocabulary of the catalog the pack is from.", nameof(facts));

    private Verdict Conclude(EvaluationFrame frame, OutcomeTable outcomes) => new(new VerdictContext(_services, frame, outcomes, _scorer.Score(outcomes)));

    private async IAsyncEnumerable<VerdictSummary> Summaries(IAsyncEnumerable<FactoryFacts> factories, BulkOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chunks = OrderedWork.Run(factories.Chunk(Plane.Rows), c => SummariseChunk(c, options, cancellation), options.DegreeOfParallelism, cancellation);
        await foreach (var chunk in chunks.ConfigureAwait(false))
        {
            foreach (var summary in chunk)
            {
                yield return summary;
            }
        }
    }

    private VerdictSummary[] SummariseChunk(FactoryFacts[] chunk, BulkOptions options, CancellationToken cancellation)
    {
        ThrowIfAnyIsNull(chunk);
        return Summarise(chunk, options.AsOf, cancellation);
    }

    /// <summary>What up to 256 factories come to, by columns where the engine has them, in the order of the factories.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal VerdictSummary[] Summarise(IReadOnlyList<FactoryFacts> factories, DateOnly? asOf, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (factories.Count == 0)
        {
            return [];
        }

        if (SummariseBlock(factories, asOf) is not { } block)
        {
            return [.. EvaluateBlock(factories, asOf, cancellation).Select(v => v.Summary())];
        }

        var summaries = new VerdictSummary[factories.Count];
        for (var i = 0; i < summaries.Length; i++)
        {
            summaries[i] = block.SummaryOf(i);
        }

        return summaries;
    }

    private static void ThrowIfAnyIsNull(FactoryFacts[] chunk)
    {
        if (chunk.Contains(null))
        {
            throw new ArgumentException("A factory is null.", nameof(chunk));
        }
    }

    private async IAsyncEnumerable<T> Many<T>(IAsyncEnumerable<FactoryFacts> factories, Func<Verdict, T> show, BulkOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chunks = OrderedWork.Run(factories.Chunk(ChunkSize), Chunk(show, options, cancellation), options.DegreeOfParallelism, cancellation);
        await foreach (var chunk in chunks.ConfigureAwait(false))
        {
            foreach (var result in chunk)
            {
                yield return result;
            }
        }
    }

    private IEnumerable<T> Many<T>(IEnumerable<FactoryFacts> factories, Func<Verdict, T> show, BulkOptions options, CancellationToken cancellation) =>
        OrderedWork.Run(factories.Chunk(ChunkSize), Chunk(show, options, cancellation), options.DegreeOfParallelism, cancellation).SelectMany(c => c);

    private Func<FactoryFacts[], IEnumerable<T>> Chunk<T>(Func<Verdict, T> show, BulkOptions options, CancellationToken cancellation) => chunk =>
    {
        ThrowIfAnyIsNull(chunk);
        return EvaluateBlock(chunk, options.AsOf, cancellation).Select(show).ToList();
    };
}
