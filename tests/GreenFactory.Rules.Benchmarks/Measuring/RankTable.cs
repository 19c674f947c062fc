using System.Diagnostics;
using System.Globalization;
using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Rankings;
using GreenFactory.Rules.Tests.Rankings;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>
/// Ranks a table of factories over five years by every rule: once in one file, once mixed and spread over seven files with another
/// number of threads, both held row for row against the plain engine. Prints time and memory.
/// </summary>
internal static class RankTable
{
    private const int Years = 5;
    private const int MostSeconds = 10;
    private const long MostBytes = 1_000_000_000;

    public static bool Run(int factories, TextWriter output)
    {
        var rows = MadeUpPopulation.Of(factories, Years, seed: 1);
        var random = new Random(2);
        var mixed = rows.OrderBy(_ => random.Next()).ToArray();
        var isGood = true;
        using var folder = new TableFolder();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{factories} factories over {Years} years, {rows.Count} rows, {Environment.ProcessorCount} cores"));
        foreach (var rule in RankingCatalog.Default.Ids.Select(i => RankingCatalog.Default.Load(i.ToString())))
        {
            var whole = folder.Csv("whole.csv", rule, rows);
            var parts = mixed.Chunk((mixed.Length / 7) + 1).Select((c, i) => folder.Csv($"part{i}.csv", rule, c)).ToList();
            var clock = Stopwatch.StartNew();
            using var ranked = TableRanking.Run(rule, [whole]);
            var count = ranked.Rows().Count();
            var seconds = clock.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            var peak = process.PeakWorkingSet64;
            using var spread = TableRanking.Run(rule, parts, threads: 1);
            var expected = PlainRanking.Rank(rule, rows);
            var (same, alike) = (ranked.Rows().SequenceEqual(expected), spread.Rows().SequenceEqual(expected));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Id}: {count} rows ranked in {seconds:0.0} s (at most {MostSeconds}), peak of the process so far {peak / 1_000_000} MB; equal to the plain engine: {same}, mixed over {parts.Count} files with one thread: {alike}"));
            isGood &= same && alike && seconds <= MostSeconds;
        }

        return isGood && Alone(folder, rows, output);
    }

    /// <summary>The memory of a process that does nothing else is what a user sees: the table is written, and the population let go.</summary>
    private static bool Alone(TableFolder folder, List<RankingRow> rows, TextWriter output)
    {
        var rule = RankingCatalog.Default.Load("bottom-five");
        var file = folder.Csv("alone.csv", rule, rows);
        var (said, exitCode) = OwnProcess.Run(ChildMode, file);
        output.WriteLine($"alone, bottom-five: {said}");
        return exitCode == 0;
    }

    public const string ChildMode = "rank-alone";

    public static int RunChild(string file, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        using var ranked = TableRanking.Run(RankingCatalog.Default.Load("bottom-five"), [file]);
        var count = ranked.Rows().Count();
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} rows in {clock.Elapsed.TotalSeconds:0.0} s, peak {process.PeakWorkingSet64 / 1_000_000} MB (at most {MostBytes / 1_000_000})"));
        return process.PeakWorkingSet64 <= MostBytes ? 0 : 1;
    }
}
