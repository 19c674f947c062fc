using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Populations;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Populations;

public sealed class PopulationTests
{
    private static readonly DateOnly AsOf = new(2025, 12, 31);
    private static readonly ComparedPack Pack = new(RulePackCatalog.Default.Load("gb-t-36132@2025"), FactoryDraft.OfCases(Path.Combine(Repository.Rules, "gb-t-36132", "2025")), RulePackCatalog.Default);

    [Fact]
    public void A_factory_does_not_hang_on_those_made_before_it()
    {
        var forwards = Enumerable.Range(0, 20).Select(New(3).Make).Select(d => d.ToYaml());
        var backwards = Enumerable.Range(0, 20).Reverse().Select(New(3).Make).Select(d => d.ToYaml()).Reverse();

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Every_factory_can_be_read_and_judged_and_has_an_id_of_its_own()
    {
        var drafts = Enumerable.Range(0, 100).Select(New(1).Make).ToList();

        var facts = drafts.Select(d => Pack.Read(d)).ToList();

        Assert.DoesNotContain(null, facts);
        Assert.Equal(100, facts.Select(f => f!.Identity.Id).Distinct().Count());
    }

    [Fact]
    public void Scores_spread_over_most_of_the_range_and_facts_hang_together()
    {
        var verdicts = Enumerable.Range(0, 300).Select(New(5).Make).Select(d => Pack.Judge(d)!).ToList();
        var scores = verdicts.Select(v => v.Score.Lower).Order().ToList();
        Assert.True(scores[10] < 40 && scores[^10] > 80, $"{scores[10]} to {scores[^10]}");

        // Those who are good at one half of the indicators are good at the other half too.
        var halves = verdicts.Select(v => v.Findings.Where(f => f.Kind == FindingKind.Indicator).Select((f, i) => (Half: i % 2, Share: f.Points.Full == 0 ? 0 : f.Points.Lower / f.Points.Full)).ToList())
            .Select(f => (A: (double)f.Where(x => x.Half == 0).Average(x => x.Share), B: (double)f.Where(x => x.Half == 1).Average(x => x.Share)))
            .ToList();
        var (ma, mb) = (halves.Average(h => h.A), halves.Average(h => h.B));
        var correlation = halves.Sum(h => (h.A - ma) * (h.B - mb)) / Math.Sqrt(halves.Sum(h => (h.A - ma) * (h.A - ma)) * halves.Sum(h => (h.B - mb) * (h.B - mb)));
        Assert.True(correlation > 0.5, $"{correlation}");
    }

    private static PopulationGenerator New(ulong seed) => new([Pack], Pack.Drafts, AsOf, seed);
}
