using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Blocks;

/// <summary>One rule as its group adds it up.</summary>
/// <param name="Rule">Place in the program.</param>
/// <param name="Points">Full points, in the unit of the scale.</param>
/// <param name="Policy">What becomes of them where the rule does not apply.</param>
/// <param name="Share">The share that is earned where the rule is partly met; null for a rule that is met or not.</param>
internal sealed record ScoredRule(int Rule, double Points, NotApplicablePolicy Policy, Ref? Share)
{
    public Amount Amount { get; } = new(Points);
}

/// <summary>Adds up the points of a group. Points are whole numbers here, so that a sum without shares is exact.</summary>
internal sealed class GroupStep(int group, IReadOnlyList<ScoredRule> rules) : Step
{
    public override IEnumerable<Ref?> Reads => [.. rules.Select(r => r.Share)];

    public override void Run(BlockState state)
    {
        var to = state.Groups[group];
        Array.Clear(to.Lower);
        Array.Clear(to.Errors);
        Array.Clear(to.Open);
        Array.Clear(to.RemovedInGroup);
        Array.Clear(to.RemovedFromTotal);
        foreach (var rule in rules)
        {
            var of = state.Rules[rule.Rule];
            rule.Amount.AddTo(to.Lower, rule.Policy == NotApplicablePolicy.Full ? of.Met | of.NotApplicable : of.Met);
            rule.Amount.AddTo(to.Open, of.Open);
            switch (rule.Policy)
            {
                case NotApplicablePolicy.RenormaliseGroup:
                    rule.Amount.AddTo(to.RemovedInGroup, of.NotApplicable);
                    break;
                case NotApplicablePolicy.Renormalise:
                    rule.Amount.AddTo(to.RemovedFromTotal, of.NotApplicable);
                    break;
            }

            if (rule.Share is not null && of.Partly is { IsEmpty: false } partly)
            {
                AddShares(state.Numbers[rule.Share.Slot], partly, rule.Points, to);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddShares(NumberColumn shares, in Plane rows, double points, GroupColumn to)
    {
        var from = new FromColumn(shares);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(to.Lower);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(to.Errors);
        var full = Vector256.Create(points);
        var rounding = Vector256.Create(2 * Inexact.Ulp);
        for (var w = 0; w < Plane.Words; w++)
        {
            var word = rows.Word(w);
            for (var first = 0; word != 0 && first < Plane.RowsPerWord; first += Lanes.Count)
            {
                var row = unchecked((nuint)(uint)((w * Plane.RowsPerWord) + first));
                var mask = Lanes.Mask(word, first);
                var earned = from.Value(row) * full;
                var sum = Vector256.LoadUnsafe(ref sums, row) + (earned & mask);

                // Adding to a whole number rounds as well: the sum's own size counts.
                var error = (from.Error(row) * full) + ((Vector256.Abs(earned) + Vector256.Abs(sum)) * rounding);
                sum.StoreUnsafe(ref sums, row);
                (Vector256.LoadUnsafe(ref errors, row) + (error & mask)).StoreUnsafe(ref errors, row);
            }
        }
    }
}
