using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Tables;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>batch TABLE --pack ID --out RESULTS</c>: a table of factories, one a row, and a table of what they come to.</summary>
internal static class BatchCommand
{
    private const int RowsBetweenWords = 10_000;
    private const int MostThreads = 1024;

    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var table = new Argument<string?>("TABLE") { Description = speech.Say(BatchPhrases.Table), Arity = ArgumentArity.ZeroOrOne };
        var threads = SharedOptions.Text("--threads", "N", speech.Say(BatchPhrases.Threads));
        var noMissing = new Option<bool>("--no-missing") { Description = speech.Say(BatchPhrases.NoMissing) };
        var command = new DocumentedCommand("batch", speech.Say(BatchPhrases.Batch), speech.Say(BatchPhrases.Exits))
        {
            Arguments = { table },
            Options = { options.Pack, options.AsOf, options.Rules, options.Benchmarks, options.Overlays, options.Out, noMissing, threads },
            Needed = [options.Pack, options.Out],
        };
        command.SetAction((parse, cancellation) => RunAsync(new Request(parse, options, shell, speech), cancellation));
        return command;

        async Task<int> RunAsync(Request request, CancellationToken cancellation)
        {
            var asOf = request.AsOf();
            var input = request.Needed(table);
            var output = request.Needed(options.Out);
            request.NeedsPack();
            var bulk = Threads(request, threads) with { AsOf = asOf };
            var catalog = request.Catalog();
            if (request.Failed() is { } wrong)
            {
                return wrong;
            }

            var pack = request.Pack(catalog, asOf);
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var evaluator = RuleEvaluator.Compile(pack!);
            var how = new TableBatchOptions { Bulk = bulk, CountMissing = !request.IsSet(noMissing) };
            var words = new Words(shell, speech);
            var report = await ParquetBatch.RunAsync(evaluator, input, output, how, words, cancellation).ConfigureAwait(false);
            request.Report(report.Diagnostics);
            shell.Error.Write(speech.Say(BatchPhrases.Done, report.Rows, report.Met, report.NotMet, report.Undetermined, report.NotJudged) + "\n");
            return report.NotJudged == 0 ? ExitCode.Positive : ExitCode.CannotDo;
        }
    }

    private static BulkOptions Threads(Request request, Option<string?> option)
    {
        if (request.Value(option) is not { } written)
        {
            return BulkOptions.Default;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostThreads)
        {
            return BulkOptions.Default with { DegreeOfParallelism = count };
        }

        request.Bad(option.Name, written, BatchPhrases.ThreadsShape);
        return BulkOptions.Default;
    }

    /// <summary>Says how far it is, now and then, by rows and not by the clock.</summary>
    private sealed class Words(Shell shell, Speech speech) : IProgress<long>
    {
        private long _said;

        public void Report(long value)
        {
            if (value - _said >= RowsBetweenWords)
            {
                _said = value - (value % RowsBetweenWords);
                shell.Error.Write(speech.Say(BatchPhrases.SoFar, _said) + "\n");
                shell.Error.Flush();
            }
        }
    }
}
