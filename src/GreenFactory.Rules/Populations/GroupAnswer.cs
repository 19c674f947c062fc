using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Populations;

/// <summary>A rule that several factories of a group do not fully meet.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Kind">Kind of the rule.</param>
/// <param name="Title">Its title.</param>
/// <param name="Failing">How many do not meet it, or not in full.</param>
/// <param name="Open">Of how many the evidence does not decide.</param>
/// <param name="Points">Points of the total that are not certain, all factories together.</param>
internal sealed record SharedGap(string Rule, FindingKind Kind, LocalizedText Title, int Failing, int Open, decimal Points);

/// <summary>What keeps one factory from its next level.</summary>
/// <param name="Factory">Its place in the group, from 0.</param>
/// <param name="Level">The next tier; null for the pass itself in a pack without tiers.</param>
/// <param name="Title">Title of the tier.</param>
/// <param name="Obstacles">Demands of the level, other than a score, that are not met: gates, mandatory rules, clauses, lower tiers.</param>
/// <param name="Open">Demands that the evidence does not decide.</param>
/// <param name="Points">Points still wanting to its cut-off; null where it asks for no score or nobody has set one.</param>
internal sealed record NextLevel(int Factory, string? Level, LocalizedText? Title, int Obstacles, int Open, decimal? Points);

/// <summary>Several factories of one owner by one pack: what their gaps have in common, and who is nearest to the next level.</summary>
/// <param name="Verdicts">The verdicts, in the order the factories were given.</param>
/// <param name="Gaps">Rules that two or more do not fully meet, the most common first, then the dearest.</param>
/// <param name="Next">Those who have a level before them, the nearest first: fewest obstacles, fewest open demands, fewest points.</param>
internal sealed record GroupAnswer(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<SharedGap> Gaps, IReadOnlyList<NextLevel> Next)
{
    private const int Common = 2;

    public static GroupAnswer Of(IReadOnlyList<Verdict> verdicts) => new(
        verdicts,
        verdicts.Count == 0 ? [] :
        [
            .. verdicts[0].Context.Program.Rules
                .Select((r, i) => Gap(r.Definition.Id, (FindingKind)r.Definition.Kind, r.Definition.Title, i, verdicts))
                .Where(g => g.Failing + g.Open >= Common)
                .OrderByDescending(g => g.Failing + g.Open)
                .ThenByDescending(g => g.Points),
        ],
        [
            .. verdicts.Select(Level)
                .OfType<NextLevel>()
                .OrderBy(n => n.Obstacles)
                .ThenBy(n => n.Open)
                .ThenBy(n => n.Points ?? decimal.MaxValue)
                .ThenBy(n => n.Factory),
        ]);

    private static SharedGap Gap(string id, FindingKind kind, LocalizedText title, int rule, IReadOnlyList<Verdict> verdicts)
    {
        var (failing, open, points) = (0, 0, 0m);
        foreach (var verdict in verdicts)
        {
            var context = verdict.Context;
            var status = FindingBuilder.Status(context, rule);
            failing += status is FindingStatus.NotMet or FindingStatus.PartlyMet ? 1 : 0;
            open += status == FindingStatus.InsufficientEvidence ? 1 : 0;
            var score = context.Card.Rule(rule);
            points += status == FindingStatus.NotApplicable ? 0 : (score.Full - score.Lower) * context.TotalPerPoint(rule);
        }

        return new SharedGap(id, kind, title, failing, open, points);
    }

    private static NextLevel? Level(Verdict verdict, int place)
    {
        if (verdict.Tiers.Count > 0)
        {
            return verdict.Tiers.FirstOrDefault(t => t.State != Conclusion.Met) is { } next
                ? Level(place, next.Id, next.Title, [.. next.Conditions.Where(c => c.Kind is not (TierConditionKind.Score or TierConditionKind.Route)).Select(c => c.State)], next.CutOff, verdict)
                : null;
        }

        if (verdict.Conclusion == Conclusion.Met)
        {
            return null;
        }

        var card = verdict.Context.Card;
        var asked = verdict.Context.Program.Pack.Conclusion;
        List<Conclusion> demands = [];
        if (asked?.NeedsGates == true)
        {
            demands.Add(card.Gates);
        }

        if (asked?.NeedsMandatory == true)
        {
            demands.Add(card.Mandatory);
        }

        return Level(place, null, null, demands, verdict.Context.Program.PassMark, verdict);
    }

    private static NextLevel Level(int place, string? id, LocalizedText? title, List<Conclusion> demands, decimal? mark, Verdict verdict) => new(
        place, id, title, demands.Count(d => d == Conclusion.NotMet), demands.Count(d => d == Conclusion.Undetermined), mark is { } cut ? Math.Max(0, cut - verdict.Score.Lower) : null);
}
