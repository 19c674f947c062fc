using System.Diagnostics;

namespace GreenFactory.Rules.Rendering;

/// <summary>One sentence for each kind of step: what was computed, with which result, and where the value is from.</summary>
internal sealed class StepSentences(Wording words, FindingReasons reasons)
{
    /// <summary>Longer expressions are cut: their parts follow below them.</summary>
    private const int WidestExpression = 72;

    public string Of(ExplanationStep step) => step.Operation switch
    {
        "points" or "not-applicable" => throw new UnreachableException(),
        "when" => words.Say(Phrases.AppliesIf, words.TruthOf(step.Operands[0])),
        "met" => words.Say(Phrases.Condition, words.TruthOf(step.Operands[0]), Earned(step)) + Tail(step),
        "fraction" => words.Say(Phrases.ByAssessment, Percent(step)),
        "forms" => words.Say(Phrases.Forms, Earned(step)),
        "form" => Form(step),
        "average" => words.Say(Phrases.Average, words.Named(step.Expression), Earned(step)) + Note(step),
        "product" => words.Say(Phrases.Product, reasons.NameOfProduct(step), Earned(step), words.ValueOf(step.Operands[1])),
        "constant" when step.Expression == "earns" => words.Say(Phrases.RungEarns, Percent(step)) + Tail(step),
        "constant" when step.Unit is null && step.Value == step.Expression => words.ValueOf(step) + Tail(step),
        "constant" => words.ValueOf(step) + Tail(step),
        "fact" or "derived" => Fact(step),
        "coefficient" or "benchmark" or "parameter" or "context" => Equation(reasons.NameOf(step), step) + Tail(step),
        "=" or "!=" or "<" or "<=" or ">" or ">=" => Comparison(step),
        "and" or "or" or "not" or "in" or "any" or "all" or "starts_with" or "applies" => words.Say(Phrases.Is, Expression(step), words.TruthOf(step)) + Note(step),
        "convert" => Equation(words.Say(Phrases.Converted, step.Note), step),
        "left-out" => words.Say(Phrases.LeftOut, Expression(step), words.ValueOf(step)),
        "if" or "if-open" when step.Value is "true" or "false" => words.Say(Phrases.Is, Expression(step), words.TruthOf(step)),
        _ when FindingReasons.IsScale(step) => Scale(step),
        _ when FindingReasons.IsLadder(step) => Ladder(step),
        _ => Equation(Expression(step), step) + Note(step),
    };

    /// <summary>A value with its name, marked where digits were left out.</summary>
    public string Equation(string name, ExplanationStep step)
    {
        var shown = words.ValueOf(step);
        var trimmed = step.Unit is not null && StepNumbers.NumberOf(step) is { } number && ShownNumber.IsTrimmed(number, ShownNumber.Of(number));
        return words.Say(trimmed ? Phrases.About : Phrases.Equal, name, shown);
    }

    /// <summary>What share of the points a step earns, or why it earns none yet.</summary>
    public string Earned(ExplanationStep step) =>
        StepNumbers.NumberOf(step) is null ? words.ValueOf(step) : words.Say(Phrases.Earns, Percent(step));

    /// <summary>The expression as its author wrote it.</summary>
    private static string Expression(ExplanationStep step) => TextWrap.Cut(Printable.Line(step.Expression), WidestExpression);

    private string Percent(ExplanationStep step) => FindingReasons.PercentOf(words, step);

    private string Note(ExplanationStep step) => step.Note is null ? string.Empty : words.Say(Phrases.Parenthesis, NoteText(step.Note));

    private string NoteText(string note) => Phrases.Notes.TryGetValue(note, out var own) ? words.Say(own) : Printable.Line(note);

