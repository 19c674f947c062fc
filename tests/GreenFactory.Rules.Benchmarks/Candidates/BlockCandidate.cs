using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Blocks;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>The engine that judges factories by columns: score, tier, conclusion and the status of every rule, in blocks of 256.</summary>
/// <param name="name">Its name.</param>
/// <param name="pack">The pack.</param>
/// <param name="fromFacts">Whether looking up benchmarks and filling the columns is part of what is measured.</param>
internal sealed class BlockCandidate(string name, RulePack pack, bool fromFacts) : ICandidate
{
    private readonly BlockPlan _plan = BlockPlan.Of(pack.Program)!;
    private readonly FrameBuilder _frames = new(pack.Program.Vocabulary, pack.Program.Benchmarks, pack.Program.Externals);
    private readonly RuleEvaluator _evaluator = RuleEvaluator.Compile(pack);
    private readonly List<FactoryFacts[]> _chunks = [];
    private readonly List<FactoryBlock> _blocks = [];
    private BlockEngine? _engine;
    private BlockState? _state;

    public string Name => name;

    /// <summary>Rows of the last pass that were decided exactly.</summary>
    public int DecidedExactly { get; private set; }

    public void Take(IReadOnlyList<FactoryFacts> factories)
    {
        _engine ??= new BlockEngine(_plan, new CompiledEngine(pack.Program), new Scorer(pack.Program));
        _state ??= _plan.NewState();
        _chunks.Clear();
        _blocks.Clear();
        foreach (var chunk in factories.Chunk(Plane.Rows))
        {
            _chunks.Add(chunk);
            if (!fromFacts)
            {
                var block = _plan.NewBlock();
                block.Fill(Frames(chunk));
                _blocks.Add(block);
            }
        }
    }

    public int Run(int factory) => throw new NotSupportedException("Judged in blocks.");

    public int Pass(int factories)
    {
        var seen = 0;
        DecidedExactly = 0;
        for (var i = 0; i < _chunks.Count; i++)
        {
            var block = Judge(i);
            DecidedExactly += block.DecidedExactly;
            for (var f = 0; f < block.Count; f++)
            {
                var score = block.ScoreOf(f);
                seen += (int)block.ConclusionOf(f) + score.Lower.Scale + score.Upper.Scale;
            }

            for (var rule = 0; rule < block.RuleCount; rule++)
            {
                seen += (int)block.StatusOf(0, rule);
            }
        }

        return seen;
    }

    public Outcome Describe(int factory)
    {
        var block = Judge(factory / Plane.Rows);
        var row = factory % Plane.Rows;
        return new Outcome(
            block.ConclusionOf(row),
            Points.Of(block.ScoreOf(row)),
            [],
            [.. pack.Program.Rules.Select((r, i) => new OutcomeRow(r.Definition.Id, block.StatusOf(row, i), default, null))]);
    }

    private SummaryBlock Judge(int chunk)
    {
        if (fromFacts)
        {
            return _evaluator.SummariseBlock(_chunks[chunk], null)!;
        }

        _plan.Run(_state!, _blocks[chunk]);
        return _engine!.Collect(_state!, _blocks[chunk]);
    }

    private EvaluationFrame[] Frames(FactoryFacts[] chunk) => [.. chunk.Select(f => _frames.Build(f, f.Period.LastDay))];
}
