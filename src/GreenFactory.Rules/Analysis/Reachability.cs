using GreenFactory.Rules.Coverage;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Analysis;

/// <summary>What no factory that was tried makes happen: a rule nobody meets or nobody fails, a condition that never decides, a tier nobody reaches or misses.</summary>
internal sealed class Reachability(ComparedPack pack, IReadOnlyList<FactoryDraft> drafts)
{
    private const int MostTried = 4000;

    private readonly Neighbours _near = new(pack, pack, new Reach(pack.Program, pack.Program), drafts);
    private readonly ILookup<string?, CoverageGoal> _goals = CoverageGoals.Of(pack.Program).ToLookup(g => g.Rule, StringComparer.Ordinal);

    public IEnumerable<AnalysisFinding> OfRule(BoundRule rule)
    {
        // Products are taken from the drafts as they are: without any, nothing can be said of what is judged by product.
        if (ReadsProducts(rule) && drafts.All(d => d.Facts.Find("products") is null))
        {
            yield break;
        }

        var id = rule.Definition.Id;
        var (met, notMet) = (CoverageKeys.Status(rule, FindingStatus.Met), CoverageKeys.Status(rule, FindingStatus.NotMet));
        var open = Open(_goals[id].Where(g => g.Kind is CoverageKind.Form or CoverageKind.Decisive || g.Key == met || g.Key == notMet), id, $"{Observation.RulePrefix}{id}");
        foreach (var goal in open)
        {
            // A rule nobody meets has no condition that could decide: that is told once.
            if (goal.Kind == CoverageKind.Decisive && open.Any(g => g.Key == met || g.Key == notMet))
            {
                continue;
            }

            var (kind, zh, en) = goal.Kind switch
            {
                CoverageKind.Form => (AnalysisKinds.DeadForm, "没有试到用上它的工厂：", "no factory that was tried uses it: "),
                CoverageKind.Decisive => (AnalysisKinds.DeadCondition, "没有试到由它决定结果的工厂：", "no factory that was tried is decided by it: "),
                _ when goal.Key == met => (AnalysisKinds.NeverMet, "没有试到符合的工厂：", "no factory that was tried meets it: "),
                _ => (AnalysisKinds.NeverFails, "没有试到不符合的工厂：", "no factory that was tried fails it: "),
            };
            yield return new AnalysisFinding(kind, $"{Observation.RulePrefix}{id}", rule.Definition.Span, new LocalizedText(zh + goal.What.Zh, en + goal.What.En), null);
        }
    }

    public IEnumerable<AnalysisFinding> OfTiers()
    {
        foreach (var tier in pack.Program.Tiers)
        {
            var item = $"tiers.{tier.Definition.Id}";
            foreach (var reached in new[] { true, false })
            {
                if (Open(_goals[null].Where(g => g.Key == CoverageKeys.Tier(tier.Definition.Id, reached)), null, item).Count > 0)
                {
                    yield return reached
                        ? new AnalysisFinding(AnalysisKinds.TierUnreachable, item, tier.Definition.Span, new LocalizedText("没有试到能达到这一等级的工厂", "no factory that was tried reaches this tier"), null)
                        : new AnalysisFinding(AnalysisKinds.TierNeverMissed, item, tier.Definition.Span, new LocalizedText("没有试到达不到这一等级的工厂", "no factory that was tried misses this tier"), null);
                }
            }
        }
    }

    private static bool ReadsProducts(BoundRule rule) => rule.Forms.Any(f => f.OverProducts)
        || BoundTree.All(RulePart.Of(rule).Select(p => p.Root)).Any(n => n is BoundFact { Fact.Scope: FactScope.Product } or BoundAggregate { Years: 0 });

    /// <summary>Goals that no draft and no neighbour of one reaches.</summary>
    private List<CoverageGoal> Open(IEnumerable<CoverageGoal> goals, string? rule, string item)
    {
        var open = goals.ToList();
        var change = new TraitChange(item, TraitKind.Content, null, null) { Item = item };
        foreach (var draft in drafts.Where(d => rule is null || d.Rule is null || d.Rule == rule).Concat(_near.Of(change).Take(MostTried)))
        {
            if (open.Count == 0)
            {
                break;
            }

            if (pack.Judge(draft) is { } verdict)
            {
                var reached = rule is null ? CoverageRecorder.ReachedTiers(verdict) : CoverageRecorder.Reached(verdict, rule);
                open.RemoveAll(g => reached.Contains(g.Key));
            }
        }

        return open;
    }
}
