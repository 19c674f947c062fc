using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>benchmarks --industry CODE</c>: which values apply to a plant, from which table, and why others do not.</summary>
internal static class BenchmarksCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var industry = SharedOptions.Text("--industry", "CODE", speech.Say(BenchmarkPhrases.Industry));
        var product = SharedOptions.Text("--product", "KIND", speech.Say(BenchmarkPhrases.Product));
        var region = SharedOptions.Text("--region", "CODE", speech.Say(BenchmarkPhrases.Region));
        var format = SharedOptions.FormatOf(speech, "text | json | markdown");
        var command = new DocumentedCommand("benchmarks", speech.Say(BenchmarkPhrases.Command), speech.Say(BenchmarkPhrases.Exits))
        {
            Options = { industry, product, region, options.AsOf, options.Rules, options.Benchmarks, format, options.Out, options.Width },
            Needed = [industry],
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var code = request.Needed(industry);
            var kind = request.Value(product);
            var place = request.Value(region);
            var day = request.AsOf();
            var shape = request.Choice(format, "text", "json", "markdown");
            var width = request.Width();
            var catalog = request.Catalog();
            var (library, faults) = catalog.ReadBenchmarks();
            var errors = faults.Where(f => f.Code.Severity == DiagnosticSeverity.Error).ToList();
            request.Bag.AddRange(errors);
            var vocabulary = errors.Count > 0 ? null : catalog.Vocabulary;
            if (vocabulary is not null && code.Length > 0 && !vocabulary.Industries.IsIndustry(code))
            {
                request.Bad(industry.Name, code, BenchmarkPhrases.IndustryShape);
            }

            if (vocabulary is not null && place is not null && !vocabulary.Regions.IsRegion(place))
            {
                request.Bad(region.Name, place, CommandPhrases.RegionShape);
            }

            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var survey = new BenchmarkReport(code, vocabulary!.Industries.Name(code) ?? string.Empty, kind, place, day, BenchmarkSurvey.Of(library, code, kind, place, day), Hint(library, kind), speech);
            var text = shape switch
            {
                "json" => survey.Json(),
                "markdown" => survey.Markdown(),
                _ => survey.Text(width),
            };
            return request.Emit(text, survey.SomethingApplies ? ExitCode.Positive : survey.IsOpen ? ExitCode.Undetermined : ExitCode.Negative);
        }
    }

    /// <summary>What was meant, when no row of the whole library is for the product.</summary>
    private static LocalizedText? Hint(BenchmarkLibrary library, string? kind)
    {
        if (kind is null || library.Rows.Any(r => r.IsFor(kind)))
        {
            return null;
        }

        var hint = NearestName.Hint(kind, library.Rows.SelectMany(r => new[] { r.Product, r.ProductName }).OfType<string>().Distinct(StringComparer.Ordinal)).ToText();
        return new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, BenchmarkPhrases.UnknownProduct.Zh, kind, hint.Zh),
            string.Format(CultureInfo.InvariantCulture, BenchmarkPhrases.UnknownProduct.En, kind, hint.En));
    }
}
