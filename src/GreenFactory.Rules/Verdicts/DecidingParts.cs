namespace GreenFactory.Rules.Verdicts;

/// <summary>
/// Marks a smallest set of parts that brings about a result: of a failed conjunction the first failing part, of a met one
/// every part, of an expression of numbers every operand.
/// </summary>
internal static class DecidingParts
{
    public static ExplanationStep Mark(ExplanationStep step) => step with { Decides = true, Operands = Choose(step) };

    private static List<ExplanationStep> Choose(ExplanationStep step)
    {
        var decisive = step.Operation switch
        {
            "and" or "all" => step.Value == "false" ? "false" : null,
            "or" or "any" => step.Value == "true" ? "true" : null,
            _ => null,
        };
        var isLogic = step.Operation is "and" or "or" or "all" or "any";
        var found = false;
        var parts = new List<ExplanationStep>(step.Operands.Count);
        foreach (var operand in step.Operands)
        {
            var decides = decisive is not null
                ? !found && operand.Value == decisive
                : !isLogic || operand.Value == step.Value;
            found |= decides;
            parts.Add(decides ? Mark(operand) : operand);
        }

        return parts;
    }
}
