using CsCheck;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Tests.Scoring;

/// <summary>The interval of an open score, held to its word without any tolerance.</summary>
public sealed class ScoreIntervalTests
{
    private static readonly RuleProgram Program = RulePackCatalog.Default.Load("miit-green-factory@2018").Program;
    private static readonly Scorer Scorer = new(Program);

    private static readonly Gen<(FindingStatus Before, FindingStatus After, int Part, int Whole)> Rule =
        from before in Gen.Frequency((6, Gen.Const(FindingStatus.Met)), (2, Gen.Const(FindingStatus.PartlyMet)), (1, Gen.Const(FindingStatus.NotApplicable)), (4, Gen.Const(FindingStatus.InsufficientEvidence)))
        from after in Gen.OneOf(Gen.Const(FindingStatus.Met), Gen.Const(FindingStatus.NotMet), Gen.Const(FindingStatus.PartlyMet))
        from whole in Gen.Int[2, 97]
        from part in Gen.Int[1, whole - 1]
        select (before, after, part, whole);

    [Fact]
    public void However_open_rules_are_settled_the_score_lies_between_certain_and_reachable_to_the_last_digit()
    {
        Rule.Array[Program.Rules.Count].Sample(
            rules =>
            {
                var open = Scorer.Score(Table(rules, settled: false));
                var settled = Scorer.Score(Table(rules, settled: true));

                Assert.All(open.Groups.Zip(settled.Groups), pair => AssertWithin(pair.First, pair.Second));
                AssertWithin(open.Total, settled.Total);
            },
            iter: 2000);
    }

    [Fact]
    public void The_reachable_score_is_the_score_with_everything_open_met()
    {
        Rule.Array[Program.Rules.Count].Sample(
            rules =>
            {
                var open = Scorer.Score(Table(rules, settled: false));
                var best = Scorer.Score(Table([.. rules.Select(r => r with { After = FindingStatus.Met })], settled: true));

                Assert.Equal(open.Groups.Select(g => g.Upper), best.Groups.Select(g => g.Lower));
                Assert.Equal(open.Total.Upper, best.Total.Value);
            },
            iter: 500);
    }

    private static void AssertWithin(Score open, Score settled)
    {
        Assert.True(open.Lower <= settled.Lower && settled.Upper <= open.Upper, $"{settled} is not within {open}");
    }

    private static OutcomeTable Table((FindingStatus Before, FindingStatus After, int Part, int Whole)[] rules, bool settled)
    {
        var table = new OutcomeTable(Program);
        for (var i = 0; i < rules.Length; i++)
        {
            var (before, after, part, whole) = rules[i];
            var status = settled && before == FindingStatus.InsufficientEvidence ? after : before;
            if (status == FindingStatus.PartlyMet && Program.QuotientSlots[i] < 0)
            {
                status = FindingStatus.Met;
            }

            table[i] = status == FindingStatus.PartlyMet ? RuleOutcome.OfShare(part, whole) : new RuleOutcome { Status = status, Form = -1, Whole = 1 };
        }

        return table;
    }
}
