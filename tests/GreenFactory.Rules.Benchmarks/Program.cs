using System.Globalization;
using BenchmarkDotNet.Running;
using GreenFactory.Rules.Speed;
using GreenFactory.Rules.Speed.Measuring;
using GreenFactory.Rules.Speed.Peers;

#if DEBUG
Console.Error.WriteLine("This is a debug build: run with -c Release, or the numbers mean nothing.");
#endif

switch (args.FirstOrDefault())
{
    case "compare":
        var factories = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Workbench.MeasuredFactories;
        return new Comparison(new Workbench(), factories, Console.Out).Run() ? 0 : 1;
    case "blocks":
        return new BlockRounds(new Workbench(), args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2048, Console.Out).Run() ? 0 : 1;
    case "batch":
        return BatchRun.Run(new Workbench(), args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 500_000, Console.Out) ? 0 : 1;
    case BatchRun.ChildMode when args.Length == 3:
        return BatchRun.RunChild(args[1], args[2]);
    case "peers":
        return new PeerRounds(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100, Console.Out).Run() ? 0 : 1;
    case "growth":
        return Growth.Run(new Workbench(), Console.Out) ? 0 : 1;
    case "cold":
        ColdStart.Write(new Workbench(), args.Length > 1 ? args[1] : null, runs: 15, Console.Out);
        return 0;
    case "check":
        var bench = new Workbench();
        return Agreement.Check(bench, bench.Candidates, 20000, Console.Out) ? 0 : 1;
    case "nrules":
        return NRulesMode.Run(args, Console.Out, Console.Error);
    case "load-all":
        return LoadAll.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15, Console.Out) ? 0 : 1;
    case "rank":
        return RankTable.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000, Console.Out) ? 0 : 1;
    case "spin" when args.Length == 3:
        return Spin.Run(new Workbench(), int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
    case "bdn":
        BenchmarkSwitcher.FromAssembly(typeof(Workbench).Assembly).Run(args[1..]);
        return 0;
    case RankTable.ChildMode when args.Length == 2:
        return RankTable.RunChild(args[1], Console.Out);
    case ColdStart.ChildMode when args.Length == 2:
        return ColdStart.RunChild(args[1]);
    default:
        Console.Error.WriteLine("usage: compare [FACTORIES] | blocks [FACTORIES] | batch [ROWS] | peers [RULES] | growth | cold [PUBLISHED] | check | nrules [FACTORIES] | load-all [RUNS] | rank [FACTORIES] | bdn [--filter …] | spin CANDIDATE SECONDS");
        return 2;
}
