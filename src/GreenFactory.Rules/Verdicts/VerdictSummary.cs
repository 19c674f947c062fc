namespace GreenFactory.Rules;

/// <summary>
/// What a verdict comes to, without findings and explanations: some hundred bytes, for many factories at once. Equal in every
/// value to the <see cref="Verdict"/> on the same facts. Immutable and thread-safe.
/// </summary>
public sealed class VerdictSummary
{
    private readonly SummarySource _source;

    internal VerdictSummary(SummarySource source) => _source = source;

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

    internal bool HasOpenRules => _source.HasOpenRules;

    /// <summary>The answer of one rule, by its place in the pack, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The pack has no such rule.</exception>
    public FindingStatus StatusOf(int rule) => _source.StatusOf(rule);
}

/// <summary>What a summary is a view of. Immutable and thread-safe.</summary>
internal abstract class SummarySource
{
    public abstract Conclusion Conclusion { get; }

    public abstract Score Score { get; }

    public abstract TierResult? Tier { get; }

    public abstract int RuleCount { get; }

    public abstract bool HasOpenRules { get; }

    public abstract FindingStatus StatusOf(int rule);
}

/// <summary>A summary of one verdict, by itself.</summary>
internal sealed class OwnSummary(Conclusion conclusion, Score score, TierResult? tier, byte[] statuses) : SummarySource
{
    public override Conclusion Conclusion => conclusion;

    public override Score Score => score;

    public override TierResult? Tier => tier;

    public override int RuleCount => statuses.Length;

    public override bool HasOpenRules => statuses.Contains((byte)FindingStatus.InsufficientEvidence);

    public override FindingStatus StatusOf(int rule) => (FindingStatus)statuses[rule];
}
