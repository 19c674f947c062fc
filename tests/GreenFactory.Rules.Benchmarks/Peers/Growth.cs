using System.Diagnostics;
using System.Globalization;
using GreenFactory.Rules.Blocks;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Speed.Measuring;

namespace GreenFactory.Rules.Speed.Peers;

/// <summary>How time grows with the number of rules, with the number of factories, and with threads.</summary>
internal static class Growth
{
    private const int RoundCount = 9;
    private const double MostGrowth = 25;
    private const double LeastGain = 1.5;

    private static readonly int[] RuleCounts = [25, 100, 400, 1600];
    private static readonly int[] FactoryCounts = [100, 1000, 10_000, 100_000, 1_000_000];

    public static bool Run(Workbench bench, TextWriter output) => Rules(output) & Factories(bench, output);

    private static bool Rules(TextWriter output)
    {
        var subjects = RuleCounts.Select(n => new Subject(n)).ToList();
        var (blocks, singles) = (subjects.Select(_ => new double[RoundCount]).ToArray(), subjects.Select(_ => new double[RoundCount]).ToArray());
        foreach (var subject in subjects)
        {
            Time(subject.Block, 1500);
            Time(subject.Single, 1500);
        }

        for (var round = 0; round < RoundCount; round++)
        {
            for (var s = 0; s < subjects.Count; s++)
            {
                blocks[s][round] = Time(subjects[s].Block, 80) / Plane.Rows;
                singles[s][round] = Time(subjects[s].Single, 80) / Plane.Rows;
            }
        }

        output.WriteLine(Text($"{RoundCount} interleaved rounds over {Plane.Rows} factories; median (least – most)."));
        output.WriteLine();
        output.WriteLine("| rules | read, check, bind | compile, columns | block engine, µs per factory | × 100 rules | compiled engine, µs | × 100 rules |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        var hundred = Array.IndexOf(RuleCounts, 100);
        for (var s = 0; s < subjects.Count; s++)
        {
            var at = s;
            output.WriteLine(Text($"| {RuleCounts[s]} | {subjects[s].LoadMilliseconds:0} ms | {subjects[s].PlanMilliseconds:0} ms | {Show(new Spread(blocks[s]))} | {Ratio(blocks, at, hundred).Median:0.0} | {Show(new Spread(singles[s]))} | {Ratio(singles, at, hundred).Median:0.0} |"));
        }

        output.WriteLine();
        output.WriteLine(Text($"100 → 1,600 rules: block engine × {Ratio(blocks, subjects.Count - 1, hundred).Median:0.0}, compiled engine × {Ratio(singles, subjects.Count - 1, hundred).Median:0.0} (at most {MostGrowth:0})"));
        return Ratio(blocks, subjects.Count - 1, hundred).Median <= MostGrowth && Ratio(singles, subjects.Count - 1, hundred).Median <= MostGrowth;
    }

    private static bool Factories(Workbench bench, TextWriter output)
    {
        var distinct = bench.Applicants(2000);
        output.WriteLine();
        output.WriteLine("| factories | one thread, µs per factory | two threads | gain | bytes per factory |");
        output.WriteLine("|---:|---:|---:|---:|---:|");
        Summarise(bench, distinct, 20_000, 1);
        Summarise(bench, distinct, 20_000, 2);
        var gain = 0.0;
        foreach (var count in FactoryCounts)
        {
            var rounds = count > 100_000 ? 3 : RoundCount;
            var (one, two, bytes) = (new double[rounds], new double[rounds], 0L);
            for (var round = 0; round < rounds; round++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                one[round] = Summarise(bench, distinct, count, 1) / count;
                bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / count;
                two[round] = Summarise(bench, distinct, count, 2) / count;
            }

            gain = new Spread(one.Zip(two, (a, b) => a / b)).Median;
            output.WriteLine(Text($"| {count:#,0} | {Show(new Spread(one))} | {Show(new Spread(two))} | {gain:0.00} | {bytes:#,0} |"));
        }

        output.WriteLine();
        output.WriteLine(Text($"two threads over {FactoryCounts[^1]:#,0} factories: {gain:0.00} times as fast as one (at least {LeastGain})"));
        return gain >= LeastGain;
    }

    private static double Summarise(Workbench bench, IReadOnlyList<FactoryFacts> distinct, int count, int threads)
    {
        var clock = Stopwatch.StartNew();
        var open = 0;
        foreach (var summary in bench.Compiled.SummariseMany(Enumerable.Range(0, count).Select(i => distinct[i % distinct.Count]), new BulkOptions { DegreeOfParallelism = threads }))
        {
            open += summary.Conclusion == Conclusion.Undetermined ? 1 : 0;
        }

        GC.KeepAlive(open);
        return clock.Elapsed.TotalMicroseconds;
    }

    private static double Time(Action pass, double milliseconds)
    {
        var (clock, passes) = (Stopwatch.StartNew(), 0);
        do
        {
            pass();
            passes++;
        }
        while (clock.Elapsed.TotalMilliseconds < milliseconds);
        return clock.Elapsed.TotalMicroseconds / passes;
    }

    private static Spread Ratio(double[][] times, int at, int to) => new(times[at].Zip(times[to], (a, b) => a / b));

    private static string Show(Spread spread) => Text($"{spread.Median:0.000} ({spread.Least:0.000} – {spread.Most:0.000})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Subject
    {
        private readonly BlockPlan _plan;
        private readonly BlockState _state;
        private readonly FactoryBlock _block;
        private readonly RuleEvaluator _evaluator;
        private readonly FactoryFacts[] _facts;

        public Subject(int rules)
        {
            var clock = Stopwatch.StartNew();
            var made = new SyntheticPack(rules);
            LoadMilliseconds = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            _evaluator = RuleEvaluator.Compile(made.Pack);
            _plan = BlockPlan.Of(made.Pack.Program)!;
            PlanMilliseconds = clock.Elapsed.TotalMilliseconds;
            _facts = [.. Enumerable.Range(0, Plane.Rows).Select(i => made.Facts(made.Plain(i)))];
            var frames = new FrameBuilder(made.Pack.Program.Vocabulary, made.Pack.Program.Benchmarks, made.Pack.Program.Externals);
            (_block, _state) = (_plan.NewBlock(), _plan.NewState());
            _block.Fill([.. _facts.Select(f => frames.Build(f, f.Period.LastDay))]);
        }

        public double LoadMilliseconds { get; }

        public double PlanMilliseconds { get; }

        public void Block() => _plan.Run(_state, _block);

        public void Single() => Array.ForEach(_facts, f => GC.KeepAlive(_evaluator.Evaluate(f).Score));
    }
}
