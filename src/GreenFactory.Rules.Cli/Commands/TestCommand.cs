using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Cases;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>test [PACK… | FOLDER…]</c>: runs the cases of packs.</summary>
internal static class TestCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var targets = new Argument<string[]>("PACK") { Description = speech.Say(TestPhrases.Targets), Arity = ArgumentArity.ZeroOrMore };
        var filter = SharedOptions.Text("--filter", "TEXT", speech.Say(TestPhrases.Filter));
        var rules = SharedOptions.Text("--rules", "DIR", speech.Say(TestPhrases.Rules));
        var format = SharedOptions.FormatOf(speech, "text | json | junit");
        var command = new DocumentedCommand("test", speech.Say(TestPhrases.Command), speech.Say(TestPhrases.Exits))
        {
            Arguments = { targets },
            Options = { filter, rules, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json", "junit");
            var width = request.Width();
            var paths = TestTargets.Of(request, request.Values(targets), request.Value(rules));
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var progress = new TestProgress(shell);
            var result = new CaseSuite(new CaseRunner(new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference })).Run(paths, request.Value(filter), progress.Tell);
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
            return request.Emit(text, result.Faults.Count > 0 ? ExitCode.CannotDo : result.Failed > 0 ? ExitCode.Negative : ExitCode.Positive);
        }
    }

    public static string Total(Speech speech, CaseSuiteResult result) =>
        speech.Say(TestPhrases.Total, result.Passed.ToString(CultureInfo.InvariantCulture), result.Failed.ToString(CultureInfo.InvariantCulture));
}
