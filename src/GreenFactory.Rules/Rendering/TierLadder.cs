using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rendering;

/// <summary>The tiers of a verdict as people read them: highest first, each with its cut-off and what stands in its way.</summary>
internal sealed class TierLadder(VerdictOutline outline)
{
    private readonly Wording _words = outline.Words;

    public bool IsEmpty => outline.Verdict.Tiers.Count == 0;

    /// <summary>Mark, title, cut-off, state and reason of each tier, highest first.</summary>
    public IReadOnlyList<string[]> Rows() => [.. outline.Verdict.Tiers.Reverse().Select(t => new[]
    {
        t.State switch { Conclusion.Met => "●", Conclusion.NotMet => "○", _ => "◐" },
        _words.Of(t.Title),
        CutOff(t),
        _words.Say(t.State switch { Conclusion.Met => Phrases.TierReached, Conclusion.NotMet => Phrases.TierNotReached, _ => Phrases.TierUndecided }),
        Why(t),
    })];

    /// <summary>The plain sentence on cut-offs nobody has read in a source; null when there are none.</summary>
    public string? Assumed()
    {
        var assumed = outline.Verdict.Tiers.Where(t => t.CutOff is not null && t.CutOffLabel is not (null or ProvenanceLabel.Seen)).ToList();
        return assumed.Count == 0 ? null : _words.Say(Phrases.TierAssumed, _words.Join([.. assumed.Select(t => _words.Say(Phrases.TierAtLeast, _words.Of(t.Title), ShownNumber.Of(t.CutOff!.Value)))]));
    }

    private string CutOff(TierStanding tier) =>
        !tier.HasCutOff ? string.Empty
        : tier.CutOff is not { } least ? _words.Say(Phrases.TierCutOffOpen, tier.CutOffParameter ?? string.Empty)
        : tier.CutOffLabel is ProvenanceLabel.Seen ? $"≥ {ShownNumber.Of(least)}" : $"≥ {ShownNumber.Of(least)}{_words.Say(Phrases.Parenthesis, _words.Of(tier.CutOffLabel!.Value))}";

    private string Why(TierStanding tier)
    {
        var reasons = tier.State switch
        {
            Conclusion.Met => tier.Conditions.Where(c => c.Kind == TierConditionKind.Route && c.State == Conclusion.Met && !tier.Conditions.Where(o => o.Kind is TierConditionKind.Score or TierConditionKind.Rule).All(o => o.State == Conclusion.Met)),
            Conclusion.NotMet => tier.Conditions.Where(c => c.State == Conclusion.NotMet && c.Kind != TierConditionKind.Route),
            _ => tier.Conditions.Where(c => c.State == Conclusion.Undetermined),
        };
        var lines = reasons.Select(Say).ToList();
        if (lines.Count == 0 && tier.State == Conclusion.NotMet)
        {
            lines = [.. tier.Conditions.Where(c => c.Kind == TierConditionKind.Route).Select(Say)];
        }

        if (tier.Authority is { } authority && tier.State != Conclusion.NotMet)
        {
            lines.Add(_words.Say(Phrases.TierAuthority, _words.Of(authority)));
        }

        return _words.Join(lines);
    }

    private string Say(TierCondition condition) => condition.Kind switch
    {
        TierConditionKind.Gates => _words.Say(Phrases.TierGates),
        TierConditionKind.Mandatory => _words.Say(Phrases.TierMandatory),
        TierConditionKind.Tier => _words.Say(Phrases.TierNeeds, TitleOf(condition.Id!)),
        TierConditionKind.Score => _words.Say(Phrases.TierScore, outline.ScoreLine()),
        TierConditionKind.Route => _words.Say(Phrases.TierRoute, outline.TitleOfRule(condition.Id!)),
        _ => _words.Say(Phrases.TierRule, outline.TitleOfRule(condition.Id!)),
    };

    private string TitleOf(string id) => _words.Of(outline.Verdict.Tiers.First(t => t.Id == id).Title);
}
