using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Samples;

public sealed partial class SampleFactoriesTests
{
    public static TheoryData<string, string> FactoriesAndPacks()
    {
        var data = new TheoryData<string, string>();
        foreach (var factory in Sample.Factories)
        {
            foreach (var pack in Sample.Packs)
            {
                data.Add(factory, pack);
            }
        }

        return data;
    }

    public static TheoryData<string> CompleteFactories() => [.. Sample.Factories.Where(f => !f.EndsWith("-incomplete", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(FactoriesAndPacks))]
    public void A_sample_is_free_of_contradictions(string factory, string pack) =>
        Assert.DoesNotContain(Sample.Judge(factory, pack).Warnings, w => w.Code != DiagnosticCodes.PassMarkNotSet.Id);

    [Theory]
    [MemberData(nameof(FactoriesAndPacks))]
    public void Both_engines_write_the_same_bytes(string factory, string pack) =>
        Assert.Equal(Sample.Judge(factory, pack, RuleEngineKind.Reference).ToJson(), Sample.Judge(factory, pack).ToJson());

    [Theory]
    [MemberData(nameof(FactoriesAndPacks))]
    public void The_verdict_on_a_sample_stays(string factory, string pack) =>
        Snapshot.Match(Sample.Summary(Sample.Judge(factory, pack)), variant: $"{factory}_{pack}");

    [Theory]
    [MemberData(nameof(CompleteFactories))]
    public void A_complete_sample_leaves_no_fact_open(string factory)
    {
        Assert.NotEmpty(Sample.Packs);
        Assert.All(Sample.Packs, pack => Assert.Empty(Sample.Judge(factory, pack).Missing));
    }

    [Theory]
    [MemberData(nameof(CompleteFactories))]
    public void A_complete_sample_states_every_fact_that_applies(string factory)
    {
        var facts = FactoryFacts.Load(Repository.Factory(factory));
        var carriers = (IReadOnlyList<string>)facts.Cells[facts.Vocabulary.Find("energy.carriers_used")!.Slot].Reference!;

        var unstated = RulePackCatalog.Default.Ids
            .SelectMany(id => RulePackCatalog.Default.Load(id.ToString()).RequiredFacts)
            .Where(f => f.Scope == Rules.Facts.FactScope.Factory && facts.Cells[f.Slot].State == Rules.Facts.FactState.Unknown)
            .Where(f => f.Applies is not { } applies || carriers.Any(c => applies.Text.Contains($"'{c}'", StringComparison.Ordinal)));

        Assert.Empty(unstated.Select(f => f.Path));
    }

    [Theory]
    [MemberData(nameof(CompleteFactories))]
    public void The_products_of_a_complete_sample_add_up_to_the_factory(string factory)
    {
        var facts = FactoryFacts.Load(Repository.Factory(factory));

        (string Product, string Factory)[] sums =
        [
            ("product.output_value", "output.value"), ("product.material", "material.main.consumed"), ("product.water", "water.withdrawn"),
            ("product.wastewater_generated", "wastewater.generated"), ("product.wastewater_discharged", "wastewater.discharged"),
            ("product.wastegas_generated", "wastegas.generated"), ("product.wastegas_emitted", "wastegas.emitted"),
            ("product.pollutant_generated", "pollutant.main.generated"), ("product.pollutant_emitted", "pollutant.main.emitted"),
        ];
        foreach (var (product, whole) in sums)
        {
            var parts = facts.Products!.Sum(p => p.Cells[facts.Vocabulary.Find(product)!.Slot].Number);
            var total = facts.Cells[facts.Vocabulary.Find(whole)!.Slot].Number;
            Assert.True(parts >= total * 0.88m && parts <= total, $"{whole} is {total}, its products have {parts}");
        }
    }

    [Fact]
    public void The_three_complete_samples_are_three_kinds_of_answer()
    {
        var catalog = RulePackCatalog.Default.WithBenchmarks(Sample.LocalLandIndex).WithOverlay(Sample.OfficialPoints);

        var cement = Sample.Judge("cement-clinker", "miit-green-factory@2018", catalog: catalog);
        var cable = Sample.Judge("cable-maker", "miit-green-factory@2018", catalog: catalog);
        var electronics = Sample.Judge("electronics-assembly", "miit-green-factory@2018", catalog: catalog);

        Assert.Equal(Conclusion.Met, cement.Conclusion);
        Assert.Equal(Conclusion.Met, cable.Conclusion);
        Assert.InRange(cable.Score.Value!.Value, 70, 71);
        Assert.Equal(Conclusion.NotMet, electronics.Conclusion);
        Assert.True(electronics.Score.Value > cement.Score.Value);
        Assert.Equal(["1.3.3"], electronics.Findings.Where(f => f.Kind == FindingKind.Mandatory && f.Status == FindingStatus.NotMet).Select(f => f.Id));
    }

    [Theory]
    [InlineData("cement-clinker", "80.83", "83.33", false, false)]
    [InlineData("cement-clinker", "82.33", "82.33", true, false)]
    [InlineData("cable-maker", "70.75", "70.75", true, false)]
    [InlineData("cable-maker", "70.68", "70.68", true, true)]
    [InlineData("electronics-assembly", "91.56", "91.56", true, false)]
    [InlineData("cable-maker-incomplete", "52.61", "89.99", true, false)]
    public void The_readme_tells_the_scores_the_samples_get(string factory, string lower, string upper, bool withLandIndex, bool withOverlay)
    {
        var catalog = withLandIndex ? RulePackCatalog.Default.WithBenchmarks(Sample.LocalLandIndex) : RulePackCatalog.Default;
        var verdict = Sample.Judge(factory, "miit-green-factory@2018", catalog: withOverlay ? catalog.WithOverlay(Sample.OfficialPoints) : catalog);
        var halves = Repository.Read("samples/README.md").Split("## English");

        Assert.Equal((lower, upper), (FormattableString.Invariant($"{verdict.Score.Lower:0.##}"), FormattableString.Invariant($"{verdict.Score.Upper:0.##}")));
        Assert.All(halves, half => Assert.Contains(lower, half, StringComparison.Ordinal));
        Assert.All(halves, half => Assert.Contains(upper, half, StringComparison.Ordinal));
    }

    /// <summary>The format's witness: one whole verdict as it is written. The digest of the pack changes with every edit of rules/.</summary>
    [Fact]
    public void The_canonical_json_keeps_its_format() =>
        Snapshot.Match(PackDigest().Replace(Sample.Judge("cement-clinker", "gb-t-36132@2018").ToJson(), "\"version\": \"$1\",\n    \"digest\": \"(pack)\""), "json");

    [GeneratedRegex("\"version\": \"([0-9.]+)\",\n    \"digest\": \"[0-9a-f]{64}\"")]
    private static partial Regex PackDigest();
}
