using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Scoring;

/// <summary>
/// Turns outcomes into points. Pure. An open rule counts from nothing to full marks; because every policy for what does
/// not apply keeps the result between those two, the interval holds for every way the open rules can close.
/// </summary>
internal sealed class Scorer
{
    private readonly RuleProgram _program;
    private readonly decimal[] _points;
    private readonly NotApplicablePolicy[] _policies;
    private readonly int[] _gates;
    private readonly int[] _mandatory;

    public Scorer(RuleProgram program)
    {
        _program = program;
        _points = [.. program.Rules.Select(r => r.Definition.Points?.Value ?? 0)];
        _policies = [.. program.Rules.Select(program.PolicyOf)];
        _gates = Of(RuleKind.Gate);
        _mandatory = Of(RuleKind.Mandatory);

        int[] Of(RuleKind kind) => [.. program.Rules.Where(r => r.Definition.Kind == kind).Select(r => r.Index)];
    }

    public ScoreCard Score(ReadOnlySpan<RuleOutcome> outcomes)
    {
        var rules = new Score[outcomes.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = RuleScore(i, in outcomes[i]);
        }

        var groups = new Score[_program.Groups.Count];
        var weights = new decimal[groups.Length];
        decimal lower = 0;
        decimal upper = 0;
        decimal removed = 0;
        decimal bonusLower = 0;
        decimal bonusUpper = 0;
        for (var g = 0; g < groups.Length; g++)
        {
            var group = _program.Groups[g];
            var sum = Sum(group, rules, outcomes);
            if (group.Definition.IsBonus)
            {
                groups[g] = new Score(Math.Min(sum.Lower, group.Full), Math.Min(sum.Upper, group.Full), group.Full);
                weights[g] = 1;
                bonusLower += groups[g].Lower;
                bonusUpper += groups[g].Upper;
                continue;
            }

            if (group.Full == 0)
            {
                groups[g] = new Score(0, 0, 0);
                continue;
            }

            var inGroup = group.Full - sum.RemovedInGroup;
            if (inGroup == 0)
            {
                groups[g] = new Score(0, 0, 0, applies: false);
                removed += group.Weight;
                continue;
            }

            // Inside the group first: what does not apply leaves, the rest carries the group.
            var groupLower = sum.RemovedInGroup == 0 ? sum.Lower : sum.Lower * group.Full / inGroup;
            var groupUpper = sum.RemovedInGroup == 0 ? sum.Upper : sum.Upper * group.Full / inGroup;
            var gone = sum.RemovedInGroup == 0 ? sum.RemovedFromTotal : sum.RemovedFromTotal * group.Full / inGroup;
            groups[g] = new Score(groupLower, groupUpper, group.Full - gone, gone < group.Full);
            weights[g] = group.Weight / inGroup;
            lower += groupLower * group.Weight / group.Full;
            upper += groupUpper * group.Weight / group.Full;
            removed += gone * group.Weight / group.Full;
        }

        var total = Total(lower, upper, removed, bonusLower, bonusUpper);
        return Conclude(outcomes, rules, groups, weights, total);
    }

    private Score RuleScore(int index, in RuleOutcome outcome)
    {
        var points = _points[index];
        switch (outcome.Status)
        {
            case FindingStatus.InsufficientEvidence:
                return new Score(0, points, points);
            case FindingStatus.NotApplicable:
                return _policies[index] switch
                {
                    NotApplicablePolicy.Full => new Score(points, points, points),
                    NotApplicablePolicy.Zero or NotApplicablePolicy.Forbid => new Score(0, 0, points),
                    _ => new Score(0, 0, 0, applies: false),
                };
            case FindingStatus.Met:
                return new Score(points, points, points);
            case FindingStatus.NotMet:
                return new Score(0, 0, points);
            default:
                // Multiply before dividing: the quotient is exact whenever the points are.
                var earned = points * outcome.Earned / outcome.Whole;
                return new Score(earned, earned, points);
        }
    }

