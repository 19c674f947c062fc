using System.Diagnostics;
using System.Globalization;
using System.Linq.Dynamic.Core;
using System.Text.Json;
using GreenFactory.Rules.Blocks;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Speed.Measuring;
using RulesEngine.Models;

namespace GreenFactory.Rules.Speed.Peers;

/// <summary>
/// Our engines beside others on a pack that all can say. Answers are held against each other first. In C# rounds take turns in
/// one process; engines for node run in a process of their own right after, and are only compared by their order of magnitude.
/// </summary>
internal sealed class PeerRounds(int rules, TextWriter output)
{
    private const int Factories = 256;
    private const int RoundCount = 9;
    private const string Name = "pack";

    private readonly SyntheticPack _pack = new(rules);

    public bool Run()
    {
        PlainFactory[] plain = [.. Enumerable.Range(0, Factories).Select(_pack.Plain)];
        FactoryFacts[] facts = [.. plain.Select(_pack.Facts)];
        var compiled = RuleEvaluator.Compile(_pack.Pack);
        var plan = BlockPlan.Of(_pack.Pack.Program)!;
        var frames = new FrameBuilder(_pack.Pack.Program.Vocabulary, _pack.Pack.Program.Benchmarks, _pack.Pack.Program.Externals);
        EvaluationFrame[] framed = [.. facts.Select(f => frames.Build(f, f.Period.LastDay))];
        var (block, state) = (plan.NewBlock(), plan.NewState());
        block.Fill(framed);
        var lambdas = _pack.Indicators.Select(i => DynamicExpressionParser.ParseLambda<PlainFactory, bool?>(null, true, SyntheticPack.Lambda(i).Replace("f.", "it.", StringComparison.Ordinal)).Compile()).ToArray();
        var engine = new global::RulesEngine.RulesEngine([new Workflow { WorkflowName = Name, Rules = [.. _pack.Indicators.Select((i, n) => new Rule { RuleName = Number(n), Expression = SyntheticPack.Lambda(i), RuleExpressionType = RuleExpressionType.LambdaExpression })] }]);

        if (!Agree(plain, facts, compiled, lambdas, engine))
        {
            return false;
        }

        (string Name, Action Pass)[] candidates =
        [
            ("block engine, columns ready", () => plan.Run(state, block)),
            ("block engine, from facts", () => compiled.SummariseBlock(facts, null)),
            ("compiled engine, one by one", () => Array.ForEach(facts, f => compiled.Evaluate(f).Conclusion.ToString())),
            ("Dynamic LINQ 1.6.2, statuses by hand", () => Array.ForEach(plain, f => Linq(lambdas, f))),
            ("RulesEngine 6.0.1, statuses by hand", () => Array.ForEach(plain, f => Engine(engine, f))),
        ];
        var times = candidates.Select(_ => new double[RoundCount]).ToArray();
        foreach (var (_, pass) in candidates)
        {
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < 2)
            {
                pass();
            }
        }

        for (var round = 0; round < RoundCount; round++)
        {
            for (var c = 0; c < candidates.Length; c++)
            {
                var turn = (c + round) % candidates.Length;
                var (clock, passes) = (Stopwatch.StartNew(), 0);
                do
                {
                    candidates[turn].Pass();
                    passes++;
                }
                while (clock.Elapsed.TotalMilliseconds < 100);
                times[turn][round] = clock.Elapsed.TotalMicroseconds / passes / Factories;
            }
        }

        output.WriteLine(Text($"{rules} rules, {Factories} factories, {RoundCount} interleaved rounds; median (least – most)."));
        output.WriteLine();
        output.WriteLine("| engine | µs per factory | × block engine |");
        output.WriteLine("|---|---:|---:|");
        for (var c = 0; c < candidates.Length; c++)
        {
            var turn = c;
            Row(candidates[c].Name, new Spread(times[c]), new Spread(Enumerable.Range(0, RoundCount).Select(r => times[turn][r] / times[0][r])));
        }

        var own = new Spread(times[0]).Median;
        foreach (var (name, spread) in OnNode(plain))
        {
            Row(name + " (own process)", spread, new Spread([spread.Least / own, spread.Median / own, spread.Most / own]));
        }

