using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Tests.Packs;

/// <summary>What a layer can do to the layers below it, and what of it is remembered.</summary>
public sealed class LayerTests
{
    [Fact]
    public void A_variant_adds_a_rule_to_a_group_of_its_base_and_moves_points_to_it()
    {
        using var layers = new LayersUnderTest().Pack("city", "sample@2024", """
            refine: [{ rule: training, points: 30 }]
            rules:
              - { id: own, group: management, kind: mandatory, title: { zh: 规则, en: Rule }, requirement: { zh: 规则, en: Rule }, points: 10, condition: management.annual_targets }
            """);
        var pack = layers.Load("city@2024");

        Assert.Equal(["city@2024"], pack.Changes.Select(c => c.Layer).Distinct());
        Assert.Equal(["sample@2024", "city@2024"], pack.Layers);
        Assert.Equal("city@2024", pack.LayerOf("rules.own"));
        Assert.Equal("city@2024", pack.LayerOf("rules.training.points"));
        Assert.Equal("sample@2024", pack.LayerOf("rules.training.title"));
        Assert.Equal("sample@2024", pack.LayerOf("full"));
        Assert.Null(pack.LayerOf("rules.nobody"));
    }

    [Fact]
    public void A_changed_value_remembers_its_layer_its_place_and_what_it_replaced()
    {
        using var layers = new LayersUnderTest().Overlay("order", "parameters: [{ id: pass_mark, value: 70 }]");
        var change = Assert.Single(layers.Load().Changes);

        Assert.Equal(("parameters.pass_mark.value", "order", "70", "sample@2024", "60"), (change.Path, change.Layer, change.Value, change.ReplacedLayer, change.Replaced));
        Assert.Equal((PackChangeKind.Replaced, 6), (change.Kind, change.Span.Line));
    }

    [Fact]
    public void A_value_laid_over_twice_names_the_layer_right_below()
    {
        using var layers = new LayersUnderTest()
            .Pack("city", "sample@2024", "parameters: [{ id: pass_mark, value: 65 }]")
            .Overlay("order", "parameters: [{ id: pass_mark, value: 70 }]", "city@2024");
        var change = layers.Load("city@2024").Changes[^1];

        Assert.Equal(("order", "70", "city@2024", "65"), (change.Layer, change.Value, change.ReplacedLayer, change.Replaced));
    }

    [Fact]
    public void A_group_left_out_takes_its_rules_along()
    {
        using var layers = new LayersUnderTest().Pack("city", "sample@2024", """
            deselect: [{ group: management }]
            refine: [{ group: land, weight: 100 }, { rule: density, points: 100 }]
            """);
        var pack = layers.Load("city@2024").Program.Pack;

        Assert.DoesNotContain(pack.Groups, g => g.Id == "management");
        Assert.DoesNotContain(pack.Rules, r => r.Group == "management");
    }

    [Fact]
    public void A_selected_child_keeps_its_parents_shell()
    {
        using var layers = new LayersUnderTest().Pack("city", "sample@2024", """
            deselect: [{ group: management }]
            select: [training]
            """);
        var pack = layers.Load("city@2024");

        Assert.Equal("管理", pack.Program.Pack.Groups.Single(g => g.Id == "management").Title.Zh);
        Assert.Equal(40, pack.Program.Pack.Groups.Single(g => g.Id == "management").Weight!.Value);
        Assert.Equal("management", LayersUnderTest.Rule(pack, "training").Group);
        Assert.DoesNotContain(pack.Changes, c => c.Path == "rules.training");
    }

