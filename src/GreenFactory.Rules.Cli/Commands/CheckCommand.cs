using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Documents.Json;
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
            Options = { options.Overlays, format },
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

            var claims = targets.SelectMany(t => t.Claims()).ToList();
            foreach (var file in request.Values(options.Overlays))
            {
                claims.AddRange(Overlay(file, targets, all));
            }

            claims.ForEach(c => c.Tell(all));
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
                request.Shell.Output.Write(Json(packs, coverage, claims, errors, diagnostics.Count - errors));
            }
            else
            {
                request.Shell.Output.Write(Text(coverage, claims, speech) + speech.Say(CommandPhrases.Checked, Count(packs.Count), Count(errors), Count(diagnostics.Count - errors)) + "\n");
            }

            return errors > 0 ? ExitCode.Negative : ExitCode.Positive;
        }
    }

    private static string Text(List<PackCoverage> coverage, List<ClaimOutcome> claims, Speech speech)
    {
        var page = new TextPage(VerdictText.DefaultWidth);
        foreach (var pack in coverage)
        {
            page.Hang(pack.Id + "  ", pack.Line(speech));
        }

        foreach (var claim in claims)
        {
            page.Hang(claim.Layer + "  ", speech.Say(claim.Refutation is null ? CommandPhrases.ClaimChecked : CommandPhrases.ClaimRefuted, claim.Base));
        }

        return page.ToString();
    }

    /// <summary>An overlay laid on the pack it is for: what is wrong with it there, and what it claims.</summary>
    private static IEnumerable<ClaimOutcome> Overlay(string file, List<CheckTarget> targets, DiagnosticBag bag)
    {
        if (Packs.Overlay.Read(DocumentReader.ReadFile(file, file.Replace('\\', '/'), bag), bag) is not { } overlay)
        {
            return [];
        }

        var target = targets.FirstOrDefault(t => t.Packs.Any(p => p.ToString() == overlay.Extends.Text || p.Slug == overlay.Extends.Text)) ?? targets[0];
        var (pack, diagnostics) = target.Catalog.WithOverlay(file).TryLoad(overlay.Extends.Text);
        bag.AddRange(diagnostics);
        return pack is not null && ClaimCheck.OfOverlay(overlay, file, target.Catalog, target.CasesOf(pack.Id)) is { } claim ? [claim] : [];
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Json(IReadOnlyList<PackId> packs, List<PackCoverage> coverage, List<ClaimOutcome> claims, int errors, int warnings) => CommandJson.Write(writer =>
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
        writer.WriteStartArray("claims");
        foreach (var claim in claims)
        {
            writer.WriteStartObject();
            writer.WriteString("layer", claim.Layer);
            writer.WriteString("claims", "tightens");
            writer.WriteString("base", claim.Base.ToString());
            writer.WriteString("result", claim.Result);
            if (claim.Refutation is { } witness)
            {
                writer.WriteString("asOf", Scalars.Date(witness.AsOf));
                writer.WritePropertyName("facts");
                JsonNodeWriter.Write(writer, witness.Draft.Facts);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("errors", errors);
        writer.WriteNumber("warnings", warnings);
    });
}
