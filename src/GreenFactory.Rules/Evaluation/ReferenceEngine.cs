using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation;

/// <summary>The meaning of rules, written to be read: interprets the program as it stands. Slow, and the oracle for every other engine.</summary>
internal sealed class ReferenceEngine(RuleProgram program) : IRuleEngine
{
    public const string EngineName = "reference";

    public string Name => EngineName;

    public void Run(EvaluationFrame frame, OutcomeTable outcomes)
    {
        var interpreter = new Interpreter(frame);
        for (var i = 0; i < program.Rules.Count; i++)
        {
            outcomes[i] = Judge(program.Rules[i], interpreter);
        }
    }

    /// <summary>What one rule comes to.</summary>
    public static RuleOutcome Judge(BoundRule rule, Interpreter interpreter)
    {
        if (rule.When is not null && Closed(interpreter.Evaluate(rule.When)) is { } closed)
        {
            return closed;
        }

        if (rule.Condition is not null)
        {
            return interpreter.Evaluate(rule.Condition) switch
            {
                TruthValue truth => truth.Truth ? RuleOutcome.Met : RuleOutcome.NotMet,
                NotApplicableValue => RuleOutcome.NotApplicable,
                _ => RuleOutcome.Insufficient,
            };
        }

        return rule.Fraction is not null ? Fraction(interpreter.Evaluate(rule.Fraction)) : Forms(rule, interpreter);
    }

    /// <summary>What a condition of use says when it is not simply true.</summary>
    private static RuleOutcome? Closed(Value when) =>
        when == Value.True ? null : when.IsUnknown ? RuleOutcome.Insufficient : RuleOutcome.NotApplicable;

    private static RuleOutcome Fraction(Value value)
    {
        if (value is not NumberValue number)
        {
            return value.IsNotApplicable ? RuleOutcome.NotApplicable : RuleOutcome.Insufficient;
        }

        var outcome = RuleOutcome.OfShare(Math.Clamp(number.Number, 0, 1), 1);
        outcome.HasMeasured = true;
        outcome.Measured = number.Number;
        return outcome;
    }

    private static RuleOutcome Forms(BoundRule rule, Interpreter interpreter)
    {
        for (var i = 0; i < rule.Forms.Count; i++)
        {
            var form = rule.Forms[i];
            if (form.When is not null)
            {
                var when = interpreter.Evaluate(form.When);
                if (when.IsUnknown)
                {
                    return RuleOutcome.Insufficient;
                }

                if (when != Value.True)
                {
                    continue;
                }
            }

            var outcome = form.OverProducts ? OverProducts(form, interpreter) : FormJudge.Judge(form, interpreter.Evaluate);
            outcome.Form = (short)i;
            return outcome;
        }

        return RuleOutcome.NotApplicable;
    }

    /// <summary>The shares of the products, averaged by weight; a product that does not apply is left out, one unknown leaves all open.</summary>
    private static RuleOutcome OverProducts(BoundForm form, Interpreter interpreter)
    {
        if (interpreter.Frame.Facts.Products is not { } products)
        {
            return RuleOutcome.Insufficient;
        }

        var parts = new List<(RuleOutcome Outcome, Value Weight)>();
        for (var p = 0; p < products.Count; p++)
        {
            var product = p;
            var outcome = FormJudge.Judge(form, e => interpreter.EvaluateProduct(e, product));
            if (outcome.Status == FindingStatus.InsufficientEvidence)
            {
                return RuleOutcome.Insufficient;
            }

            if (outcome.Status != FindingStatus.NotApplicable)
            {
                outcome.Product = p + 1;
                parts.Add((outcome, interpreter.EvaluateProduct(form.Weight!, product)));
            }
        }

        switch (parts.Count)
        {
            case 0:
                return RuleOutcome.NotApplicable;
            case 1:
                return parts[0].Outcome;
        }

        try
        {
            decimal earned = 0;
            decimal whole = 0;
            foreach (var (outcome, weight) in parts)
            {
                if (weight is not NumberValue number || number.Number < 0)
                {
                    return RuleOutcome.Insufficient;
                }

                earned += number.Number * outcome.Earned / outcome.Whole;
                whole += number.Number;
            }

            return whole > 0 ? RuleOutcome.OfShare(earned, whole) : RuleOutcome.Insufficient;
        }
        catch (OverflowException)
        {
            return RuleOutcome.Insufficient;
        }
    }
}
