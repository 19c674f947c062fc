using System.Diagnostics;
using System.Globalization;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>All packs of the package loaded and compiled together, vocabulary and benchmark library included, and the memory that takes.</summary>
internal static class LoadAll
{
    /// <summary>What is asked for: seconds on the clock once the code is warm, and megabytes of the process.</summary>
    private const double MostSeconds = 2;
    private const double MostMegabytes = 150;

    private const double Megabyte = 1024 * 1024;

    public static bool Run(int runs, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var kept = All();
        var cold = clock.Elapsed.TotalSeconds;
        var (working, peak) = Memory();
        var live = GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
        var packs = kept.Count;
        GC.KeepAlive(kept);
        var before = GC.GetAllocatedBytesForCurrentThread();
        All();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte;
        var spread = new Spread(Enumerable.Range(0, runs).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            All();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));
        var (_, afterRuns) = Memory();

        var rows = RulePackCatalog.Default.Benchmarks.Rows.Count();
        Line($"{packs} packs, {RulePackCatalog.Default.Benchmarks.Sets.Count} benchmark sets, {rows} rows");
        Line($"first time, code cold: {cold:0.00} s");
        Line($"warm, {runs} runs, on the clock: {spread.Median:0} ms ({spread.Least:0} – {spread.Most:0}; at most {MostSeconds * 1000:0})");
        Line($"allocated by one run: {allocated:0.0} MB; alive with everything loaded: {live:0.0} MB");
        Line($"working set: {working:0} MB, peak {peak:0} MB (at most {MostMegabytes:0}); peak after {runs + 2} loads in a row {afterRuns:0} MB");
        return spread.Median <= MostSeconds * 1000 && peak <= MostMegabytes;

        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static (double Working, double Peak) Memory()
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        return (process.WorkingSet64 / Megabyte, process.PeakWorkingSet64 / Megabyte);
    }

    /// <summary>A catalog of its own each time: nothing is shared with the run before.</summary>
    private static List<RuleEvaluator> All()
    {
        var catalog = RulePackCatalog.Open(RulesSource.Package);
        return [.. catalog.Ids.Select(id => RuleEvaluator.Compile(catalog.Load(id.ToString())))];
    }
}