    [Fact]
    public void What_a_layer_below_left_out_can_be_brought_back()
    {
        using var layers = new LayersUnderTest()
            .Pack("city", "sample@2024", "deselect: [training]\nrefine: [{ group: management, weight: 0 }, { group: land, weight: 100 }, { rule: density, points: 100 }]")
            .Pack("town", "city@2024", "select: [training]\nrefine: [{ group: management, weight: 40 }, { group: land, weight: 60 }, { rule: density, points: 60 }]");

        Assert.DoesNotContain(layers.Load("city@2024").Program.Pack.Rules, r => r.Id == "training");
        var town = layers.Load("town@2024");
        Assert.Equal(40, LayersUnderTest.Rule(town, "training").Points!.Value);
        Assert.Contains(town.Changes, c => c is { Path: "rules.training", Kind: PackChangeKind.Selected, Layer: "town@2024", ReplacedLayer: "city@2024" });
    }

    [Fact]
    public void Obligation_limits_conditions_and_the_treatment_of_what_does_not_apply_can_be_changed()
    {
        using var layers = new LayersUnderTest().Overlay("order", """
            refine:
              - { rule: density, leading: 70 %, baseline: { value: 40 %, source: { label: recalled, clause: "6" } }, not-applicable: full }
              - { rule: training, kind: optional }
              - { rule: plan, condition: management.annual_targets }
            """);
        var pack = layers.Load();
        var form = Assert.Single(LayersUnderTest.Rule(pack, "density").Forms);

        Assert.Equal(("70 %", "40 %"), (form.Leading!.Value.Text, form.Baseline!.Value.Text));
        Assert.Equal((ProvenanceLabel.Recalled, "6", "sample"), (form.Baseline.Source.Label, form.Baseline.Source.Clause, form.Baseline.Source.Document));
        Assert.Equal(NotApplicablePolicy.Full, LayersUnderTest.Rule(pack, "density").Policy);
        Assert.Equal(RuleKind.Optional, LayersUnderTest.Rule(pack, "training").Kind);
        Assert.Equal("management.annual_targets", LayersUnderTest.Rule(pack, "plan").Condition!.Value.Text);
    }

    [Fact]
    public void Tiers_gates_and_bonus_can_be_added_and_a_tier_changed()
    {
        using var layers = new LayersUnderTest().Overlay("order", """
            groups: [{ id: extra, title: { zh: 加分, en: Bonus }, bonus: true, cap: 5 }]
            tiers: [{ id: top, title: { zh: 三星, en: Three stars }, at-least: 95, requires: [stars] }]
            refine: [{ tier: stars, at-least: 85 }]
            rules:
              - { id: gate, group: basics, kind: gate, title: { zh: 门槛, en: Gate }, requirement: { zh: 门槛, en: Gate }, condition: management.annual_targets }
              - { id: bonus, group: extra, kind: bonus, title: { zh: 加分, en: Bonus }, requirement: { zh: 加分, en: Bonus }, points: 5, condition: management.annual_targets }
            """.Replace("kind: gate,", "kind: gate, source: { clause: \"4\" },", StringComparison.Ordinal).Replace("kind: bonus,", "kind: bonus, source: { clause: \"5\" },", StringComparison.Ordinal));
        var pack = layers.Load();

        Assert.Equal(["star", "stars", "top"], pack.Program.Pack.Tiers.Select(t => t.Id));
        Assert.Equal("85", pack.Program.Pack.Tiers[1].AtLeast!.Text);
        Assert.Equal(RuleKind.Gate, LayersUnderTest.Rule(pack, "gate").Kind);
        Assert.Equal(5, pack.Program.Pack.Groups.Single(g => g.IsBonus).Cap);
    }

