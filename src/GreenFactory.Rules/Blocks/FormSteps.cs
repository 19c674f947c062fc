using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Blocks;

/// <summary>A measured value against a leading value and a baseline; what <see cref="Judgements.Scale"/> decides. The share is worked out by steps of its own.</summary>
internal sealed class ScaleStep(Ref to, Ref measured, Ref leading, Ref baseline, bool lowerIsBetter, BetweenMethod method, ListedMarks listed) : Step
{
    public override IEnumerable<Ref?> Reads => [measured, leading, baseline];

    public override void Run(BlockState state)
    {
        var (known, knownLeading, knownBaseline) = (state.Known(measured), state.Known(leading), state.Known(baseline));
        var away = state.NotApplicable(measured) | (known & (state.NotApplicable(leading) | state.NotApplicable(baseline)));
        var usable = known & ~away;
        var (withLeading, withBaseline) = (usable & knownLeading, usable & knownBaseline);
        var both = withLeading & withBaseline;
        var marks = Comparing.Run(state, leading, baseline, both);
        var top = Comparing.Run(state, measured, leading, withLeading);
        var floor = Comparing.Run(state, measured, baseline, withBaseline);

        // A leading value worse than the baseline is a broken table; it decides nothing.
        var sound = both & ~(lowerIsBetter ? marks.Greater : marks.Less);
        var reached = lowerIsBetter ? ~top.Greater : ~top.Less;
        var missed = lowerIsBetter ? floor.Greater : floor.Less;
        var met = sound & reached;
        var notMet = sound & ~met & missed;
        var between = sound & ~met & ~notMet;
        var open = Plane.None;
        if (method == BetweenMethod.Range)
        {
            notMet |= between & floor.Equal;
        }
        else
        {
            // A ratio of values of which one is negative has no meaning.
            var (ofMeasured, ofLeading) = (Comparing.WithZero(state, measured, between), Comparing.WithZero(state, leading, between));
            open = between & (ofMeasured.Less | ofLeading.Less);
            notMet |= between & ~open & (lowerIsBetter ? ofLeading.Equal : ofMeasured.Equal);
        }

        if (listed.HasFlag(ListedMarks.Baseline))
        {
            met |= withLeading & ~knownBaseline & reached;
        }

        if (listed.HasFlag(ListedMarks.Leading))
        {
            notMet |= withBaseline & ~knownLeading & missed;
        }

        var partly = between & ~open & ~notMet;
        state.Forms[to.Slot] = new StatusPlanes { Met = met, NotMet = notMet, NotApplicable = away, Open = ~(met | notMet | away | partly) };
    }
}

/// <summary>A measured value on a ladder: the best rung reached counts, and the first rung that is open decides that the ladder is.</summary>
internal sealed class LadderStep(Ref to, Ref share, Ref measured, IReadOnlyList<(Ref At, decimal Earns)> rungs, bool lowerIsBetter) : Step
{
    public override IEnumerable<Ref?> Reads => [measured, .. rungs.Select(r => r.At)];

    public override Ref? Writes => share;

    public override void Run(BlockState state)
    {
        var known = state.Known(measured);
        var away = state.NotApplicable(measured);
        var settled = known;
        var (full, some) = (Plane.None, Plane.None);
        var column = state.Numbers[share.Slot];
        Array.Clear(column.Values);
        Array.Clear(column.Errors);
        foreach (var (at, earns) in rungs)
        {
            away |= settled & state.NotApplicable(at);
            settled &= state.Known(at);
            var order = Comparing.Run(state, measured, at, settled);
            var reached = settled & (lowerIsBetter ? ~order.Greater : ~order.Less);
            full |= earns >= 1 ? reached : Plane.None;
            some |= earns > 0 ? reached : Plane.None;
            Raise(column, reached, Inexact.Of(earns));
        }

        column.Known = settled;
        state.Forms[to.Slot] = new StatusPlanes { Met = settled & full, NotMet = settled & ~some, NotApplicable = away, Open = ~(settled | away) };
    }

    private static void Raise(NumberColumn column, in Plane reached, Inexact earns)
    {
        foreach (var row in reached)
        {
            if (earns.Value > column.Values[row])
            {
                (column.Values[row], column.Errors[row]) = (earns.Value, earns.Error);
            }
        }
    }
}

/// <summary>The shares of the products, averaged by weight; what <see cref="Judgements.OverProducts"/> decides.</summary>
internal sealed class ProductFormFold(Ref to, Ref share, Ref form, Ref ownShare, Ref weight, ProductFormRoom room) : ProductFold
{
    private static readonly Ref One = new(ColumnKind.Number) { Constant = new Inexact(1, 0) };
    private readonly Step _weigh = new BinaryStep<MultiplyKernel>(room.Part, room.Share, room.Weight, drops: false);
    private readonly Step _earn = new BinaryStep<AddKernel>(room.Earned, room.Earned, room.Part, drops: true);
    private readonly Step _collect = new BinaryStep<AddKernel>(room.Whole, room.Whole, room.Weight, drops: true);
    private readonly Step _divide = new BinaryStep<DivideKernel>(room.Part, room.Earned, room.Whole, drops: false);

    public override IEnumerable<Ref?> Reads => [ownShare, weight];

