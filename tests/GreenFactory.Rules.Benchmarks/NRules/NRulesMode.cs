using System.Globalization;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.NRules;
using GreenFactory.Rules.Speed.Candidates;
using GreenFactory.Rules.Speed.Measuring;

namespace GreenFactory.Rules.Speed;

/// <summary>The mode <c>nrules</c>: what it costs to let NRules choose, order and fire the rules, done well and done naively.</summary>
internal static class NRulesMode
{
    private const int RoundCount = 15;
    private const int CheckedFactories = 2000;
    private const int Block = 256;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var factories = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Block;
        var bench = new Workbench();
        var program = bench.Pack.Program;
        var engine = new NRulesEngine(program, CancellationToken.None);
        IReadOnlyList<ICandidate> candidates =
        [
            new EngineRunCandidate("the kernels, one after the other", new KernelEngine(program), bench.Pack),
            new EngineRunCandidate("compiled engine", new CompiledEngine(program), bench.Pack),
            new EngineRunCandidate($"NRules, blocks of {Block}", engine, bench.Pack, Block),
            new EngineRunCandidate("NRules, one factory", engine, bench.Pack),
            new EngineRunCandidate("NRules, naive", new NaiveNRulesEngine(program), bench.Pack),
        ];
        if (!Agreement.Check(bench, candidates, CheckedFactories, output))
        {
            error.WriteLine("The candidates differ; their speed means nothing.");
            return 1;
        }

        var applicants = bench.Applicants(factories);
        foreach (var candidate in candidates)
        {
            candidate.Take(applicants);
        }

        var timings = new Rounds(RoundCount, factories).Measure(candidates);
        output.WriteLine(FormattableString.Invariant($"\n{RoundCount} interleaved rounds over {factories} factories, from a frame to a table of outcomes; processor time, median (least – most).\n"));
        output.WriteLine("| candidate | × the kernels | µs per factory | bytes per factory |\n|---|---:|---:|---:|");
        foreach (var timing in timings)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {timing.Candidate.Name} | {Show(timing.Ratios)} | {Show(timing.Microseconds)} | {timing.Bytes:#,0} |"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nNRules, naive / one factory: {timings[4].Microseconds.Median / timings[3].Microseconds.Median:0.0}"));
        return 0;
    }

    private static string Show(Spread spread) => string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00} ({spread.Least:0.00} – {spread.Most:0.00})");
}
