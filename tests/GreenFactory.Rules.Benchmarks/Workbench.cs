using GreenFactory.Rules.Speed.Candidates;
using GreenFactory.Rules.Speed.Factories;
using GreenFactory.Rules.Speed.HandWritten;

namespace GreenFactory.Rules.Speed;

/// <summary>The pack, its candidates and factories to judge: what every mode starts from.</summary>
internal sealed class Workbench
{
    public const string PackId = "miit-green-factory@2018";

    /// <summary>Enough that no candidate lives off one factory in the cache.</summary>
    public const int MeasuredFactories = 200;

    private readonly BenchmarkLookup _benchmarks;

    public Workbench()
    {
        Pack = RulePackCatalog.Default.Load(PackId);
        _benchmarks = new BenchmarkLookup(Pack.Program.Vocabulary, Pack.Program.Benchmarks);
        Compiled = RuleEvaluator.Compile(Pack);
        Reference = RuleEvaluator.Compile(Pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
        var binary = new InDoubles.RecordReader(Pack.Program.Vocabulary, new InDoubles.BenchmarkLookup(Pack.Program.Vocabulary, Pack.Program.Benchmarks));
        var records = new RecordReader(Pack.Program.Vocabulary, _benchmarks);
        string[] rules = [.. Pack.Program.Rules.Select(r => r.Definition.Id)];
        HandWritten = new HandWrittenCandidate("hand-written, fresh result", records, rules, looksUp: false);
        Candidates =
        [
            HandWritten,
            new HandWrittenCandidate("hand-written, benchmarks looked up inside", records, rules, looksUp: true),
            new EngineCandidate("compiled engine, conclusion and score read", Compiled, Reading.Summary),
            new EngineCandidate("compiled engine, every finding read", Compiled, Reading.Findings),
            new EngineCandidate("reference engine, every finding read", Reference, Reading.Findings),
        ];
        InDoubles = new BinaryCandidate("hand-written in doubles, one result used again", binary, rules);
        Blocks =
        [
            InDoubles,
            new BlockCandidate("block engine, columns ready", Pack, fromFacts: false),
            new BlockCandidate("block engine, from facts", Pack, fromFacts: true),
        ];
    }

    public RulePack Pack { get; }

    public RuleEvaluator Compiled { get; }

    public RuleEvaluator Reference { get; }

    /// <summary>All ratios are against this one.</summary>
    public ICandidate HandWritten { get; }

    public IReadOnlyList<ICandidate> Candidates { get; }

    /// <summary>What judging by columns is held against.</summary>
    public ICandidate InDoubles { get; }

    /// <summary>Candidates that say score, conclusion and the status of every rule, and no points of rules.</summary>
    public IReadOnlyList<ICandidate> Blocks { get; }

    /// <summary>Real applicants of several trades, in no order.</summary>
    public IReadOnlyList<FactoryFacts> Applicants(int count = MeasuredFactories) => Parse(Texts(seed: 2018, count, [Mood.Applicant]));

    public IEnumerable<string> Texts(int seed, int count, IReadOnlyList<Mood> moods)
    {
        var generator = new FactoryGenerator(seed, Pack, _benchmarks);
        for (var i = 0; i < count; i++)
        {
            yield return generator.Next(moods[i % moods.Count]);
        }
    }

    public static IReadOnlyList<FactoryFacts> Parse(IEnumerable<string> texts) => [.. texts.Select(t => FactoryFacts.Parse(t))];
}
