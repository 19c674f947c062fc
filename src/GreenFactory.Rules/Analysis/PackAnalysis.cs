using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Analysis;

/// <summary>Looks at a pack that reads and binds without fault for what its author may not have meant. Searches are bounded and start from the pack's own cases.</summary>
internal static class PackAnalysis
{
    /// <summary>One step moving more than this share of the full score is a cliff, in percent, unless told otherwise.</summary>
    public const decimal DefaultCliff = 10;

    /// <param name="pack">The pack.</param>
    /// <param name="cliff">Points, in percent of the full score, that one step of a fact may move.</param>
    /// <param name="progress">Told how many rules have been looked at, of how many.</param>
    public static IReadOnlyList<AnalysisFinding> Of(ComparedPack pack, decimal cliff = DefaultCliff, Action<int, int>? progress = null)
    {
        var whole = pack.Drafts.Where(d => d.Rule is null).Append(FactoryDraft.Empty(pack.Pack.InForceFrom)).ToList();
        var good = ExtremeFactory.Good(pack, whole) ?? whole[^1];
        var bad = ExtremeFactory.Bad(pack, [good]) ?? whole[^1];
        List<FactoryDraft> drafts = [good, bad, .. pack.Drafts, whole[^1]];
        var reach = new Reachability(pack, drafts);
        var incentives = new Incentives(pack, drafts, cliff);
        var findings = new List<AnalysisFinding>();
        var rules = pack.Program.Rules.Where(r => OwnParts.HasRule(pack.Program, r)).ToList();
        foreach (var (rule, done) in rules.Select((r, i) => (r, i)))
        {
            progress?.Invoke(done, rules.Count);
            findings.AddRange(reach.OfRule(rule));
            findings.AddRange(incentives.OfRule(rule));
        }

        findings.AddRange(DoublePay.Of(pack.Program));
        findings.AddRange(reach.OfTiers());
        return findings;
    }
}
