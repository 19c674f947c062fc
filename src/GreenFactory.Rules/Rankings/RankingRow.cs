namespace GreenFactory.Rules.Rankings;

/// <summary>One factory in one year, as a table or a verdict gives it.</summary>
/// <param name="Id">Which factory.</param>
/// <param name="Year">The year its score is of; 0 where the table has no years.</param>
/// <param name="Region">GB/T 2260 code; null where it is not stated.</param>
/// <param name="Industry">GB/T 4754 code; null where it is not stated.</param>
/// <param name="Lower">Least score it can have; null where there is none at all.</param>
/// <param name="Upper">Greatest score it can have.</param>
/// <param name="Flags">Further columns the rule looks at; what is not stated is not in it.</param>
internal sealed record RankingRow(string Id, int Year, string? Region, string? Industry, decimal? Lower, decimal? Upper, IReadOnlyDictionary<string, string> Flags);

/// <summary>
/// Where a factory stands among its cohort of a year. Scores that are open leave places open: <see cref="Best"/> and <see cref="Worst"/>
/// are the least and the greatest place it can have, both counted from the end the rule counts from, 1 first.
/// </summary>
public sealed record RankedFactory
{
    /// <summary>Which factory.</summary>
    public required string Id { get; init; }

    /// <summary>Which year; 0 where the table has no years.</summary>
    public required int Year { get; init; }

    /// <summary>First digits of the code of its region or industry; empty where all are ranked together, and where the code is not stated.</summary>
    public required string Cohort { get; init; }

    /// <summary>Least score it can have; null where there is none.</summary>
    public required decimal? Lower { get; init; }

    /// <summary>Greatest score it can have; null where there is none.</summary>
    public required decimal? Upper { get; init; }

    /// <summary>Why it is not ranked: the id of an exclusion, <c>no-score</c> or <c>no-cohort</c>; null when it is.</summary>
    public required string? Excluded { get; init; }

    /// <summary>First place it can have; 0 when it is not ranked.</summary>
    public required long Best { get; init; }

    /// <summary>Last place it can have; 0 when it is not ranked.</summary>
    public required long Worst { get; init; }

    /// <summary>How many are ranked together with it, itself included; with an entry bar, how many made the mean.</summary>
    public required long Of { get; init; }

    /// <summary>Class at its first place; null when it is not classed.</summary>
    public string? ClassAtBest { get; init; }

    /// <summary>Class at its last place; the same where the class is settled.</summary>
    public string? ClassAtWorst { get; init; }

    /// <summary>Whether it has been in the class of the streak long enough; null where the rule has none or it is not ranked.</summary>
    public FindingStatus? Streak { get; init; }

    /// <summary>Whether it reaches the entry bar; null where the rule has none, it is one of the listed, or it is not compared.</summary>
    public FindingStatus? Bar { get; init; }

    /// <summary>Least value of the entry bar, to six decimals; null where there is none.</summary>
    public decimal? BarLower { get; init; }

    /// <summary>Greatest value of the entry bar, to six decimals; null where there is none.</summary>
    public decimal? BarUpper { get; init; }
}

/// <summary>Words for why somebody is not ranked that no rule has to declare.</summary>
internal static class NotRanked
{
    public const string NoScore = "no-score";
    public const string NoCohort = "no-cohort";
}
