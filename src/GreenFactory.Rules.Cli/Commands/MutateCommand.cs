using System.CommandLine;
using System.Globalization;
using System.Text;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Mutations;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>mutate PACK…</c>: changes a pack a little in many ways and sees whether its cases notice.</summary>
internal static class MutateCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var targets = new Argument<string[]>("PACK") { Description = speech.Say(TestPhrases.Targets), Arity = ArgumentArity.ZeroOrMore };
        var rules = SharedOptions.Text("--rules", "DIR", speech.Say(TestPhrases.Rules));
        var least = SharedOptions.Text("--min", "N", speech.Say(TestPhrases.MutationMin));
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("mutate", speech.Say(TestPhrases.Mutate), speech.Say(TestPhrases.MutateExits))
        {
            Arguments = { targets },
            Options = { rules, least, format, options.Out },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json");
            var percent = TestCommand.Percent(request, least) ?? 0;
            var paths = TestTargets.Of(request, request.Values(targets), request.Value(rules));
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var progress = new TestProgress(shell);
            var runner = new CaseRunner(new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
            var tested = new CaseSuite(runner).Run(paths, progress: progress.Tell);
            if (tested.Faults.Count > 0 || tested.Failed > 0)
            {
                // What already fails would kill every mutant it looks at.
                progress.Clear();
                request.Report(tested.Faults);
                shell.Error.Write(new TestReport(speech, Rendering.VerdictText.DefaultWidth).Write(tested));
                return ExitCode.CannotDo;
            }

            var results = new List<MutationResult>();
            var missing = new Dictionary<Mutant, ProposedCase>(ReferenceEqualityComparer.Instance);
            foreach (var pack in tested.Files.GroupBy(f => f.Pack!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                if (runner.Program(pack.First().File, pack.Key) is { } program)
                {
                    progress.Tell(results.Count, 0, pack.Key);
                    var cases = pack.SelectMany(f => f.Cases).ToList();
                    var result = new MutationRunner(cases).Run(pack.Key, program);
                    results.Add(result);
                    var proposer = new CaseProposer(runner, pack.Key, program, cases);
                    foreach (var mutant in result.Survivors)
                    {
                        if (proposer.ForMutant(mutant) is { } proposed)
                        {
                            missing[mutant] = proposed;
                        }
                    }
                }
            }

            progress.Clear();
            return request.Emit(shape == "json" ? Json(results, missing) : Text(results, missing, speech), results.All(r => r.Score >= percent) ? ExitCode.Positive : ExitCode.Negative);
        }
    }

    private static string Text(IReadOnlyList<MutationResult> results, Dictionary<Mutant, ProposedCase> missing, Speech speech)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            foreach (var mutant in result.Survivors)
            {
                text.Append(mutant.Span).Append("  ").Append(mutant.Rule is null ? string.Empty : mutant.Rule + " ").Append(mutant.Place).Append(": ").Append(mutant.What.In(speech.Language)).Append('\n');
                if (missing.GetValueOrDefault(mutant) is { } proposed)
                {
                    text.Append("  # ").Append(proposed.File).Append('\n').Append(ProposedText.One(proposed, speech));
                }
            }

            text.Append(speech.Say(TestPhrases.MutationTotal, result.Pack, Count(result.Killed), Count(result.Mutants.Count - result.Killed), Scalars.Number(result.Score))).Append('\n');
        }

        return text.ToString();
    }

    private static string Json(IReadOnlyList<MutationResult> results, Dictionary<Mutant, ProposedCase> missing) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.mutation/v1");
        writer.WriteStartArray("packs");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("pack", result.Pack);
            writer.WriteNumber("killed", result.Killed);
            writer.WriteNumber("survived", result.Mutants.Count - result.Killed);
            writer.WriteNumber("percent", result.Score);
            writer.WriteStartArray("mutants");
            foreach (var (mutant, by) in result.Mutants)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", mutant.Rule);
                writer.WriteString("place", mutant.Place);
                writer.WriteString("file", mutant.Span.File);
                writer.WriteNumber("line", mutant.Span.Line);
                CommandJson.Localized(writer, "what", mutant.What);
                writer.WriteString("killedBy", by?.Case.Name);
                writer.WriteString("missingCase", missing.GetValueOrDefault(mutant) is { } proposed ? CaseText.Write(proposed.Case) : null);
                writer.WriteString("missingCaseFile", missing.GetValueOrDefault(mutant)?.File);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
