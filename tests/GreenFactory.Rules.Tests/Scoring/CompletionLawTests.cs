using System.Globalization;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Verdicts;

namespace GreenFactory.Rules.Tests.Scoring;

/// <summary>Small packs, every state of knowledge, every completion: what a verdict rules out never happens, and what it leaves open does.</summary>
/// <remarks>
/// Why an open rule may count from nothing to full marks, although it may also turn out not to apply. Let a group of weight w
/// have u points that stay in it, S of them earned and T of them gone from the total: it brings w·S/u of the w·(1 − T/u) that
/// count, and the score is full · N / D with N and D the sums over the groups, N ≤ D. Settle one open rule of p points, whatever
/// the others are:
/// earned in part, N lies between its values for nothing and for p, and D is as before.
/// Left out of the group, u becomes u − p. N does not fall and D does not rise, so the score is not below that for nothing. The
/// loss D − N has the part w·(u − p − T − S)/(u − p), for full marks it had the same over u; a loss no smaller of a D no larger
/// is not above the score for full marks.
/// Left out of the total, T becomes T + p. N stays and D falls, so the score is not below that for nothing; the loss is that for
/// full marks and D is no larger, so it is not above that.
/// Full marks and nothing are the ends themselves. One rule after the other, all open rules stay between the two ends. A bonus
/// is a sum with a cap, and rounding keeps order. Where D becomes nothing, N was nothing, and the bonus alone remains in every case.
/// </remarks>
public sealed class CompletionLawTests
{
    private static readonly int Packs = Effort.Times(100);

    /// <summary>
    /// Over all policies for what does not apply, kinds of rules, gates, bonus caps, tiers and roundings. Rules share facts
    /// here, so an interval may be wider than what completions reach, but nothing may ever lie outside it.
    /// </summary>
    [Fact]
    public void No_completion_falls_outside_what_the_verdict_leaves_open() => ForEachPack(shared: true, (pack, states, verdicts, wholes) =>
    {
        foreach (var part in states)
        {
            foreach (var whole in wholes)
            {
                if (SmallPack.IsCompletion(whole, part) && Refinement.Broken(pack, verdicts[part], verdicts[whole]) is { } broken)
                {
                    return $"{SmallPack.Show(part)} → {SmallPack.Show(whole)}: {broken}";
                }
            }
        }

        return null;
    });

    /// <summary>Where no two rules read the same fact, the ends of the interval are scores that some completion has.</summary>
    [Fact]
    public void Where_rules_share_no_facts_both_ends_of_the_interval_are_reached() => ForEachPack(shared: false, (pack, states, verdicts, wholes) =>
    {
        foreach (var part in states)
        {
            var scores = wholes.Where(w => SmallPack.IsCompletion(w, part)).Select(w => verdicts[w].Score).ToList();
            var score = verdicts[part].Score;
            if (scores.Min(s => s.Lower) != score.Lower || scores.Max(s => s.Upper) != score.Upper)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{SmallPack.Show(part)}: {score.Lower}..{score.Upper}, completions reach {scores.Min(s => s.Lower)}..{scores.Max(s => s.Upper)}");
            }
        }

        return null;
    });

    /// <summary>When facts are complete nothing is open, and the score is one number or there is nothing to score.</summary>
    [Fact]
    public void Complete_facts_close_everything() => ForEachPack(shared: true, (_, _, verdicts, wholes) => wholes
        .Select(w => verdicts[w])
        .Where(v => v.Conclusion == Conclusion.Undetermined || v.Score.Lower != v.Score.Upper || v.Missing.Count > 0 || v.Tier?.Lower != v.Tier?.Upper)
        .Select(v => $"{v.Conclusion} {v.Score} {string.Join(' ', v.Missing)}")
        .FirstOrDefault());

    private delegate string? Law(RulePack pack, IReadOnlyList<FactCell[]> states, Dictionary<FactCell[], Verdict> verdicts, IReadOnlyList<FactCell[]> wholes);

    private static void ForEachPack(bool shared, Law law)
    {
        var catalog = SmallPack.Catalog(Enumerable.Range(0, Packs), shared);
        for (var seed = 0; seed < Packs; seed++)
        {
            var pack = catalog.Load($"small-{seed}@1");
            var evaluator = RuleEvaluator.Compile(pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
            var domains = SmallPack.Read(pack);
            var states = SmallPack.States(domains, withOpen: true).ToList();
            var verdicts = states.ToDictionary(s => s, s => evaluator.Evaluate(SmallPack.Facts(catalog.Vocabulary, domains, s)));
            var fault = law(pack, states, verdicts, [.. states.Where(s => s.All(c => c.State != FactState.Unknown))]);
            Assert.True(fault is null, $"small-{seed}: {fault}\n{SmallPack.Write(seed, shared)}");
        }
    }
}
