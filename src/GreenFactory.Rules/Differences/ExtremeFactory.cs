using GreenFactory.Rules.Mutations;

namespace GreenFactory.Rules.Differences;

/// <summary>Looks for a factory that meets as many rules as it can, or as few, rule by rule. What it finds is a good factory or a bad one, not the best or the worst there is.</summary>
internal sealed class ExtremeFactory
{
    private const int Rounds = 2;
    private const int MostFactsOfRule = 20;

    private readonly ComparedPack _pack;
    private readonly bool _good;

    private ExtremeFactory(ComparedPack pack, bool good)
    {
        _pack = pack;
        _good = good;
    }

    /// <summary>The best of some drafts with facts changed for the better; null when none of them can be judged.</summary>
    public static FactoryDraft? Good(ComparedPack pack, IEnumerable<FactoryDraft> drafts) => new ExtremeFactory(pack, good: true).From(drafts);

    /// <summary>The worst of some drafts with facts changed for the worse; null when none of them can be judged.</summary>
    public static FactoryDraft? Bad(ComparedPack pack, IEnumerable<FactoryDraft> drafts) => new ExtremeFactory(pack, good: false).From(drafts);

    private FactoryDraft? From(IEnumerable<FactoryDraft> drafts)
    {
        var (draft, verdict) = drafts
            .Select(d => (Draft: d, Verdict: _pack.Judge(d)))
            .Where(d => d.Verdict is not null)
            .MaxBy(d => Sum(d.Verdict!));
        if (verdict is null)
        {
            return null;
        }

        for (var round = 0; round < Rounds && !(_good && verdict.Conclusion == Conclusion.Met); round++)
        {
            foreach (var rule in _pack.Program.Rules)
            {
                // A rule that asks for several facts is not met before the last of them: each step has to leave fewer open.
                for (var step = 0; step < MostFactsOfRule && Better(draft, verdict, rule.Index) is { } better; step++)
                {
                    (draft, verdict) = better;
                }
            }
        }

        return draft;
    }

    private (FactoryDraft, Verdict)? Better(FactoryDraft draft, Verdict verdict, int rule)
    {
        if (verdict.Context.Outcomes.Status(rule) == (_good ? FindingStatus.Met : FindingStatus.NotMet))
        {
            return null;
        }

        var (now, others) = (Worth(verdict, rule), Sum(verdict, except: rule));
        var id = _pack.Program.Rules[rule].Definition.Id;
        return FactChanges.Of(_pack.Program.Rules[rule], verdict.Context.Frame)
            .Select(draft.With)
            .Concat(_pack.Drafts.Where(d => d.Rule == id).Select(draft.With))
            .Select(d => (Draft: d, Verdict: _pack.Judge(d)))
            .Where(d => d.Verdict is not null && Worth(d.Verdict, rule) > now && Sum(d.Verdict, except: rule) >= others)
            .Select(d => ((FactoryDraft, Verdict)?)(d.Draft, d.Verdict!))
            .MaxBy(d => Worth(d!.Value.Item2, rule));
    }

    private decimal Sum(Verdict verdict, int except = -1)
    {
        decimal sum = 0;
        for (var r = 0; r < verdict.Context.Program.Rules.Count; r++)
        {
            sum += r == except ? 0 : Coarse(verdict, r);
        }

        return sum;
    }

    private decimal Worth(Verdict verdict, int rule) => verdict.Context.Outcomes.Status(rule) == FindingStatus.InsufficientEvidence
        ? 0.1m + (0.09m / (1 + verdict.Findings[rule].Missing.Count))
        : Coarse(verdict, rule);

    /// <summary>All for what is looked for and nothing for its opposite; what is open and what does not apply stand between.</summary>
    private decimal Coarse(Verdict verdict, int rule)
    {
        var outcome = verdict.Context.Outcomes[rule];
        return outcome.Status switch
        {
            FindingStatus.Met => _good ? 1 : 0,
            FindingStatus.PartlyMet => 0.2m + (0.8m * (_good ? outcome.Earned / outcome.Whole : 1 - (outcome.Earned / outcome.Whole))),
            FindingStatus.NotApplicable => _good ? 0.5m : 0,
            FindingStatus.InsufficientEvidence => 0.1m,
            _ => _good ? 0 : 1,
        };
    }
}
