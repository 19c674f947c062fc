namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>
/// Computes the steps of a derivation again from their leaves. Leaves can be taken away: they are unknown then. Where nothing
/// is taken away every step is held against the value that is written beside it.
/// </summary>
internal sealed class StepCalculator(Func<Step, bool>? isGone = null)
{
    private readonly List<string> _differences = [];

    /// <summary>Steps whose written value is not what their operands give.</summary>
    public IReadOnlyList<string> Differences => _differences;

    public Answer Answer(Step step)
    {
        var answer = step.IsLeaf && step.Note != "products" ? Leaf(step) : Compute(step);
        Check(step, answer);
        return answer;
    }

    public Share Share(Step step)
    {
        var share = step.Op switch
        {
            "when" => When(step),
            "met" => Condition(Answer(step.Operands[0])),
            "fraction" => Answer(step.Operands[0]) is { IsKnown: true, Number: var fraction } ? Recalculation.Share.Of(Math.Clamp(fraction, 0, 1)) : Recalculation.Share.Missing(Answer(step.Operands[0])),
            "forms" => Forms(step),
            "average" => Products(step),
            "product" => Share(step.Operands[0]),
            _ when step.Op.StartsWith("scale.", StringComparison.Ordinal) => Scale(step),
            _ when step.Op.StartsWith("steps.", StringComparison.Ordinal) => Ladder(step),
            _ => throw new InvalidOperationException($"No share is computed by {step.Op}."),
        };
        Check(step, share.Shown);
        return share;
    }

    private void Check(Step step, Answer answer)
    {
        if (isGone is null && answer != step.Value)
        {
            _differences.Add($"{step.Op} {step.Expression} {step.Note}: {step.Value} is written, {answer} follows");
        }
    }

    private Answer Leaf(Step step) => isGone?.Invoke(step) == true ? Recalculation.Answer.Unknown : step.Op switch
    {
        // A fold over no products at all.
        "sum" or "min" or "max" or "average" or "any" or "all" => Recalculation.Answer.NotApplicable,
        "count" => Recalculation.Answer.Of(0),
        _ => step.Value,
    };

    private Answer Compute(Step step)
    {
        if (step.Note == "products")
        {
            return Recalculation.Answer.Unknown;
        }

        var parts = step.Operands.Select(Answer).ToList();
        return step.Op switch
        {
            "fact" => Applies(parts[0]),
            "derived" => parts[0],
            "convert" => Algebra.Convert(parts[0], step.Note!),
            "negate" => Algebra.Number(parts[0], n => -n),
            "abs" => Algebra.Number(parts[0], Math.Abs),
            "shift" => Algebra.Shift(parts[0], step.Note!),
            "not" => parts[0].IsKnown ? Recalculation.Answer.Of(!parts[0].Truth) : parts[0],
            "and" or "all" => Algebra.Fold(isAnd: true, parts),
            "or" or "any" => Algebra.Fold(isAnd: false, parts),
            "+" or "-" or "*" or "/" => parts.Aggregate((left, right) => Algebra.Arithmetic(step.Op, left, right)),
            "=" or "!=" or "<" or "<=" or ">" or ">=" => Algebra.Compare(step.Op, parts[0], parts[1], step.Note),
            "in" => Algebra.Text(parts[0], parts[1], (item, set) => set.Split(", ").Contains(item)),
            "applies" => parts[0].IsUnknown ? parts[0] : Recalculation.Answer.Of(parts[0].IsKnown),
            "starts_with" => Algebra.Text(parts[0], parts[1], (text, prefix) => text.StartsWith(prefix, StringComparison.Ordinal)),
            "if" => parts[0].IsKnown ? parts[1] : parts[0].IsUnknown ? Recalculation.Answer.Unknown : Recalculation.Answer.NotApplicable,
            "if-open" => parts[0].IsNotApplicable || (parts.Count == 3 && parts[1].IsNotApplicable && parts[2].IsNotApplicable) ? Recalculation.Answer.NotApplicable : Recalculation.Answer.Unknown,
            "left-out" => parts[0].IsUnknown ? Recalculation.Answer.Unknown : Recalculation.Answer.NotApplicable,
            "max" or "min" => Algebra.Extreme(step.Op == "max", parts),
            "sum" => Algebra.Sum(parts),
            "average" => Algebra.Average(parts),
            "count" => Algebra.Count(parts),
            _ => throw new InvalidOperationException($"No value is computed by {step.Op}."),
        };
    }

    /// <summary>A fact that nobody stated, with the question whether it applies below it.</summary>
    private static Answer Applies(Answer applies) =>
        applies.IsUnknown || applies is { IsKnown: true, Truth: true } ? Recalculation.Answer.Unknown : Recalculation.Answer.NotApplicable;

    private static Share Condition(Answer answer) => answer.IsKnown ? Recalculation.Share.Of(answer.Truth ? 1 : 0) : Recalculation.Share.Missing(answer);

    private Share When(Step step)
    {
        var when = Answer(step.Operands[0]);
        return when is { IsKnown: true, Truth: true } ? Share(step.Operands[1]) : when.IsUnknown ? Recalculation.Share.Unknown : Recalculation.Share.NotApplicable;
    }

