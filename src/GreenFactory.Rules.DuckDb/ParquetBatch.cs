using GreenFactory.Rules.Tables;

namespace GreenFactory.Rules.DuckDb;

/// <summary>Judges a table of factories, one a row, by one pack, where the table or the results are Parquet. Stateless and thread-safe.</summary>
public static class ParquetBatch
{
    /// <summary>The ending of Parquet files.</summary>
    public const string Ending = ".parquet";

    /// <summary>
    /// Like <see cref="TableBatch"/>. A table that is Parquet has the paths of facts as names of columns; a null is a missing fact, a
    /// list of choices a list of texts. Results that are Parquet have the columns <c>id</c>, <c>name</c>, <c>conclusion</c> (<c>error</c> for a row that
    /// could not be judged), <c>tier</c> and <c>tier_reachable</c> as texts, <c>score_lower</c>, <c>score_upper</c> and <c>score</c> as
    /// decimals with as many places as the pack rounds to, <c>missing</c> as a whole number. What is not settled is null.
    /// </summary>
    /// <param name="evaluator">The pack.</param>
    /// <param name="input">Parquet when it ends in <c>.parquet</c>, otherwise CSV in UTF-8 with a header of fact paths.</param>
    /// <param name="output">File of the results, Parquet when it ends in <c>.parquet</c>, otherwise CSV; replaced only once everything is written.</param>
    /// <param name="options">Date, number of workers, whether missing facts are counted.</param>
    /// <param name="progress">Told how many rows are done, from time to time.</param>
    /// <param name="cancellation">Stops and leaves an existing output file as it was.</param>
    /// <exception cref="InvalidInputException">The table has no usable header, cannot be read to its end, or the output cannot be written; nothing is written then.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<TableBatchReport> RunAsync(
        RuleEvaluator evaluator, string input, string output, TableBatchOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var decimals = evaluator.Pack.Program.Pack.Rounding!.Decimals;
        return TableBatch.RunAsync(
            evaluator,
            input,
            output,
            IsParquet(input) ? ParquetSource.Read : CsvSource.Read,
            IsParquet(output) ? (file, countsMissing) => new ParquetResults(file, decimals, countsMissing) : CsvResults.In,
            options,
            progress,
            cancellation);
    }

    private static bool IsParquet(string file) => file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
}
