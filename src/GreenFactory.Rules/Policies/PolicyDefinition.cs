using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Policies;

/// <summary>What a line of a policy is about, in the order an answer tells them.</summary>
internal enum LineKind
{
    Reward,
    Privilege,
    Duty,
    Sanction,
    Route,
    Note,
}

/// <summary>A place of a policy below its jurisdiction. Without a code where GB/T 2260 has none: a development zone.</summary>
internal sealed record PolicyArea(string Id, LocalizedText Name, string? Code, string? Within, bool HasPolicy, Provenance Source, SourceSpan Span);

internal sealed record Footnote(string Id, LocalizedText Text, SourceSpan Span);

/// <summary>A policy document the authority has issued; the date is a month as printed, or blank.</summary>
internal sealed record IssuedPolicy(string? Issued, string Title, LocalizedText? Note);

/// <summary>How many green factories a place wants by a year.</summary>
internal sealed record PolicyTarget(string Id, string? Area, int Year, int Least, int Most, string Level, string Printed, IReadOnlyList<string> Footnotes, Provenance Source, SourceSpan Span);

/// <summary>Money: from the least to the most; <see cref="IsCeiling"/> when the text gives only the most.</summary>
internal sealed record PolicyAmount(Quantity Least, Quantity Most, bool IsCeiling);

/// <summary>A doubt about what is printed: the likely reading stands beside it and never takes its place.</summary>
internal sealed record Doubt(string Kind, LocalizedText Text, PolicyAmount? LikelyAmount, string? LikelyArea, string? LikelyLevel, ProvenanceLabel Label);

internal enum CountingKind
{
    /// <summary>On a day of every year.</summary>
    Yearly,

    /// <summary>Every so many years from a date.</summary>
    Every,

    /// <summary>Once, so long after a date.</summary>
    Within,
}

internal enum SpanUnit
{
    Years,
    Months,
    Days,
    WorkingDays,
}

/// <summary>When something is due.</summary>
internal sealed record PolicyDeadline(CountingKind Kind, int Month, int Day, int Count, SpanUnit Unit, string? From, string? Done);

/// <summary>One thing a policy gives, asks, threatens, opens or remarks.</summary>
internal sealed record PolicyLine(LineKind Kind, string Id, LocalizedText Title, Provenance Source, SourceSpan Span)
{
    public LocalizedText? Text { get; init; }

    /// <summary>Area it holds in; null for the whole jurisdiction.</summary>
    public string? Area { get; init; }

    /// <summary>The level of title it is for; null for any.</summary>
    public string? Level { get; init; }

    public ExpressionText? When { get; init; }

    public PolicyAmount? Amount { get; init; }

    /// <summary>Who pays; null where the text does not say.</summary>
    public string? Payer { get; init; }

    public string? Payee { get; init; }

    /// <summary>How it goes with money of other levels; null where the text does not say.</summary>
    public string? Stacking { get; init; }

    public string? Effect { get; init; }

    public string? Printed { get; init; }

    public IReadOnlyList<string> Footnotes { get; init; } = [];

    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    public PolicyDeadline? Deadline { get; init; }
}

/// <summary>The industries a policy puts first; an open list ends in “and so on”.</summary>
internal sealed record PriorityList(string? Year, IReadOnlyList<string> Industries, bool IsOpen, string? Area, Provenance Source, SourceSpan Span);

/// <summary>A move of a state machine: by a condition, or after a time in the state.</summary>
internal sealed record MachineMove(string Id, string From, string To, ExpressionText? When, int? AfterMonths, LocalizedText? Text, SourceSpan Span);

internal sealed record MachineState(string Id, LocalizedText Title);

/// <summary>States a factory goes through by dated facts.</summary>
internal sealed record PolicyMachine(string Id, LocalizedText Title, string? Area, IReadOnlyList<MachineState> States, IReadOnlyList<MachineMove> Moves, Provenance Source, SourceSpan Span);

/// <summary>How many factories of the region a list had.</summary>
internal sealed record RegionCount(string Upto, int Count, IReadOnlyList<string> Footnotes);

/// <summary>The policies of one jurisdiction as one source describes them. Immutable.</summary>
internal sealed record PolicyDefinition
{
    public required PackId Id { get; init; }

    public required string Version { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>From this day on the edition describes what holds.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Up to here what is said is taken to hold; later it has to be asked for again. Null: open.</summary>
    public DateOnly? TrustedUntil { get; init; }

    public required Provenance Source { get; init; }

    public IReadOnlyList<CitedDocument> Documents { get; init; } = [];

    public IReadOnlyList<Footnote> Footnotes { get; init; } = [];

    public IReadOnlyList<PolicyArea> Areas { get; init; } = [];

    public IReadOnlyList<IssuedPolicy> Policies { get; init; } = [];

    public IReadOnlyList<PolicyTarget> Targets { get; init; } = [];

    public RegionCount? Count { get; init; }

    public IReadOnlyList<PriorityList> Priorities { get; init; } = [];

    /// <summary>Who pays the third party, with the printed words; null where nothing is said.</summary>
    public PolicyLine? ThirdParty { get; init; }

    public IReadOnlyList<PolicyLine> Lines { get; init; } = [];

    public IReadOnlyList<PolicyMachine> Machines { get; init; } = [];

    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    /// <summary>Lines of earlier editions that this one ends.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];

    public SourceSpan Span { get; init; }

    public Citations Citations { get; init; } = new([], []);
}
