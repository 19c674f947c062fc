using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Samples;

public sealed class OverlaySampleTests
{
    private const string Pack = "miit-green-factory@2018";

    [Theory]
    [InlineData(RuleKind.Mandatory, 60)]
    [InlineData(RuleKind.Optional, 40)]
    internal void Its_points_fill_the_dimension(RuleKind kind, int expected)
    {
        var rules = RulePackCatalog.Default.WithOverlay(Sample.OfficialPoints).Load(Pack).Program.Rules.Select(r => r.Definition).Where(r => r.Kind == kind && r.Id.StartsWith("1.", StringComparison.Ordinal));

        Assert.Equal(expected, rules.Sum(r => r.Points!.Value));
    }

    [Fact]
    public void It_names_itself_and_its_pass_mark_in_the_verdict()
    {
        var plain = Sample.Judge("cable-maker", Pack);
        var overlaid = Sample.Judge("cable-maker", Pack, catalog: RulePackCatalog.Default.WithOverlay(Sample.OfficialPoints));

        Assert.Equal(["official-points-example"], overlaid.Overlays);
        Assert.NotEqual(plain.PackDigest, overlaid.PackDigest);
        Assert.Contains(plain.Assurance.Assumptions, a => a is { Rule: null, What: "parameter.pass_mark = 0" });
        Assert.Contains(overlaid.Assurance.Assumptions, a => a is { Rule: null, What: "parameter.pass_mark = 70" });
        Assert.NotEqual(plain.Score, overlaid.Score);
    }

    [Fact]
    public void An_invented_value_stays_assumed()
    {
        var points = PointsOf("1.1.4", Sample.Judge("cement-clinker", Pack, catalog: RulePackCatalog.Default.WithOverlay(Sample.OfficialPoints)));

        Assert.Equal("3", points.Value);
        Assert.Equal(ProvenanceLabel.Assumed, points.Source!.Label);
        Assert.Contains("虚构", points.Source.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_of_the_annex_writes_seen_and_the_assurance_follows()
    {
        var plain = Sample.Judge("cement-clinker", Pack);
        var owned = Sample.Judge("cement-clinker", Pack, catalog: RulePackCatalog.Default.WithOverlay(AsItsOwnerWrites()));

        Assert.Equal(ProvenanceLabel.Seen, PointsOf("1.1.4", owned).Source!.Label);
        Assert.Contains(plain.Assurance.Assumptions, a => a is { Rule: "1.1.4", What: "points", Label: ProvenanceLabel.Assumed });
        Assert.DoesNotContain(owned.Assurance.Assumptions, a => a.What == "points" && a.Rule!.StartsWith("1.", StringComparison.Ordinal));

        // 23 rows and the pass mark; the content of most rows is recalled, and an overlay of points does not change that.
        Assert.Equal(24, plain.Assurance.Assumptions.Except(owned.Assurance.Assumptions).Count());
        Assert.Contains(owned.Assurance.Assumptions, a => a is { Rule: "1.2.1", What: "content", Label: ProvenanceLabel.Recalled });
    }

    [Fact]
    public void An_authority_replaces_the_assumed_cut_offs_of_the_stars()
    {
        const string Stars = "db3305-t-61@2018";
        var plain = Sample.Judge("cement-clinker", Stars);
        var set = Sample.Judge("cement-clinker", Stars, catalog: RulePackCatalog.Default.WithOverlay(Path.Combine(Repository.Root, "samples", "overlays", "huzhou-cut-offs.yaml")));

        Assert.Equal([80m, 90m], plain.Tiers.Where(t => t.HasCutOff).Select(t => t.CutOff!.Value));
        Assert.Equal([82m, 92m], set.Tiers.Where(t => t.HasCutOff).Select(t => t.CutOff!.Value));
        Assert.All(plain.Tiers.Where(t => t.HasCutOff), t => Assert.Equal(ProvenanceLabel.Assumed, t.CutOffLabel));
        Assert.Contains("等级取决于未经原文证实的分数线：四星（示范类） ≥ 80、五星（引领类） ≥ 90。", VerdictText.Render(plain, width: 200), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_no_longer_fill_the_dimension_are_refused()
    {
        var file = Changed("{ rule: \"1.2.1\", points: 4 }", "{ rule: \"1.2.1\", points: 5 }");

        var fault = Assert.Throws<InvalidInputException>(() => RulePackCatalog.Default.WithOverlay(file).Load(Pack));

        Assert.Contains(fault.Diagnostics, d => d.Code.Id == "GFR3017");
    }

    [Fact]
    public void A_rule_it_does_not_know_is_named_with_its_place()
    {
        var file = Changed("{ rule: \"1.2.1\", points: 4 }", "{ rule: \"1.2.9\", points: 4 }");

        var fault = Assert.Throws<InvalidInputException>(() => RulePackCatalog.Default.WithOverlay(file).Load(Pack));

        Assert.Contains(fault.Diagnostics, d => d.Span.File == file.Replace('\\', '/') && d.Span.Line > 1);
    }

    private static ExplanationStep PointsOf(string rule, Verdict verdict) => verdict.Find(rule)!.Explanation.Operands.Single(o => o.Expression == "points");

    private static string AsItsOwnerWrites() => Changed("label: assumed, note: \"示例/illustration: 虚构数值 / invented value\"", "label: seen, citation: \"附件2, 第1页\"");

    private static string Changed(string from, string to)
    {
        var text = File.ReadAllText(Sample.OfficialPoints);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var file = Path.Combine(Directory.CreateTempSubdirectory("overlay").FullName, "official-points.yaml");
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
        return file;
    }
}
