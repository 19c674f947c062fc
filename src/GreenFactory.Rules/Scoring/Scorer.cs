using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Scoring;

/// <summary>
/// Turns outcomes into points. Pure and thread-safe. An open rule counts from nothing to full marks; because every policy for
/// what does not apply keeps the result between those two, the interval holds for every way the open rules can close.
/// </summary>
internal sealed class Scorer
{
    private readonly RuleProgram _program;
    private readonly decimal[] _points;
    private readonly NotApplicablePolicy[] _policies;
    private readonly int[][] _groupRules;
    private readonly int[] _gates;
    private readonly int[] _mandatory;
    private readonly TierScale _tiers;

    public Scorer(RuleProgram program)
    {
        _program = program;
        _points = [.. program.Rules.Select(r => r.Definition.Points?.Value ?? 0)];
        _policies = [.. program.Rules.Select(program.PolicyOf)];
        _groupRules = [.. program.Groups.Select(g => g.Rules.Where(r => _points[r] != 0).ToArray())];
        _gates = Of(RuleKind.Gate);
        _mandatory = Of(RuleKind.Mandatory);
        _tiers = new TierScale(program);

        int[] Of(RuleKind kind) => [.. program.Rules.Where(r => r.Definition.Kind == kind).Select(r => r.Index)];
    }

    public TierScale Tiers => _tiers;

    public ScoreCard Score(OutcomeTable outcomes)
    {
        var groups = new Score[_groupRules.Length];
        decimal lower = 0;
        decimal upper = 0;
        decimal removed = 0;
        decimal bonusLower = 0;
        decimal bonusUpper = 0;
        for (var g = 0; g < groups.Length; g++)
        {
            var group = _program.Groups[g];
            var sum = Sum(_groupRules[g], outcomes);
            if (group.Definition.IsBonus)
            {
                groups[g] = new Score(Math.Min(Rounding.WithoutNoise(sum.Lower), group.Full), Math.Min(Rounding.WithoutNoise(sum.Upper), group.Full), group.Full);
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
            var certain = Scale(sum.Lower, group.Full, inGroup);
            var reachable = sum.IsOpen ? Scale(sum.Upper, group.Full, inGroup) : certain;
            var gone = Scale(sum.RemovedFromTotal, group.Full, inGroup);
            groups[g] = new Score(Rounding.WithoutNoise(certain), Rounding.WithoutNoise(reachable), group.Full - gone, gone < group.Full);
            lower += group.ToTotal(certain);
            upper += group.ToTotal(reachable);
            removed += group.ToTotal(gone);
        }

        return Conclude(outcomes, groups, Total(lower, upper, removed, bonusLower, bonusUpper));
    }

    public Score RuleScore(int index, OutcomeTable outcomes)
    {
        var points = _points[index];
        switch (outcomes.Status(index))
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
                var earned = Earned(points, in outcomes.QuotientOf(index));
                return new Score(earned, earned, points);
        }
    }

    public decimal TotalPerPoint(int group, OutcomeTable outcomes)
    {
        var of = _program.Groups[group];
        if (of.Definition.IsBonus)
        {
            return 1;
        }

        var inGroup = of.Full - Sum(_groupRules[group], outcomes).RemovedInGroup;
        return inGroup == 0 ? 0 : of.Weight / inGroup;
    }

    /// <summary>Multiplies before dividing: the quotient is exact whenever the points are.</summary>
    private static decimal Scale(decimal value, decimal by, decimal of) => value == 0 || by == of ? value : value * by / of;

    private static decimal Earned(decimal points, in OutcomeTable.Quotient quotient) => points * quotient.Earned / quotient.Whole;

    /// <summary>
    /// Adds certain and reachable points each in rule order, rounding as a settled score would: every step keeps the order of
    /// two numbers, so whatever the open rules turn out to be, the settled score lies between the two to the last digit.
    /// </summary>
    private GroupSum Sum(int[] rules, OutcomeTable outcomes)
    {
        var sum = default(GroupSum);
        foreach (var index in rules)
        {
            switch (outcomes.Status(index))
            {
                case FindingStatus.Met:
                    sum.Earn(_points[index]);
                    break;
                case FindingStatus.PartlyMet:
                    sum.Earn(Earned(_points[index], in outcomes.QuotientOf(index)));
                    break;
                case FindingStatus.InsufficientEvidence:
                    sum.LeaveOpen(_points[index]);
                    break;
                case FindingStatus.NotApplicable:
                    Leave(ref sum, index);
                    break;
            }
        }

        return sum;
    }

    private void Leave(ref GroupSum sum, int index)
    {
        switch (_policies[index])
        {
            case NotApplicablePolicy.Full:
                sum.Earn(_points[index]);
                break;
            case NotApplicablePolicy.RenormaliseGroup:
                sum.RemovedInGroup += _points[index];
                break;
            case NotApplicablePolicy.Renormalise:
                sum.RemovedFromTotal += _points[index];
                break;
        }
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

    private ScoreCard Conclude(OutcomeTable outcomes, Score[] groups, Score total)
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
        return new ScoreCard(this, outcomes)
        {
            Groups = groups,
            Total = total,
            Conclusion = (conclusion.NeedsGates ? gates : Conclusion.Met).And(conclusion.NeedsMandatory ? mandatory : Conclusion.Met).And(passMark),
            Gates = gates,
            Mandatory = mandatory,
            Tiers = _tiers.Decide(total, gates, mandatory, outcomes),
        };
    }

    /// <summary>All of these rules: not met if one is not met, undetermined if one is open; what does not apply drops out.</summary>
    private Conclusion Holds(int[] rules, OutcomeTable outcomes)
    {
        var result = Conclusion.Met;
        foreach (var index in rules)
        {
            switch (outcomes.Status(index))
            {
                case FindingStatus.Met:
                    break;
                case FindingStatus.NotApplicable when _policies[index] is not NotApplicablePolicy.Forbid:
                    break;
                case FindingStatus.InsufficientEvidence:
                    result = Conclusion.Undetermined;
                    break;
                default:
                    return Conclusion.NotMet;
            }
        }

        return result;
    }

    private struct GroupSum
    {
        public decimal RemovedInGroup;
        public decimal RemovedFromTotal;

        private decimal _upper;

        public bool IsOpen { get; private set; }

        public decimal Lower { get; private set; }

        /// <summary>The same as <see cref="Lower"/> until something is open: most groups add once.</summary>
        public readonly decimal Upper => IsOpen ? _upper : Lower;

        public void Earn(decimal points)
        {
            Lower += points;
            if (IsOpen)
            {
                _upper += points;
            }
        }

        public void LeaveOpen(decimal points)
        {
            _upper = Upper + points;
            IsOpen = true;
        }
    }
}
