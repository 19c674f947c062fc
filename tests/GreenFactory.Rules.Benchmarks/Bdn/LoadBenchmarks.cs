using BenchmarkDotNet.Attributes;
using GreenFactory.Rules.Speed.Measuring;

namespace GreenFactory.Rules.Speed.Bdn;

/// <summary>Loading and compiling the pack in a warm process.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private RulePack? _pack;

    /// <summary>Loads the pack that is compiled.</summary>
    [GlobalSetup]
    public void Prepare() => _pack = WarmLoad.LoadPack();

    [Benchmark]
    public void ReadVocabulary() => WarmLoad.ReadVocabulary();

    [Benchmark]
    public RulePack LoadPack() => WarmLoad.LoadPack();

    [Benchmark]
    public RuleEvaluator Compile() => RuleEvaluator.Compile(_pack!);
}
