using GreenFactory.Rules.Speed.InDoubles;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>The hand-written evaluator in binary numbers, its result used again for the next factory: as fast as straight code goes.</summary>
internal sealed class BinaryCandidate(string name, RecordReader reader, IReadOnlyList<string> rules) : ICandidate
{
    private readonly Assessment _result = new();
    private FactoryRecord[] _factories = [];

    public string Name => name;

    public void Take(IReadOnlyList<FactoryFacts> factories) => _factories = [.. factories.Select(reader.Read)];

    public int Run(int factory)
    {
        Evaluator.Evaluate(_factories[factory], _result);
        var seen = (int)_result.Conclusion + (int)_result.Total.Lower + (int)_result.Total.Upper;
        foreach (ref var row in _result.Rows.AsSpan())
        {
            seen += (int)row.Status;
        }

        return seen;
    }

    /// <summary>Statuses and conclusion are exact but for numbers on an edge; points are near.</summary>
    public Outcome Describe(int factory)
    {
        Evaluator.Evaluate(_factories[factory], _result);
        return new Outcome(
            _result.Conclusion,
            new Points((decimal)_result.Total.Lower, (decimal)_result.Total.Upper, (decimal)_result.Total.Full, _result.Total.Applies),
            [],
            [.. _result.Rows.Select((r, i) => new OutcomeRow(rules[i], r.Status, default, null))]);
    }
}
