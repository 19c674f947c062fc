using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Samples;

public sealed class IncompleteSampleTests
{
    public static TheoryData<string> Packs() => [.. Sample.Packs];

    [Fact]
    public void At_least_a_quarter_of_the_facts_is_missing()
    {
        var complete = KnownFacts("cable-maker");
        var incomplete = KnownFacts("cable-maker-incomplete");

        Assert.True(incomplete * 4 <= complete * 3, $"{incomplete} of {complete} facts are left");
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_interval_holds_the_score_of_the_complete_factory(string pack)
    {
        var complete = Sample.Judge("cable-maker", pack);
        var incomplete = Sample.Judge("cable-maker-incomplete", pack);

        Assert.InRange(complete.Score.Lower, incomplete.Score.Lower, incomplete.Score.Upper);
        Assert.InRange(complete.Score.Upper, incomplete.Score.Lower, incomplete.Score.Upper);
        foreach (var (known, open) in complete.Findings.Zip(incomplete.Findings))
        {
            Assert.Equal(known.Id, open.Id);
            Assert.True(open.Status == known.Status || open.Status == FindingStatus.InsufficientEvidence, $"{known.Id}: {known.Status} became {open.Status}");
            Assert.InRange(known.Points.Lower, open.Points.Lower, open.Points.Upper);
        }
    }

    [Fact]
    public void What_could_turn_the_conclusion_is_asked_for_first()
    {
        var verdict = Sample.Judge("cable-maker-incomplete", "miit-green-factory@2018");

        var deciding = verdict.Findings
            .Where(f => f.Kind is FindingKind.Gate or FindingKind.Mandatory && f.Status == FindingStatus.InsufficientEvidence)
            .SelectMany(f => f.Missing)
            .Where(m => !m.StartsWith("benchmark.", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.NotEmpty(deciding);
        Assert.Equal(deciding.Order(StringComparer.Ordinal), verdict.Missing.Take(deciding.Count).Order(StringComparer.Ordinal));
    }

    private static int KnownFacts(string factory)
    {
        var facts = FactoryFacts.Load(Repository.Factory(factory));
        return facts.Cells.Concat(facts.Products!.SelectMany(p => p.Cells)).Concat(facts.History.Values.SelectMany(c => c)).Count(c => c.State != Rules.Facts.FactState.Unknown);
    }
}
