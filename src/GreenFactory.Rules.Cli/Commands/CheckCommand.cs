using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>check [PACKDIR…]</c>: everything wrong with packs, at once.</summary>
internal static class CheckCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var folders = new Argument<string[]>("PACKDIR") { Description = speech.Say(CommandPhrases.PackFolders), Arity = ArgumentArity.ZeroOrMore };
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("check", speech.Say(CommandPhrases.Check), speech.Say(CommandPhrases.CheckExits))
        {
            Arguments = { folders },
            Options = { format },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json");
            var named = request.Values(folders);
            var targets = named.Count == 0 ? [CheckTarget.Package] : named.Select(f => CheckTarget.Of(request, f)).OfType<CheckTarget>().ToList();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var all = new DiagnosticBag();
            foreach (var target in targets)
            {
                all.AddRange(target.Check());
            }

            if (named.Count == 0)
            {
                all.AddRange(PolicyCatalog.Default.Check());
            }

            var diagnostics = all.ToList();
            var errors = diagnostics.Count(d => d.Code.Severity == DiagnosticSeverity.Error);
            if (diagnostics.Count > 0)
            {
                request.Report(diagnostics);
            }

            var packs = targets.SelectMany(t => t.Packs).Distinct().ToList();
            var coverage = targets.SelectMany(t => t.Read()).DistinctBy(p => p.Id).Select(p => new PackCoverage(p)).ToList();
            if (shape == "json")
            {
                request.Shell.Output.Write(Json(packs, coverage, errors, diagnostics.Count - errors));
            }
            else
            {
                request.Shell.Output.Write(Text(coverage, speech) + speech.Say(CommandPhrases.Checked, Count(packs.Count), Count(errors), Count(diagnostics.Count - errors)) + "\n");
            }

            return errors > 0 ? ExitCode.Negative : ExitCode.Positive;
        }
    }

    private static string Text(List<PackCoverage> coverage, Speech speech)
    {
        var page = new TextPage(VerdictText.DefaultWidth);
        foreach (var pack in coverage)
        {
            page.Hang(pack.Id + "  ", pack.Line(speech));
        }

        return page.ToString();
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Json(IReadOnlyList<PackId> packs, List<PackCoverage> coverage, int errors, int warnings) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.check/v1");
        writer.WriteStartArray("packs");
        foreach (var pack in packs)
        {
            writer.WriteStringValue(pack.ToString());
        }

        writer.WriteEndArray();
        writer.WriteStartArray("coverage");
        coverage.ForEach(c => c.Write(writer));
        writer.WriteEndArray();
        writer.WriteNumber("errors", errors);
        writer.WriteNumber("warnings", warnings);
    });
}
