namespace GreenFactory.Rules;

/// <summary>
/// What a verdict comes to, without findings and explanations: some hundred bytes, for many factories at once. Equal in every
/// value to the <see cref="Verdict"/> on the same facts. Immutable and thread-safe.
/// </summary>
public sealed class VerdictSummary
{
    private readonly byte[] _statuses;

    internal VerdictSummary(Conclusion conclusion, Score score, TierResult? tier, byte[] statuses)
    {
        Conclusion = conclusion;
        Score = score;
        Tier = tier;
        _statuses = statuses;
    }

    /// <summary>Whether the factory passes.</summary>
    public Conclusion Conclusion { get; }

    /// <summary>Total score, rounded as the pack says.</summary>
    public Score Score { get; }

    /// <summary>Tier; null for a pack without tiers.</summary>
    public TierResult? Tier { get; }

    /// <summary>How many rules the pack has.</summary>
    public int RuleCount => _statuses.Length;

    /// <summary>How many rules are left open for lack of evidence.</summary>
    public int OpenRules => _statuses.AsSpan().Count((byte)FindingStatus.InsufficientEvidence);

    /// <summary>The answer of one rule, by its place in the pack, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The pack has no such rule.</exception>
    public FindingStatus StatusOf(int rule) => (FindingStatus)_statuses[rule];
}
