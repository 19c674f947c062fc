using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Scoring;
using GreenFactory.Rules.Tests.Verdicts.Recalculation;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>
/// The canonical JSON proves itself: a calculator that knows nothing of engines, packs and facts gets from the derivations,
/// digit by digit, every step, every finding, every group and the score.
/// </summary>
public sealed class RecalculationTests
{
    public static TheoryData<string> Packs => PackUnderTest.Ids;

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_derivations_alone_give_every_number_of_the_verdict(string id)
    {
        var pack = PackUnderTest.Of(id);
        FactoryShape[] shapes = [FactoryShape.Complete, FactoryShape.Partial, FactoryShape.Wild];
        foreach (var shape in shapes)
        {
            pack.ForEach(Effort.Times(60), shape, (facts, _) => Wrong(WrittenVerdict.Read(pack.Compiled.Evaluate(facts).ToJson())));
        }
    }

    /// <summary>The same over all policies, caps, tiers and roundings.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_derivations_alone_give_every_number_of_small_packs(bool shared)
    {
        const int Packs = 40;
        const int EveryFewStates = 23;
        var catalog = SmallPack.Catalog(Enumerable.Range(0, Packs), shared);
        for (var seed = 0; seed < Packs; seed++)
        {
            var pack = catalog.Load($"small-{seed}@1");
            var evaluator = RuleEvaluator.Compile(pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
            var domains = SmallPack.Read(pack);
            foreach (var state in SmallPack.States(domains, withOpen: true).Where((_, i) => i % EveryFewStates == 0))
            {
                var wrong = Wrong(WrittenVerdict.Read(evaluator.Evaluate(SmallPack.Facts(catalog.Vocabulary, domains, state)).ToJson()));
                Assert.True(wrong is null, $"small-{seed}, {SmallPack.Show(state)}: {wrong}\n{SmallPack.Write(seed, shared)}");
            }
        }
    }

    /// <summary>
    /// Formally: of the leaves below a closed finding keep only those that are marked as deciding, and take the others for
    /// unknown; the finding stays as it is. Then take away any one of those kept; the finding is open, or another one.
    /// So the marked leaves are a reason, and none of them is there for show.
    /// </summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void The_deciding_leaves_are_enough_and_none_of_them_can_go(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(Effort.Times(60), FactoryShape.Partial with { Unknown = 5 }, (facts, _) => WrittenVerdict.Read(pack.Compiled.Evaluate(facts).ToJson())
            .Findings.Where(f => f.Status != "insufficient-evidence")
            .Select(Idle)
            .FirstOrDefault(fault => fault is not null));
    }

    private static string? Wrong(WrittenVerdict verdict)
    {
        var results = new List<(string Group, FindingResult Result)>();
        foreach (var finding in verdict.Findings)
        {
            var steps = new StepCalculator();
            var result = FindingCalculator.Compute(finding.Explanation, steps);
            if (steps.Differences.Count > 0)
            {
                return $"{finding.Id}: {steps.Differences[0]}";
            }

            var written = finding.Points;
            if (result.Status != finding.Status || result.Lower != written.Lower || result.Upper != written.Upper || result.Full != written.Full || result.Value != finding.Value)
            {
                return $"{finding.Id}: {finding.Status} {finding.Points} is written, {result} follows";
            }

            if (finding.Measured is { } measured && Measured(finding.Explanation) is { } computed && computed != measured)
            {
                return $"{finding.Id}: measured {measured} is written, {computed} follows";
            }

            results.Add((finding.Group, result));
        }

        var score = new ScoreCalculator(verdict.Explanation, results.ToLookup(r => r.Group, r => r.Result));
        foreach (var (group, written) in verdict.Groups)
        {
            if (Differs(score.Group(group), written) is { } fault)
            {
                return $"group {group}: {fault}";
            }
        }

        return Differs(score.Total(), verdict.Total) is { } wrong ? $"score: {wrong}" : score.Differences().FirstOrDefault() ?? TierCalculator.Difference(verdict);
    }

    private static string? Differs(Interval computed, (decimal? Value, Interval Interval) written) =>
        computed.Value == written.Value && computed.Lower == written.Interval.Lower && computed.Upper == written.Interval.Upper && computed.Full == written.Interval.Full
            ? null
            : $"{written.Value} {written.Interval} is written, {computed} follows";

    /// <summary>The number that a scale, a ladder or an assessment starts from; products have one each.</summary>
    private static decimal? Measured(Step step) => step.Op switch
    {
        "average" => null,
        "fraction" => step.Operands[0].Value.Number,
        _ when step.Op.StartsWith("scale.", StringComparison.Ordinal) || step.Op.StartsWith("steps.", StringComparison.Ordinal) => step.Operands[0].Value.Number,
        _ => step.Operands.Where(o => o.Op != "constant").Select(Measured).LastOrDefault(m => m is not null),
    };

    private static string? Idle(WrittenFinding finding)
    {
        var whole = FindingCalculator.Compute(finding.Explanation, new StepCalculator());
        var deciding = finding.Explanation.DecidingLeaves().ToHashSet();
        if (FindingCalculator.Compute(finding.Explanation, new StepCalculator(l => !deciding.Contains(l))) is var alone && alone != whole)
        {
            return $"{finding.Id}: {whole} needs more than {Names(deciding)}, which give {alone}";
        }

        var idle = deciding.Where(gone => FindingCalculator.Compute(finding.Explanation, new StepCalculator(l => l == gone || !deciding.Contains(l))) == whole).ToList();
        return idle.Count == 0 ? null : $"{finding.Id}: {whole} does not need {Names(idle)} of {Names(deciding)}";
    }

    private static string Names(IEnumerable<Step> steps) => string.Join(", ", steps.Select(s => $"{s.Expression} = {s.Value}"));
}
