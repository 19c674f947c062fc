using System.CommandLine;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>packs</c>: what there is, when and where it holds, and how much of it was read in the source.</summary>
internal static class PacksCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var asOf = SharedOptions.Text("--as-of", "DATE", speech.Say(CommandPhrases.AsOfPacks));
        var region = SharedOptions.Text("--region", "CODE", speech.Say(CommandPhrases.Region));
        var resolve = SharedOptions.Text("--resolve", "ID", speech.Say(CommandPhrases.Resolve));
        var crosswalk = new Option<string[]>("--crosswalk") { HelpName = "A B", Description = speech.Say(CommandPhrases.Crosswalk), Arity = new ArgumentArity(0, 2), AllowMultipleArgumentsPerToken = true };
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("packs", speech.Say(CommandPhrases.Packs), speech.Say(CommandPhrases.PacksExits))
        {
            Options = { asOf, region, resolve, crosswalk, options.Rules, options.Overlays, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var date = request.Date(asOf);
            var code = request.Value(region);
            var shape = request.Choice(format, "text", "json");
            var width = request.Width();
            if (code is not null && (code.Length != 6 || !code.All(char.IsAsciiDigit)))
            {
                request.Bad(region.Name, code, CommandPhrases.RegionShape);
            }

            var catalog = request.Catalog();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            if (request.Value(resolve) is { } id)
            {
                var pack = request.Pack(catalog, id, date ?? request.Shell.Today);
                return request.Failed() ?? request.Emit(pack!.ToYaml(), ExitCode.Positive);
            }

            if (request.Values(crosswalk) is { Count: > 0 } pair)
            {
                var report = CrosswalkReport.Find(request, catalog, crosswalk.Name, pair);
                return request.Failed() ?? request.Emit(shape == "json" ? report!.Json() : report!.Text(speech, width), ExitCode.Positive);
            }

            var (packs, diagnostics) = catalog.Describe();
            var chosen = packs.Where(p => (date is not { } day || p.IsInForce(day)) && (code is null || RegionCode.Covers(p.Jurisdiction, code))).ToList();
            var readable = !diagnostics.Any(d => d.Code.Severity == Diagnostics.DiagnosticSeverity.Error);
            if (!readable)
            {
                request.Report(diagnostics);
            }

            return request.Emit(shape == "json" ? Json(chosen) : Text(chosen, date ?? request.Shell.Today, speech, width), readable ? ExitCode.Positive : ExitCode.Negative);
        }
    }

    private static string Text(List<PackDefinition> packs, DateOnly date, Speech speech, int width)
    {
        var page = new TextPage(width);
        if (packs.Count == 0)
        {
            page.Line(speech.Say(CommandPhrases.NoPacks));
            return page.ToString();
        }

        foreach (var (pack, i) in packs.Select((p, i) => (p, i)))
        {
            if (i > 0)
            {
                page.Blank();
            }

            page.Hang(pack.Id + "  ", pack.Title.In(speech.Language));
            page.Columns("  ", [false, false], [.. Lines(pack, date, speech)]);
        }

        return page.ToString();
    }

    private static IEnumerable<string[]> Lines(PackDefinition pack, DateOnly date, Speech speech)
    {
        var from = Scalars.Date(pack.InForceFrom);
        var span = pack.InForceUntil is { } until ? speech.Say(CommandPhrases.FromUntil, from, Scalars.Date(until.AddDays(-1))) : speech.Say(CommandPhrases.From, from);
        var state = pack.IsInForce(date) ? CommandPhrases.NowInForce : date < pack.InForceFrom ? CommandPhrases.NotYet : CommandPhrases.NoLonger;
        yield return [speech.Say(CommandPhrases.InForce), $"{span}{speech.Say(Phrases.Parenthesis, speech.Say(state))}"];
        yield return [speech.Say(CommandPhrases.Jurisdiction), pack.Jurisdiction == RegionCode.Country ? $"{pack.Jurisdiction} {speech.Say(CommandPhrases.Nationwide)}" : pack.Jurisdiction];
        if (pack.Batches.Count > 0)
        {
            yield return [speech.Say(CommandPhrases.Batches), string.Join(speech.Say(Phrases.Comma), pack.Batches.Select(b => $"{b.Title.In(speech.Language)} {Scalars.Date(b.Called)}"))];
        }

        if (pack.Extends.Count > 0)
        {
            yield return [speech.Say(CommandPhrases.Extends), string.Join(", ", pack.Extends.Select(p => p.Text))];
        }

        var counts = PackLabels.Counts(pack);
        var all = counts.Sum(c => c.Count);
        yield return [speech.Say(CommandPhrases.LabelShares), string.Join(speech.Say(Phrases.Comma), counts.Select(c => $"{speech.Say(Phrases.Labels[(int)c.Label])} {ShownNumber.Percent((decimal)c.Count / all)}"))];
    }

    private static string Json(List<PackDefinition> packs) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.packs/v1");
        writer.WriteStartArray("packs");
        foreach (var pack in packs)
        {
            writer.WriteStartObject();
            writer.WriteString("id", pack.Id.ToString());
            writer.WriteString("version", pack.Version);
            CommandJson.Localized(writer, "title", pack.Title);
            writer.WriteStartObject("inForce");
            writer.WriteString("from", Scalars.Date(pack.InForceFrom));
            writer.WriteString("until", pack.InForceUntil is { } until ? Scalars.Date(until) : null);
            writer.WriteEndObject();
            writer.WriteStartArray("batches");
            foreach (var batch in pack.Batches)
            {
                writer.WriteStartObject();
                writer.WriteString("id", batch.Id);
                CommandJson.Localized(writer, "title", batch.Title);
                writer.WriteString("called", Scalars.Date(batch.Called));
                writer.WriteString("label", Provenance.Spell(batch.Source.Label));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("jurisdiction", pack.Jurisdiction);
            writer.WriteString("extends", pack.Extends.Count == 0 ? null : string.Join(", ", pack.Extends.Select(p => p.Text)));
            writer.WriteString("supersededBy", pack.SupersededBy);
            writer.WritePropertyName("sourcedShare");
            writer.WriteRawValue(Scalars.Number(PackLabels.SourcedShare(pack)));
            writer.WriteStartObject("labels");
            foreach (var (label, count) in PackLabels.Counts(pack))
            {
                writer.WriteNumber(Provenance.Spell(label), count);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