    /// <summary>Origin, path, document, clause and label, in brackets behind the sentence.</summary>
    private string Tail(ExplanationStep step)
    {
        var parts = new List<string>();
        if (step.Origin != ValueOrigin.Computed)
        {
            parts.Add(words.Say(Phrases.Origins[(int)step.Origin]) + (step.Origin == ValueOrigin.Constant ? string.Empty : " " + Printable.Line(step.Expression)));
        }

        if (step.Source is not null)
        {
            var cited = words.Of(step.Source);
            parts.Add(step.Origin is ValueOrigin.Fact or ValueOrigin.Derived ? words.Say(Phrases.Defined, cited) : cited);
        }

        if (step.Note is not null && step.Origin != ValueOrigin.Fact)
        {
            parts.Add(step.Origin == ValueOrigin.Benchmark && !Phrases.Notes.ContainsKey(step.Note) ? words.Say(Phrases.Row, step.Note) : NoteText(step.Note));
        }

        return parts.Count == 0 ? string.Empty : $" [{words.Join(parts, Phrases.Semicolon)}]";
    }

    private string Fact(ExplanationStep step)
    {
        var why = step.Note is not null ? words.Say(Phrases.Parenthesis, Printable.Line(step.Note))
            : step is { Operation: "fact", Value: "unknown", Operands.Count: 0 } ? words.Say(Phrases.Parenthesis, words.Say(Phrases.NotStated))
            : string.Empty;
        return Equation(reasons.NameOf(step), step) + why + Tail(step);
    }

    private string Comparison(ExplanationStep step)
    {
        if (step.Value is "unknown" or "not-applicable")
        {
            return words.Say(Phrases.Is, Expression(step), words.TruthOf(step));
        }

        var (left, right) = StepNumbers.Compared(words, step);
        return words.Say(Phrases.Is, Expression(step), $"{left} {FindingReasons.Symbol(step.Operation)} {right} {words.TruthOf(step)}");
    }

    private string Form(ExplanationStep step)
    {
        var name = step.Name is null ? Printable.Line(step.Expression) : words.Of(step.Name);
        return FindingReasons.IsUsed(step) ? words.Say(Phrases.FormUsed, name, Earned(step))
            : words.Say(step.Value == "unknown" ? Phrases.FormOpen : Phrases.FormSkipped, name);
    }

    private string Ladder(ExplanationStep step)
    {
        var (measured, rungs) = FindingReasons.Ladder(words, step);
        return words.Say(Phrases.Ladder, measured, Direction(step), rungs, Earned(step));
    }

    private string Direction(ExplanationStep step) => words.Say(step.Operation.EndsWith("lower", StringComparison.Ordinal) ? Phrases.LowerIsBetter : Phrases.HigherIsBetter);

    private string Scale(ExplanationStep step)
    {
        var byRange = step.Operation.StartsWith("scale.range", StringComparison.Ordinal);
        var shown = StepNumbers.Together(words, step.Operands[0], step.Operands[1], step.Operands[2]);
        var earned = Formula(step, byRange) is { } formula ? $"{formula}{words.Say(Phrases.Comma)}{Earned(step)}" : Earned(step);
        return words.Say(Phrases.Scale, shown[0], shown[1], shown[2], Direction(step), words.Say(byRange ? Phrases.ByRange : Phrases.ByRatio), earned);
    }

    /// <summary>The arithmetic between the two values, only where the measure lies between them.</summary>
    private string? Formula(ExplanationStep step, bool byRange)
    {
        if (StepNumbers.NumberOf(step) is not (> 0 and < 1) || StepNumbers.NumberOf(step.Operands[0]) is not { } measured
            || StepNumbers.NumberOf(step.Operands[1]) is not { } leading || StepNumbers.NumberOf(step.Operands[2]) is not { } baseline)
        {
            return null;
        }

        var shown = ShownNumber.Together(measured, leading, baseline);
        var lower = step.Operation.EndsWith("lower", StringComparison.Ordinal);
        var (above, below) = (byRange, lower) switch
        {
            (true, true) => ($"({shown[2]} - {shown[0]})", $"({shown[2]} - {shown[1]})"),
            (true, false) => ($"({shown[0]} - {shown[2]})", $"({shown[1]} - {shown[2]})"),
            (false, true) => (shown[1], shown[0]),
            (false, false) => (shown[0], shown[1]),
        };
        return words.Say(Phrases.ScaleFormula, above, below, Percent(step));
    }
}
