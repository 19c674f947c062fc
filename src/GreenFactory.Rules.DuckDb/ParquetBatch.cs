using GreenFactory.Rules.Tables;

namespace GreenFactory.Rules.DuckDb;

/// <summary>Judges a table of factories, one a row, by one pack, and writes the results as Parquet. Stateless and thread-safe.</summary>
public static class ParquetBatch
{
    /// <summary>The ending of files this writes.</summary>
    public const string Ending = ".parquet";

    /// <summary>
    /// Like <see cref="TableBatch"/>, with results in columns: <c>id</c>, <c>name</c>, <c>conclusion</c> (<c>error</c> for a row that
    /// could not be judged), <c>tier</c> and <c>tier_reachable</c> as texts, <c>score_lower</c>, <c>score_upper</c> and <c>score</c> as
    /// decimals with as many places as the pack rounds to, <c>missing</c> as a whole number. What is not settled is null.
    /// </summary>
    /// <param name="evaluator">The pack.</param>
    /// <param name="input">CSV in UTF-8 with a header of fact paths.</param>
    /// <param name="output">File of the results; replaced only once everything is written.</param>
    /// <param name="options">Date, number of workers, whether missing facts are counted.</param>
    /// <param name="progress">Told how many rows are done, from time to time.</param>
    /// <param name="cancellation">Stops and leaves an existing output file as it was.</param>
    /// <exception cref="InvalidInputException">The table has no usable header, cannot be read to its end, or the output cannot be written; nothing is written then.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<TableBatchReport> RunAsync(
        RuleEvaluator evaluator, string input, string output, TableBatchOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        var decimals = evaluator.Pack.Program.Pack.Rounding!.Decimals;
        return TableBatch.RunAsync(evaluator, input, output, (file, countsMissing) => new ParquetResults(file, decimals, countsMissing), options, progress, cancellation);
    }
}
