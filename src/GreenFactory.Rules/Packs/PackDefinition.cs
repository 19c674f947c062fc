using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs.Layers;

namespace GreenFactory.Rules.Packs;

/// <summary>A value with its provenance and place.</summary>
internal sealed record Sourced<T>(T Value, Provenance Source, SourceSpan Span);

internal enum RoundingMode
{
    HalfUp,
    HalfEven,
    Down,
}

/// <summary>How the total is rounded, once, at the end.</summary>
internal sealed record Rounding(int Decimals, RoundingMode Mode, Provenance Source)
{
    private const int DecimalsWithoutNoise = 22;

    public decimal Apply(decimal value)
    {
        var exact = WithoutNoise(value);
        return Mode switch
        {
            RoundingMode.HalfUp => Math.Round(exact, Decimals, MidpointRounding.AwayFromZero),
            RoundingMode.HalfEven => Math.Round(exact, Decimals, MidpointRounding.ToEven),
            _ => Math.Round(exact, Decimals, MidpointRounding.ToZero),
        };
    }

    /// <summary>
    /// Thirds and their like leave noise in the last digits of a decimal, 59.99…9 for a sum that is 60, and another noise in
    /// another order of the same sum. A pack that rounds down would take a point for it. The noise stays below 1e-23 for
    /// scores up to some thousands; differences of 1e-20 still count.
    /// </summary>
    public static decimal WithoutNoise(decimal value) => value.Scale > DecimalsWithoutNoise ? Math.Round(value, DecimalsWithoutNoise, MidpointRounding.ToEven) : value;
}

/// <summary>What happens to the points of a rule that does not apply.</summary>
internal enum NotApplicablePolicy
{
    /// <summary>Left out; the rest of the whole pack is scaled up.</summary>
    Renormalise,

    /// <summary>Left out; the rest of its group is scaled up.</summary>
    RenormaliseGroup,

    /// <summary>Counts as full marks.</summary>
    Full,

    /// <summary>Counts as nothing.</summary>
    Zero,

    /// <summary>May not be claimed: the rule is not met.</summary>
    Forbid,
}

internal enum BetweenMethod
{
    Range,
    Ratio,
}

internal sealed record ClauseEntry(string Clause, LocalizedText Title, string Disposition, LocalizedText? Note)
{
    public const string Encoded = "encoded";

    /// <summary>What can become of a clause, as it is written.</summary>
    public static readonly string[] Dispositions = [Encoded, "not-machine-checkable", "out-of-scope"];
}

internal enum ParameterKind
{
    Number,
    Quantity,
    Flag,
    Choice,
}

/// <summary>A named setting of a pack.</summary>
internal sealed record ParameterDefinition(
    string Id, LocalizedText Name, ParameterKind Kind, ScalarNode? Value, string? Unit, IReadOnlyList<string> Values, Provenance Source, LocalizedText Meaning, SourceSpan Span)
{
    /// <summary>What a parameter is named with where it is used.</summary>
    public const string Prefix = "parameter.";

    /// <summary>Where the unit is written.</summary>
    public SourceSpan UnitSpan { get; init; }
}

/// <summary>A coefficient of the vocabulary with a value of the pack's own.</summary>
/// <param name="Id">Its name in the vocabulary.</param>
/// <param name="Values">By the first day they hold; a value that is announced and not known has no number.</param>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="Source">Where they are from, unless they say so themselves.</param>
internal sealed record CoefficientOverride(ScalarNode Id, IReadOnlyList<CoefficientValue> Values, ScalarNode Unit, Provenance Source)
{
    /// <summary>The one value that holds on every day; null for dated values.</summary>
    public decimal? Always { get; init; }
}

internal sealed record GroupDefinition(
    string Id, string? Parent, LocalizedText Title, Sourced<decimal>? Weight, decimal? Full, NotApplicablePolicy? Policy, bool IsBonus, decimal? Cap, SourceSpan Span);

internal enum RuleKind
{
    Gate,
    Mandatory,
    Optional,
    Indicator,
    Bonus,
}

internal sealed record StepDefinition(ExpressionText At, ScalarNode Earns, Provenance Source);