    /// <summary>The first form whose condition holds; an open condition leaves it open which that is.</summary>
    private Share Forms(Step step)
    {
        foreach (var form in step.Operands)
        {
            var isGuarded = form.Operands.Count == 2 || !IsShare(form.Operands[0]);
            if (isGuarded && Answer(form.Operands[0]) is var when && when is not { IsKnown: true, Truth: true })
            {
                Check(form, when);
                if (when.IsUnknown)
                {
                    return Recalculation.Share.Unknown;
                }

                continue;
            }

            var share = Share(form.Operands[^1]);
            Check(form, share.Shown);
            return share;
        }

        return Recalculation.Share.NotApplicable;
    }

    private static bool IsShare(Step step) =>
        step.Op.StartsWith("scale.", StringComparison.Ordinal) || step.Op.StartsWith("steps.", StringComparison.Ordinal)
        || (step.Op == "average" && (step.Note == "products" || step.Operands.All(o => o.Op == "product")));

    /// <summary>Shares weighed by product; what does not apply is left out, a single product needs no weight.</summary>
    private Share Products(Step step)
    {
        // No products at all is something known as well, and can be taken away.
        if (step.Note == "products" || (step.IsLeaf && isGone?.Invoke(step) == true))
        {
            return Recalculation.Share.Unknown;
        }

        var parts = step.Operands.Select(p => (Share: Share(p), Weight: Answer(p.Operands[1]))).ToList();
        if (parts.Any(p => p.Share.Kind == AnswerKind.Unknown))
        {
            return Recalculation.Share.Unknown;
        }

        var counted = parts.Where(p => p.Share.Kind == AnswerKind.Number).ToList();
        if (counted.Count < 2)
        {
            return counted.Count == 0 ? Recalculation.Share.NotApplicable : counted[0].Share;
        }

        if (counted.Any(p => p.Weight.Kind != AnswerKind.Number || p.Weight.Number < 0))
        {
            return Recalculation.Share.Unknown;
        }

        try
        {
            var earned = counted.Aggregate(0m, (sum, p) => sum + (p.Weight.Number * p.Share.Earned / p.Share.Whole));
            var whole = counted.Aggregate(0m, (sum, p) => sum + p.Weight.Number);
            return whole > 0 ? Recalculation.Share.Of(earned, whole) : Recalculation.Share.Unknown;
        }
        catch (OverflowException)
        {
            return Recalculation.Share.Unknown;
        }
    }

    private Share Scale(Step step)
    {
        var parts = step.Operands.Select(Answer).ToList();
        var (measured, leading, baseline) = (parts[0], parts[1], parts[2]);
        if (!measured.IsKnown)
        {
            return Recalculation.Share.Missing(measured);
        }

        if (leading.IsNotApplicable || baseline.IsNotApplicable)
        {
            return Recalculation.Share.NotApplicable;
        }

        // Turned round where lower is better, so that more is better from here on.
        var sign = IsLower(step) ? -1 : 1;
        var (m, l, b) = (sign * measured.Number, sign * leading.Number, sign * baseline.Number);
        if (leading.IsKnown && baseline.IsKnown && l < b)
        {
            return Recalculation.Share.Unknown;
        }

        // A mark that stands in a table can be missing there; then the other one alone may be enough.
        if (leading.IsKnown && (baseline.IsKnown || IsListed(step.Operands[2])) && m >= l)
        {
            return Recalculation.Share.Of(1);
        }

        if (baseline.IsKnown && (leading.IsKnown || IsListed(step.Operands[1])) && m < b)
        {
            return Recalculation.Share.Of(0);
        }

        if (leading.IsUnknown || baseline.IsUnknown)
        {
            return Recalculation.Share.Unknown;
        }

        if (step.Op.StartsWith("scale.range", StringComparison.Ordinal))
        {
            return Recalculation.Share.Of(m - b, l - b);
        }

        return measured.Number < 0 || leading.Number < 0 ? Recalculation.Share.Unknown
            : sign < 0 ? Recalculation.Share.Of(leading.Number, measured.Number)
            : Recalculation.Share.Of(measured.Number, leading.Number);
    }

    private static bool IsListed(Step step) => step.Op is "benchmark" or "coefficient";

    private Share Ladder(Step step)
    {
        var measured = Answer(step.Operands[0]);
        if (!measured.IsKnown)
        {
            return Recalculation.Share.Missing(measured);
        }

        var best = 0m;
        for (var rung = 1; rung < step.Operands.Count; rung += 2)
        {
            var (at, earns) = (Answer(step.Operands[rung]), Answer(step.Operands[rung + 1]));
            if (!at.IsKnown || !earns.IsKnown)
            {
                return Recalculation.Share.Missing(at.IsKnown ? earns : at);
            }

            if (IsLower(step) ? measured.Number <= at.Number : measured.Number >= at.Number)
            {
                best = Math.Max(best, earns.Number);
            }
        }

        return Recalculation.Share.Of(best);
    }

    private static bool IsLower(Step step) => step.Op.EndsWith(".lower", StringComparison.Ordinal);
}
