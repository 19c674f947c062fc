using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Verdicts;

/// <summary>What all verdicts of one evaluator share. Thread-safe.</summary>
internal sealed class VerdictServices(RuleProgram program, FrameBuilder frames, Func<string> packDigest, Lazy<ConsistencyWarnings> warnings)
{
    public VerdictServices(RuleProgram program, FrameBuilder frames, Func<string> packDigest)
        : this(program, frames, packDigest, new Lazy<ConsistencyWarnings>(() =>
        {
            var consistency = VocabularyCheck.Bind(program.Vocabulary, new Diagnostics.DiagnosticBag());
            return new ConsistencyWarnings(consistency, new FrameBuilder(program.Vocabulary, program.Benchmarks, consistency.Externals));
        }))
    {
    }

    public RuleProgram Program { get; } = program;

    public FrameBuilder Frames { get; } = frames;

    /// <summary>The same for a variant of the program that reads the same facts; it has no digest, for no file says it.</summary>
    public VerdictServices For(RuleProgram variant) => new(variant, Frames, () => string.Empty, warnings);

    public string PackDigest => packDigest();

    public IReadOnlyList<VerdictWarning> Warnings(VerdictContext context) => warnings.Value.Of(Program, context.Frame, context.Outcomes, context.Card.Conclusion);
}

/// <summary>What a verdict is a view of.</summary>
internal sealed class VerdictContext(VerdictServices services, EvaluationFrame frame, OutcomeTable outcomes, ScoreCard card)
{
    public VerdictServices Services { get; } = services;

    public RuleProgram Program => Services.Program;

    public EvaluationFrame Frame { get; } = frame;

    public OutcomeTable Outcomes { get; } = outcomes;

    public ScoreCard Card { get; } = card;

    public IReadOnlyList<GroupScore> Groups
    {
        get
        {
            var groups = new GroupScore[Program.Groups.Count];
            for (var i = 0; i < groups.Length; i++)
            {
                var group = Program.Groups[i];
                groups[i] = new GroupScore { Id = group.Definition.Id, Title = group.Definition.Title, Weight = group.Weight, Score = Card.Groups[i] };
            }

            return groups;
        }
    }

    public TierResult? Tier => TierOf(Program, Card.CertainTier, Card.ReachableTier);

    /// <summary>The answer about tiers from the places of the highest that is certain and the highest still reachable, -1 for none; null for a pack without tiers.</summary>
    public static TierResult? TierOf(RuleProgram program, int certainPlace, int reachablePlace)
    {
        var tiers = program.Pack.Tiers;
        if (tiers.Count == 0)
        {
            return null;
        }

        var (certain, reachable) = (certainPlace < 0 ? null : tiers[certainPlace], reachablePlace < 0 ? null : tiers[reachablePlace]);
        var settled = certain == reachable ? certain : null;
        return new TierResult { Id = settled?.Id, Title = settled?.Title, Lower = certain?.Id, Upper = reachable?.Id };
    }

    /// <summary>Points of the total that one point of a rule is worth; 0 for rules without weight.</summary>
    public decimal TotalPerPoint(int rule) => Program.GroupOf(rule) is var group and >= 0 ? Card.TotalPerPoint(group) : 0;
}
