using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Facts;

/// <summary>A title that an authority gave the factory.</summary>
internal sealed record FactoryTitle(string Level, DateOnly Named, SourceSpan Span)
{
    /// <summary>The grade of a star scheme; null for other levels.</summary>
    public int? Star { get; init; }

    public string? Batch { get; init; }

    /// <summary>GB/T 2260 code of the place that gave it; where the factory lay on that day when the file does not say.</summary>
    public string? Region { get; init; }

    /// <summary>Last valid day.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>Days on which a re-review was passed, in order.</summary>
    public IReadOnlyList<DateOnly> Renewed { get; init; } = [];
}

/// <summary>Something that happened to the factory on a day, or lasted from one day to another.</summary>
internal sealed record FactoryEvent(string Kind, DateOnly Date, SourceSpan Span)
{
    /// <summary>Last day of a state; null while it lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Grade of an accident; null while nobody has graded it.</summary>
    public string? Grade { get; init; }

    /// <summary>The level whose title an event takes away; null: every level.</summary>
    public string? Level { get; init; }

    /// <summary>For a move: GB/T 2260 code of the place it left.</summary>
    public string? From { get; init; }
}

/// <summary>Titles and events of a fact file. A list that is absent is not known; one that is empty says that there are none. Immutable.</summary>
internal sealed record FactoryRegister(IReadOnlyList<FactoryTitle>? Titles, IReadOnlyList<FactoryEvent>? Events)
{
    /// <summary>Beginnings of the facts that titles and events are read into.</summary>
    public const string TitlePrefix = "standing.";
    public const string EventPrefix = "record.";

    public const string StarLevel = "star";
    public const string Accident = "accident";
    public const string Delisted = "delisted";
    public const string Move = "site_change";

    public static FactoryRegister Nothing { get; } = new(null, null);

    /// <summary>From the lowest: a place on a list of candidates, then the ladder, then grades of a star scheme beside it.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["candidate", "district", "municipal", "provincial", "national", StarLevel];

    /// <summary>Accidents from the least: 一般, 较大, 重大, 特别重大.</summary>
    public static IReadOnlyList<string> Grades { get; } = ["general", "larger", "major", "extraordinary"];

    /// <summary>Events of one day.</summary>
    public static IReadOnlyList<string> Occurrences { get; } =
        [Accident, "violation", "penalty", "falsification", "serious_finding", Delisted, "filing", "name_change", Move, "review_failed"];

    /// <summary>States that last from a day to another.</summary>
    public static IReadOnlyList<string> States { get; } = ["energy_rectification", "dishonest_debtor", "abnormal_operation", "stoppage", "rectification"];

    public bool IsEmpty => Titles is null && Events is null;
}
