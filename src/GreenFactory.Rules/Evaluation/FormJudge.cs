using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation;

/// <summary>The meaning of one form of an indicator: measure, then ladder or scale.</summary>
internal static class FormJudge
{
    public static RuleOutcome Judge(BoundForm form, Func<Bound, Value> evaluate)
    {
        var value = evaluate(form.Measure);
        if (value is not NumberValue measured)
        {
            return value.IsNotApplicable ? RuleOutcome.NotApplicable : RuleOutcome.Insufficient;
        }

        var outcome = form.Steps.Count > 0 ? Steps(form, measured.Number, evaluate) : Scale(form, measured.Number, evaluate);
        outcome.HasMeasured = true;
        outcome.Measured = measured.Number;
        return outcome;
    }

    private static RuleOutcome Steps(BoundForm form, decimal measured, Func<Bound, Value> evaluate)
    {
        decimal best = 0;
        foreach (var step in form.Steps)
        {
            var at = evaluate(step.At);
            if (at is not NumberValue rung)
            {
                return at.IsNotApplicable ? RuleOutcome.NotApplicable : RuleOutcome.Insufficient;
            }

            if (AtOrBeyond(form, measured, rung.Number))
            {
                best = Math.Max(best, step.Earns);
            }
        }

        return RuleOutcome.OfShare(best, 1);
    }

    private static RuleOutcome Scale(BoundForm form, decimal measured, Func<Bound, Value> evaluate)
    {
        var leadingValue = evaluate(form.Leading!);
        var baselineValue = evaluate(form.Baseline!);
        if (leadingValue.IsNotApplicable || baselineValue.IsNotApplicable)
        {
            return RuleOutcome.NotApplicable;
        }

        var leadingMark = (leadingValue as NumberValue)?.Number;
        var baselineMark = (baselineValue as NumberValue)?.Number;
        if (leadingMark is { } best && baselineMark is { } least && !AtOrBeyond(form, best, least))
        {
            // A leading value worse than the baseline is a broken table; it decides nothing.
            return RuleOutcome.Insufficient;
        }

        // Full marks need the leading value only, none the baseline only, as long as the other can just be missing from a table.
        if (leadingMark is { } full && (baselineMark is not null || form.BaselineIsListed) && AtOrBeyond(form, measured, full))
        {
            return RuleOutcome.OfShare(1, 1);
        }

        if (baselineMark is { } floor && (leadingMark is not null || form.LeadingIsListed) && !AtOrBeyond(form, measured, floor))
        {
            return RuleOutcome.OfShare(0, 1);
        }

        if (leadingMark is not { } leading || baselineMark is not { } baseline)
        {
            return RuleOutcome.Insufficient;
        }

        if (form.Method == BetweenMethod.Range)
        {
            return RuleOutcome.OfShare(Math.Abs(measured - baseline), Math.Abs(leading - baseline));
        }

        // A ratio of values of which one is negative has no meaning: compare, do not divide. Here the divisor is never zero.
        if (measured < 0 || leading < 0)
        {
            return RuleOutcome.Insufficient;
        }

        return form.LowerIsBetter ? RuleOutcome.OfShare(leading, measured) : RuleOutcome.OfShare(measured, leading);
    }

    private static bool AtOrBeyond(BoundForm form, decimal value, decimal mark) => form.LowerIsBetter ? value <= mark : value >= mark;
}
