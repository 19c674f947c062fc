using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Blocks;

/// <summary>Whether something holds for each row; undetermined is what is neither.</summary>
internal readonly struct ConclusionPlanes(Plane met, Plane notMet)
{
    public readonly Plane Met = met;

    public readonly Plane NotMet = notMet;

    public static ConclusionPlanes Always => new(Plane.All, Plane.None);

    public static ConclusionPlanes Never => new(Plane.None, Plane.All);

    public static ConclusionPlanes Undetermined => default;

    public ConclusionPlanes And(in ConclusionPlanes other) => new(Met & other.Met, NotMet | other.NotMet);

    public ConclusionPlanes Or(in ConclusionPlanes other) => new(Met | other.Met, NotMet & other.NotMet);
}

/// <summary>From statuses and totals to conclusion and tiers; what <see cref="Scoring.Scorer"/> and <see cref="Scoring.TierScale"/> decide one by one.</summary>
internal sealed class ConclusionStep : Step
{
    private readonly RuleProgram _program;
    private readonly TotalScale _scale;
    private readonly NotApplicablePolicy[] _policies;
    private readonly int[] _gates;
    private readonly int[] _mandatory;

    public ConclusionStep(RuleProgram program, TotalScale scale)
    {
        _program = program;
        _scale = scale;
        _policies = [.. program.Rules.Select(program.PolicyOf)];
        _gates = Of(RuleKind.Gate);
        _mandatory = Of(RuleKind.Mandatory);

        int[] Of(RuleKind kind) => [.. program.Rules.Where(r => r.Definition.Kind == kind).Select(r => r.Index)];
    }

    public override void Run(BlockState state)
    {
        var (gates, mandatory) = (Holds(state, _gates), Holds(state, _mandatory));
        var written = _program.Pack.Conclusion!;
        var passMark = written.PassMark is null ? ConclusionPlanes.Always : AtLeast(state, _program.PassMark);
        var totals = state.Block.Totals;
        totals.Conclusion = (written.NeedsGates ? gates : ConclusionPlanes.Always).And(written.NeedsMandatory ? mandatory : ConclusionPlanes.Always).And(passMark);
        Array.Fill(totals.CertainTier, (sbyte)-1);
        Array.Fill(totals.ReachableTier, (sbyte)-1);
        var tiers = new ConclusionPlanes[_program.Tiers.Count];
        for (var i = 0; i < tiers.Length; i++)
        {
            tiers[i] = Tier(state, _program.Tiers[i], gates, mandatory, tiers);
            Mark(totals.CertainTier, tiers[i].Met, i);
            Mark(totals.ReachableTier, ~tiers[i].NotMet, i);
        }
    }

    private ConclusionPlanes Tier(BlockState state, BoundTier tier, in ConclusionPlanes gates, in ConclusionPlanes mandatory, ConclusionPlanes[] lower)
    {
        var result = !tier.HasDemands ? ConclusionPlanes.Never : tier.HasCutOff ? AtLeast(state, tier.AtLeast) : ConclusionPlanes.Always;
        foreach (var rule in tier.Met)
        {
            result = result.And(Clause(state, rule));
        }

        foreach (var rule in tier.Direct)
        {
            var of = state.Rules[rule];
            result = result.Or(new ConclusionPlanes(of.Met, ~(of.Met | of.Open)));
        }

        result = result.And(tier.Definition.NeedsGates ? gates : ConclusionPlanes.Always).And(tier.Definition.NeedsMandatory ? mandatory : ConclusionPlanes.Always);
        foreach (var below in tier.Tiers)
        {
            result = result.And(lower[below]);
        }

        return result;
    }

    private ConclusionPlanes Holds(BlockState state, int[] rules)
    {
        var result = ConclusionPlanes.Always;
        foreach (var rule in rules)
        {
            result = result.And(Clause(state, rule));
        }

        return result;
    }

    private ConclusionPlanes Clause(BlockState state, int rule)
    {
        var of = state.Rules[rule];
        var met = _policies[rule] == NotApplicablePolicy.Forbid ? of.Met : of.Met | of.NotApplicable;
        return new ConclusionPlanes(met, ~(met | of.Open));
    }

    private ConclusionPlanes AtLeast(BlockState state, decimal? mark)
    {
        if (mark is not { } least)
        {
            return ConclusionPlanes.Undetermined;
        }

        var (totals, steps) = (state.Block.Totals, _scale.Steps(least));
        var (met, notMet) = (Plane.None, Plane.None);
        for (var row = 0; row < state.Block.Count; row++)
        {
            if (totals.Lower[row] >= steps)
            {
                met.Add(row);
            }
            else if (totals.Upper[row] < steps)
            {
                notMet.Add(row);
            }
        }

        return new ConclusionPlanes(met, notMet);
    }

    private static void Mark(sbyte[] to, in Plane rows, int tier)
    {
        foreach (var row in rows)
        {
            to[row] = (sbyte)tier;
        }
    }
}

/// <summary>What the rows of a block come to. Scores are whole numbers of the last place the pack rounds to.</summary>
internal sealed class TotalColumns
{
    public readonly double[] Lower = new double[Plane.Rows];

    public readonly double[] Upper = new double[Plane.Rows];

    /// <summary>Place of the highest tier that is certain; -1 for none.</summary>
    public readonly sbyte[] CertainTier = new sbyte[Plane.Rows];

    /// <summary>Place of the highest tier still reachable; -1 for none.</summary>
    public readonly sbyte[] ReachableTier = new sbyte[Plane.Rows];

    /// <summary>Rows to which anything applies that is scored.</summary>
    public Plane Applies;

    public ConclusionPlanes Conclusion;
}
