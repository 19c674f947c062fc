using System.Text.Json;
using GreenFactory.Rules.Tests.Cli;

namespace GreenFactory.Rules.Tests.Differences;

/// <summary>A layer that claims only to tighten is held to it: a factory that passes by it and fails below refutes it.</summary>
public sealed class ClaimTests
{
    private const string Base = """
        schema: greenfactory.pack/v1
        id: base@1
        version: 1.0.0
        title: { zh: 基础, en: Base }
        jurisdiction: "100000"
        in-force: { from: 2020-01-01 }
        source: { document: base, clause: "1", label: assumed }
        documents:
          - { id: base, number: BASE 1-2020, title: { zh: 基础, en: Base } }
        clauses:
          - { clause: "1", title: { zh: 全部, en: All }, disposition: encoded }
        parameters:
          - { id: pass_mark, name: { zh: 合格线, en: Pass mark }, kind: number, value: 60, source: { label: assumed }, meaning: { zh: 合格线, en: Pass mark } }
        rounding: { decimals: 2, mode: half-up }
        not-applicable: { policy: renormalise }
        between: { method: range }
        full: 100
        groups:
          - { id: basics, title: { zh: 基本要求, en: Basics }, weight: 0 }
          - { id: scores, title: { zh: 计分, en: Scores }, weight: 100 }
        conclusion: { requires: [gates], pass-mark: parameter.pass_mark }
        rules:
          - id: lawful
            group: basics
            kind: gate
            title: { zh: 守法, en: Lawful }
            requirement: { zh: 守法。, en: Lawful. }
            condition: compliance.lawful_conduct
          - id: plan
            group: basics
            kind: gate
            title: { zh: 规划, en: Plan }
            requirement: { zh: 有规划。, en: Has a plan. }
            condition: management.plan
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

    private const string Layer = """
        schema: greenfactory.pack/v1
        id: region@1
        version: 1.0.0
        title: { zh: 地方, en: Region }
        jurisdiction: "330000"
        in-force: { from: 2020-01-01 }
        extends: base@1
        claims: tightens
        source: { document: base, clause: "1", label: assumed }

        """;

    [Theory]
    [InlineData("a higher pass mark", "parameters:\n  - { id: pass_mark, value: 70 }", true)]
    [InlineData("a lower pass mark", "parameters:\n  - { id: pass_mark, value: 59 }", false)]
    [InlineData("a veto taken out", "deselect:\n  - { rule: plan }", false)]
    [InlineData("a veto that asks for less", "refine:\n  - { rule: plan, condition: management.plan or management.annual_targets }", false)]
    [InlineData("a veto that asks for more", "refine:\n  - { rule: plan, condition: management.plan and management.annual_targets }", true)]
    [InlineData("a baseline moved up", "refine:\n  - { rule: reuse, baseline: 60 % }", true)]
    [InlineData("a baseline moved down", "refine:\n  - { rule: reuse, baseline: 40 % }", false)]
    [InlineData("a leading value moved down", "refine:\n  - { rule: reuse, leading: 80 % }", false)]
    [InlineData("gates that do not count any more", "conclusion: { pass-mark: parameter.pass_mark }", false)]
    public void A_claim_is_checked_where_it_holds_and_refuted_with_a_factory_where_it_does_not(string what, string change, bool holds)
    {
        using var folder = Packs(Layer + change + "\n");

        var run = Command.Run("check", folder.Path + "/region/1", "--format", "json");

        var claim = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("claims").EnumerateArray());
        Assert.True(claim.GetProperty("result").GetString() == (holds ? "checked" : "refuted"), $"{what}: {run.Output}{run.Error}");
        Assert.Equal(holds ? 0 : 1, run.ExitCode);
        if (!holds)
        {
            var facts = folder.File("witness.json", claim.GetProperty("facts").GetRawText());
            int Judged(string pack) => Command.Run("evaluate", facts, "--pack", pack, "--rules", folder.Path, "--as-of", claim.GetProperty("asOf").GetString()!).ExitCode;
            Assert.Equal((0, 1), (Judged("region@1"), Judged("base@1")));
        }
    }

    [Theory]
    [InlineData(70, "checked")]
    [InlineData(50, "refuted")]
    public void An_overlay_is_held_to_its_claim_as_a_pack_is(int mark, string result)
    {
        using var folder = Packs(string.Empty);
        var overlay = folder.File("marks.yaml", $$"""
            schema: greenfactory.overlay/v1
            id: marks
            title: { zh: 分数线, en: Marks }
            extends: base@1
            claims: tightens
            source: { clause: "1", label: assumed }
            parameters: [{ id: pass_mark, value: {{mark}} }]
            """);

        var run = Command.Run("check", folder.Path + "/base/1", "--overlay", overlay, "--lang", "en");

        Assert.Contains($"\nmarks  claims to tighten base@1 only: {result}", run.Output, StringComparison.Ordinal);
        Assert.Equal(result == "refuted", run.Error.Contains("marks.yaml:5:9: error GFR3103: 'marks' claims to tighten base@1 only, but a factory passes by it and fails by base@1: 20", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_of_a_pack_that_extends_nothing_says_nothing_and_is_told()
    {
        using var folder = Packs(string.Empty);
        folder.File("base/1/pack.yaml", Base.Replace("jurisdiction:", "claims: tightens\njurisdiction:", StringComparison.Ordinal));

        Assert.Contains("GFR1021", Command.Run("check", folder.Path + "/base/1").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolved_pack_claims_nothing_for_there_is_nothing_below_it_any_more()
    {
        using var folder = Packs(Layer + "parameters:\n  - { id: pass_mark, value: 70 }\n");

        var resolved = Command.Run("packs", "--resolve", "region@1", "--rules", folder.Path);

        Assert.Equal(0, resolved.ExitCode);
        Assert.DoesNotContain("claims", resolved.Output, StringComparison.Ordinal);
    }

    private static TemporaryFolder Packs(string layer)
    {
        var folder = new TemporaryFolder();
        folder.File("base/1/pack.yaml", Base);
        if (layer.Length > 0)
        {
            folder.File("region/1/pack.yaml", layer);
        }

        return folder;
    }
}
