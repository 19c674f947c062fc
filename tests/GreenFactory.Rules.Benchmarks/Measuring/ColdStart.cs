using System.Diagnostics;
using System.Globalization;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>What the first verdict of a process costs. The child measures its stages and says them on one line.</summary>
internal static class ColdStart
{
    public const string ChildMode = "cold";

    public static readonly string[] Stages =
    [
        "load pack",
        "compile",
        "read facts",
        "first verdict, all findings read",
        "all four",
        "processor time since the process began",
        "the process, start to end",
    ];

    public static int RunChild(string factsFile)
    {
        var clock = Stopwatch.StartNew();
        var pack = RulePackCatalog.Default.Load(Workbench.PackId);
        var loaded = clock.Elapsed;
        var evaluator = RuleEvaluator.Compile(pack);
        var compiled = clock.Elapsed;
        var facts = FactoryFacts.Load(factsFile);
        var read = clock.Elapsed;
        var verdict = evaluator.Evaluate(facts);
        var findings = verdict.Findings.Count(f => f.Status == FindingStatus.Met);
        var judged = clock.Elapsed;
        GC.KeepAlive(findings);
        TimeSpan[] stages = [loaded, compiled - loaded, read - compiled, judged - read];
        TimeSpan[] told = [.. stages, judged, Environment.CpuUsage.TotalTime];
        Console.WriteLine(string.Join(' ', told.Select(s => s.TotalMilliseconds.ToString(CultureInfo.InvariantCulture))));
        return 0;
    }

    /// <summary>Milliseconds, in the order of the stages; the last one is what the parent sees.</summary>
    public static IReadOnlyList<Spread> Measure(string factsText, int runs)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, factsText);
            var all = Enumerable.Range(0, runs).Select(_ => RunProcess(file)).ToList();
            return [.. Enumerable.Range(0, all[0].Count).Select(stage => new Spread(all.Select(run => run[stage])))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<double> RunProcess(string factsFile)
    {
        var own = Environment.ProcessPath!;
        var start = new ProcessStartInfo(own) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(own) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ColdStart).Assembly.Location);
        }

        start.ArgumentList.Add(ChildMode);
        start.ArgumentList.Add(factsFile);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var whole = clock.Elapsed.TotalMilliseconds;
        return [.. line.Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture)), whole];
    }
}
