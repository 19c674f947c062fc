namespace GreenFactory.Rules.Tests.Readme;

/// <summary>The C# of the README, compiled and run. The lines between the marks are the README's, word for word.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        // <readme>
        var pack = RulePackCatalog.Default.Load("gb-t-36132@2025");
        var evaluator = RuleEvaluator.Compile(pack); // once; thread-safe
        var facts = FactoryFacts.Load("samples/factories/cable-maker-incomplete.json");

        Verdict verdict = evaluator.Evaluate(facts); // pure: no clock, no I/O
        Console.WriteLine($"{verdict.Conclusion}: {verdict.Score.Lower} to {verdict.Score.Upper} of {verdict.Score.Full}");
        foreach (Finding finding in verdict.Findings.Where(f => f.Status == FindingStatus.InsufficientEvidence))
        {
            Console.WriteLine($"{finding.Clause} {finding.Title.En} waits for {string.Join(", ", finding.Missing)}");
        }

        // </readme>
    }
}
