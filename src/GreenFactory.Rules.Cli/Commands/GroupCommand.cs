using System.CommandLine;
using GreenFactory.Rules.Populations;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>group FACTS… --pack ID</c>: the factories of one group by one pack.</summary>
internal static class GroupCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var facts = new Argument<string[]>("FACTS") { Description = speech.Say(GroupPhrases.Facts), Arity = ArgumentArity.ZeroOrMore };
        var format = SharedOptions.FormatOf(speech, "text | json | markdown");
        var command = new DocumentedCommand("group", speech.Say(GroupPhrases.Group), speech.Say(GroupPhrases.Exits))
        {
            Arguments = { facts },
            Options = { options.Pack, options.AsOf, options.Rules, options.Benchmarks, options.Overlays, format, options.Out, options.Width },
            Needed = [options.Pack],
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json", "markdown");
            var width = request.Width();
            var asOf = request.AsOf();
            request.NeedsPack();
            var files = request.Values(facts).SelectMany(f => FactFiles.Of(request, facts.Name, f)).ToList();
            if (request.Values(facts).Count == 0)
            {
                request.Bag.Add(Diagnostics.DiagnosticCodes.ArgumentMissing, Diagnostics.SourceSpan.WholeFile(Tool.Name), facts.Name);
            }

            var catalog = request.Catalog();
            if (request.Failed() is { } wrong)
            {
                return wrong;
            }

            // Everything wrong with any of the files is told before anything is judged.
            var pack = request.Pack(catalog, asOf);
            var factories = files.Select(f => request.Facts(f, catalog)).OfType<FactoryFacts>().ToList();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var evaluator = RuleEvaluator.Compile(pack!);
            var answer = GroupAnswer.Of([.. factories.Select(f => evaluator.Evaluate(f, asOf))]);
            var report = new GroupReport(answer, files, speech, width);
            return request.Emit(shape switch { "json" => report.Json(), "markdown" => report.Markdown(), _ => report.Text() }, Code(answer));
        }
    }

    private static int Code(GroupAnswer answer) =>
        answer.Verdicts.Any(v => v.Conclusion == Conclusion.NotMet) ? ExitCode.Negative
        : answer.Verdicts.Any(v => v.Conclusion == Conclusion.Undetermined) ? ExitCode.Undetermined
        : ExitCode.Positive;
}
