namespace GreenFactory.Rules.Verdicts;

/// <summary>The parts of a finding that are built on demand.</summary>
internal sealed record FindingDetail(ExplanationStep Explanation, IReadOnlyList<Threshold> Thresholds, IReadOnlyList<string> Missing, IReadOnlyList<string> Evidence);
