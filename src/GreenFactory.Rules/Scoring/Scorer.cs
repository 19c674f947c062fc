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
    private static readonly int Statuses = Enum.GetValues<FindingStatus>().Length;

    private readonly RuleProgram _program;
    private readonly decimal[] _points;
    private readonly NotApplicablePolicy[] _policies;
    private readonly int[][] _groupRules;
    private readonly WholePoints?[] _whole;
    private readonly Score[] _scores;
    private readonly int[] _gates;
    private readonly int[] _mandatory;
    private readonly TierScale _tiers;

    public Scorer(RuleProgram program)
    {
        _program = program;
        _points = new decimal[program.Rules.Count];
        _policies = new NotApplicablePolicy[program.Rules.Count];
        _scores = new Score[program.Rules.Count * Statuses];
        foreach (var rule in program.Rules)
        {
            _points[rule.Index] = rule.Definition.Points?.Value ?? 0;
            _policies[rule.Index] = program.PolicyOf(rule);
            for (var status = 0; status < Statuses; status++)
            {
                _scores[(rule.Index * Statuses) + status] = ScoreOf((FindingStatus)status, _points[rule.Index], _policies[rule.Index]);
            }
        }

        _groupRules = [.. program.Groups.Select(g => g.Rules.Where(r => _points[r] != 0).ToArray())];
        _whole = [.. _groupRules.Select(rules => WholePoints.Of(rules, _points))];
        _gates = Of(RuleKind.Gate);
        _mandatory = Of(RuleKind.Mandatory);
        _tiers = new TierScale(program);

        int[] Of(RuleKind kind) => [.. program.Rules.Where(r => r.Definition.Kind == kind).Select(r => r.Index)];
    }

    public TierScale Tiers => _tiers;

    public ScoreCard Score(OutcomeTable outcomes)
    {
        var groups = new Score[_groupRules.Length];
        var earned = new decimal[_program.QuotientCount];
        decimal lower = 0;
        decimal upper = 0;
        decimal removed = 0;
        decimal bonusLower = 0;
        decimal bonusUpper = 0;
        for (var g = 0; g < groups.Length; g++)
        {
            var group = _program.Groups[g];
            var sum = Sum(g, outcomes, earned);
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

        return Conclude(outcomes, earned, groups, Total(lower, upper, removed, bonusLower, bonusUpper));
    }

    public bool IsForbidden(int rule) => _policies[rule] == NotApplicablePolicy.Forbid;

    /// <param name="index">The rule.</param>
    /// <param name="outcomes">What rules came to.</param>
    /// <param name="earned">What rules that are partly met were found to earn when groups were added up; 0 for the others.</param>
    public Score RuleScore(int index, OutcomeTable outcomes, decimal[] earned)
    {
        var status = outcomes.Status(index);
        if (status != FindingStatus.PartlyMet)
        {
            return _scores[(index * Statuses) + (int)status];
        }

        var points = _points[index];
        var part = earned[_program.QuotientSlots[index]];
        part = part == 0 ? Earned(points, in outcomes.QuotientOf(index)) : part;
        return new Score(part, part, points);
    }

    /// <summary>The score of a rule that has a status and nothing else.</summary>
    private static Score ScoreOf(FindingStatus status, decimal points, NotApplicablePolicy policy) => status switch
    {
        FindingStatus.Met => new Score(points, points, points),
        FindingStatus.InsufficientEvidence => new Score(0, points, points),
        FindingStatus.NotApplicable => policy switch
        {
            NotApplicablePolicy.Full => new Score(points, points, points),
            NotApplicablePolicy.Zero or NotApplicablePolicy.Forbid => new Score(0, 0, points),
            _ => new Score(0, 0, 0, applies: false),
        },
        _ => new Score(0, 0, points),
    };

    public decimal TotalPerPoint(int group, OutcomeTable outcomes)
    {
        var of = _program.Groups[group];
        if (of.Definition.IsBonus)
        {
            return 1;
        }

        var inGroup = of.Full - Sum(group, outcomes, new decimal[_program.QuotientCount]).RemovedInGroup;
        return inGroup == 0 ? 0 : of.Weight / inGroup;
    }

    /// <summary>Multiplies before dividing: the quotient is exact whenever the points are.</summary>
    private static decimal Scale(decimal value, decimal by, decimal of) => value == 0 || by == of ? value : value * by / of;

    private static decimal Earned(decimal points, in OutcomeTable.Quotient quotient) => points * quotient.Earned / quotient.Whole;

    /// <summary>
    /// Adds certain and reachable points each in rule order, rounding as a settled score would: every step keeps the order of
    /// two numbers, so whatever the open rules turn out to be, the settled score lies between the two to the last digit.
    /// Whole points are added as whole numbers up to the first quotient, which is exact and so the same.
    /// </summary>
    private GroupSum Sum(int group, OutcomeTable outcomes, decimal[] earned)
    {
        var rules = _groupRules[group];
        if (_whole[group] is not { } whole)
        {
            return Sum(rules, default, outcomes, earned);
        }

        var sum = default(WholeSum);
        for (var i = 0; i < rules.Length; i++)
        {
            ref readonly var points = ref whole.Points[i];
            switch (outcomes.Status(rules[i]))
            {
                case FindingStatus.Met:
                    sum.Earned.Add(points);
                    break;
                case FindingStatus.InsufficientEvidence:
                    sum.Open.Add(points);
                    break;
                case FindingStatus.NotApplicable:
                    switch (_policies[rules[i]])
                    {
                        case NotApplicablePolicy.Full:
                            sum.Earned.Add(points);
                            break;
                        case NotApplicablePolicy.RenormaliseGroup:
                            sum.RemovedInGroup.Add(points);
                            break;
                        case NotApplicablePolicy.Renormalise:
                            sum.RemovedFromTotal.Add(points);
                            break;
                    }

                    break;
                case FindingStatus.PartlyMet:
                    return Sum(rules.AsSpan(i), whole.Exact(sum), outcomes, earned);
            }
        }

        return whole.Exact(sum);
    }

    private GroupSum Sum(ReadOnlySpan<int> rules, in GroupSum begun, OutcomeTable outcomes, decimal[] earned)
    {
        var (lower, upper, isOpen) = (begun.Lower, begun.Upper, begun.IsOpen);
        var (inGroup, fromTotal) = (begun.RemovedInGroup, begun.RemovedFromTotal);
        foreach (var index in rules)
        {
            var points = _points[index];
            switch (outcomes.Status(index))
            {
                case FindingStatus.PartlyMet:
                    points = earned[_program.QuotientSlots[index]] = Earned(points, in outcomes.QuotientOf(index));
                    break;
                case FindingStatus.Met:
                    break;
                case FindingStatus.InsufficientEvidence:
                    upper = (isOpen ? upper : lower) + points;
                    isOpen = true;
                    continue;
                case FindingStatus.NotApplicable when _policies[index] == NotApplicablePolicy.Full:
                    break;
                case FindingStatus.NotApplicable when _policies[index] == NotApplicablePolicy.RenormaliseGroup:
                    inGroup += points;
                    continue;
                case FindingStatus.NotApplicable when _policies[index] == NotApplicablePolicy.Renormalise:
                    fromTotal += points;
                    continue;
                default:
                    continue;
            }

            // Until something is open both are the same, and most groups add once.
            lower += points;
            if (isOpen)
            {
                upper += points;
            }
        }

        return new GroupSum(lower, isOpen ? upper : lower, isOpen, inGroup, fromTotal);
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

    private ScoreCard Conclude(OutcomeTable outcomes, decimal[] earned, Score[] groups, Score total)
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
        return new ScoreCard(this, outcomes, earned)
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
}
