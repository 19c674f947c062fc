namespace GreenFactory.Rules.Policies;

/// <summary>How sure it is that a line is this factory's.</summary>
internal enum LineState
{
    /// <summary>Read in the source, still trusted on the day, and its conditions are met.</summary>
    Certain,

    /// <summary>Its conditions are met or open, but something keeps it from being certain; the reasons are said.</summary>
    Conditional,

    /// <summary>Its conditions are not met.</summary>
    NotMet,
}

/// <summary>Why a line is not certain.</summary>
internal enum ReserveKind
{
    /// <summary>Facts are missing.</summary>
    FactsMissing,

    /// <summary>The place is not known finely enough.</summary>
    PlaceOpen,

    /// <summary>It holds there only by the likely reading of a misprint.</summary>
    LikelyPlace,

    /// <summary>What is printed is doubted or contradicted.</summary>
    Doubted,

    /// <summary>It was not read in the source itself.</summary>
    NotSeen,

    /// <summary>It stands in an earlier edition that a later one does not speak of.</summary>
    EarlierEdition,

    /// <summary>The source describes another time than the day asked for.</summary>
    OtherTime,

    /// <summary>The title was given while the factory lay elsewhere.</summary>
    TitleFromElsewhere,
}

/// <summary>A policy that speaks of the factory's place.</summary>
internal sealed record AnswerPolicy(PolicyDefinition Policy, bool IsCurrent, bool IsOpenPlace, bool IsTrusted);

/// <summary>One line of a policy, as it stands for this factory.</summary>
internal sealed record AnswerLine(PolicyDefinition Policy, PolicyLine Line, PolicyArea? Area, LineState State, IReadOnlyList<ReserveKind> Reserves, IReadOnlyList<string> Missing, DueDate? Due)
{
    /// <summary>Unique in an answer and the same in every answer.</summary>
    public string Key => $"{Policy.Id}#{Line.Id}";
}

/// <summary>Whether a list of priority industries names the factory's; null when it cannot be told.</summary>
internal sealed record PriorityAnswer(PolicyDefinition Policy, PriorityList List, bool? IsNamed);

/// <summary>What a caller may choose for an answer. Immutable.</summary>
internal sealed record BenefitsRequest
{
    /// <summary>GB/T 2260 code of a place the factory is thought to lie in; null for its own.</summary>
    public string? Region { get; init; }

    /// <summary>Values in place of those of the policies' settings, by id.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