    [Fact]
    public void A_regional_constant_takes_the_place_of_the_vocabularys_and_carries_its_own_label()
    {
        const string Asked = "refine: [{ rule: plan, condition: coefficient.grid.national_average = 0.64 kgCO2/kWh }]";
        using var plain = new LayersUnderTest().Overlay("asked", Asked);
        using var layers = new LayersUnderTest().Overlay("asked", Asked).Overlay("city-factor", """
            coefficients: [{ id: coefficient.grid.national_average, value: 640, unit: kgCO2/MWh, source: { label: recalled, document: sample, clause: "6" } }]
            """);
        var pack = layers.Load();
        var own = Assert.Single(pack.Program.Pack.Coefficients);

        Assert.Equal((640m, ProvenanceLabel.Recalled), (own.Always, own.Source.Label));
        Assert.Equal("city-factor", pack.LayerOf("coefficients.coefficient.grid.national_average"));
        Assert.Equal(FindingStatus.Met, Plan(pack));
        Assert.Equal(FindingStatus.NotMet, Plan(plain.Load()));

        static FindingStatus Plan(RulePack pack) => RuleEvaluator.Compile(pack)
            .Evaluate(FactoryFacts.Parse("""{ "schema": "greenfactory.facts/v1", "period": "2025" }""", "facts.json", pack.Program.Vocabulary), new DateOnly(2026, 3, 1)).Find("plan")!.Status;
    }

    [Theory]
    [InlineData("2024-12-31", FindingStatus.Met)]
    [InlineData("2025-01-01", FindingStatus.NotMet)]
    [InlineData("2026-12-31", FindingStatus.NotMet)]
    [InlineData("2027-01-01", FindingStatus.InsufficientEvidence)]
    [InlineData("2019-12-31", FindingStatus.InsufficientEvidence)]
    public void A_dated_value_is_chosen_by_the_as_of_date_and_one_that_is_announced_but_unknown_leaves_the_rule_open(string date, FindingStatus expected)
    {
        using var layers = new LayersUnderTest().Overlay("asked", "refine: [{ rule: plan, condition: coefficient.grid.national_average >= 0.64 kgCO2/kWh }]").Overlay("city-factor", """
            coefficients:
              - id: coefficient.grid.national_average
                unit: kgCO2/MWh
                source: { label: assumed }
                values:
                  - { from: 2020-01-01, value: 640 }
                  - { from: 2025-01-01, value: 639.9 }
                  - { from: 2027-01-01, value: null }
            """);
        var pack = layers.Load();
        var facts = FactoryFacts.Parse("""{ "schema": "greenfactory.facts/v1", "period": "2018" }""", "facts.json", pack.Program.Vocabulary);
        var plan = RuleEvaluator.Compile(pack).Evaluate(facts, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).Find("plan")!;

        Assert.Equal(expected, plan.Status);
        Assert.Equal(expected == FindingStatus.InsufficientEvidence ? ["coefficient.grid.national_average"] : [], plan.Missing);
    }