/// <summary>One way of measuring an indicator.</summary>
internal sealed record FormDefinition(
    string Id,
    LocalizedText? Title,
    Provenance Source,
    ExpressionText? When,
    bool OverProducts,
    ExpressionText? Weight,
    ExpressionText Measure,
    ScalarNode? Unit,
    bool LowerIsBetter,
    Sourced<ExpressionText>? Leading,
    Sourced<ExpressionText>? Baseline,
    BetweenMethod? Between,
    IReadOnlyList<StepDefinition> Steps,
    SourceSpan Span);

/// <summary>One rule as its author wrote it. Exactly one of condition, fraction and forms is there.</summary>
internal sealed record RuleDefinition(
    string Id,
    string Group,
    RuleKind Kind,
    LocalizedText Title,
    LocalizedText Requirement,
    Provenance Source,
    Sourced<decimal>? Points,
    ExpressionText? When,
    NotApplicablePolicy? Policy,
    IReadOnlyList<LocalizedText> Evidence,
    Sourced<ExpressionText>? Condition,
    ExpressionText? Fraction,
    IReadOnlyList<FormDefinition> Forms,
    SourceSpan Span);

internal sealed record ConclusionDefinition(bool NeedsGates, bool NeedsMandatory, ScalarNode? PassMark, Provenance Source, SourceSpan Span);

/// <summary>A pack as read and, when it extends another, as resolved. Immutable.</summary>
internal sealed record PackDefinition
{
    public required PackId Id { get; init; }

    public required string Version { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>Rounds judged by this edition, as written.</summary>
    public IReadOnlyList<BatchDefinition> Batches { get; init; } = [];

    /// <summary>What the original has and this encoding has not, in our words.</summary>
    public IReadOnlyList<LocalizedText> Gaps { get; init; } = [];

    public LocalizedText? Summary { get; init; }

    public required string Jurisdiction { get; init; }

    public SourceSpan? JurisdictionSpan { get; init; }

    public required DateOnly InForceFrom { get; init; }

    public DateOnly? InForceUntil { get; init; }

    /// <summary>Whether the pack holds on a date; the day it ends is not part of it.</summary>
    public bool IsInForce(DateOnly date) => InForceFrom <= date && (InForceUntil is null || date < InForceUntil);

    public string? Supersedes { get; init; }

    public string? SupersededBy { get; init; }

    /// <summary>Where <see cref="Supersedes"/> and <see cref="SupersededBy"/> are written.</summary>
    public (SourceSpan? Supersedes, SourceSpan? SupersededBy) SupersessionSpans { get; init; }

    /// <summary>The packs this one builds on, as written.</summary>
    public IReadOnlyList<ScalarNode> Extends { get; init; } = [];

    /// <summary>Where the pack claims to tighten what it extends: whoever passes by it passes there too. Null when it claims nothing.</summary>
    public SourceSpan? Tightens { get; init; }

    /// <summary>The pack's own files in one map, every item with its whole source: what layers are made of.</summary>
    public MapNode? Content { get; init; }

    /// <summary>How the pack was put together; null as long as it is not.</summary>
    public Resolution? Resolution { get; init; }

    public required Provenance Source { get; init; }

    public IReadOnlyList<CitedDocument> Documents { get; init; } = [];

    public IReadOnlyList<ClauseEntry> Clauses { get; init; } = [];

    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    /// <summary>Values of coefficients that hold for this pack instead of those of the vocabulary.</summary>
    public IReadOnlyList<CoefficientOverride> Coefficients { get; init; } = [];

    public Rounding? Rounding { get; init; }

    public NotApplicablePolicy? Policy { get; init; }

    public Provenance? PolicySource { get; init; }

    /// <summary><c>range</c>, <c>ratio</c> or <c>parameter.x</c>.</summary>
    public ScalarNode? Between { get; init; }

    public Provenance? BetweenSource { get; init; }

    public decimal? Full { get; init; }

    public IReadOnlyList<GroupDefinition> Groups { get; init; } = [];

    public ConclusionDefinition? Conclusion { get; init; }

    public IReadOnlyList<TierDefinition> Tiers { get; init; } = [];

    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];

    /// <summary>Overlays laid on, in order.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Files that make up the pack, its bases included, for the digest.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public SourceSpan Span { get; init; }

    /// <summary>What the pack's own files cite, bases and overlays not followed.</summary>
    public Citations Citations { get; init; } = new([], []);

    /// <summary>True when something counted could not be read: then sums say nothing.</summary>
    public bool HasGaps { get; init; }

    /// <summary>Where the last overlay is; sums that it upset are told there.</summary>
    public SourceSpan? OverlaySpan { get; init; }
}
