using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Differences;

public sealed class PackDiffTests
{
    private static readonly string Written = File.ReadAllText(Path.Combine(Command.Fixture("rules"), "demo", "1", "pack.yaml")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("a threshold of a scale", "baseline: \"80 %\"", "baseline: \"81 %\"", "rules.reuse.forms.0.baseline")]
    [InlineData("a comparison", "land.area <= 40 hm2", "land.area < 40 hm2", "rules.area.condition")]
    [InlineData("a parameter that a step reads", "unit: \"%\", value: 65", "unit: \"%\", value: 66", "parameters.floor.value")]
    [InlineData("a cut-off of a tier", "at-least: 75", "at-least: 76", "tiers.two-star.at-least")]
    [InlineData("what a tier requires", "at-least: 60, requires: [gates]", "at-least: 60, requires: []", "tiers.one-star.requires")]
    [InlineData("a mandatory rule that is none any more", "kind: mandatory", "kind: optional", "rules.area.kind")]
    [InlineData("the policy for what does not apply", "not-applicable: zero", "not-applicable: full", "rules.kept-zero.not-applicable")]
    [InlineData("the policy of the whole pack", "not-applicable: { policy: renormalise }", "not-applicable: { policy: zero }", "not-applicable")]
    [InlineData("the rounding", "decimals: 2", "decimals: 1", "rounding")]
    [InlineData("the first day in force", "from: 2024-01-01", "from: 2024-01-02", "in-force.from")]
    [InlineData("what the conclusion requires", "requires: [gates, mandatory]", "requires: [gates]", "conclusion.requires")]
    [InlineData("the direction of a measure", "between: ratio\n    leading: \"95 %\"\n    baseline: \"80 %\"", "between: range\n    leading: \"95 %\"\n    baseline: \"80 %\"", "rules.reuse.forms.0.between")]
    [InlineData("the share a step earns", "earns: \"50 %\"", "earns: \"60 %\"", "rules.solid-waste.forms.0.steps.0.earns")]
    [InlineData("a condition of use", "when: emission.water.present", "when: not emission.water.present", "rules.left-out.when")]
    [InlineData("a fold over years", ">= 2 and", ">= 1 and", "rules.history.condition")]
    public void A_change_that_turns_a_verdict_is_named_with_a_factory_that_shows_it(string what, string from, string to, string path)
    {
        Assert.Contains(from, Written, StringComparison.Ordinal);

        var diff = Diff(Written.Replace(from, to, StringComparison.Ordinal));

        var (change, witness) = Assert.Single(diff.Changes, c => c.Change.Kind == TraitKind.Content);
        Assert.Equal(path, change.Path);
        Assert.True(witness is not null, what);
        Assert.NotEmpty(witness.Differences);
    }

    [Theory]
    [InlineData("points move from one rule to another", "    points: 10\n    measure: water.reuse_rate", "    points: 11\n    measure: water.reuse_rate", "    points: 10\n    measure: waste.utilisation_rate", "    points: 9\n    measure: waste.utilisation_rate", 2)]
    [InlineData("a limit and a cut-off", "land.area <= 40 hm2", "land.area <= 30 hm2", "at-least: 75", "at-least: 70", 2)]
    public void Two_changes_that_only_hold_together_are_two(string what, string from, string to, string from2, string to2, int count)
    {
        var diff = Diff(Written.Replace(from, to, StringComparison.Ordinal).Replace(from2, to2, StringComparison.Ordinal));

        Assert.Equal(count, diff.Changes.Count);
        Assert.All(diff.Changes, c => Assert.True(c.Witness is not null, $"{what}: {c.Change.Path}"));
    }

    [Theory]
    [InlineData("a comment", "rounding:", "# a remark\nrounding:")]
    [InlineData("spaces in an expression", "land.area <= 40 hm2", "land.area   <=   40 hm2")]
    [InlineData("brackets that change nothing", "condition: land.area <= 40 hm2", "condition: (land.area <= 40 hm2)")]
    [InlineData("a number spelt otherwise", "at-least: 75", "at-least: 75.0")]
    [InlineData("quotes", "unit: 元/m2", "unit: \"元/m2\"")]
    [InlineData("the order of keys", "id: one-star, title: { zh: 一星, en: One star }, at-least: 60", "at-least: 60, id: one-star, title: { zh: 一星, en: One star }")]
    [InlineData("an inline map written as a block", "rounding: { decimals: 2, mode: half-up }", "rounding:\n  decimals: 2\n  mode: half-up")]
    [InlineData("the version of the encoding", "version: 1.2.0", "version: 1.2.1")]
    public void What_only_looks_different_is_no_difference(string what, string from, string to)
    {
        Assert.Contains(from, Written, StringComparison.Ordinal);

        var diff = Diff(Written.Replace(from, to, StringComparison.Ordinal));

        Assert.True(diff.Changes.Count == 0, $"{what}: {string.Join(", ", diff.Changes.Select(c => $"{c.Change.Path} {c.Change.From?.Text} → {c.Change.To?.Text}"))}");
    }

    [Theory]
    [InlineData("a title", "en: Water reuse rate", "en: Rate of water reuse", "rules.reuse.text", "Wording")]
    [InlineData("a label", "points: { value: 20, source: { label: seen } }", "points: { value: 20, source: { label: inferred } }", "rules.energy.points.source", "Source")]
    public void Words_and_labels_are_told_and_have_no_witness(string what, string from, string to, string path, string kind)
    {
        var diff = Diff(Written.Replace(from, to, StringComparison.Ordinal));

        var (change, witness) = Assert.Single(diff.Changes);
        Assert.True(change.Path == path && change.Kind.ToString() == kind, $"{what}: {change}");
        Assert.Null(witness);
        Assert.Empty(diff.Moves);
    }

