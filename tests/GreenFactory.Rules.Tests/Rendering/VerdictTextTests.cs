using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class VerdictTextTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_verdict_reads_as_text(Language language) => Snapshot.Match(VerdictText.Render(Rendered.Cement, language), variant: language.ToString());

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_verdict_with_facts_missing_shows_what_is_open(Language language) => Snapshot.Match(VerdictText.Render(Rendered.PartialCement, language), variant: language.ToString());

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_way_of_judging_has_its_reason(Language language) => Snapshot.Match(VerdictText.Render(Rendered.Demo, language), variant: language.ToString());

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(160)]
    public void No_line_is_wider_than_asked(int width)
    {
        foreach (var verdict in new[] { Rendered.Cement, Rendered.PartialCement, Rendered.Demo })
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                Assert.All(VerdictText.Render(verdict, language, width).Split('\n'), line => Assert.True(TextWidth.Of(line) <= width, line));
            }
        }
    }

    [Fact]
    public void Bars_and_points_line_up_whatever_the_language_of_the_titles()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var rows = VerdictText.Render(Rendered.Cement, language).Split('\n').Where(l => l.Contains(ScoreBar.Certain) && l.Contains(" / ", StringComparison.Ordinal) | l.Contains(" of ", StringComparison.Ordinal)).ToList();

            Assert.Equal(6, rows.Count);
            Assert.Single(rows.Select(r => TextWidth.Of(r[..r.IndexOf(ScoreBar.Certain, StringComparison.Ordinal)])).Distinct());
            Assert.Single(rows.Select(TextWidth.Of).Distinct());
        }
    }

    [Fact]
    public void Every_finding_that_lost_points_is_named_with_a_reason()
    {
        foreach (var verdict in new[] { Rendered.Cement, Rendered.PartialCement, Rendered.Demo })
        {
            var lines = VerdictText.Render(verdict, Language.English).Split('\n').ToList();
            foreach (var finding in verdict.Findings.Where(f => f.Points.Upper < f.Points.Full || f.Status is FindingStatus.NotMet))
            {
                var at = lines.FindIndex(l => l.Contains($"  {finding.Id} ", StringComparison.Ordinal) && l.Contains(finding.Title.En, StringComparison.Ordinal));
                Assert.True(at > 0, finding.Id);
                Assert.NotEmpty(lines[at + 1].Trim());
            }
        }
    }

    [Fact]
    public void Groups_add_up_to_the_total()
    {
        var outline = new VerdictOutline(Rendered.Cement, Language.Chinese);
        var sum = outline.Groups.Sum(g => outline.Contribution(g.Index).Lower);

        Assert.Equal(Rendered.Cement.Score.Lower, Math.Round(sum, 2, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Names_from_a_fact_file_cannot_command_a_terminal()
    {
        // A reader refuses the escape; whoever builds facts otherwise may still bring one.
        var facts = FactoryFacts.Parse("""{ "schema": "greenfactory.facts/v1", "period": "2024" }""").With(identity: new FactoryIdentity { Name = "a\u001b[2Jb\u202ec" });
        var verdict = RuleEvaluator.Compile(RulePackCatalog.Default.Load("gb-t-36132@2018")).Evaluate(facts);

        Assert.DoesNotContain(VerdictText.Render(verdict), c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202e', VerdictText.Render(verdict));
    }

    [Fact]
    public void A_width_nobody_can_read_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => VerdictText.Render(Rendered.Cement, width: 59));
}
