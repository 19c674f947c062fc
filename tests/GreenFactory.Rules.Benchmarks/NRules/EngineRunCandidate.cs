using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>An engine alone: facts are looked up before, nothing is scored after. A block is run with its first factory.</summary>
internal sealed class EngineRunCandidate(string name, IRuleEngine engine, RulePack pack, int block = 1) : ICandidate
{
    private readonly RuleEvaluator _evaluator = RuleEvaluator.Compile(pack, new RuleEvaluatorOptions { EngineFactory = _ => engine });
    private readonly FrameBuilder _frames = new(pack.Program.Vocabulary, pack.Program.Benchmarks, pack.Program.Externals);

    private FactoryFacts[] _factories = [];
    private EvaluationFrame[][] _blocks = [];
    private (int Block, IReadOnlyList<Verdict> Verdicts) _described = (-1, []);

    public string Name => name;

    public void Take(IReadOnlyList<FactoryFacts> factories)
    {
        _factories = [.. factories];
        _blocks = [.. _factories.Select(f => _frames.Build(f, f.Period.LastDay)).Chunk(block)];
        _described = (-1, []);
    }

    public int Run(int factory)
    {
        if (factory % block != 0)
        {
            return 0;
        }

        var frames = _blocks[factory / block];
        if (block == 1)
        {
            var table = new OutcomeTable(pack.Program);
            engine.Run(frames[0], table);
            return (int)table.Status(0);
        }

        OutcomeTable[] tables = [.. frames.Select(_ => new OutcomeTable(pack.Program))];
        engine.Run(frames, tables, CancellationToken.None);
        return (int)tables[^1].Status(0);
    }

    public Outcome Describe(int factory)
    {
        if (_described.Block != factory / block)
        {
            _described = (factory / block, _evaluator.EvaluateBlock([.. _factories.Skip(factory / block * block).Take(block)], null, CancellationToken.None));
        }

        return EngineCandidate.Describe(_described.Verdicts[factory % block]);
    }
}
