using System.Globalization;
using GreenFactory.Rules;

namespace Samples;

/// <summary>Follows one finding down to the facts, benchmarks and clauses it rests on.</summary>
public static class ExplainAVerdict
{
    public static void Main(string[] args) =>
        Run(args.ElementAtOrDefault(0) ?? "samples/factories/cement-clinker.json", args.ElementAtOrDefault(1) ?? "6.5.2", Console.Out);

    public static void Run(string factsFile, string findingId, TextWriter output)
    {
        var evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load("miit-green-factory@2018"));
        var verdict = evaluator.Evaluate(FactoryFacts.Load(factsFile), new DateOnly(2025, 12, 30));
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

    /// <summary>Every step says what was computed, from what, with which result; the tree is enough to compute the points again.</summary>
    private static void Print(ExplanationStep step, int depth, TextWriter output)
    {
        var mark = step.Decides ? '*' : ' ';
        output.WriteLine($"{mark} {new string(' ', depth * 2)}{step.Operation} {step.Expression} = {Short(step.Value)} {step.Unit}".TrimEnd());
        foreach (var operand in step.Operands)
        {
            Print(operand, depth + 1, output);
        }
    }

    private static IEnumerable<ExplanationStep> Leaves(ExplanationStep step) =>
        step.Operands.Count == 0 ? [step] : step.Operands.SelectMany(Leaves);

    private static string Cite(ExplanationStep step) =>
        $"{step.Expression}: {step.Source!.Document} {step.Source.Clause} ({step.Source.Label})";

    // Values keep every digit; a reader needs a few.
    private static string Short(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : value;
}
