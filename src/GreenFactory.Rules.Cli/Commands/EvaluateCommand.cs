using System.CommandLine;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>evaluate FACTS --pack ID</c>: one factory, one verdict.</summary>
internal static class EvaluateCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var file = new Argument<string?>("FACTS") { Description = speech.Say(CommandPhrases.FactsFile), Arity = ArgumentArity.ZeroOrOne };
        var engine = SharedOptions.Text("--engine", "NAME", speech.Say(CommandPhrases.Engine));
        var strict = new Option<bool>("--strict") { Description = speech.Say(CommandPhrases.Strict) };
        var format = SharedOptions.FormatOf(speech, "text | json | markdown");
        var command = new DocumentedCommand("evaluate", speech.Say(CommandPhrases.Evaluate), speech.Say(CommandPhrases.ConclusionExits))
        {
            Arguments = { file },
            Options = { options.Pack, options.AsOf, options.Rules, options.Benchmarks, options.Overlays, engine, strict, format, options.Out, options.Width },
            Needed = [options.Pack],
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            if (request.Value(options.Pack) == Comparison.AllPacks)
            {
                return Compare(request);
            }

            var evaluation = Evaluation.Read(request, file, engine);
            var shape = request.Choice(format, "text", "json", "markdown");
            var width = request.Width();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var verdict = evaluation!.Evaluate();
            if (request.IsSet(strict) && verdict.Conclusion != Conclusion.Undetermined && StrictReport.Of(verdict) is { } refusal)
            {
                return request.Emit(refusal.Write(shape, request.Language, width), ExitCode.Undetermined);
            }

            var text = shape switch
            {
                "json" => verdict.ToJson(),
                "markdown" => VerdictMarkdown.Render(verdict, request.Language),
                _ => VerdictText.Render(verdict, request.Language, width),
            };
            return request.Emit(text, ExitCode.Of(verdict.Conclusion));
        }

        int Compare(Request request)
        {
            if (request.IsSet(strict))
            {
                request.Bad(strict.Name, Comparison.AllPacks, CommandPhrases.StrictOnePack);
            }

            var comparison = Comparison.Read(request, file, engine);
            var shape = request.Choice(format, "text", "json", "markdown");
            var width = request.Width();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var text = shape switch
            {
                "json" => comparison!.Json(),
                "markdown" => comparison!.Markdown(request.Language),
                _ => comparison!.Text(request.Language, width),
            };
            return request.Emit(text, ExitCode.Positive);
        }
    }
}
