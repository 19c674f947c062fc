using GreenFactory.Rules.Analysis;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Analysis;

/// <summary>A zoo of small packs: some with one labelled defect, some clean though they look like one. None has cases, so everything is found by search.</summary>
public sealed class ZooTests
{
    private const string Gate = """

          - id: lawful
            group: basics
            kind: gate
            title: { zh: 守法, en: Lawful }
            requirement: { zh: 守法。, en: Lawful. }
            condition: compliance.lawful_conduct
        """;

    private const string Reuse = """

          - id: reuse
            group: scores
            kind: indicator
            title: { zh: 水重复利用率, en: Water reuse rate }
            requirement: { zh: 越高越好。, en: Higher is better. }
            points: 60
            measure: water.reuse_rate
            unit: "%"
            better: higher
            leading: "95 %"
            baseline: "50 %"
        """;

    private const string Land = """

          - id: land
            group: scores
            kind: indicator
            title: { zh: 用地产出, en: Output of land }
            requirement: { zh: 越高越好。, en: Higher is better. }
            points: 40
            measure: land.output_value
            unit: 元/m2
            better: higher
            leading: 4000 元/m2
            baseline: 1500 元/m2
        """;

    public static TheoryData<string, string, string, string> Defects() => new()
    {
        { "a condition that contradicts itself", AnalysisKinds.NeverMet, Condition("land.area > 5 hm2 and land.area < 3 hm2", 40), "" },
        { "a condition that is always true once known", AnalysisKinds.NeverFails, Condition("energy.platform.functions >= 0", 40), "" },
        { "a choice that leaves nothing to fail", AnalysisKinds.NeverFails, Condition("management.plan or not management.plan", 40), "" },
        { "a part that another part swallows", AnalysisKinds.DeadCondition, Condition("land.area <= 20 hm2 or land.area <= 10 hm2", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a limit inside a stricter limit", AnalysisKinds.DeadCondition, Condition("land.area <= 10 hm2 and land.area <= 20 hm2", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a way of measuring that an earlier one takes away", AnalysisKinds.DeadForm, Forms(), "" },
        { "a tier that asks for two things that exclude each other", AnalysisKinds.TierUnreachable, (Condition("land.area < 3 hm2", 4) + Condition("land.area > 5 hm2", 4, "second")).Replace("condition:", "not-applicable: forbid\n    condition:", StringComparison.Ordinal) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "  - { id: star, title: { zh: 星, en: Star }, at-least: 10, met: [first, second] }" },
        { "a tier that asks for nothing that can fail", AnalysisKinds.TierNeverMissed, Land, "  - { id: star, title: { zh: 星, en: Star }, at-least: 0 }" },
        { "two rules that measure one thing", AnalysisKinds.PaysTwice, Land.Replace("points: 40", "points: 20", StringComparison.Ordinal) + Land.Replace("points: 40", "points: 20", StringComparison.Ordinal).Replace("id: land", "id: land-again", StringComparison.Ordinal).Replace("4000", "5000", StringComparison.Ordinal), "" },
        { "two limits on one number", AnalysisKinds.PaysTwice, Condition("energy.platform.functions >= 4", 8) + Condition("energy.platform.functions >= 6", 8, "second") + Land.Replace("points: 40", "points: 24", StringComparison.Ordinal), "" },
        { "forty points for one square metre", AnalysisKinds.Cliff, Condition("land.area <= 10 hm2", 40), "" },
        { "a step worth half the rule", AnalysisKinds.Cliff, Steps("50 %", 40), "" },
        { "a rule that wants what another forbids", AnalysisKinds.Perverse, Condition("management.training", 10) + Condition("not management.training", 30, "second"), "" },
        { "a limit on the very value another rule wants higher", AnalysisKinds.Perverse, Land.Replace("points: 40", "points: 30", StringComparison.Ordinal) + Condition("land.output_value <= 3000 元/m2", 10, "second"), "" },
    };

    public static TheoryData<string, string, string> Clean() => new()
    {
        { "a condition that needs two things", Condition("management.plan and management.training", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a condition with two ways", Condition("management.plan or management.training", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a band between two limits", Condition("land.area >= 1 hm2 and land.area <= 20 hm2", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a tier within reach", Land, "  - { id: star, title: { zh: 星, en: Star }, at-least: 60, requires: [gates] }" },
        { "a tier at full marks", Land, "  - { id: star, title: { zh: 星, en: Star }, at-least: 100, requires: [gates] }" },
        { "small steps", Steps("60 %", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "two rules about two numbers", Condition("energy.platform.functions >= 6", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a few points for one function more", Condition("energy.platform.functions >= 6", 10) + Land.Replace("points: 40", "points: 30", StringComparison.Ordinal), "" },
        { "a rule over three years", Condition("count(investment.green_retrofit > 0 元 over last 3 years) >= 2", 8) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
        { "a rule that does not always apply", Condition("infrastructure.energy_review_kept", 8).Replace("condition:", "when: infrastructure.new_or_altered_buildings\n    condition:", StringComparison.Ordinal) + Land.Replace("points: 40", "points: 32", StringComparison.Ordinal), "" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_labelled_defect_is_found_and_nothing_else_is_accused(string what, string kind, string rules, string tiers)
    {
        var kinds = Find(rules, tiers).Select(f => f.Kind).Distinct().ToList();

        Assert.True(kinds is [var only] && only == kind, $"{what}: {string.Join(", ", Find(rules, tiers).Select(f => $"{f.Item} {f.Kind} {f.What.En}"))}");
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public void A_clean_pack_is_not_accused(string what, string rules, string tiers)
    {
        var findings = Find(rules, tiers);

        Assert.True(findings.Count == 0, $"{what}: {string.Join(", ", findings.Select(f => $"{f.Item} {f.Kind} {f.What.En}"))}");
    }

    public static TheoryData<string, string?, string> Refused() => new()
    {
        { "bands of tiers with a gap", "GFR3202", Band("one", 40, 60) + Band("two", 61, null) },
        { "bands of tiers that overlap", "GFR3203", Band("one", 40, 62) + Band("two", 61, null) },
        { "bands of tiers that meet", null, Band("one", 40, 61) + Band("two", 61, 80) + Band("three", 80, null) },
        { "one band to the top", null, Band("one", 40, null) },
    };

    /// <summary>Such a pack is not loaded at all, so that no search has to find it.</summary>
    [Theory]
    [MemberData(nameof(Refused))]
    public void Bands_that_leave_scores_out_or_claim_them_twice_are_refused_and_no_others(string what, string? code, string tiers)
    {
        var (pack, told) = RulePackCatalog.Default.Over(MemoryRules.Of(("zoo/1/pack.yaml", Pack(Land, tiers.TrimEnd('\n'))))).TryLoad("zoo@1");

        Assert.True(told.Select(d => d.Code.Id).SequenceEqual(code is null ? [] : [code]), $"{what}: {string.Join(", ", told)}");
        Assert.Equal(code is null, pack is not null);
    }

    [Theory]
    [InlineData("two layers that set one parameter", "floor, value: 2", "floor, value: 3", "GFR3101")]
    [InlineData("two layers that set one parameter alike", "floor, value: 2", "floor, value: 2", "GFR3101")]
    [InlineData("two layers that set two parameters", "floor, value: 2", "limit, value: 3", null)]
    public void Layers_of_equal_rank_that_set_one_thing_are_refused_and_no_others(string what, string left, string right, string? code)
    {
        const string Parameters = """
            parameters:
              - { id: floor, name: { zh: 下限, en: Floor }, kind: number, value: 1, meaning: { zh: 下限, en: Floor } }
              - { id: limit, name: { zh: 上限, en: Limit }, kind: number, value: 9, meaning: { zh: 上限, en: Limit } }

            """;
        var bottom = Pack(Land, string.Empty).Replace("groups:", Parameters + "groups:", StringComparison.Ordinal);
        var catalog = RulePackCatalog.Default.Over(MemoryRules.Of(
            ("zoo/1/pack.yaml", bottom),
            ("left/1/pack.yaml", Layer("left", "zoo@1", $"parameters: [{{ id: {left} }}]")),
            ("right/1/pack.yaml", Layer("right", "zoo@1", $"parameters: [{{ id: {right} }}]")),
            ("both/1/pack.yaml", Layer("both", "left@1, right@1", string.Empty))));

        var told = catalog.TryLoad("both@1").Diagnostics.Where(d => d.Code.Severity == Rules.Diagnostics.DiagnosticSeverity.Error).Select(d => d.Code.Id).ToList();

        Assert.True(told.SequenceEqual(code is null ? [] : [code]), $"{what}: {string.Join("\n", told)}");
    }

    private static string Band(string id, int from, int? until) =>
        $"  - {{ id: {id}, title: {{ zh: 级, en: Band }}, at-least: {from}{(until is { } end ? $", below: {end}" : string.Empty)} }}\n";

    private static string Layer(string id, string bases, string more) => $$"""
        schema: greenfactory.pack/v1
        id: {{id}}@1
        version: 1.0.0
        title: { zh: 一层, en: A layer }
        jurisdiction: "100000"
        in-force: { from: 2024-01-01 }
        extends: [{{bases}}]
        source: { document: zoo, clause: "1", label: assumed }
        {{more}}
        """ + "\n";

    private static IReadOnlyList<AnalysisFinding> Find(string rules, string tiers)
    {
        var pack = RulePackCatalog.Default.Over(MemoryRules.Of(("zoo/1/pack.yaml", Pack(rules, tiers)))).Load("zoo@1");
        return PackAnalysis.Of(new ComparedPack(pack, []));
    }

    private static string Condition(string condition, int points, string id = "first") => $$"""

          - id: {{id}}
            group: scores
            kind: optional
            title: { zh: 条件, en: Condition }
            requirement: { zh: 条件。, en: A condition. }
            points: {{points}}
            condition: {{condition}}
        """;

    private static string Steps(string first, int points) => $$"""

          - id: steps
            group: scores
            kind: indicator
            title: { zh: 分级, en: Steps }
            requirement: { zh: 分级。, en: By steps. }
            points: {{points}}
            measure: investment.green_retrofit_share
            unit: "%"
            better: higher
            steps:
              - { at: 2 %, earns: {{first}} }
              - { at: 5 %, earns: 100 % }
        """;

    private static string Forms() => """

          - id: forms
            group: scores
            kind: indicator
            title: { zh: 两种算法, en: Two ways }
            requirement: { zh: 两种算法。, en: Two ways. }
            points: 40
            forms:
              - id: one
                title: { zh: 甲, en: One }
                when: management.plan or management.training
                measure: land.output_value
                unit: 元/m2
                better: higher
                leading: 4000 元/m2
                baseline: 1500 元/m2
              - id: two
                title: { zh: 乙, en: Two }
                when: management.plan
                measure: land.output_value / 2
                unit: 元/m2
                better: higher
                leading: 2000 元/m2
                baseline: 750 元/m2
              - id: three
                title: { zh: 丙, en: Three }
                measure: land.output_value / 4
                unit: 元/m2
                better: higher
                leading: 1000 元/m2
                baseline: 375 元/m2
        """;

    private static string Pack(string rules, string tiers) => $$"""
        schema: greenfactory.pack/v1
        id: zoo@1
        version: 1.0.0
        title: { zh: 动物园, en: Zoo }
        jurisdiction: "100000"
        in-force: { from: 2024-01-01 }
        source: { document: zoo, clause: "1", label: assumed }
        documents:
          - { id: zoo, number: ZOO 1-2024, title: { zh: 动物园, en: Zoo } }
        clauses:
          - { clause: "1", title: { zh: 全部, en: All }, disposition: encoded }
        rounding: { decimals: 2, mode: half-up }
        not-applicable: { policy: renormalise }
        between: { method: range }
        full: 100
        groups:
          - { id: basics, title: { zh: 基本要求, en: Basics }, weight: 0 }
          - { id: scores, title: { zh: 计分, en: Scores }, weight: 100 }
        conclusion: { requires: [gates] }

        """ + (tiers.Length == 0 ? string.Empty : $"tiers:\n{tiers}\n") + "rules:" + Gate + Reuse + rules + "\n";
}
