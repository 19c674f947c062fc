using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Verdicts;

/// <summary>
/// Marks a smallest set of parts that brings about a result: known alone, they give it, and with any one of them gone it is
/// open. Of a failed conjunction that is the first failing part, of a met one every part, of an expression of numbers every operand.
/// </summary>
internal static class DecidingParts
{
    private const string Unknown = "unknown";
    private const string NotApplicable = "not-applicable";

    public static ExplanationStep Mark(ExplanationStep step)
    {
        var decides = Choose(step);
        var weighed = step.Operands.Count(o => o is { Operation: "product", Value: not NotApplicable }) > 1;
        return step with { Decides = true, Operands = [.. step.Operands.Select((o, i) => !decides(i) ? o : o.Operation == "product" ? Product(o, weighed) : Mark(o))] };
    }

    /// <summary>A weight counts only where there is something to weigh against.</summary>
    private static ExplanationStep Product(ExplanationStep step, bool weighed) =>
        step with { Decides = true, Operands = [Mark(step.Operands[0]), weighed && step.Value != NotApplicable ? Mark(step.Operands[1]) : step.Operands[1]] };

    private static Func<int, bool> Choose(ExplanationStep step) => step.Operation switch
    {
        "and" or "all" when step.Value == "false" => FirstWith(step, "false"),
        "or" or "any" when step.Value == "true" => FirstWith(step, "true"),
        _ when step.Value == Unknown && step.Operands.Any(o => o.Value == Unknown) => i => step.Operands[i].Value == Unknown,
        _ when step.Value == NotApplicable => WhyNotApplicable(step),
        _ when step.Operation.StartsWith("scale.", StringComparison.Ordinal) => Scale(step),
        _ => _ => true,
    };

    /// <summary>Full marks come of the leading value alone, none of the baseline alone, where the other mark can only be missing from its table.</summary>
    private static Func<int, bool> Scale(ExplanationStep step)
    {
        var sign = step.Operation.EndsWith(".lower", StringComparison.Ordinal) ? -1 : 1;
        if (IsListed(step.Operands[2]) && Mark(1) is { } leading && Mark(0) >= leading)
        {
            return i => i != 2;
        }

        return IsListed(step.Operands[1]) && Mark(2) is { } baseline && Mark(0) < baseline ? i => i != 1 : _ => true;

        decimal? Mark(int operand) => Scalars.TryDecimal(step.Operands[operand].Value, out var number) ? sign * number : null;
    }

    private static bool IsListed(ExplanationStep step) => step.Origin is ValueOrigin.Benchmark or ValueOrigin.Coefficient;

    /// <summary>Where parts that do not apply drop out, all of them have to; elsewhere the first one settles it.</summary>
    private static Func<int, bool> WhyNotApplicable(ExplanationStep step)
    {
        switch (step.Operation)
        {
            case "=" or "!=" or "<" or "<=" or ">" or ">=" or "*" or "/" or "in" or "starts_with":
                return FirstWith(step, NotApplicable);
            case "if-open" when step.Operands.Count > 1:
                // Neither branch applies, whatever the condition.
                return i => i > 0;
            case var scale when scale.StartsWith("scale.", StringComparison.Ordinal):
                // The measure has to be known, or not to apply, before the table is looked at.
                var first = FirstWith(step, NotApplicable);
                return i => i == 0 || first(i);
            case var ladder when ladder.StartsWith("steps.", StringComparison.Ordinal):
                var last = IndexOf(step, NotApplicable);
                return i => i <= last && (i == 0 || i % 2 == 1);
            default:
                return _ => true;
        }
    }

    private static Func<int, bool> FirstWith(ExplanationStep step, string value)
    {
        var first = IndexOf(step, value);
        return i => i == first;
    }

    private static int IndexOf(ExplanationStep step, string value)
    {
        var index = 0;
        while (index < step.Operands.Count && step.Operands[index].Value != value)
        {
            index++;
        }

        return index;
    }
}
