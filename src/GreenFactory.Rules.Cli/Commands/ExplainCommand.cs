using System.CommandLine;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>explain FACTS --pack ID --finding ID</c>: the whole derivation of one finding.</summary>
internal static class ExplainCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var file = new Argument<string?>("FACTS") { Description = speech.Say(CommandPhrases.FactsFile), Arity = ArgumentArity.ZeroOrOne };
        var finding = SharedOptions.Text("--finding", "ID", speech.Say(CommandPhrases.Finding));
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("explain", speech.Say(CommandPhrases.Explain), speech.Say(CommandPhrases.FindingExits))
        {
            Arguments = { file },
            Options = { options.Pack, finding, options.AsOf, options.Rules, options.Benchmarks, options.Overlays, format, options.Out, options.Width },
            Needed = [options.Pack, finding],
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var id = request.Needed(finding);
            var evaluation = Evaluation.Read(request, file, null);
            var shape = request.Choice(format, "text", "json");
            var width = request.Width();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var verdict = evaluation!.Evaluate();
            if (verdict.Find(id) is not { } found)
            {
                request.Bag.Add(DiagnosticCodes.UnknownFinding, SourceSpan.WholeFile(verdict.Pack.ToString()), id, NearestName.Hint(id, verdict.Findings.Select(f => f.Id)));
                return request.Failed()!.Value;
            }

            var text = shape == "json" ? VerdictJson.Write(found.Explanation) : ExplanationText.Render(found, request.Language, width);
            return request.Emit(text, ExitCode.Of(found.Status));
        }
    }
}
