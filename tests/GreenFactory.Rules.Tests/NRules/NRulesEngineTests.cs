using global::NRules.RuleModel;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.NRules;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Tests.Generators;

namespace GreenFactory.Rules.Tests.NRules;

/// <summary>Built with the NRules engine only.</summary>
public sealed class NRulesEngineTests
{
    private const string PackId = "miit-green-factory@2018";

    public static TheoryData<string> Packs => PackUnderTest.Ids;

    [Theory]
    [MemberData(nameof(Packs))]
    public void There_is_one_rule_for_each_rule_of_the_pack_and_it_says_where_it_is_from(string id)
    {
        var program = PackUnderTest.Of(id).Pack.Program;

        var lowered = Lowered(program);

        foreach (var (rule, definition) in lowered.Zip(program.Rules, (l, r) => (l, r.Definition)))
        {
            Assert.Equal(definition.Id, rule.Name);
            Assert.Equal(definition.Id, rule.Properties[RuleLowering.Id]);
            Assert.Equal(definition.Group, rule.Properties[RuleLowering.Group]);
            Assert.Equal(definition.Source.Clause ?? string.Empty, rule.Properties[RuleLowering.Clause]);
            Assert.Equal(id, rule.Properties[RuleLowering.Pack]);
            Assert.Equal([$"pack:{id}", $"group:{definition.Group}", $"clause:{definition.Source.Clause}"], rule.Tags);
        }

        Assert.Equal(program.Rules.Count, lowered.Count);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_block_is_judged_as_its_factories_are_one_by_one(string id)
    {
        var pack = PackUnderTest.Of(id);
        var engine = RuleEvaluator.Compile(pack.Pack, RuleEvaluatorOptions.Default.UseNRules());
        FactoryFacts[] block = [.. Enumerable.Range(0, 30).Select(seed => pack.Draw(seed, FactoryShape.Partial))];

        var verdicts = engine.EvaluateBlock(block, null, CancellationToken.None);

        Assert.Equal(block.Select(f => pack.Reference.Evaluate(f).ToJson()), verdicts.Select(v => v.ToJson()));
    }

    [Fact]
    public void Gates_fire_before_requirements_before_indicators_before_what_comes_on_top()
    {
        foreach (var id in PackUnderTest.Names)
        {
            var pack = PackUnderTest.Of(id);
            var engine = new NRulesEngine(pack.Pack.Program, CancellationToken.None);
            var stages = new List<int>();
            engine.Sessions.Events.RuleFiredEvent += (_, e) => stages.Add(-e.Rule.Priority);
            Run(engine, pack);

            Assert.NotEmpty(stages);
            Assert.Equal(stages.Order(), stages);
        }
    }

    [Fact]
    public void A_rule_whose_condition_of_use_is_nowhere_true_does_not_fire_and_is_recorded_all_the_same()
    {
        var silent = 0;
        foreach (var pack in PackUnderTest.Names.Select(PackUnderTest.Of))
        {
            var engine = new NRulesEngine(pack.Pack.Program, CancellationToken.None);
            var fired = new List<string>();
            engine.Sessions.Events.RuleFiredEvent += (_, e) => fired.Add(e.Rule.Name);
            Run(engine, pack);

            var verdict = pack.Reference.Evaluate(pack.Draw(0, FactoryShape.Complete));
            foreach (var rule in pack.Pack.Program.Rules.Where(r => !fired.Contains(r.Definition.Id)))
            {
                silent++;
                Assert.NotNull(rule.When);
                Assert.Contains(verdict.Find(rule.Definition.Id)!.Status, new[] { FindingStatus.NotApplicable, FindingStatus.InsufficientEvidence });
            }

            Assert.Equal(fired.Distinct(), fired);
        }

        Assert.True(silent > 0);
    }

    [Fact]
    public void Compiling_that_is_cancelled_half_way_throws_and_leaves_no_network()
    {
        using var cancellation = new CancellationTokenSource();
        var rules = Lowered(PackUnderTest.Of(PackId).Pack.Program).Select((rule, i) =>
        {
            if (i == 3)
            {
                cancellation.Cancel();
            }

            return rule;
        });

        Assert.Throws<OperationCanceledException>(() => RuleNetwork.Compile(rules, cancellation.Token));
    }

    [Fact]
    public void A_cancelled_pack_or_block_gives_no_verdict()
    {
        var pack = PackUnderTest.Of(PackId);
        var cancelled = new CancellationToken(canceled: true);
        var engine = RuleEvaluator.Compile(pack.Pack, RuleEvaluatorOptions.Default.UseNRules());

        Assert.Throws<OperationCanceledException>(() => RuleEvaluator.Compile(pack.Pack, RuleEvaluatorOptions.Default.UseNRules(cancelled)));
        Assert.Throws<OperationCanceledException>(() => engine.EvaluateBlock([pack.Draw(0, FactoryShape.Complete)], null, cancelled));
    }

    [Fact]
    public void A_public_signature_speaks_of_no_third_party()
    {
        var spoken = typeof(NRulesOptions).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Select(t => t.Assembly.GetName().Name!);
        Assert.DoesNotContain(spoken, name => name.StartsWith("NRules", StringComparison.Ordinal));
    }

    private static List<IRuleDefinition> Lowered(RuleProgram program) =>
        [.. new GroupCompiler(program).CompileRules(CancellationToken.None).Select(k => RuleLowering.Lower(k, program.Pack.Id))];

    private static void Run(NRulesEngine engine, PackUnderTest pack)
    {
        var program = pack.Pack.Program;
        var frames = new FrameBuilder(program.Vocabulary, program.Benchmarks, program.Externals);
        var facts = pack.Draw(0, FactoryShape.Complete);
        engine.Run(frames.Build(facts, facts.Period.LastDay), new OutcomeTable(program));
    }
}
