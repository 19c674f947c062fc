using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Verdicts;

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

/// <summary>One rule's answer. Immutable and thread-safe; the explanation is built when it is asked for.</summary>
public sealed class Finding
{
    private readonly FindingList _findings;
    private readonly int _index;

    internal Finding(FindingList findings, int rule)
    {
        _findings = findings;
        _index = rule;
    }

    /// <summary>Rule id within the pack.</summary>
    public string Id => Rule.Definition.Id;

    /// <summary>Id of the first-level group.</summary>
    public string Group => Context.Program.GroupOf(_index) is var group and >= 0 ? Context.Program.Groups[group].Definition.Id : Rule.Definition.Group;

    /// <summary>Clause of the standard.</summary>
    public string Clause => Rule.Definition.Source.Clause!;

    /// <summary>Kind of rule.</summary>
    public FindingKind Kind => (FindingKind)Rule.Definition.Kind;

    /// <summary>Title of the rule.</summary>
    public LocalizedText Title => Rule.Definition.Title;

    /// <summary>What is asked, in our words.</summary>
    public LocalizedText Requirement => Rule.Definition.Requirement;

    /// <summary>The answer. Claiming that a rule does not apply where the pack forbids it is not meeting the rule.</summary>
    public FindingStatus Status => FindingBuilder.Status(Context, _index);

    /// <summary>Points of the rule itself, before the weight of its group.</summary>
    public Score Points => Context.Card.Rule(_index);

    /// <summary>The measured value; null when there is none, or one per product.</summary>
    public Quantity? Measured => Context.Outcomes.HasMeasured(_index) ? FindingBuilder.Measured(Context, Rule) : null;

    /// <summary>Where the rule is from.</summary>
    public Provenance Source => Rule.Definition.Source;

    /// <summary>What the finding is a view of: names of facts, products and documents for those who render.</summary>
    internal VerdictContext Context => _findings.Context;

    /// <summary>Ids of evidence in the fact file that supports the facts used.</summary>
    public IReadOnlyList<string> Evidence => Detail.Evidence;

    /// <summary>What the measure was held against, best first.</summary>
    public IReadOnlyList<Threshold> Thresholds => Detail.Thresholds;

    /// <summary>What is missing to close this finding: fact paths, benchmarks, coefficients, parameters.</summary>
    public IReadOnlyList<string> Missing => Detail.Missing;

    /// <summary>The whole derivation.</summary>
    public ExplanationStep Explanation => Detail.Explanation;

    private BoundRule Rule => Context.Program.Rules[_index];

    private FindingDetail Detail => _findings.Detail(_index);
}
