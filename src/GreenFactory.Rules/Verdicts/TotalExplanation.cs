using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Verdicts;

/// <summary>
/// Writes down how the points of the findings become the total: what each group counts for, what does not apply, bonus and
/// cap, rounding. With the derivations of the findings this is all that is needed to compute the score again.
/// </summary>
internal static class TotalExplanation
{
    public static ExplanationStep Build(VerdictContext context)
    {
        var pack = context.Program.Pack;
        var full = pack.Full ?? 0;
        var parts = new List<ExplanationStep>();
        var bonus = new List<ExplanationStep>();
        decimal lower = 0;
        decimal upper = 0;
        decimal removed = 0;
        for (var g = 0; g < context.Program.Groups.Count; g++)
        {
            var group = context.Program.Groups[g];
            var score = context.Card.Groups[g];
            if (group.Definition.IsBonus)
            {
                bonus.Add(Interval("bonus", group.Definition.Id, score.Lower, score.Upper) with { Name = group.Definition.Title, Operands = [Constant("cap", group.Full, null)] });
                continue;
            }

            var (low, high) = (group.ToTotal(score.Lower), group.ToTotal(score.Upper));
            parts.Add(Group(group, score, low, high));
            lower += low;
            upper += high;
            removed += group.ToTotal(group.Full - score.Full);
        }

        var applies = full == 0 || removed < full;
        if (removed > 0 && applies)
        {
            (lower, upper) = (lower * full / (full - removed), upper * full / (full - removed));
        }

        var groups = applies ? Interval("groups", "weight", lower, upper) : Step("groups", "weight", "not-applicable");
        var total = context.Card.Total;
        var rounded = total.Applies ? Interval("total", PackReader.Modes[(int)pack.Rounding!.Mode], total.Lower, total.Upper) : Step("total", PackReader.Modes[(int)pack.Rounding!.Mode], "not-applicable");
        return rounded with
        {
            Source = pack.Rounding.Source,
            Operands = [Constant("decimals", pack.Rounding.Decimals, pack.Rounding.Source), groups with { Operands = [Constant("full", full, null), .. parts] }, .. bonus],
        };
    }

    private static ExplanationStep Group(ProgramGroup group, Score score, decimal low, decimal high)
    {
        var step = score.Applies ? Interval("group", group.Definition.Id, low, high) : Step("group", group.Definition.Id, "not-applicable");
        return step with
        {
            Name = group.Definition.Title,
            Operands =
            [
                Constant("weight", group.Weight, group.Definition.Weight?.Source),
                Constant("full", group.Full, null),
                Step("applicable", group.Definition.Id, Scalars.Number(score.Full)),
                Interval("earned", group.Definition.Id, score.Lower, score.Upper),
            ],
        };
    }

    /// <summary>A number, or what is certain and what is still reachable.</summary>
    private static ExplanationStep Interval(string operation, string expression, decimal lower, decimal upper)
    {
        var (low, high) = (Scalars.Number(Rounding.WithoutNoise(lower)), Scalars.Number(Rounding.WithoutNoise(upper)));
        return low == high ? Step(operation, expression, low) : Step(operation, expression, "unknown") with { Note = $"{low}..{high}" };
    }

    private static ExplanationStep Step(string operation, string expression, string value) => new() { Operation = operation, Expression = expression, Value = value };

    private static ExplanationStep Constant(string expression, decimal value, Provenance? source) =>
        new() { Operation = "constant", Expression = expression, Value = Scalars.Number(value), Origin = ValueOrigin.Constant, Source = source };
}
