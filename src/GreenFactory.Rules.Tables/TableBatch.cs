using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Evaluation.Bulk;

namespace GreenFactory.Rules.Tables;

/// <summary>Reads a table a block of rows at a time, the header being the first row; what keeps it from being read on goes to the bag.</summary>
internal delegate IEnumerable<RowBlock> TableSource(string path, DiagnosticBag bag);

/// <summary>Judges a table of factories, one a row, by one pack. Stateless and thread-safe.</summary>
public static class TableBatch
{
    /// <summary>
    /// Reads a table, judges every row and writes one row of results for each, in the order of the table. A row that cannot be
    /// used costs no other row its result: it stands among the results as an error. The bytes written depend on the table, the
    /// pack and the date only.
    /// </summary>
    /// <param name="evaluator">The pack.</param>
    /// <param name="input">CSV in UTF-8 with a header of fact paths.</param>
    /// <param name="output">File of the results, <c>.csv</c>; replaced only once everything is written.</param>
    /// <param name="options">Date and number of workers.</param>
    /// <param name="progress">Told how many rows are done, from time to time.</param>
    /// <param name="cancellation">Stops and leaves an existing output file as it was.</param>
    /// <exception cref="InvalidInputException">The table has no usable header, cannot be read to its end, or the output cannot be written; nothing is written then.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<TableBatchReport> RunAsync(
        RuleEvaluator evaluator, string input, string output, TableBatchOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        RunAsync(evaluator, input, output, CsvSource.Read, CsvResults.In, options, progress, cancellation);

    /// <summary>The same with a table or with results of another form.</summary>
    internal static async Task<TableBatchReport> RunAsync(
        RuleEvaluator evaluator, string input, string output, TableSource source, Func<ReplacedFile, bool, IResultWriter> results, TableBatchOptions? options, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var (bulk, countMissing) = ((options ?? TableBatchOptions.Default).Bulk, (options ?? TableBatchOptions.Default).CountMissing);
        var faults = new DiagnosticBag();
        var blocks = source(input, faults).GetEnumerator();
        try
        {
            var first = blocks.MoveNext() ? blocks.Current : null;
            var columns = first is null ? [] : new HeaderReader(evaluator.Pack.Program.Vocabulary, faults).Read(first);
            InvalidInputException.ThrowIfAny(faults);
            using var file = new ReplacedFile(output, input);
            var writer = results(file, countMissing);
            await using var _ = writer.ConfigureAwait(false);
            var judge = new BlockJudge(evaluator, new RowReader(evaluator.Pack.Program.Vocabulary, columns), writer, bulk.AsOf, countMissing, cancellation);
            var tally = new Tally();
            try
            {
                foreach (var judged in OrderedWork.Run(Rest(first!, blocks), judge.Judge, bulk.DegreeOfParallelism, cancellation))
                {
                    tally.Add(judged);
                    await writer.WriteAsync(judged.Prepared, cancellation).ConfigureAwait(false);
                    progress?.Report(tally.Rows);
                }

                // Half a table is no result: what was not read would look as if it were not there.
                InvalidInputException.ThrowIfAny(faults);
                await writer.FinishAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw file.Trouble(exception);
            }

            file.Finish();
            return tally.Report();
        }
        finally
        {
            blocks.Dispose();
        }
    }

    private static IEnumerable<RowBlock> Rest(RowBlock first, IEnumerator<RowBlock> blocks)
    {
        yield return first;
        while (blocks.MoveNext())
        {
            yield return blocks.Current;
        }
    }

    /// <summary>Counts and faults, added up in the order of the table.</summary>
    private sealed class Tally
    {
        private readonly long[] _conclusions = new long[3];
        private readonly DiagnosticBag _faults = new();
        private long _notJudged;

        public long Rows => _conclusions.Sum() + _notJudged;

        public void Add(JudgedBlock judged)
        {
            for (var i = 0; i < _conclusions.Length; i++)
            {
                _conclusions[i] += judged.Conclusions[i];
            }

            _notJudged += judged.NotJudged;
            _faults.AddRange(judged.Faults);
        }

        public TableBatchReport Report() => new()
        {
            Met = _conclusions[(int)Conclusion.Met],
            NotMet = _conclusions[(int)Conclusion.NotMet],
            Undetermined = _conclusions[(int)Conclusion.Undetermined],
            NotJudged = _notJudged,
            Diagnostics = _faults.ToList(),
        };
    }
}
