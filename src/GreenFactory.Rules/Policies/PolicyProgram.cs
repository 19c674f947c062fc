using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Policies;

/// <summary>
/// The conditions of a policy as a rule program: one rule per line and per move of a machine, judged by the same engines as the
/// rules of packs. Immutable and thread-safe.
/// </summary>
internal sealed class PolicyProgram
{
    private const string Group = "lines";

    private readonly RuleProgram _program;
    private readonly IRuleEngine _engine;
    private readonly FrameBuilder _frames;
    private readonly Dictionary<string, int> _index;

    private PolicyProgram(RuleProgram program, RuleEngineFactory engine)
    {
        _program = program;
        _engine = engine(program);
        _frames = new FrameBuilder(program.Vocabulary, program.Benchmarks, program.Externals);
        _index = program.Rules.ToDictionary(r => r.Definition.Id, r => r.Index, StringComparer.Ordinal);
    }

    /// <summary>Binds every condition; null when the bag has errors.</summary>
    public static PolicyProgram? Build(PolicyDefinition policy, FactVocabulary vocabulary, BenchmarkLibrary benchmarks, DiagnosticBag bag, RuleEngineFactory? engine = null)
    {
        var conditions = policy.Lines.Where(l => l.When is not null).Select(l => (l.Id, When: l.When!, l.Span))
            .Concat(policy.Machines.SelectMany(m => m.Moves).Where(m => m.When is not null).Select(m => (m.Id, When: m.When!, m.Span)))
            .DistinctBy(c => c.Id)
            .Select(c => Rule(c.Id, c.When, c.Span))
            .ToList();
        var pack = new PackDefinition
        {
            Id = policy.Id,
            Version = policy.Version,
            Title = policy.Title,
            Jurisdiction = policy.Jurisdiction,
            InForceFrom = policy.InForceFrom,
            Source = policy.Source,
            Parameters = policy.Parameters,
            Policy = NotApplicablePolicy.Zero,
            Groups = [new GroupDefinition(Group, null, policy.Title, null, null, null, IsBonus: false, null, policy.Span)],
            Rules = conditions,
            Span = policy.Span,
        };
        var own = new DiagnosticBag();
        var program = ProgramBuilder.Build(pack, pack, vocabulary, () => benchmarks, own);
        bag.AddRange(own.ToList());
        return own.HasErrors ? null : new PolicyProgram(program, engine ?? (p => new ReferenceEngine(p)));
    }

    /// <summary>What every condition says of the factory on a day.</summary>
    public PolicyJudgement Judge(FactoryFacts facts, DateOnly asOf)
    {
        var outcomes = new OutcomeTable(_program);
        _engine.Run(_frames.Build(facts, asOf), outcomes);
        return new PolicyJudgement(this, facts, outcomes);
    }

    private static RuleDefinition Rule(string id, ExpressionText when, SourceSpan span) => new(
        id, Group, RuleKind.Gate, LocalizedText.Same(id), LocalizedText.Same(id), Provenance.Unstated, null, null, null, [],
        new Sourced<ExpressionText>(when, Provenance.Unstated, span), null, [], span);

    internal bool? Truth(string id, OutcomeTable outcomes) => !_index.TryGetValue(id, out var rule) ? true : outcomes.Status(rule) switch
    {
        FindingStatus.Met => true,
        FindingStatus.InsufficientEvidence => null,
        _ => false,
    };

    /// <summary>Paths a condition reads and nobody has stated.</summary>
    internal IReadOnlyList<string> Missing(string id, FactoryFacts facts) => !_index.TryGetValue(id, out var rule)
        ? []
        : [.. BoundTree.All(RequiredFactList.Roots(_program.Rules[rule])).OfType<BoundFact>()
            .Where(f => f.Derived is null && f.Fact.Scope == FactScope.Factory && facts.Cells[f.Fact.Slot].State == FactState.Unknown)
            .Select(f => f.Fact.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>The conditions of a policy, judged.</summary>
internal sealed class PolicyJudgement(PolicyProgram program, FactoryFacts facts, OutcomeTable outcomes)
{
    /// <summary>True, false, or null while facts are missing; what has no condition is true.</summary>
    public bool? Of(string id) => program.Truth(id, outcomes);

    public IReadOnlyList<string> Missing(string id) => program.Missing(id, facts);
}
