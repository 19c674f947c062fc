using System.Diagnostics;
using System.Globalization;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>What the first verdict of a process costs. The child measures its stages and says them on one line.</summary>
internal static class ColdStart
{
    public const string ChildMode = "cold";

    private static readonly string[] Stages = ["load pack", "compile", "read facts", "first verdict, all findings read", "all four"];

    public static int RunChild(string factsFile)
    {
        var start = Moment.Now();
        var pack = RulePackCatalog.Default.Load(Workbench.PackId);
        var loaded = Moment.Now();
        var evaluator = RuleEvaluator.Compile(pack);
        var compiled = Moment.Now();
        var facts = FactoryFacts.Load(factsFile);
        var read = Moment.Now();
        var met = evaluator.Evaluate(facts).Findings.Count(f => f.Status == FindingStatus.Met && f.Points.Applies);
        var judged = Moment.Now();
        GC.KeepAlive(met);
        string[] told = [loaded.Since(start), compiled.Since(loaded), read.Since(compiled), judged.Since(read), judged.Since(start)];
        Console.WriteLine($"{string.Join(' ', told)} {judged.Processor.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}");
        return 0;
    }

    /// <summary>Milliseconds on the clock and of the processor, by stage; last the whole process as its parent sees it.</summary>
    public static IReadOnlyList<(string Stage, Spread Clock, Spread Processor)> Measure(string factsText, int runs)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, factsText);
            var all = Enumerable.Range(0, runs).Select(_ => RunProcess(file)).ToList();
            return [.. Stages.Append("the process, start to end").Select((stage, i) => (
                stage,
                new Spread(all.Select(run => run[i].Clock)),
                new Spread(all.Select(run => run[i].Processor))))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<(double Clock, double Processor)> RunProcess(string factsFile)
    {
        var clock = Stopwatch.StartNew();
        var (line, _) = OwnProcess.Run(ChildMode, factsFile);
        var whole = clock.Elapsed.TotalMilliseconds;
        var numbers = line.Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToList();
        return [.. numbers[..^1].Chunk(2).Select(pair => (pair[0], pair[1])), (whole, numbers[^1])];
    }

    private readonly record struct Moment(long Clock, TimeSpan Processor)
    {
        public static Moment Now() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public string Since(Moment earlier) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(earlier.Clock, Clock).TotalMilliseconds} {(Processor - earlier.Processor).TotalMilliseconds}");
    }
}
