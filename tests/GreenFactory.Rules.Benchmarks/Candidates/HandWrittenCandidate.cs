using GreenFactory.Rules.Speed.HandWritten;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>The hand-written evaluator, with benchmarks looked up beforehand or inside.</summary>
internal sealed class HandWrittenCandidate(string name, RecordReader reader, IReadOnlyList<string> rules, bool looksUp) : ICandidate
{
    private readonly BenchmarkTable _table = new();
    private FactoryRecord[] _factories = [];

    public string Name => name;

    public void Take(IReadOnlyList<FactoryFacts> factories)
    {
        _factories = [.. factories.Select(reader.Read)];
        foreach (var factory in _factories)
        {
            _table.Add(factory);
        }
    }

    public int Run(int factory)
    {
        var result = Evaluate(factory);
        var seen = (int)result.Conclusion + result.Total.Lower.Scale + result.Total.Upper.Scale;
        seen += Read(result.Infrastructure) + Read(result.ManagementSystem) + Read(result.EnergyResourceInput);
        seen += Read(result.Product) + Read(result.Emission) + Read(result.Performance);
        foreach (ref var row in result.Rows.AsSpan())
        {
            seen += (int)row.Status + row.Lower.Scale + row.Upper.Scale + row.Full.Scale;
            if (row.HasMeasured)
            {
                seen += row.Measured.Scale;
            }
        }

        return seen;
    }

    public Outcome Describe(int factory)
    {
        var result = Evaluate(factory);
        return new Outcome(
            result.Conclusion,
            ToPoints(result.Total),
            [.. new[] { result.Infrastructure, result.ManagementSystem, result.EnergyResourceInput, result.Product, result.Emission, result.Performance }.Select(m => ToPoints(m))],
            [.. result.Rows.Select((r, i) => new OutcomeRow(rules[i], r.Status, ToPoints(r), r.HasMeasured ? r.Measured : null))]);
    }

    private Assessment Evaluate(int factory) =>
        looksUp ? Evaluator.Evaluate(_factories[factory], _table) : Evaluator.Evaluate(_factories[factory]);

    private static int Read(in Mark mark) => mark.Lower.Scale + mark.Upper.Scale;

    private static Points ToPoints(in Mark mark) => new(mark.Lower, mark.Upper, mark.Full, mark.Applies);

    private static Points ToPoints(in Row row) =>
        new(row.Lower, row.Upper, row.Full, row.Status != FindingStatus.NotApplicable);
}
