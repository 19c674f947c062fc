using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Verdicts;

/// <summary>What a verdict is a view of.</summary>
internal sealed class VerdictContext
{
    public required RuleProgram Program { get; init; }

    public required FrameBuilder Frames { get; init; }

    public required EvaluationFrame Frame { get; init; }

    public required RuleOutcome[] Outcomes { get; init; }

    public required ScoreCard Card { get; init; }

    public required Func<string> PackDigest { get; init; }

    public required Func<IReadOnlyList<VerdictWarning>> Warnings { get; init; }

    public IReadOnlyList<GroupScore> Groups =>
    [
        .. Program.Groups.Select((g, i) => new GroupScore
        {
            Id = g.Definition.Id,
            Title = g.Definition.Title,
            Weight = g.Weight,
            Score = Card.Groups[i],
        }),
    ];

    public TierResult? Tier
    {
        get
        {
            if (Program.Pack.Tiers.Count == 0)
            {
                return null;
            }

            var settled = Card.CertainTier == Card.ReachableTier ? Card.CertainTier : null;
            return new TierResult { Id = settled?.Id, Title = settled?.Title, Lower = Card.CertainTier?.Id, Upper = Card.ReachableTier?.Id };
        }
    }

    /// <summary>Points of the total that one point of a rule is worth; 0 for rules without weight.</summary>
    public decimal TotalPerPoint(int rule)
    {
        for (var g = 0; g < Program.Groups.Count; g++)
        {
            if (Program.Groups[g].Rules.Contains(rule))
            {
                return Card.GroupWeights[g];
            }
        }

        return 0;
    }
}