    [Fact]
    public void Two_dated_values_from_one_day_on_are_refused()
    {
        using var layers = new LayersUnderTest().Overlay("city-factor", """
            coefficients: [{ id: coefficient.grid.national_average, unit: kgCO2/MWh, values: [{ from: 2020-01-01, value: 640 }, { from: 2020-01-01, value: 641 }] }]
            """);

        Assert.Contains(layers.Faults(), f => f.StartsWith("GFR3035", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_overlays_that_set_one_value_are_an_error_that_names_both_with_their_places()
    {
        using var layers = new LayersUnderTest().Overlay("north", "parameters: [{ id: pass_mark, value: 70 }]").Overlay("south", "parameters: [{ id: pass_mark, value: 75 }]");
        var fault = Assert.Single(layers.Catalog().TryLoad("sample@2024").Diagnostics);

        Assert.Equal("GFR3101", fault.Code.Id);
        Assert.Contains("'north' and 'south'", fault.Message.En, StringComparison.Ordinal);
        Assert.Contains("parameters.pass_mark.value", fault.Message.En, StringComparison.Ordinal);
        Assert.Matches(@"0-north\.yaml:6:\d+", fault.Message.En);
        Assert.Matches(@"1-south\.yaml:6:\d+", fault.Span.ToString());
    }

    [Theory]
    [InlineData("deselect: [training]", "refine: [{ rule: training, kind: optional }]")]
    [InlineData("refine: [{ rule: training, kind: optional }]", "deselect: [training]")]
    [InlineData("deselect: [{ group: management }]", "refine: [{ rule: training, kind: optional }]")]
    [InlineData("full: 90", "full: 80")]
    public void Equal_layers_collide_over_an_item_as_over_a_value(string first, string second)
    {
        using var layers = new LayersUnderTest().Overlay("a", first).Overlay("b", second);
        Assert.Contains(layers.Faults(), f => f.StartsWith("GFR3101", StringComparison.Ordinal));
    }

    [Fact]
    public void A_layer_above_two_equal_ones_settles_what_they_quarrel_about()
    {
        using var layers = new LayersUnderTest()
            .Pack("left", "sample@2024", "parameters: [{ id: pass_mark, value: 70 }]")
            .Pack("right", "sample@2024", "parameters: [{ id: pass_mark, value: 75 }]")
            .Pack("open", "[left@2024, right@2024]", string.Empty)
            .Pack("settled", "[left@2024, right@2024]", "parameters: [{ id: pass_mark, value: 72 }]");

        Assert.Contains(layers.Faults("open@2024"), f => f.StartsWith("GFR3101", StringComparison.Ordinal));
        Assert.Equal("72", layers.Load("settled@2024").Program.Pack.Parameters.Single().Value!.Text);
        Assert.Equal(["sample@2024", "left@2024", "right@2024", "settled@2024"], layers.Load("settled@2024").Layers);
    }

    [Fact]
    public void A_base_that_two_packs_share_is_laid_once()
    {
        using var layers = new LayersUnderTest()
            .Pack("left", "sample@2024", "parameters: [{ id: pass_mark, value: 70 }]")
            .Pack("right", "sample@2024", "refine: [{ rule: training, kind: optional }]")
            .Pack("both", "[left@2024, right@2024]", string.Empty);
        var pack = layers.Load("both@2024");

        Assert.Equal("70", pack.Program.Pack.Parameters.Single().Value!.Text);
        Assert.Equal(RuleKind.Optional, LayersUnderTest.Rule(pack, "training").Kind);
        Assert.Equal(3, pack.Program.Pack.Rules.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void Independent_overlays_make_the_same_pack_in_any_order()
    {
        using var layers = new LayersUnderTest().Overlay("b", "parameters: [{ id: pass_mark, value: 70 }]").Overlay("a", "refine: [{ rule: training, kind: optional }]");
        var (forth, back) = (layers.Load(), layers.Load(reversed: true));

        Assert.Equal(["a", "b"], forth.Overlays);
        Assert.Equal(forth.Overlays, back.Overlays);
        Assert.Equal(forth.Digest, back.Digest);
        Assert.Equal(forth.Changes, back.Changes);
    }

    [Theory]
    [InlineData("missing@2024", "GFR3006")]
    [InlineData("[sample@2024, sample@2024]", "GFR3102")]
    [InlineData("variant@2024", "GFR3022")]
    public void Missing_repeated_and_circular_imports_are_told(string extends, string code)
    {
        using var layers = new LayersUnderTest().Pack("variant", extends, string.Empty);
        Assert.Contains(layers.Faults("variant@2024"), f => f.StartsWith(code, StringComparison.Ordinal));
    }

    [Fact]
    public void An_overlay_given_twice_is_a_repeated_import()
    {
        using var layers = new LayersUnderTest().Overlay("a", "parameters: [{ id: pass_mark, value: 70 }]").Overlay("a", "parameters: [{ id: pass_mark, value: 70 }]");
        Assert.Contains(layers.Faults(), f => f.StartsWith("GFR3102 'a' is imported more than once", StringComparison.Ordinal));
    }

    [Fact]
    public void A_base_that_a_base_has_already_is_a_repeated_import()
    {
        using var layers = new LayersUnderTest().Pack("city", "sample@2024", string.Empty).Pack("town", "[city@2024, sample@2024]", string.Empty);
        Assert.Contains(layers.Faults("town@2024"), f => f.Contains("city@2024 builds on it already", StringComparison.Ordinal));
    }
}
