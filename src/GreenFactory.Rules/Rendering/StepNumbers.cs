using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Rendering;

/// <summary>Numbers of steps that are compared with each other, shown so that the comparison can be seen.</summary>
internal static class StepNumbers
{
    public static decimal? NumberOf(ExplanationStep step) =>
        step.Value is not ("unknown" or "not-applicable") && Scalars.TryDecimal(step.Value, out var number) ? number : null;

    /// <summary>The values with their units; numbers share their decimals, everything else is worded alone.</summary>
    public static string[] Together(Wording words, params ReadOnlySpan<ExplanationStep> steps)
    {
        var numbers = new List<decimal>();
        foreach (var step in steps)
        {
            if (IsQuantity(step) && NumberOf(step) is { } number)
            {
                numbers.Add(number);
            }
        }

        var shown = ShownNumber.Together([.. numbers]);
        var texts = new string[steps.Length];
        for (int i = 0, next = 0; i < steps.Length; i++)
        {
            texts[i] = IsQuantity(steps[i]) && NumberOf(steps[i]) is not null ? Wording.WithUnit(shown[next++], steps[i].Unit) : words.ValueOf(steps[i]);
        }

        return texts;
    }

    /// <summary>
    /// Both sides of a comparison. Sides in different units are brought to the unit of the right one; where decimal digits
    /// do not suffice to keep them apart, each is written out in full.
    /// </summary>
    public static (string Left, string Right) Compared(Wording words, ExplanationStep comparison)
    {
        var left = comparison.Operands[0];
        var right = comparison.Operands[1];
        if (comparison.Scales is not { } scales || NumberOf(left) is not { } a || NumberOf(right) is not { } b || left.Unit == right.Unit)
        {
            var same = Together(words, left, right);
            return (same[0], same[1]);
        }

        try
        {
            var converted = new Conversion(scales.Numerator, scales.Denominator).Apply(a);
            var shown = ShownNumber.Together(converted, b);
            return converted == b && a * scales.Numerator != b * scales.Denominator
                ? (Wording.WithUnit(left.Value, left.Unit), Wording.WithUnit(right.Value, right.Unit))
                : (Wording.WithUnit(shown[0], right.Unit), Wording.WithUnit(shown[1], right.Unit));
        }
        catch (OverflowException)
        {
            return (words.ValueOf(left), words.ValueOf(right));
        }
    }

    private static bool IsQuantity(ExplanationStep step) => step.Unit is not null;
}
