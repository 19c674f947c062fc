using System.Diagnostics;
using System.Globalization;
using GreenFactory.Rules.Speed.Factories;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>What the first verdict of a process costs. The child measures its stages and says them on one line.</summary>
internal static class ColdStart
{
    public const string ChildMode = "cold-child";

    /// <summary>What lives so short is not profiled while it runs.</summary>
    private static readonly Dictionary<string, string> AsTheCommand = new() { ["DOTNET_TieredPGO"] = "0" };

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

    /// <summary>Writes a table: this program as it is, in turns with a copy of it that was published precompiled.</summary>
    /// <param name="bench">Makes the facts.</param>
    /// <param name="published">Folder of the copy; null for this program alone.</param>
    /// <param name="runs">Processes of each.</param>
    /// <param name="output">Takes the table.</param>
    public static void Write(Workbench bench, string? published, int runs, TextWriter output)
    {
        string[] folders = [AppContext.BaseDirectory, .. published is null ? Array.Empty<string>() : [Path.GetFullPath(published)]];
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, bench.Texts(seed: 1, 1, [Mood.Applicant]).Single());
            var all = Enumerable.Range(0, runs).Select(_ => folders.Select(f => RunProcess(f, file)).ToList()).ToList();
            output.WriteLine($"A fresh process, {runs} times{(published is null ? string.Empty : ", in turns")}; ms, median (least – most).");
            output.WriteLine();
            output.WriteLine($"| cold | on the clock | of the processor |{(published is null ? string.Empty : " precompiled, on the clock | of the processor |")}");
            output.WriteLine($"|---|---:|---:|{(published is null ? string.Empty : "---:|---:|")}");
            foreach (var (stage, i) in Stages.Append("the process, start to end").Select((stage, i) => (stage, i)))
            {
                var cells = folders.Select((_, f) => $" {Show(all.Select(run => run[f][i].Clock))} | {Show(all.Select(run => run[f][i].Processor))} |");
                output.WriteLine($"| {stage} |{string.Concat(cells)}");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Show(IEnumerable<double> values)
    {
        var spread = new Spread(values);
        return string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0} ({spread.Least:0} – {spread.Most:0})");
    }

    private static List<(double Clock, double Processor)> RunProcess(string folder, string factsFile)
    {
        var clock = Stopwatch.StartNew();
        var (line, _) = OwnProcess.Run(folder, [ChildMode, factsFile], AsTheCommand);
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
