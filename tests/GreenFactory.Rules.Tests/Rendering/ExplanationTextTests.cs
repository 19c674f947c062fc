using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class ExplanationTextTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_way_of_judging_is_explained(Language language) =>
        Snapshot.Match(string.Join("\n", Rendered.Demo.Findings.Select(f => ExplanationText.Render(f, language))), variant: language.ToString());

    [Theory]
    [InlineData("6.5.2")]
    [InlineData("6.1.6")]
    public void A_derivation_of_a_real_pack_can_be_followed_to_clause_and_fact(string id) => Snapshot.Match(ExplanationText.Render(Rendered.Cement.Find(id)!), variant: id);

    [Fact]
    public void Every_fact_benchmark_and_coefficient_used_is_named_with_its_path_and_source()
    {
        foreach (var finding in Rendered.Cement.Findings)
        {
            var text = string.Concat(ExplanationText.Render(finding, Language.English, 400).Where(c => c != '\n'));
            foreach (var step in Steps(finding.Explanation).Where(s => s.Origin is not (ValueOrigin.Computed or ValueOrigin.Constant)))
            {
                Assert.Contains(step.Expression, text, StringComparison.Ordinal);
                Assert.Contains(step.Source is null ? string.Empty : step.Source.Clause ?? string.Empty, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Parts_of_a_sum_that_do_not_apply_are_told_in_one_line()
    {
        var text = ExplanationText.Render(Rendered.Demo.Find("carriers")!, Language.English);

        Assert.Contains("11 parts do not apply: Raw coal, Anthracite", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Raw coal = not applicable", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_decides_is_marked_and_what_does_not_is_marked_otherwise()
    {
        var text = ExplanationText.Render(Rendered.Demo.Find("history")!, Language.English);

        Assert.Contains("○ count(", text, StringComparison.Ordinal);
        Assert.Contains("● output.value <= 9 亿元", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_across_units_shows_both_sides_in_one_unit_and_never_alike() =>
        Assert.Contains("40.00000004 hm2 ≤ 40 hm2 does not hold", ExplanationText.Render(Rendered.Demo.Find("area")!, Language.English), StringComparison.Ordinal);

    [Fact]
    public void No_line_is_wider_than_asked()
    {
        foreach (var finding in Rendered.Cement.Findings.Concat(Rendered.Demo.Findings))
        {
            Assert.All(ExplanationText.Render(finding).Split('\n'), line => Assert.True(TextWidth.Of(line) <= 100, line));
        }
    }

    private static IEnumerable<ExplanationStep> Steps(ExplanationStep step) => step.Operands.SelectMany(Steps).Prepend(step);
}
