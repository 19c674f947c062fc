namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>How much of a verdict is read.</summary>
internal enum Reading
{
    /// <summary>Conclusion and score.</summary>
    Summary,

    /// <summary>Conclusion, score, groups, and status, points and measured value of every finding.</summary>
    Findings,
}

/// <summary>One of the library's engines through its public face.</summary>
internal sealed class EngineCandidate(string name, RuleEvaluator evaluator, Reading reading) : ICandidate
{
    private FactoryFacts[] _factories = [];

    public string Name => name;

    public void Take(IReadOnlyList<FactoryFacts> factories) => _factories = [.. factories];

    public int Run(int factory)
    {
        var verdict = evaluator.Evaluate(_factories[factory]);
        var seen = (int)verdict.Conclusion + verdict.Score.Lower.Scale + verdict.Score.Upper.Scale;
        if (reading == Reading.Summary)
        {
            return seen;
        }

        foreach (var group in verdict.Groups)
        {
            seen += group.Score.Lower.Scale + group.Score.Upper.Scale;
        }

        foreach (var finding in verdict.Findings)
        {
            var points = finding.Points;
            seen += (int)finding.Status + points.Lower.Scale + points.Upper.Scale + points.Full.Scale;
            if (finding.Measured is { } measured)
            {
                seen += measured.Value.Scale;
            }
        }

        return seen;
    }

    public Outcome Describe(int factory) => Describe(evaluator.Evaluate(_factories[factory]));

    public static Outcome Describe(Verdict verdict) => new(
        verdict.Conclusion,
        Points.Of(verdict.Score),
        [.. verdict.Groups.Where(g => g.Weight > 0).Select(g => Points.Of(g.Score))],
        [.. verdict.Findings.Select(f => new OutcomeRow(f.Id, f.Status, Points.Of(f.Points), f.Measured?.Value))]);
}
