using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>Loading and compiling once the code is warm: what a host pays that reloads its rules. Processor time.</summary>
internal static class WarmLoad
{
    private const int WarmUps = 10;

    public static IReadOnlyList<(string What, Spread Milliseconds)> Measure(int runs) =>
    [
        ("read vocabulary", Time(runs, ReadVocabulary)),
        ("load pack and benchmarks, vocabulary shared", Time(runs, () => LoadPack())),
        ("compile", Compile(runs)),
    ];

    public static void ReadVocabulary() => FactVocabularyReader.Read(RulesSource.Package, new DiagnosticBag());

    public static RulePack LoadPack() => RulePackCatalog.Open(RulesSource.Package).Load(Workbench.PackId);

    private static Spread Compile(int runs)
    {
        var pack = LoadPack();
        return Time(runs, () => RuleEvaluator.Compile(pack));
    }

    private static Spread Time(int runs, Action action)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            action();
        }

        return new Spread(Enumerable.Range(0, runs).Select(_ =>
        {
            var start = Environment.CpuUsage.TotalTime;
            action();
            return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        }));
    }
}
