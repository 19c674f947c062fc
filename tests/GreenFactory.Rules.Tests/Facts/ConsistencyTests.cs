using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Facts;

/// <summary>Contradictions between facts, by table (<c>Warnings.yaml</c>).</summary>
public sealed class ConsistencyTests
{
    private static readonly RuleEvaluator Evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load("gb-t-36132@2025"));

    private static readonly IReadOnlyDictionary<string, MapNode> All = Read();

    public static TheoryData<string> Cases() => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_contradiction_is_warned_of_with_its_numbers(string what)
    {
        var bag = new DiagnosticBag();
        var row = MapReader.Open(All[what], bag)!;
        row.Text("what");
        var given = row.Get("given", required: true)!;
        var expected = row.ScalarList("warnings").Select(n => n.Text).ToList();
        var shows = row.ScalarList("shows").Select(n => n.Text).ToList();
        row.Done();
        var here = row.Span;
        ScalarNode Word(string text) => new(text, true, here);
        MapEntry Entry(string key, Node value) => new(Word(key), value);
        var facts = FactoryFactsReader.Read(new MapNode([Entry("schema", Word(FactoryFactsReader.Schema)), Entry("period", Word("2025")), Entry("facts", given)], here), FactVocabulary.Default, bag);
        Assert.True(bag.Count == 0, string.Join("\n", bag.ToList()));

        var warnings = Evaluator.Evaluate(facts!).Warnings.Where(w => w.Code is "GFR4201" or "GFR4202" or "GFR4203").ToList();
        Assert.Equal(expected, warnings.Select(w => $"{w.Code} {w.Path}"));
        var said = string.Join('\n', warnings.Select(w => w.Message.Zh));
        foreach (var number in shows)
        {
            Assert.Contains(number, said, StringComparison.Ordinal);
        }

        Assert.All(warnings, w => Assert.DoesNotContain("{", w.Message.Zh + w.Message.En, StringComparison.Ordinal));
        Assert.All(warnings, w => Assert.DoesNotContain("—", w.Message.Zh + w.Message.En, StringComparison.Ordinal));
    }

    [Fact]
    public void A_product_that_contradicts_itself_is_named()
    {
        var facts = FactoryFacts.Parse("schema: greenfactory.facts/v1\nperiod: 2025\nproducts: [{ id: k1, facts: { product.energy: 545.958 tce, product.qualified_output: 5571 t, product.energy_per_unit: 100 kgce/t } }]\n", "f.yaml");
        var warning = Assert.Single(Evaluator.Evaluate(facts).Warnings, w => w.Code == "GFR4201");
        Assert.Equal("products[k1].product.energy_per_unit", warning.Path);
        Assert.Contains("100 kgce/t", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains("98 kgce/t", warning.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_check_of_the_vocabulary_on_renewables_has_a_case_that_fires()
    {
        var checks = FactVocabulary.Default.Checks.Where(c => c.Id.StartsWith("renewable-", StringComparison.Ordinal) || c.Id.StartsWith("market-", StringComparison.Ordinal)).ToList();
        Assert.True(checks.Count >= 9, $"{checks.Count}");
        var benches = checks.ToDictionary(c => c.Id, c => ExpressionBench.Bind(c.When.Text, FactVocabulary.Default).Bench!, StringComparer.Ordinal);
        var fired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in All.Values)
        {
            var here = row.Span;
            ScalarNode Word(string text) => new(text, true, here);
            var facts = FactoryFactsReader.Read(new MapNode([new(Word("schema"), Word(FactoryFactsReader.Schema)), new(Word("period"), Word("2025")), new(Word("facts"), row.Find("given")!)], here), FactVocabulary.Default, new DiagnosticBag())!;
            fired.UnionWith(benches.Where(b => b.Value.Interpret(facts) == Value.True).Select(b => b.Key));
        }

        Assert.Equal([], checks.Select(c => c.Id).Except(fired));
    }

    private static Dictionary<string, MapNode> Read()
    {
        var bag = new DiagnosticBag();
        var list = (ListNode)DocumentReader.ReadFile(Path.Combine(Repository.Tests, "Facts", "Warnings.yaml"), "Warnings.yaml", bag)!;
        InvalidInputException.ThrowIfAny(bag);
        return list.Items.Cast<MapNode>().ToDictionary(m => ((ScalarNode)m.Find("what")!).Text, StringComparer.Ordinal);
    }
}