    public override void Begin(BlockState state)
    {
        foreach (var sum in new[] { room.Earned, room.Whole })
        {
            var column = state.Numbers[sum.Slot];
            Array.Clear(column.Values);
            Array.Clear(column.Errors);
            column.Known = Plane.All;
            column.NotApplicable = Plane.None;
        }

        var only = state.Numbers[share.Slot];
        Array.Clear(only.Values);
        Array.Clear(only.Errors);
        state.Forms[to.Slot] = new StatusPlanes { NotApplicable = Plane.All };
        state.Forms[room.Seen.Slot] = default;
        state.Forms[room.All.Slot] = new StatusPlanes { Met = Plane.All, NotMet = Plane.All };
    }

    public override void Add(BlockState state, in Plane exists)
    {
        var of = state.Forms[form.Slot];
        ref var only = ref state.Forms[to.Slot];

        // Open: one open product leaves all open. Met: seen one part. NotMet: seen more. NotApplicable: a weight that cannot be used.
        ref var seen = ref state.Forms[room.Seen.Slot];
        seen.Open |= exists & of.Open;
        var counts = exists & ~of.Open & ~of.NotApplicable;
        var first = counts & ~seen.Met;
        seen.NotMet |= counts & seen.Met;
        seen.Met |= counts;
        only.Met |= first & of.Met;
        only.NotMet |= first & of.NotMet;
        only.NotApplicable &= ~first;
        ref var all = ref state.Forms[room.All.Slot];
        all.Met &= ~counts | of.Met;
        all.NotMet &= ~counts | of.NotMet;

        var partly = of.Partly;
        Blending.Run(state, One, counts & of.Met, ownShare, counts & partly, state.Numbers[room.Share.Slot]);
        Keep(state.Numbers[room.Share.Slot], counts, Plane.None);
        Copy(state.Numbers[room.Share.Slot], state.Numbers[share.Slot], first);
        var weighable = counts & state.Known(weight);
        var usable = weighable & ~Comparing.WithZero(state, weight, weighable).Less;
        seen.NotApplicable |= counts & ~usable;
        Blending.Run(state, weight, usable, weight, Plane.None, state.Numbers[room.Weight.Slot]);

        // A product without a part in it drops out of both sums.
        Keep(state.Numbers[room.Weight.Slot], usable, ~usable);
        _weigh.Run(state);
        state.Numbers[room.Part.Slot].Known &= usable;
        state.Numbers[room.Part.Slot].NotApplicable = ~usable;
        _earn.Run(state);
        _collect.Run(state);
    }

    public override void End(BlockState state, in Plane hasProducts)
    {
        ref var result = ref state.Forms[to.Slot];
        var (seen, all) = (state.Forms[room.Seen.Slot], state.Forms[room.All.Slot]);
        var several = seen.NotMet & ~seen.Open & hasProducts;
        var weighed = several & ~seen.NotApplicable;
        weighed &= Comparing.WithZero(state, room.Whole, weighed).Greater;
        var (met, notMet) = (weighed & all.Met, weighed & all.NotMet);
        var mixed = weighed & ~met & ~notMet;

        // Mixed parts come to everything only where the rest weighs nothing.
        var earned = Comparing.WithZero(state, room.Earned, mixed);
        var left = Comparing.Run(state, room.Earned, room.Whole, mixed);
        met |= mixed & ~left.Less;
        notMet |= mixed & ~earned.Greater;
        _divide.Run(state);
        var own = state.Numbers[share.Slot];
        var averaged = mixed & ~met & ~notMet;
        Copy(state.Numbers[room.Part.Slot], own, averaged);
        own.Known = Plane.All;
        own.NotApplicable = Plane.None;
        var open = seen.Open | ~hasProducts | (several & ~weighed);
        var single = hasProducts & ~seen.Open & ~seen.NotMet;
        result = new StatusPlanes
        {
            Met = (single & result.Met) | met,
            NotMet = (single & result.NotMet) | notMet,
            NotApplicable = single & result.NotApplicable,
            Open = open,
        };
    }

    private static void Keep(NumberColumn column, in Plane known, in Plane away)
    {
        column.Known = known;
        column.NotApplicable = away;
    }

    private static void Copy(NumberColumn from, NumberColumn to, in Plane rows)
    {
        if (!rows.IsEmpty)
        {
            Kernels.Blend(new FromColumn(from), rows, new FromColumn(to), ~rows, to, Plane.Words);
        }
    }
}

/// <summary>Columns an average over products works with.</summary>
/// <param name="Share">Share of one product.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Part">The two multiplied; at the end the average.</param>
/// <param name="Earned">The sum of the parts.</param>
/// <param name="Whole">The sum of the weights.</param>
/// <param name="Seen">Which products were seen.</param>
/// <param name="All">Whether all of them earn everything, or nothing.</param>
internal sealed record ProductFormRoom(Ref Share, Ref Weight, Ref Part, Ref Earned, Ref Whole, Ref Seen, Ref All);

/// <summary>A share between nothing and everything, as it is measured.</summary>
internal sealed class FractionStep(Ref to, Ref value) : Step
{
    public override IEnumerable<Ref?> Reads => [value];

    public override void Run(BlockState state)
    {
        var (known, away) = (state.Known(value), state.NotApplicable(value));
        var (floor, top) = (Comparing.WithZero(state, value, known), Comparing.WithOne(state, value, known));
        state.Forms[to.Slot] = new StatusPlanes { Met = known & ~top.Less, NotMet = known & ~floor.Greater, NotApplicable = away, Open = ~(known | away) };
    }
}
