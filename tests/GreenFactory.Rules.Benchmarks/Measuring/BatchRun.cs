using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using DuckDB.NET.Data;
using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tables;
using GreenFactory.Rules.Tests.Tables;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>
/// A table of factories to a file of scores, tiers and conclusions, in a process that does nothing else: from its start to its end.
/// The table holds the facts that factories state values for, up to three products each; or every fact the pack can read, with
/// those of which all say that they do not apply.
/// </summary>
internal static class BatchRun
{
    public const string ChildMode = "batch-alone";

    private const int Distinct = 2000;
    private const double MostSeconds = 10;

    public static bool Run(Workbench bench, int rows, TextWriter output) => Run(bench, rows, all: false, output) & Run(bench, rows, all: true, output);

    private static bool Run(Workbench bench, int rows, bool all, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("greenfactory-batch").FullName;
        try
        {
            var (table, columns) = Write(bench, Path.Combine(folder, "factories.csv"), rows, all);
            output.WriteLine(Text($"{rows} rows, {columns} columns, {new FileInfo(table).Length / 1_000_000} MB of CSV, {Environment.ProcessorCount} cores"));
            var spread = Measure("CSV", table);
            var columnar = Path.Combine(folder, "factories.parquet");
            InColumns(table, columnar);
            output.WriteLine(Text($"the same in columns, {new FileInfo(columnar).Length / 1_000_000} MB"));
            Measure("Parquet", columnar);
            var files = Directory.GetFiles(folder, "results*").Select(f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))).ToList();
            var areEqual = files.Distinct().Count() == 1;
            output.WriteLine(Text($"the {files.Count} files of results are equal: {areEqual}"));
            return areEqual && (all || rows < 500_000 || spread.Median <= MostSeconds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Spread Measure(string form, string input)
        {
            var seconds = new List<double>();
            for (var run = 0; run < 3; run++)
            {
                var clock = Stopwatch.StartNew();
                output.WriteLine(OwnProcess.Run(ChildMode, input, Path.Combine(folder, $"results{form}{run}.parquet")).Said);
                seconds.Add(clock.Elapsed.TotalSeconds);
            }

            var spread = new Spread(seconds);
            output.WriteLine(Text($"{form} to Parquet, process start to end: {spread.Median:0.0} s ({spread.Least:0.0} – {spread.Most:0.0}{(all ? string.Empty : Text($"; at most {MostSeconds:0} for 500,000"))})"));
            return spread;
        }
    }

    /// <summary>The table as a Parquet file, its numbers as numbers where a column has nothing else.</summary>
    private static void InColumns(string table, string file)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"COPY (SELECT * FROM read_csv('{table}', header = true, delim = ',', quote = '\"', escape = '\"', sample_size = 10000)) TO '{file}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    public static int RunChild(string table, string results)
    {
        var clock = Stopwatch.StartNew();
        var evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load(Workbench.PackId));
        var report = ParquetBatch.RunAsync(evaluator, table, results, new TableBatchOptions { CountMissing = false }).GetAwaiter().GetResult();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(Text($"{report.Rows} rows in {clock.Elapsed.TotalSeconds:0.0} s, {process.TotalProcessorTime.TotalSeconds:0.0} s of the processor, peak {process.PeakWorkingSet64 / 1_000_000} MB; met {report.Met}, not met {report.NotMet}, undetermined {report.Undetermined}, not judged {report.NotJudged}"));
        return 0;
    }

    private static (string File, int Columns) Write(Workbench bench, string file, int rows, bool all)
    {
        var factories = bench.Applicants(Math.Min(rows, Distinct)).Select(Plain).ToList();
        if (!all)
        {
            var (stated, ofProducts) = (Stated(factories.Select(f => f.Cells)), Stated(factories.SelectMany(f => f.ProductCells)));
            factories = [.. factories.Select(f => f.With(Only(f.Cells, stated), f.Products is null ? null : [.. f.Products.Select(p => p with { Cells = Only(p.Cells, ofProducts) })]))];
        }

        var lines = TableText.Write(factories, unitsInHeader: true).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var writer = new StreamWriter(file);
        writer.Write("id," + lines[0] + "\n");
        for (var i = 0; i < rows; i++)
        {
            writer.Write(Text($"F{i:D7},{lines[1 + (i % factories.Count)]}\n"));
        }

        return (file, lines[0].Split(',').Length + 1);
    }

    /// <summary>As a table would have it: without an id of its own, and no number longer than people write.</summary>
    private static FactoryFacts Plain(FactoryFacts facts) => facts.With(
        Plain(facts.Cells),
        facts.Products is null ? null : [.. facts.Products.Select(p => p with { Cells = Plain(p.Cells) })],
        identity: facts.Identity with { Id = null });

    private static FactCell[] Plain(FactCell[] cells) =>
        [.. cells.Select(c => c is { State: FactState.Known, Reference: null, Number: not 0 } ? FactCell.Of(Math.Round(c.Number, 4)) : c)];

    private static HashSet<int> Stated(IEnumerable<FactCell[]> tables) =>
        [.. tables.SelectMany(cells => Enumerable.Range(0, cells.Length).Where(i => cells[i].State == FactState.Known))];

    private static FactCell[] Only(FactCell[] cells, HashSet<int> slots) => [.. cells.Select((c, i) => slots.Contains(i) ? c : default)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
