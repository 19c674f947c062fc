using BenchmarkDotNet.Attributes;
using GreenFactory.Rules.Speed.Candidates;

namespace GreenFactory.Rules.Speed.Bdn;

/// <summary>One evaluation with a fresh result, on average over the measured factories.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private IReadOnlyList<ICandidate> _candidates = [];

    /// <summary>Prepares all candidates.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var bench = new Workbench();
        var applicants = bench.Applicants();
        _candidates = bench.Candidates;
        foreach (var candidate in _candidates)
        {
            candidate.Take(applicants);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Workbench.MeasuredFactories)]
    public int HandWritten() => Pass(0);

    [Benchmark(OperationsPerInvoke = Workbench.MeasuredFactories)]
    public int HandWrittenLookingUp() => Pass(1);

    [Benchmark(OperationsPerInvoke = Workbench.MeasuredFactories)]
    public int CompiledSummary() => Pass(2);

    [Benchmark(OperationsPerInvoke = Workbench.MeasuredFactories)]
    public int CompiledFindings() => Pass(3);

    [Benchmark(OperationsPerInvoke = Workbench.MeasuredFactories)]
    public int ReferenceFindings() => Pass(4);

    private int Pass(int candidate)
    {
        var seen = 0;
        for (var factory = 0; factory < Workbench.MeasuredFactories; factory++)
        {
            seen += _candidates[candidate].Run(factory);
        }

        return seen;
    }
}
