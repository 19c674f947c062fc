using GreenFactory.Rules.Mutations;

namespace GreenFactory.Rules.Differences;

/// <summary>Looks for a factory that meets as many rules as it can, rule by rule. What it finds is a factory that passes, not the best there is.</summary>
internal static class BestFactory
{
    private const int Rounds = 2;
    private const int MostFactsOfRule = 20;

    /// <summary>The best of some drafts with facts changed for the better; null when none of them can be judged.</summary>
    public static FactoryDraft? Toward(ComparedPack pack, IEnumerable<FactoryDraft> drafts)
    {
        var (draft, verdict) = drafts
            .Select(d => (Draft: d, Verdict: pack.Judge(d)))
            .Where(d => d.Verdict is not null)
            .MaxBy(d => Sum(d.Verdict!));
        if (verdict is null)
        {
            return null;
        }

        for (var round = 0; round < Rounds && verdict.Conclusion != Conclusion.Met; round++)
        {
            foreach (var rule in pack.Program.Rules)
            {
                // A rule that asks for several facts is not met before the last of them: each step has to leave fewer open.
                for (var step = 0; step < MostFactsOfRule && Better(pack, draft, verdict, rule.Index) is { } better; step++)
                {
                    (draft, verdict) = better;
                }
            }
        }

        return draft;
    }

    private static (FactoryDraft, Verdict)? Better(ComparedPack pack, FactoryDraft draft, Verdict verdict, int rule)
    {
        if (verdict.Context.Outcomes.Status(rule) == FindingStatus.Met)
        {
            return null;
        }

        var (now, others) = (Worth(verdict, rule), Sum(verdict, except: rule));
        var id = pack.Program.Rules[rule].Definition.Id;
        return FactChanges.Of(pack.Program.Rules[rule], verdict.Context.Frame)
            .Select(draft.With)
            .Concat(pack.Drafts.Where(d => d.Rule == id).Select(draft.With))
            .Select(d => (Draft: d, Verdict: pack.Judge(d)))
            .Where(d => d.Verdict is not null && Worth(d.Verdict, rule) > now && Sum(d.Verdict, except: rule) >= others)
            .Select(d => ((FactoryDraft, Verdict)?)(d.Draft, d.Verdict!))
            .MaxBy(d => Worth(d!.Value.Item2, rule));
    }

    private static decimal Sum(Verdict verdict, int except = -1)
    {
        decimal sum = 0;
        for (var r = 0; r < verdict.Context.Program.Rules.Count; r++)
        {
            sum += r == except ? 0 : Coarse(verdict, r);
        }

        return sum;
    }

    private static decimal Worth(Verdict verdict, int rule) => verdict.Context.Outcomes.Status(rule) == FindingStatus.InsufficientEvidence
        ? 0.1m + (0.09m / (1 + verdict.Findings[rule].Missing.Count))
        : Coarse(verdict, rule);

    /// <summary>Nothing for what is not met, all for what is met; what is open and what does not apply stand between.</summary>
    private static decimal Coarse(Verdict verdict, int rule)
    {
        var outcome = verdict.Context.Outcomes[rule];
        return outcome.Status switch
        {
            FindingStatus.Met => 1,
            FindingStatus.PartlyMet => 0.2m + (0.8m * outcome.Earned / outcome.Whole),
            FindingStatus.NotApplicable => 0.5m,
            FindingStatus.InsufficientEvidence => 0.1m,
            _ => 0,
        };
    }
}
