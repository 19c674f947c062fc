using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules;

/// <summary>What kind of rule a finding answers.</summary>
public enum FindingKind
{
    /// <summary>一票否决: carries no points, failing it decides the conclusion.</summary>
    Gate = 0,

    /// <summary>必选.</summary>
    Mandatory = 1,

    /// <summary>可选.</summary>
    Optional = 2,

    /// <summary>评价指标.</summary>
    Indicator = 3,

    /// <summary>加分项.</summary>
    Bonus = 4,
}

/// <summary>A value the measure was held against.</summary>
public sealed record Threshold
{
    internal Threshold()
    {
    }

    /// <summary><c>leading</c>, <c>baseline</c> or <c>step</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value; null when it is not known.</summary>
    public Quantity? Value { get; init; }

    /// <summary>Document, clause and label.</summary>
    public required Provenance Source { get; init; }
}

/// <summary>One rule's answer. Immutable; the explanation is built when it is asked for.</summary>
public sealed class Finding
{
    private readonly Lazy<FindingDetail> _detail;

    internal Finding(Func<FindingDetail> detail) => _detail = new Lazy<FindingDetail>(detail);

    /// <summary>Rule id within the pack.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the first-level group.</summary>
    public required string Group { get; init; }

    /// <summary>Clause of the standard.</summary>
    public required string Clause { get; init; }

    /// <summary>Kind of rule.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>Title of the rule.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What is asked, in our words.</summary>
    public required LocalizedText Requirement { get; init; }

    /// <summary>The answer.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>Points of the rule itself, before the weight of its group.</summary>
    public required Score Points { get; init; }

    /// <summary>The measured value; null when there is none, or one per product.</summary>
    public Quantity? Measured { get; init; }

    /// <summary>Where the rule is from.</summary>
    public required Provenance Source { get; init; }

    /// <summary>Ids of evidence in the fact file that supports the facts used.</summary>
    public IReadOnlyList<string> Evidence => _detail.Value.Evidence;

    /// <summary>What the measure was held against, best first.</summary>
    public IReadOnlyList<Threshold> Thresholds => _detail.Value.Thresholds;

    /// <summary>What is missing to close this finding: fact paths, benchmarks, coefficients, parameters.</summary>
    public IReadOnlyList<string> Missing => _detail.Value.Missing;

    /// <summary>The whole derivation.</summary>
    public ExplanationStep Explanation => _detail.Value.Explanation;
}

/// <summary>The parts of a finding that are built on demand.</summary>
internal sealed record FindingDetail(ExplanationStep Explanation, IReadOnlyList<Threshold> Thresholds, IReadOnlyList<string> Missing, IReadOnlyList<string> Evidence);
