using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Evaluation.Compiled;

/// <summary>Which marks of a scale stand in a table, so that they can be missing but never turn out not to apply.</summary>
[Flags]
internal enum ListedMarks
{
    None = 0,
    Leading = 1,
    Baseline = 2,
}

/// <summary>Turns values into outcomes; called by compiled rules.</summary>
internal static class Judgements
{
    public static void Record(OutcomeTable outcomes, int rule, in RuleOutcome outcome) => outcomes[rule] = outcome;

    public static void RecordCondition(OutcomeTable outcomes, int rule, Truth truth) => outcomes.Record(rule, truth switch
    {
        Truth.True => FindingStatus.Met,
        Truth.False => FindingStatus.NotMet,
        Truth.Unknown => FindingStatus.InsufficientEvidence,
        _ => FindingStatus.NotApplicable,
    });

    /// <summary>The outcome of a rule whose condition of use is not true.</summary>
    public static void RecordClosed(OutcomeTable outcomes, int rule, Truth when) =>
        outcomes.Record(rule, when == Truth.Unknown ? FindingStatus.InsufficientEvidence : FindingStatus.NotApplicable);

    /// <summary>The outcome where no form of an indicator can be used.</summary>
    public static void Closed(ref RuleOutcome outcome, Truth when) =>
        outcome = when == Truth.Unknown ? RuleOutcome.Insufficient : RuleOutcome.NotApplicable;

    public static void Fraction(ref RuleOutcome outcome, Num value)
    {
        if (!Open(ref outcome, value))
        {
            outcome = RuleOutcome.OfShare(Math.Clamp(value.Value, 0m, 1m), 1m);
            Show(ref outcome, value, -1);
        }
    }

    public static void Scale(ref RuleOutcome outcome, Num measured, Num leading, Num baseline, bool lowerIsBetter, BetweenMethod method, ListedMarks listed, int form)
    {
        if (!Open(ref outcome, measured))
        {
            outcome = Between(measured.Value, leading, baseline, lowerIsBetter, method, listed);
            Show(ref outcome, measured, form);
        }

        outcome.Form = (short)form;
    }

    /// <summary>One rung of a ladder added to the best so far; the first rung that is open decides that the ladder is.</summary>
    public static Num Step(Num best, Num measured, Num at, decimal earns, bool lowerIsBetter)
    {
        if (best.State != FactState.Known || at.State != FactState.Known)
        {
            return best.State != FactState.Known ? best : new Num(at.State, 0);
        }

        var reached = lowerIsBetter ? measured.Value <= at.Value : measured.Value >= at.Value;
        return reached && earns > best.Value ? Num.Of(earns) : best;
    }

    public static void Steps(ref RuleOutcome outcome, Num measured, Num best, int form)
    {
        if (!Open(ref outcome, measured))
        {
            if (!Open(ref outcome, best))
            {
                outcome = RuleOutcome.OfShare(best.Value, 1m);
            }

            Show(ref outcome, measured, form);
        }

        outcome.Form = (short)form;
    }

    public static void OverProducts(ref RuleOutcome outcome, Run run, ProductJudgement judge, int form)
    {
        outcome = Products(run, judge);
        outcome.Form = (short)form;
    }

    private static RuleOutcome Products(Run run, ProductJudgement judge)
    {
        if (run.Frame.Facts.Products is not { } products)
        {
            return RuleOutcome.Insufficient;
        }

        var only = RuleOutcome.NotApplicable;
        var parts = 0;
        var weighed = true;
        decimal earned = 0;
        decimal whole = 0;
        for (var p = 0; p < products.Count; p++)
        {
            var one = default(RuleOutcome);
            var weight = default(Num);
            judge(run, run.Cells, p, ref one, ref weight);
            if (one.Status == FindingStatus.InsufficientEvidence)
            {
                return RuleOutcome.Insufficient;
            }

            if (one.Status == FindingStatus.NotApplicable)
            {
                continue;
            }

            only = one;
            only.Product = p + 1;
            parts++;
            weighed = weighed && weight.State == FactState.Known && weight.Value >= 0 && Weigh(ref earned, ref whole, weight.Value, one);
        }

        if (parts <= 1)
        {
            return only;
        }

        return weighed && whole > 0 ? RuleOutcome.OfShare(earned, whole) : RuleOutcome.Insufficient;
    }

    /// <summary>Beyond a known leading value or short of a known baseline the other mark does not matter, if all it can be is missing from a table.</summary>
    private static RuleOutcome WithOneMark(decimal x, Num leading, Num baseline, bool lowerIsBetter, ListedMarks listed)
    {
        if (leading.State == FactState.Known && listed.HasFlag(ListedMarks.Baseline) && (lowerIsBetter ? x <= leading.Value : x >= leading.Value))
        {
            return RuleOutcome.OfShare(1m, 1m);
        }

        return baseline.State == FactState.Known && listed.HasFlag(ListedMarks.Leading) && (lowerIsBetter ? x > baseline.Value : x < baseline.Value)
            ? RuleOutcome.OfShare(0m, 1m)
            : RuleOutcome.Insufficient;
    }

    private static bool Weigh(ref decimal earned, ref decimal whole, decimal weight, in RuleOutcome one)
    {
        try
        {
            earned += weight * one.Earned / one.Whole;
            whole += weight;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static RuleOutcome Between(decimal x, Num leading, Num baseline, bool lowerIsBetter, BetweenMethod method, ListedMarks listed)
    {
        if (leading.State != FactState.Known || baseline.State != FactState.Known)
        {
            return leading.State == FactState.NotApplicable || baseline.State == FactState.NotApplicable ? RuleOutcome.NotApplicable : WithOneMark(x, leading, baseline, lowerIsBetter, listed);
        }

        var l = leading.Value;
        var b = baseline.Value;
        if (lowerIsBetter ? l > b : l < b)
        {
            return RuleOutcome.Insufficient;
        }

        if (lowerIsBetter ? x <= l : x >= l)
        {
            return RuleOutcome.OfShare(1m, 1m);
        }

        if (lowerIsBetter ? x > b : x < b)
        {
            return RuleOutcome.OfShare(0m, 1m);
        }

        if (method == BetweenMethod.Range)
        {
            return lowerIsBetter ? RuleOutcome.OfShare(b - x, b - l) : RuleOutcome.OfShare(x - b, l - b);
        }

        if (x < 0 || l < 0)
        {
            return RuleOutcome.Insufficient;
        }

        return lowerIsBetter ? RuleOutcome.OfShare(l, x) : RuleOutcome.OfShare(x, l);
    }

    private static bool Open(ref RuleOutcome outcome, Num value)
    {
        if (value.State == FactState.Known)
        {
            return false;
        }

        outcome = value.State == FactState.NotApplicable ? RuleOutcome.NotApplicable : RuleOutcome.Insufficient;
        return true;
    }

    private static void Show(ref RuleOutcome outcome, Num measured, int form)
    {
        outcome.HasMeasured = true;
        outcome.Measured = measured.Value;
        outcome.Form = (short)form;
    }
}
