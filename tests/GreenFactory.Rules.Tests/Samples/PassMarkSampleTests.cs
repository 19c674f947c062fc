using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Samples;

public sealed class PassMarkSampleTests
{
    private const string Pack = "gb-t-36132@2025";

    private static readonly RulePackCatalog WithPassMark = RulePackCatalog.Default.WithOverlay(Path.Combine(Repository.Root, "samples", "overlays", "pass-mark-70.yaml"));

    [Theory]
    [InlineData("cement-clinker")]
    [InlineData("electronics-assembly")]
    public void Without_a_pass_mark_the_verdict_is_open_and_says_why(string factory)
    {
        var verdict = Sample.Judge(factory, Pack);

        Assert.Equal(Conclusion.Undetermined, verdict.Conclusion);
        Assert.Empty(verdict.Missing);
        Assert.Equal([(DiagnosticCodes.PassMarkNotSet.Id, "parameter.pass_mark")], verdict.Warnings.Select(w => (w.Code, w.Path)));
    }

    [Theory]
    [InlineData("cement-clinker", "72.45", Conclusion.Met)]
    [InlineData("cable-maker", "52.52", Conclusion.NotMet)]
    [InlineData("electronics-assembly", "87.3", Conclusion.Met)]
    public void The_readme_tells_the_scores_and_what_the_overlay_makes_of_them(string factory, string score, Conclusion conclusion)
    {
        var verdict = Sample.Judge(factory, Pack, catalog: WithPassMark);
        var halves = Repository.Read("samples/README.md").Split("## English");

        Assert.Equal(score, FormattableString.Invariant($"{verdict.Score.Value:0.##}"));
        Assert.Equal(conclusion, verdict.Conclusion);
        Assert.Empty(verdict.Warnings);
        Assert.All(halves, half => Assert.Contains(score, half, StringComparison.Ordinal));
    }
}
