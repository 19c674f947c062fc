using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Populations;
using GreenFactory.Rules.Tables;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>impact A B</c>: what becomes of many factories when one pack takes the place of another.</summary>
internal static class ImpactCommand
{
    private const int DefaultPopulation = 1000;
    private const int MostPopulation = 1_000_000;

    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var from = new Argument<string?>("A") { Description = speech.Say(DiffPhrases.From), Arity = ArgumentArity.ZeroOrOne };
        var to = new Argument<string?>("B") { Description = speech.Say(DiffPhrases.To), Arity = ArgumentArity.ZeroOrOne };
        var factories = SharedOptions.Texts("--factories", "PATH", speech.Say(ImpactPhrases.Factories));
        var population = SharedOptions.Text("--population", "N", speech.Say(ImpactPhrases.Population));
        var seed = SharedOptions.Text("--seed", "N", speech.Say(ImpactPhrases.Seed));
        var format = SharedOptions.FormatOf(speech, "text | json");
        var command = new DocumentedCommand("impact", speech.Say(ImpactPhrases.Impact), speech.Say(ImpactPhrases.Exits))
        {
            Arguments = { from, to },
            Options = { factories, population, seed, options.AsOf, options.Rules, options.Benchmarks, options.Overlays, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json");
            var width = request.Width();
            var (first, second) = (request.Needed(from), request.Needed(to));
            var asOf = request.AsOf();
            var count = Whole(request, population, DefaultPopulation, 1, MostPopulation, ImpactPhrases.NumberShape);
            var start = Whole(request, seed, 0, 0, int.MaxValue, ImpactPhrases.SeedShape);
            var files = request.Values(factories).SelectMany(f => FactFiles.Of(request, factories.Name, f, ".csv")).ToList();
            if (request.Failed() is { } wrong)
            {
                return wrong;
            }

            var catalog = request.Catalog();
            var sides = new[] { first, second }.Select(n => ComparedSide.Of(request, catalog, n, asOf, [])).ToList();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var (a, b) = (sides[0]!, sides[1]!);
            var progress = new TestProgress(shell);
            var all = files.Count > 0 ? Real(request, files, a, b) : MadeUp(a, b, asOf, count, start);
            var impact = Impact.Of(RuleEvaluator.Compile(a.Pack), RuleEvaluator.Compile(b.Pack), all, files.Count > 0 ? request.Date(options.AsOf) : asOf, done => progress.Tell(done - 1, files.Count > 0 ? done : count, $"{a.Pack.Id} → {b.Pack.Id}"));
            progress.Clear();
            if (request.Failed() is { } unreadable)
            {
                return unreadable;
            }

            var report = new ImpactReport(impact, a.Pack, b.Pack, files.Count > 0 ? null : start);
            return request.Emit(shape == "json" ? report.Json() : report.Text(speech, width), ExitCode.Positive);
        }
    }

    private static int Whole(Request request, Option<string?> option, int otherwise, int least, int most, LocalizedText shape)
    {
        if (request.Value(option) is not { } written)
        {
            return otherwise;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        request.Bad(option.Name, written, shape);
        return otherwise;
    }

    private static IEnumerable<(FactoryFacts From, FactoryFacts To)> Real(Request request, List<string> files, ComparedPack a, ComparedPack b)
    {
        var isShared = ReferenceEquals(a.Program.Vocabulary, b.Program.Vocabulary);
        foreach (var file in files)
        {
            var firsts = Of(file, a);
            var pairs = isShared ? firsts.Select(f => (f, f)) : firsts.Zip(Of(file, b));
            foreach (var pair in pairs)
            {
                yield return pair;
            }
        }

        IEnumerable<FactoryFacts> Of(string file, ComparedPack side)
        {
            if (Path.GetExtension(file) == ".csv")
            {
                return TableFactories.Read(file, side.Program.Vocabulary, request.Bag);
            }

            return DocumentReader.ReadFile(file, file.Replace('\\', '/'), request.Bag) is { } root && FactoryFactsReader.Read(root, side.Program.Vocabulary, request.Bag) is { } facts ? [facts] : [];
        }
    }

    private static IEnumerable<(FactoryFacts From, FactoryFacts To)> MadeUp(ComparedPack a, ComparedPack b, DateOnly asOf, int count, int seed)
    {
        var generator = new PopulationGenerator([a, b], a.Drafts.Concat(b.Drafts), asOf, (ulong)seed);
        return Enumerable.Range(0, count)
            .Select(generator.Make)
            .Select(d => (From: a.Read(d), To: b.Read(d)))
            .Where(f => f.From is not null && f.To is not null)
            .Select(f => (f.From!, f.To!));
    }
}
