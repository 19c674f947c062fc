using System.Globalization;
using GreenFactory.Rules;

namespace Samples;

/// <summary>Follows one finding down to the facts, benchmarks and clauses it rests on.</summary>
public static class ExplainAVerdict
{
    public static void Main(string[] args) =>
        Run(args.ElementAtOrDefault(0) ?? "samples/factories/cement-clinker.json", args.ElementAtOrDefault(1) ?? "gb-t-36132@2025", args.ElementAtOrDefault(2) ?? "energy-intensity", Console.Out);

    public static void Run(string factsFile, string packId, string findingId, TextWriter output)
    {
        var evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load(packId));
        var verdict = evaluator.Evaluate(FactoryFacts.Load(factsFile));
        if (verdict.Find(findingId) is not { } finding)
        {
            output.WriteLine($"没有这一项: {findingId}");
            return;
        }

        output.WriteLine($"{finding.Clause} {finding.Title.Zh}: {finding.Requirement.Zh}");
        Print(finding.Explanation, 0, output);

        output.WriteLine("依据:");
        foreach (var source in Leaves(finding.Explanation).Where(s => s.Source?.Document is not null).Select(Cite).Distinct())
        {
            output.WriteLine($"  {source}");
        }
    }

    /// <summary>Every step says what was computed, from what, with which result. Terms that do not apply, such as fuels not burnt, are left out; a sum of one term is that term.</summary>
    private static void Print(ExplanationStep step, int depth, TextWriter output)
    {
        var operands = Applying(step).ToList();
        if (step.Operation is "+" or "-" && operands.Count == 1 && operands[0].Value == step.Value)
        {
            Print(operands[0], depth, output);
            return;
        }

        var mark = step.Decides ? '*' : ' ';
        output.WriteLine($"{mark} {new string(' ', depth * 2)}{step.Operation} {step.Expression} = {Short(step.Value)} {step.Unit}".TrimEnd());
        foreach (var operand in operands)
        {
            Print(operand, depth + 1, output);
        }
    }

    private static IEnumerable<ExplanationStep> Leaves(ExplanationStep step) =>
        step.Operands.Count == 0 ? [step] : Applying(step).SelectMany(Leaves);

    private static IEnumerable<ExplanationStep> Applying(ExplanationStep step) => step.Operands.Where(o => o.Value != "not-applicable");

    private static string Cite(ExplanationStep step) =>
        $"{step.Expression}: {step.Source!.Document} {step.Source.Clause} ({step.Source.Label})";

    // Values keep every digit; a reader needs a few.
    private static string Short(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : value;
}
