using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Coverage;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Mutations;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>test [PACK… | FOLDER…]</c>: runs the cases of packs.</summary>
internal static class TestCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var targets = new Argument<string[]>("PACK") { Description = speech.Say(TestPhrases.Targets), Arity = ArgumentArity.ZeroOrMore };
        var filter = SharedOptions.Text("--filter", "TEXT", speech.Say(TestPhrases.Filter));
        var rules = SharedOptions.Text("--rules", "DIR", speech.Say(TestPhrases.Rules));
        var coverage = SharedOptions.Text("--coverage", "text|html|json", speech.Say(TestPhrases.Coverage));
        var least = SharedOptions.Text("--coverage-min", "N", speech.Say(TestPhrases.CoverageMin));
        var propose = new Option<bool>("--propose") { Description = speech.Say(TestPhrases.Propose) };
        var watch = new Option<bool>("--watch") { Description = speech.Say(TestPhrases.Watch) };
        var format = SharedOptions.FormatOf(speech, "text | json | junit");
        var command = new DocumentedCommand("test", speech.Say(TestPhrases.Command), speech.Say(TestPhrases.Exits))
        {
            Arguments = { targets },
            Options = { filter, rules, coverage, least, propose, watch, format, options.Out, options.Width },
        };
        command.SetAction((parse, cancellation) =>
        {
            var request = new Request(parse, options, shell, speech);
            return request.IsSet(watch) ? WatchAsync(request, cancellation) : Task.FromResult(Run(request));
        });
        return command;

        async Task<int> WatchAsync(Request request, CancellationToken cancellation)
        {
            if (request.Value(format) is not (null or "text") || request.Value(coverage) is not null || request.Value(options.Out) is not null || request.IsSet(propose))
            {
                request.Bad(watch.Name, string.Empty, TestPhrases.WatchAlone);
            }

            var width = request.Width();
            var paths = TestTargets.Of(request, request.Values(targets), request.Value(rules));
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            await new TestWatch(paths, (runner, files) =>
            {
                var result = new CaseSuite(runner).Run(files, request.Value(filter));
                if (result.Faults.Count > 0)
                {
                    request.Report(result.Faults);
                }

                shell.Output.Write(new TestReport(speech, width).Write(result));
                shell.Output.Flush();
                shell.Error.Write(speech.Say(TestPhrases.Watching) + "\n");
                shell.Error.Flush();
                return result;
            }).RunAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Positive;
        }

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json", "junit");
            var width = request.Width();
            var page = request.Value(coverage) is null ? null : request.Choice(coverage, "text", "html", "json");
            var percent = Percent(request, least);
            var paths = TestTargets.Of(request, request.Values(targets), request.Value(rules));
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var progress = new TestProgress(shell);
            var runner = new CaseRunner(new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
            var result = new CaseSuite(runner).Run(paths, request.Value(filter), progress.Tell);
            progress.Clear();
            if (result.Faults.Count > 0)
            {
                request.Report(result.Faults);
            }

            if (result.Passed + result.Failed == 0)
            {
                return ExitCode.CannotDo;
            }

            var text = shape switch
            {
                "json" => TestJson.Write(result),
                "junit" => TestJUnit.Write(result, speech),
                _ => new TestReport(speech, width).Write(result),
            };
            var code = result.Faults.Count > 0 ? ExitCode.CannotDo : result.Failed > 0 ? ExitCode.Negative : ExitCode.Positive;
            if (request.IsSet(propose))
            {
                return request.Emit(ProposedText.Write(Proposed(result, runner), speech), code);
            }

            return page is null && percent is null ? request.Emit(text, code) : Covered(request, result, runner, page ?? "text", percent, text, code, width);
        }

        int Covered(Request request, CaseSuiteResult result, CaseRunner runner, string page, decimal? percent, string text, int code, int width)
        {
            var packs = CoverageRecorder.Measure(result, runner.Program);
            if (page != "text" && code != ExitCode.Positive)
            {
                // The page takes the place of the results; failures must not vanish with them.
                request.Shell.Error.Write(text);
            }

            code = code == ExitCode.Positive && packs.Any(p => p.Percent < percent) ? ExitCode.Negative : code;
            return request.Emit(
                page switch
                {
                    "html" => CoverageReport.Html(packs, speech),
                    "json" => CoverageReport.Json(packs),
                    _ => text + CoverageReport.Text(packs, speech, width),
                },
                code);
        }
    }

    private static IEnumerable<ProposedCase> Proposed(CaseSuiteResult result, CaseRunner runner)
    {
        foreach (var pack in CoverageRecorder.Measure(result, runner.Program))
        {
            var files = result.Files.Where(f => f.Pack == pack.Pack).ToList();
            var proposer = new CaseProposer(runner, pack.Pack, runner.Program(files[0].File, pack.Pack)!, files.SelectMany(f => f.Cases));
            foreach (var proposed in proposer.ForGoals(pack))
            {
                yield return proposer.Named(proposed);
            }
        }
    }

    /// <summary>A share in percent; null when none is asked for.</summary>
    public static decimal? Percent(Request request, Option<string?> option)
    {
        if (request.Value(option) is not { } written)
        {
            return null;
        }

        if (Scalars.TryDecimal(written, out var percent) && percent is >= 0 and <= 100)
        {
            return percent;
        }

        request.Bad(option.Name, written, TestPhrases.PercentShape);
        return null;
    }

    public static string Total(Speech speech, CaseSuiteResult result) =>
        speech.Say(TestPhrases.Total, result.Passed.ToString(CultureInfo.InvariantCulture), result.Failed.ToString(CultureInfo.InvariantCulture));
}
