using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules;

/// <summary>Where an operand's value came from.</summary>
public enum ValueOrigin
{
    /// <summary>Computed in this step.</summary>
    Computed = 0,

    /// <summary>Stated in the fact file.</summary>
    Fact = 1,

    /// <summary>Computed from other facts by the vocabulary.</summary>
    Derived = 2,

    /// <summary>A dated coefficient.</summary>
    Coefficient = 3,

    /// <summary>A benchmark value.</summary>
    Benchmark = 4,

    /// <summary>A number written in the rule.</summary>
    Constant = 5,

    /// <summary>A setting of the pack.</summary>
    Parameter = 6,

    /// <summary>Identity of the factory, the period or the as-of date.</summary>
    Context = 7,
}

/// <summary>
/// One step of a derivation: what was computed, from what, with which result. The tree under a finding is enough to
/// compute its points again. Immutable.
/// </summary>
public sealed record ExplanationStep
{
    internal ExplanationStep()
    {
    }

    /// <summary>
    /// The operation: <c>points</c>, <c>not-applicable</c>, <c>when</c>, <c>forms</c>, <c>form</c>, <c>met</c>, <c>fraction</c>,
    /// <c>scale.range.lower</c> and its kin, <c>steps.higher</c>, <c>average</c>, the operators of the rule language (a <c>+</c> has two operands or more), or
    /// <c>fact</c>, <c>derived</c>, <c>coefficient</c>, <c>benchmark</c>, <c>constant</c>, <c>parameter</c>, <c>context</c>.
    /// A fact with an operand is one whose declaration says that it does not apply, or not yet whether. Of the score:
    /// <c>total</c>, <c>groups</c>, <c>group</c>, <c>applicable</c>, <c>earned</c>, <c>bonus</c>.
    /// </summary>
    public required string Operation { get; init; }

    /// <summary>The part of the rule this step computes, as its author wrote it.</summary>
    public required string Expression { get; init; }

    /// <summary>Name for people; null where the expression says it all.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>The result as plain text: a number, <c>true</c>, <c>false</c>, a date, a text, <c>unknown</c> or <c>not-applicable</c>.</summary>
    public required string Value { get; init; }

    /// <summary>Unit of a number; null for everything else.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the value came from.</summary>
    public ValueOrigin Origin { get; init; }

    /// <summary>Document, clause and label of the value; null for computed steps.</summary>
    public Provenance? Source { get; init; }

    /// <summary>Why a value is open or does not apply, in the fact file's words or ours; the factors of a conversion; the two ends of an open score; null otherwise.</summary>
    public string? Note { get; init; }

    /// <summary>True for the parts that together bring about the result: known alone they give it, and with one of them gone it is no longer certain.</summary>
    public bool Decides { get; init; }

    /// <summary>The parts this step was computed from, in order.</summary>
    public IReadOnlyList<ExplanationStep> Operands { get; init; } = [];

    /// <summary>Of a comparison of numbers in different units: left times the numerator was held against right times the denominator.</summary>
    internal Conversion? Scales { get; init; }

    /// <summary>The value is a text, though it may read like a number or a truth: an industry code, say.</summary>
    internal bool IsText { get; init; }

    internal bool IsUnknown => Value == "unknown";
}