        return true;
    }

    private bool Agree(PlainFactory[] plain, FactoryFacts[] facts, RuleEvaluator compiled, Func<PlainFactory, bool?>[] lambdas, global::RulesEngine.RulesEngine engine)
    {
        var block = compiled.SummariseBlock(facts, null)!;
        for (var i = 0; i < plain.Length; i++)
        {
            var one = compiled.Evaluate(facts[i]).Summary();
            FindingStatus[] expected = [.. Enumerable.Range(0, rules).Select(one.StatusOf)];
            FindingStatus[][] others = [[.. Enumerable.Range(0, rules).Select(r => block.StatusOf(i, r))], Linq(lambdas, plain[i]), Engine(engine, plain[i])];
            if (others.Any(o => !o.SequenceEqual(expected)) || block.ScoreOf(i) != one.Score)
            {
                output.WriteLine(Text($"factory {i} is judged differently"));
                return false;
            }
        }

        output.WriteLine(Text($"{plain.Length} factories: all engines say the same of all {rules} rules"));
        return true;
    }

    private FindingStatus[] Linq(Func<PlainFactory, bool?>[] lambdas, PlainFactory factory)
    {
        var statuses = new FindingStatus[rules];
        for (var r = 0; r < rules; r++)
        {
            statuses[r] = SyntheticPack.Status(_pack.Indicators[r], lambdas[r](factory) == true, factory);
        }

        return statuses;
    }

    private FindingStatus[] Engine(global::RulesEngine.RulesEngine engine, PlainFactory factory)
    {
        var results = engine.ExecuteAllRulesAsync(Name, new RuleParameter("f", factory)).AsTask().GetAwaiter().GetResult();
        var statuses = new FindingStatus[rules];
        for (var r = 0; r < rules; r++)
        {
            statuses[r] = SyntheticPack.Status(_pack.Indicators[r], results[r].IsSuccess, factory);
        }

        return statuses;
    }

    /// <summary>Nothing where there is no node, or its packages cannot be had.</summary>
    private IEnumerable<(string Name, Spread Microseconds)> OnNode(PlainFactory[] plain)
    {
        var folder = Directory.CreateTempSubdirectory("greenfactory-peers").FullName;
        try
        {
            var file = Path.Combine(folder, "pack.json");
            File.WriteAllText(file, JsonSerializer.Serialize(new
            {
                indicators = _pack.Indicators.Select(i => new { kind = i.Kind.ToString(), a = i.A, b = i.B, limit = i.Limit }),
                factories = plain.Select(f => new { flags = f.Flags, numbers = f.Numbers, met = _pack.Indicators.Select(i => IsMet(i, f)) }),
            }));
            if (Start("npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "json-rules-engine@7.3.1", "@gorules/zen-engine@0.54.0") is null
                || Start("node", Path.Combine(AppContext.BaseDirectory, "Peers", "peers.mjs"), file, folder, "6") is not { } said)
            {
                output.WriteLine("| json-rules-engine and ZEN | no node, or no packages for it | |");
                return [];
            }

            var measured = JsonSerializer.Deserialize<Dictionary<string, double[]>>(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
            return [.. measured.Select(m => (m.Key, new Spread(m.Value)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsMet(Indicator of, PlainFactory f) => of.Kind switch
    {
        IndicatorKind.Flag => f.Flags[of.A] == true,
        IndicatorKind.AtLeast => f.Numbers[of.A] >= of.Limit,
        IndicatorKind.Ratio => f.Numbers[of.A] / f.Numbers[of.B] >= of.Limit,
        _ => f.Flags[of.A] == true || f.Flags[of.B] == true,
    };

    private static string? Start(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Console.Error.WriteLine(error.Result);
            }

            return process.ExitCode == 0 ? said : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private void Row(string name, Spread time, Spread ratio) =>
        output.WriteLine(Text($"| {name} | {time.Median:0.000} ({time.Least:0.000} – {time.Most:0.000}) | {ratio.Median:0.0} ({ratio.Least:0.0} – {ratio.Most:0.0}) |"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
