using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Blocks;

/// <summary>What up to 256 factories come to, in columns; asked for by the place of the factory. Written by the engine that makes it, then only read.</summary>
internal sealed class SummaryBlock
{
    private readonly RuleProgram _program;
    private readonly StatusPlanes[] _rules;
    private readonly long[] _lower;
    private readonly long[] _upper;
    private readonly sbyte[] _certainTier;
    private readonly sbyte[] _reachableTier;
    private readonly byte _decimals;
    private readonly byte[] _rows;
    private Plane _applies;
    private Plane _met;
    private Plane _notMet;
    private Plane _open;

    public SummaryBlock(RuleProgram program, BlockState state, FactoryBlock block)
    {
        var totals = block.Totals;
        _program = program;
        Count = block.Count;
        _rows = block.RowOf.ToArray();
        _rules = (StatusPlanes[])state.Rules.Clone();
        _lower = Whole(totals.Lower, Count);
        _upper = Whole(totals.Upper, Count);
        _certainTier = totals.CertainTier[..Count];
        _reachableTier = totals.ReachableTier[..Count];
        _decimals = (byte)program.Pack.Rounding!.Decimals;
        _applies = totals.Applies;
        (_met, _notMet) = (totals.Conclusion.Met, totals.Conclusion.NotMet);
        foreach (ref readonly var rule in _rules.AsSpan())
        {
            _open |= rule.Open;
        }

        DecidedExactly = state.Exact.Count;
    }

    public int Count { get; }

    /// <summary>How many rows the exact engine decided.</summary>
    public int DecidedExactly { get; }

    public int RuleCount => _rules.Length;

    public Conclusion ConclusionOf(int factory) => _met.Has(_rows[factory]) ? Conclusion.Met : _notMet.Has(_rows[factory]) ? Conclusion.NotMet : Conclusion.Undetermined;

    public Score ScoreOf(int factory) => new(Decimal(_lower[_rows[factory]]), Decimal(_upper[_rows[factory]]), _program.Pack.Full ?? 0, _applies.Has(_rows[factory]));

    public TierResult? TierOf(int factory) => VerdictContext.TierOf(_program, _certainTier[_rows[factory]], _reachableTier[_rows[factory]]);

    public FindingStatus StatusOf(int factory, int rule)
    {
        var row = _rows[factory];
        ref readonly var of = ref _rules[rule];
        return of.Met.Has(row) ? FindingStatus.Met
            : of.NotMet.Has(row) ? FindingStatus.NotMet
            : of.NotApplicable.Has(row) ? FindingStatus.NotApplicable
            : of.Open.Has(row) ? FindingStatus.InsufficientEvidence
            : FindingStatus.PartlyMet;
    }

    /// <summary>Whether a rule is left open.</summary>
    public bool HasOpenRules(int factory) => _open.Has(_rows[factory]);

    /// <summary>What one factory comes to; it keeps the block alive.</summary>
    public VerdictSummary SummaryOf(int factory) => new(new View(this, factory));

    /// <summary>Puts what the exact engine says in the place of a row.</summary>
    public void Replace(int row, ScoreCard card, OutcomeTable outcomes)
    {
        var only = Plane.None;
        only.Add(row);
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            ref var of = ref _rules[rule];
            var status = outcomes.Status(rule);
            Set(ref of.Met, only, status == FindingStatus.Met);
            Set(ref of.NotMet, only, status == FindingStatus.NotMet);
            Set(ref of.NotApplicable, only, status == FindingStatus.NotApplicable);
            Set(ref of.Open, only, status == FindingStatus.InsufficientEvidence);
        }

        _lower[row] = Steps(card.Total.Lower);
        _upper[row] = Steps(card.Total.Upper);
        _certainTier[row] = (sbyte)card.CertainTier;
        _reachableTier[row] = (sbyte)card.ReachableTier;
        Set(ref _open, only, Enumerable.Range(0, _rules.Length).Any(r => outcomes.Status(r) == FindingStatus.InsufficientEvidence));
        Set(ref _applies, only, card.Total.Applies);
        Set(ref _met, only, card.Conclusion == Conclusion.Met);
        Set(ref _notMet, only, card.Conclusion == Conclusion.NotMet);
    }

    private static void Set(ref Plane plane, in Plane row, bool isIn) => plane = isIn ? plane | row : plane & ~row;

    private static long[] Whole(double[] steps, int count)
    {
        var whole = new long[count];
        for (var i = 0; i < count; i++)
        {
            whole[i] = (long)steps[i];
        }

        return whole;
    }

    private decimal Decimal(long steps)
    {
        var size = (ulong)Math.Abs(steps);
        return new decimal(unchecked((int)(uint)size), unchecked((int)(uint)(size >> 32)), 0, steps < 0, _decimals);
    }

    /// <summary>The rounded score in steps of its last place; whole by definition.</summary>
    private long Steps(decimal score)
    {
        for (var i = 0; i < _decimals; i++)
        {
            score *= 10;
        }

        return (long)score;
    }

    private sealed class View(SummaryBlock block, int factory) : SummarySource
    {
        public override Conclusion Conclusion => block.ConclusionOf(factory);

        public override Score Score => block.ScoreOf(factory);

        public override TierResult? Tier => block.TierOf(factory);

        public override int RuleCount => block.RuleCount;

        public override bool HasOpenRules => block.HasOpenRules(factory);

        public override FindingStatus StatusOf(int rule) => block.StatusOf(factory, rule);
    }
}