    [Theory]
    [InlineData("the formula of a derived fact", "vocabulary/water.yaml", "derived: \"water.reused / (water.withdrawn + water.reused)\"", "derived: \"water.reused / (water.withdrawn + water.reused) * 0.9\"", "gb-t-36132@2025", "facts.water.reuse_rate.derived")]
    [InlineData("a row of a benchmark", "benchmarks/gb-16780-2021.yaml", "\"水泥熟料\", 100, 107, 117]", "\"水泥熟料\", 100, 107, 116]", "miit-green-factory@2018", "benchmarks.energy_per_product.")]
    [InlineData("the grid factor of the newest year", "vocabulary/coefficients/grid.yaml", "value: 0.5306", "value: 0.6306", "gb-t-36132@2025", "coefficients.coefficient.grid.national_average.values")]
    [InlineData("the grid factor of an earlier year", "vocabulary/coefficients/grid.yaml", "value: 0.5366", "value: 0.5367", "gb-t-36132@2025", "coefficients.coefficient.grid.national_average.values")]
    [InlineData("a sum over three years", "vocabulary/investment.yaml", "sum(output.value over last 3 years)\"", "sum(output.value over last 2 years)\"", "miit-platform@2025", "facts.investment.green_retrofit_share.derived")]
    public void What_a_pack_only_reads_is_told_too_and_shown_on_a_rule_that_reads_it(string what, string path, string from, string to, string id, string begins)
    {
        var text = System.Text.Encoding.UTF8.GetString(RulesSource.Package.ReadBytes(path, new DiagnosticBag())!);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var drafts = FactoryDraft.OfCases(Path.Combine(Repository.Rules, id.Replace('@', '/')));
        var plain = new ComparedPack(RulePackCatalog.Default.Load(id), drafts, RulePackCatalog.Default);
        var catalog = RulePackCatalog.Default.Over(MemoryRules.Of((path, text.Replace(from, to, StringComparison.Ordinal))));
        var edited = new ComparedPack(catalog.Load(id), [], catalog);

        var found = new WitnessSearch(plain, edited).Find(PackTraits.Compare(plain.Program, edited.Program));

        Assert.All(found, f => Assert.StartsWith(begins, f.Change.Path, StringComparison.Ordinal));
        Assert.True(found.Any(f => f.Witness is not null), $"{what}: {string.Join(", ", found.Select(f => f.Change.Path))}");
    }

    [Fact]
    public void A_rule_that_is_gone_is_one_change_whatever_it_consisted_of()
    {
        var at = Written.IndexOf("  - id: certificate", StringComparison.Ordinal);

        var diff = Diff(Written[..at].Replace("  - { id: extra, title: { zh: 加分, en: Bonus }, bonus: true, cap: 5 }\n", string.Empty, StringComparison.Ordinal));

        Assert.Equal(["groups.extra", "rules.certificate"], diff.Changes.Select(c => c.Change.Path));
        Assert.All(diff.Changes, c => Assert.True(c.Change is { IsWhole: true, To: null }));
    }

    [Fact]
    public void A_witness_holds_nothing_that_the_difference_does_not_need()
    {
        var diff = Diff(Written.Replace("land.area <= 40 hm2", "land.area <= 41 hm2", StringComparison.Ordinal));

        var witness = Assert.Single(diff.Changes).Witness!;
        Assert.Equal(["land.area"], witness.Draft.Stated.Select(f => f.Key.Text));
    }

    [Fact]
    public void Every_witness_differs_again_when_its_text_is_judged_by_the_two_packs()
    {
        var (from, to) = (Pack(Written), Pack(Written.Replace("land.area <= 40 hm2", "land.area <= 41 hm2", StringComparison.Ordinal)));
        var diff = PackDiff.Of(new ComparedPack(from, []), new ComparedPack(to, []));

        var witness = Assert.Single(diff.Changes).Witness!;
        var verdicts = new[] { from, to }.Select(p => RuleEvaluator.Compile(p).Evaluate(FactoryFacts.Parse(witness.Draft.ToYaml(), "witness.yaml", RulePackCatalog.Default.Vocabulary), witness.AsOf).Find("area")!.Status);

        Assert.Equal([FindingStatus.NotMet, FindingStatus.Met], verdicts);
    }

    [Fact]
    public void Where_no_case_passes_a_factory_that_does_is_built_and_turned()
    {
        var easy = Written.Replace("requires: [gates, mandatory], pass-mark: parameter.pass_mark", "requires: [gates]", StringComparison.Ordinal);
        var hard = Written.Replace(", pass-mark: parameter.pass_mark", string.Empty, StringComparison.Ordinal);

        var diff = PackDiff.Of(new ComparedPack(Pack(easy), []), new ComparedPack(Pack(hard), []));

        var move = Assert.Single(diff.Moves);
        Assert.Contains(move.Differences, d => d is { What: "conclusion", From: "met", To: "not-met" });
    }

    private static readonly FactoryDraft Whole = FactoryDraft.OfFile(Command.Fixture("demo.json"), new DateOnly(2024, 12, 31), new DiagnosticBag())!;

    private static PackDiff Diff(string to)
    {
        var (from, other) = (new ComparedPack(Pack(Written), [Whole]), new ComparedPack(Pack(to), []));
        return new PackDiff(from.Pack, other.Pack, new WitnessSearch(from, other).Find(PackTraits.Compare(from.Program, other.Program)), []);
    }

    private static RulePack Pack(string text) => RulePackCatalog.Default.Over(MemoryRules.Of(("demo/1/pack.yaml", text))).Load("demo@1");
}