    private GroupSum Sum(ProgramGroup group, Score[] rules, ReadOnlySpan<RuleOutcome> outcomes)
    {
        var sum = default(GroupSum);
        foreach (var index in group.Rules)
        {
            if (rules[index].Applies)
            {
                sum.Lower += rules[index].Lower;
                sum.Upper += rules[index].Upper;
            }
            else if (_policies[index] == NotApplicablePolicy.RenormaliseGroup)
            {
                sum.RemovedInGroup += _points[index];
            }
            else
            {
                sum.RemovedFromTotal += _points[index];
            }
        }

        return sum;
    }

    private Score Total(decimal lower, decimal upper, decimal removed, decimal bonusLower, decimal bonusUpper)
    {
        var full = _program.Pack.Full ?? 0;
        var rounding = _program.Pack.Rounding!;
        if (full == 0)
        {
            return new Score(0, 0, 0);
        }

        if (removed >= full)
        {
            // Nothing to scale. Bonus points stay, so that they are the same whether or not it is known yet that nothing else applies.
            return new Score(rounding.Apply(bonusLower), rounding.Apply(bonusUpper), full, applies: false);
        }

        if (removed > 0)
        {
            lower = lower * full / (full - removed);
            upper = upper * full / (full - removed);
        }

        return new Score(rounding.Apply(lower + bonusLower), rounding.Apply(upper + bonusUpper), full);
    }

    private ScoreCard Conclude(ReadOnlySpan<RuleOutcome> outcomes, Score[] rules, Score[] groups, decimal[] weights, Score total)
    {
        var gates = Holds(_gates, outcomes);
        var mandatory = Holds(_mandatory, outcomes);
        var conclusion = _program.Pack.Conclusion!;
        var passMark = conclusion.PassMark is null
            ? Conclusion.Met
            : _program.PassMark is not { } mark ? Conclusion.Undetermined
            : total.Lower >= mark ? Conclusion.Met
            : total.Upper < mark ? Conclusion.NotMet
            : Conclusion.Undetermined;
        TierDefinition? certain = null;
        TierDefinition? reachable = null;
        foreach (var tier in _program.Pack.Tiers)
        {
            var needs = And(tier.NeedsGates ? gates : Conclusion.Met, tier.NeedsMandatory ? mandatory : Conclusion.Met);
            certain = needs == Conclusion.Met && total.Lower >= tier.AtLeast ? tier : certain;
            reachable = needs != Conclusion.NotMet && total.Upper >= tier.AtLeast ? tier : reachable;
        }

        return new ScoreCard
        {
            Rules = rules,
            Groups = groups,
            GroupWeights = weights,
            Total = total,
            Conclusion = And(And(conclusion.NeedsGates ? gates : Conclusion.Met, conclusion.NeedsMandatory ? mandatory : Conclusion.Met), passMark),
            CertainTier = certain,
            ReachableTier = reachable,
        };
    }

    /// <summary>All of these rules: not met if one is not met, undetermined if one is open; what does not apply drops out.</summary>
    private Conclusion Holds(int[] rules, ReadOnlySpan<RuleOutcome> outcomes)
    {
        var result = Conclusion.Met;
        foreach (var index in rules)
        {
            var one = outcomes[index].Status switch
            {
                FindingStatus.Met => Conclusion.Met,
                FindingStatus.NotApplicable => _policies[index] is NotApplicablePolicy.Forbid ? Conclusion.NotMet : Conclusion.Met,
                FindingStatus.InsufficientEvidence => Conclusion.Undetermined,
                _ => Conclusion.NotMet,
            };
            result = And(result, one);
        }

        return result;
    }

    private static Conclusion And(Conclusion a, Conclusion b) =>
        a == Conclusion.NotMet || b == Conclusion.NotMet ? Conclusion.NotMet
        : a == Conclusion.Undetermined || b == Conclusion.Undetermined ? Conclusion.Undetermined
        : Conclusion.Met;

    private struct GroupSum
    {
        public decimal Lower;
        public decimal Upper;
        public decimal RemovedInGroup;
        public decimal RemovedFromTotal;
    }
}
