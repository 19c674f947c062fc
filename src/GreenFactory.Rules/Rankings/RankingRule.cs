using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rankings;

/// <summary>A rule about a population: who stands where among all of a year, a region or an industry. Read from YAML; immutable and thread-safe.</summary>
public sealed record RankingRule
{
    internal RankingRule()
    {
    }

    /// <summary>Slug and edition, for example <c>green-code@2024</c>.</summary>
    public required PackId Id { get; init; }

    /// <summary>Version of the encoding.</summary>
    public required string Version { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it says, in our words.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Where it is from.</summary>
    public required Provenance Source { get; init; }

    /// <summary>Documents it cites.</summary>
    public required IReadOnlyList<CitedDocument> Documents { get; init; }

    /// <summary>Everything the source leaves open and the file had to settle, with its label.</summary>
    public required IReadOnlyList<RankingSetting> Settings { get; init; }

    internal bool LowerIsBetter { get; init; }

    internal bool FromWorst { get; init; }

    internal Cohort Cohort { get; init; }

    internal bool TiesShareWorse { get; init; }

    internal CountRounding Rounding { get; init; }

    internal bool UnstatedIsMember { get; init; }

    internal IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>Classes from the end that is counted from; empty where nobody is classed.</summary>
    internal IReadOnlyList<RankClass> Classes { get; init; } = [];

    internal Streak? Streak { get; init; }

    internal EntryBar? Bar { get; init; }

    internal IReadOnlyList<RankingCase> Cases { get; init; } = [];

    internal SourceSpan Span { get; init; }

    /// <summary>Columns of a table that the rule looks at beside id, year, region, industry and the score.</summary>
    internal IEnumerable<string> Columns => Exclusions.Select(e => e.Column).Concat(Bar is { } bar ? [bar.Column] : []).Distinct(StringComparer.Ordinal);
}

/// <summary>One thing a rule about a population had to settle.</summary>
/// <param name="Key">The key in the file: <c>ties</c>, <c>rounding</c>, <c>unstated</c>, <c>cohort</c>, <c>gap</c>.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Source">Where that is from, with its label.</param>
public sealed record RankingSetting(string Key, string Value, Provenance Source);

/// <summary>Who is ranked together beside those of the same year.</summary>
/// <param name="Column"><c>region</c> or <c>industry</c>; null for all.</param>
/// <param name="Digits">How many digits of the code tell cohorts apart.</param>
internal readonly record struct Cohort(string? Column, int Digits);

/// <summary>How a share of a population becomes a number of places.</summary>
internal enum CountRounding
{
    Down,
    HalfUp,
    Up,
}

/// <summary>Who is not ranked: whoever has a value in a column.</summary>
internal sealed record Exclusion(string Id, string Column, string Is, LocalizedText Title, Provenance Source);

/// <summary>A class and the share it ends at, counted from the end the rule counts from: 40 for the second of 5 and 35 %.</summary>
internal sealed record RankClass(string Id, LocalizedText Title, decimal UpTo, Provenance Source);

/// <summary>So many years in a row in one class.</summary>
/// <param name="Class">Place of the class.</param>
/// <param name="Years">How many, the year itself included.</param>
/// <param name="GapBreaks">True when a year without a rank ends the row; otherwise it leaves it open.</param>
/// <param name="Title">What follows.</param>
/// <param name="Source">Where it is from.</param>
internal sealed record Streak(int Class, int Years, bool GapBreaks, LocalizedText Title, Provenance Source);

/// <summary>The mean of those already listed is what others have to reach.</summary>
internal sealed record EntryBar(string Column, string Is, LocalizedText Title, Provenance Source);

/// <summary>A small population of the author's with what has to come out.</summary>
internal sealed record RankingCase(string Name, IReadOnlyList<RankingRow> Rows, IReadOnlyList<RankingExpectation> Expect);

/// <summary>What is expected of one factory in one year: any of the texts of <see cref="RankedFactory"/>.</summary>
internal sealed record RankingExpectation(string Id, int Year, IReadOnlyDictionary<string, string> Says, SourceSpan Span);
