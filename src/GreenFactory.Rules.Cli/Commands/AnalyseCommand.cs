using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Analysis;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents.Json;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>analyse [PACK…]</c>: what the author of a sound pack should look at.</summary>
internal static class AnalyseCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var packs = new Argument<string[]>("PACK") { Description = speech.Say(AnalysePhrases.Packs), Arity = ArgumentArity.ZeroOrMore };
        var cliff = SharedOptions.Text("--cliff", "N", speech.Say(AnalysePhrases.Cliff));
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("analyse", speech.Say(AnalysePhrases.Analyse), speech.Say(AnalysePhrases.Exits))
        {
            Arguments = { packs },
            Options = { cliff, options.AsOf, options.Rules, options.Benchmarks, options.Overlays, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json");
            var width = request.Width();
            var step = TestCommand.Percent(request, cliff) ?? PackAnalysis.DefaultCliff;
            var asOf = request.AsOf();
            if (request.Failed() is { } wrong)
            {
                return wrong;
            }

            var catalog = request.Catalog();
            var named = request.Values(packs) is { Count: > 0 } some ? some : [.. catalog.Ids.Select(i => i.ToString())];
            var sides = named.Select(n => ComparedSide.Of(request, catalog, n, asOf, [])).OfType<ComparedPack>().ToList();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var progress = new TestProgress(shell);
            var found = new List<(RulePack Pack, IReadOnlyList<AnalysisFinding> Findings)>();
            foreach (var side in sides)
            {
                found.Add((side.Pack, PackAnalysis.Of(side, step, (done, all) => progress.Tell(done, all, side.Pack.Id.ToString()))));
            }

            progress.Clear();
            return request.Emit(shape == "json" ? Json(found) : Text(found, speech, width), found.Any(f => f.Findings.Count > 0) ? ExitCode.Negative : ExitCode.Positive);
        }
    }

    private static string Text(List<(RulePack Pack, IReadOnlyList<AnalysisFinding> Findings)> found, Speech speech, int width)
    {
        var page = new TextPage(width);
        foreach (var (pack, findings) in found)
        {
            foreach (var finding in findings)
            {
                page.Line($"{finding.Span}  {finding.Item} {finding.Kind}");
                page.Hang("  ", finding.What.In(speech.Language));
            }

            page.Line(speech.Say(AnalysePhrases.Total, pack.Id, findings.Count.ToString(CultureInfo.InvariantCulture)));
        }

        page.Hang(string.Empty, speech.Say(AnalysePhrases.Bounded));
        return page.ToString();
    }

    private static string Json(List<(RulePack Pack, IReadOnlyList<AnalysisFinding> Findings)> found) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.analysis/v1");
        writer.WriteStartArray("packs");
        foreach (var (pack, findings) in found)
        {
            writer.WriteStartObject();
            writer.WriteString("pack", pack.Id.ToString());
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", finding.Kind);
                writer.WriteString("item", finding.Item);
                writer.WriteString("file", finding.Span.File);
                writer.WriteNumber("line", finding.Span.Line);
                CommandJson.Localized(writer, "what", finding.What);
                writer.WritePropertyName("facts");
                if (finding.Witness is { } witness)
                {
                    JsonNodeWriter.Write(writer, witness.Facts);
                }
                else
                {
                    writer.WriteNullValue();
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
