using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cases;

/// <summary>What the shipped cases reach: each tier from above and below, each gate both ways, each branch that does not apply.</summary>
public sealed class ReachTests
{
    private static readonly Lazy<ILookup<string, Verdict>> Judged = new(() =>
    {
        var runner = new CaseRunner();
        return CaseRunner.Discover([Repository.Rules])
            .Select(f => runner.Run(f))
            .Where(r => r.Pack is not null)
            .SelectMany(r => r.Cases.Where(c => c.Verdict is not null).Select(c => (r.Pack, Verdict: c.Verdict!)))
            .ToLookup(c => c.Pack!, c => c.Verdict, StringComparer.Ordinal);
    });

    public static TheoryData<string> Packs => [.. RulePackCatalog.Default.Ids.Select(i => i.ToString())];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_tier_is_reached_in_a_case_and_missed_in_another(string pack)
    {
        var missing = new List<string>();
        foreach (var tier in RulePackCatalog.Default.Load(pack).Program.Tiers)
        {
            var standings = Judged.Value[pack].Select(v => (Verdict: v, Tier: v.Tiers.Single(t => t.Id == tier.Definition.Id))).ToList();
            if (!standings.Any(s => s.Tier.State == Conclusion.Met))
            {
                missing.Add($"{tier.Definition.Id} is never reached");
            }

            if (!standings.Any(s => s.Tier.State == Conclusion.NotMet && (s.Tier.CutOff is not { } cut || s.Verdict.Score.Upper < cut)))
            {
                missing.Add($"{tier.Definition.Id} is never missed" + (tier.HasCutOff ? " from below its cut-off" : string.Empty));
            }
        }

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_gate_is_passed_in_a_case_and_bars_in_another(string pack)
    {
        var own = OwnRules(pack);
        var gates = RulePackCatalog.Default.Load(pack).Program.Rules.Select(r => r.Definition).Where(r => r.Kind == RuleKind.Gate && own.Contains(r.Id));

        Assert.Empty(gates.SelectMany(g => new[] { FindingStatus.Met, FindingStatus.NotMet }
            .Where(s => !Judged.Value[pack].Any(v => v.Find(g.Id)!.Status == s))
            .Select(s => $"{g.Id} is never {s}")));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_rule_that_can_drop_out_by_its_own_words_does_so_in_a_case(string pack)
    {
        var own = OwnRules(pack);
        var conditional = RulePackCatalog.Default.Load(pack).Program.Rules.Select(r => r.Definition).Where(r => own.Contains(r.Id) && r.When is not null);

        Assert.Empty(conditional.Where(r => !Judged.Value[pack].Any(v => v.Find(r.Id)!.Status == FindingStatus.NotApplicable)).Select(r => $"{r.Id} never drops out"));
    }

    /// <summary>Rules a pack brings itself; those of its base have their cases there.</summary>
    private static HashSet<string> OwnRules(string pack) =>
        [.. RulePackCatalog.Default.OwnContent(RulePackCatalog.Default.Ids.Single(i => i.ToString() == pack))!.Rules.Select(r => r.Id)];
}
