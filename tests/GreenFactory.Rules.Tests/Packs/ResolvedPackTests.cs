using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Packs;

/// <summary>A resolved pack printed as one file is the pack: it loads in its place and judges the same.</summary>
public sealed class ResolvedPackTests
{
    private static readonly string[] Factories = ["cable-maker", "cement-clinker", "electronics-assembly", "cable-maker-incomplete"];

    public static TheoryData<string> Packs => [.. RulePackCatalog.Default.Ids.Select(id => id.ToString())];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_printed_pack_loads_in_the_place_of_its_layers_and_judges_the_same(string id)
    {
        var pack = RulePackCatalog.Default.Load(id);
        var text = pack.ToYaml();
        var again = Alone(pack, text);

        Assert.Equal(WithoutTrace(text), WithoutTrace(again.ToYaml()));
        foreach (var factory in Factories)
        {
            var path = Path.Combine(Repository.Root, "samples", "factories", factory + ".json");
            Assert.Equal(Judged(pack, path), Judged(again, path));
        }
    }

    [Fact]
    public void The_trace_says_which_layer_set_a_value_and_what_it_replaced()
    {
        var text = RulePackCatalog.Default.Load("jiangsu-platform@2025").ToYaml();

        Assert.Contains("\n# layers: gb-t-36132@2025 < miit-platform@2025 < jiangsu-platform@2025\n", text, StringComparison.Ordinal);
        Assert.Contains("\n# jiangsu-platform@2025: parameters.functions_leading.value = 6, was 8 (miit-platform@2025)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n# miit-platform@2025: rules.energy-intensity deselected (gb-t-36132@2025)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n# jiangsu-platform@2025: rules.chain-pool added\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_overlays_leaves_the_printed_pack_as_it_is()
    {
        using var layers = new LayersUnderTest()
            .Overlay("north", "parameters: [{ id: pass_mark, value: 70 }]")
            .Overlay("south", "refine: [{ rule: density, points: 60 }]");

        Assert.Equal(layers.Load().ToYaml(), layers.Load(reversed: true).ToYaml());
        Assert.Contains("overlays: [north, south]", layers.Load().ToYaml(), StringComparison.Ordinal);
    }

    private static RulePack Alone(RulePack pack, string text)
    {
        var folder = pack.Id.ToString().Replace('@', '/') + "/";
        var rest = RulesSource.Package.Paths
            .Where(p => !p.StartsWith(folder, StringComparison.Ordinal))
            .Select(p => (p, Encoding.UTF8.GetString(RulesSource.Package.ReadBytes(p, new DiagnosticBag())!)));
        var (read, diagnostics) = RulePackCatalog.Open(MemoryRules.Of([.. rest, (folder + "pack.yaml", text)])).TryLoad(pack.Id.ToString());
        Assert.DoesNotContain(diagnostics, d => d.Code.Severity == DiagnosticSeverity.Error);
        return read!;
    }

    private static string Judged(RulePack pack, string factory)
    {
        var facts = FactoryFacts.Load(factory, pack.Program.Vocabulary);
        var json = RuleEvaluator.Compile(pack).Evaluate(facts, new DateOnly(2025, 12, 31)).ToJson();
        return Regex.Replace(json, "\"digest\": \"[0-9a-f]{64}\"", string.Empty);
    }

    private static string WithoutTrace(string yaml) => string.Join('\n', yaml.Split('\n').Where(l => !l.StartsWith('#')));
}
