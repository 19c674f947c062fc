using GreenFactory.Rules.Evaluation.Blocks;

namespace GreenFactory.Rules;

/// <summary>
/// What a verdict comes to, without findings and explanations: some hundred bytes, for many factories at once. Equal in every
/// value to the <see cref="Verdict"/> on the same facts. Immutable and thread-safe.
/// </summary>
public sealed class VerdictSummary
{
    private readonly Source _source;

    internal VerdictSummary(Conclusion conclusion, Score score, TierResult? tier, byte[] statuses) => _source = new One(conclusion, score, tier, statuses);

    internal VerdictSummary(SummaryBlock block, int row) => _source = new Row(block, row);

    /// <summary>Whether the factory passes.</summary>
    public Conclusion Conclusion => _source.Conclusion;

    /// <summary>Total score, rounded as the pack says.</summary>
    public Score Score => _source.Score;

    /// <summary>Tier; null for a pack without tiers.</summary>
    public TierResult? Tier => _source.Tier;

    /// <summary>How many rules the pack has.</summary>
    public int RuleCount => _source.RuleCount;

    /// <summary>How many rules are left open for lack of evidence.</summary>
    public int OpenRules
    {
        get
        {
            var open = 0;
            for (var rule = 0; rule < _source.RuleCount; rule++)
            {
                open += _source.StatusOf(rule) == FindingStatus.InsufficientEvidence ? 1 : 0;
            }

            return open;
        }
    }

    /// <summary>The answer of one rule, by its place in the pack, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The pack has no such rule.</exception>
    public FindingStatus StatusOf(int rule) => _source.StatusOf(rule);

    private abstract class Source
    {
        public abstract Conclusion Conclusion { get; }

        public abstract Score Score { get; }

        public abstract TierResult? Tier { get; }

        public abstract int RuleCount { get; }

        public abstract FindingStatus StatusOf(int rule);
    }

    private sealed class One(Conclusion conclusion, Score score, TierResult? tier, byte[] statuses) : Source
    {
        public override Conclusion Conclusion => conclusion;

        public override Score Score => score;

        public override TierResult? Tier => tier;

        public override int RuleCount => statuses.Length;

        public override FindingStatus StatusOf(int rule) => (FindingStatus)statuses[rule];
    }

    /// <summary>A row of a block, which is shared by the summaries of all its factories.</summary>
    private sealed class Row(SummaryBlock block, int row) : Source
    {
        public override Conclusion Conclusion => block.ConclusionOf(row);

        public override Score Score => block.ScoreOf(row);

        public override TierResult? Tier => block.TierOf(row);

        public override int RuleCount => block.RuleCount;

        public override FindingStatus StatusOf(int rule) => block.StatusOf(row, rule);
    }
}
