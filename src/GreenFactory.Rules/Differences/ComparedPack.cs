using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Differences;

/// <summary>One side of a comparison: a pack, and factories its own cases speak of. Not thread-safe.</summary>
internal sealed class ComparedPack
{
    private static readonly RuleEvaluatorOptions Plain = new() { Engine = RuleEngineKind.Reference };

    private readonly RulePackCatalog? _catalog;
    private readonly Dictionary<string, RuleEvaluator?> _evaluators = new(StringComparer.Ordinal);

    /// <param name="pack">The pack.</param>
    /// <param name="drafts">Factories to begin the search with.</param>
    /// <param name="catalog">Where the pack is from; without it, drafts with settings of their own cannot be judged.</param>
    public ComparedPack(RulePack pack, IReadOnlyList<FactoryDraft> drafts, RulePackCatalog? catalog = null)
    {
        Pack = pack;
        Drafts = drafts;
        _catalog = catalog;
        _evaluators[DraftSettings.None.Key] = RuleEvaluator.Compile(pack, Plain);
    }

    public RulePack Pack { get; }

    public RuleProgram Program => Pack.Program;

    public IReadOnlyList<FactoryDraft> Drafts { get; }

    /// <summary>The facts of a draft; null when they are faulty. Facts that this side has no word for are left out.</summary>
    public FactoryFacts? Read(FactoryDraft draft)
    {
        if (Evaluator(draft.Settings) is not { } evaluator)
        {
            return null;
        }

        var vocabulary = evaluator.Pack.Program.Vocabulary;
        var bag = new DiagnosticBag();
        var facts = FactoryFactsReader.Read(draft.Only(draft.Stated.Where(f => vocabulary.Find(f.Key.Text) is not null)).Facts, vocabulary, bag);
        return bag.HasErrors ? null : facts;
    }

    /// <summary>The verdict on a draft; null when its facts are faulty or its settings are not for this pack.</summary>
    public Verdict? Judge(FactoryDraft draft) => Read(draft) is { } facts ? Judge(draft, facts) : null;

    /// <summary>The verdict on the facts of a draft that were read with this side's words.</summary>
    public Verdict? Judge(FactoryDraft draft, FactoryFacts facts) => Evaluator(draft.Settings)?.Evaluate(facts, draft.AsOf);

    /// <summary>The same, through the text that is shown: what a user would get who kept the factory as a file.</summary>
    public Verdict? JudgeText(FactoryDraft draft)
    {
        var root = DocumentReader.ReadBytes(Encoding.UTF8.GetBytes(draft.ToYaml()), "witness.yaml", new DiagnosticBag()) as MapNode;
        return root is null ? null : Judge(draft with { Facts = root });
    }

    private RuleEvaluator? Evaluator(DraftSettings settings)
    {
        if (!_evaluators.TryGetValue(settings.Key, out var evaluator))
        {
            evaluator = _catalog is null ? null : Load(_catalog, settings);
            _evaluators[settings.Key] = evaluator;
        }

        return evaluator;
    }

    private RuleEvaluator? Load(RulePackCatalog catalog, DraftSettings settings)
    {
        var parameters = settings.Parameters.Count == 0 ? null : Overlay.OfParameters("settings", Pack.Id.ToString(), [.. settings.Parameters.Select(p => (p.Key, p.Value as ScalarNode))]);
        var pack = settings.Benchmarks.Aggregate(catalog, (c, file) => c.WithBenchmarks(file)).TryLoad(Pack.Id.ToString(), null, parameters).Pack;
        return pack is null ? null : RuleEvaluator.Compile(pack, Plain);
    }
}
