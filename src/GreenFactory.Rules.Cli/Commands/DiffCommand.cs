using System.CommandLine;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>diff A B</c>: what two packs say differently, and of whom.</summary>
internal static class DiffCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var from = new Argument<string?>("A") { Description = speech.Say(DiffPhrases.From), Arity = ArgumentArity.ZeroOrOne };
        var to = new Argument<string?>("B") { Description = speech.Say(DiffPhrases.To), Arity = ArgumentArity.ZeroOrOne };
        var factories = SharedOptions.Texts("--factories", "FILE", speech.Say(DiffPhrases.Factories));
        var witnesses = SharedOptions.Text("--witnesses", "DIR", speech.Say(DiffPhrases.Witnesses));
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("diff", speech.Say(DiffPhrases.Diff), speech.Say(DiffPhrases.Exits))
        {
            Arguments = { from, to },
            Options = { options.AsOf, options.Rules, options.Benchmarks, options.Overlays, factories, witnesses, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json");
            var width = request.Width();
            var (first, second) = (request.Needed(from), request.Needed(to));
            var asOf = request.AsOf();
            if (request.Failed() is { } wrong)
            {
                return wrong;
            }

            var catalog = request.Catalog();
            var own = request.Values(factories).Select(f => FactoryDraft.OfFile(f, request.Date(options.AsOf), request.Bag)).OfType<FactoryDraft>().ToList();
            var sides = new[] { first, second }.Select(n => ComparedSide.Of(request, catalog, n, asOf, own)).ToList();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var progress = new TestProgress(shell);
            var diff = PackDiff.Of(sides[0]!, sides[1]!, (done, all) => progress.Tell(done, all, $"{sides[0]!.Pack.Id} → {sides[1]!.Pack.Id}"));
            progress.Clear();
            var report = new DiffReport(diff, first, second);
            if (request.Value(witnesses) is { } folder && report.WriteWitnesses(folder) is { } trouble)
            {
                request.Bag.Add(DiagnosticCodes.OutputNotWritten, SourceSpan.WholeFile(folder.Replace('\\', '/')), trouble);
                return request.Failed()!.Value;
            }

            return request.Emit(shape == "json" ? report.Json() : report.Text(speech, width), diff.Changes.Count == 0 ? ExitCode.Positive : ExitCode.Negative);
        }
    }
}
