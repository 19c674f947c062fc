using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Benchmarks;

/// <summary>A published (or clearly illustrative) table of benchmark values.</summary>
internal sealed record BenchmarkSet(string Id, LocalizedText Title, string Kind, string DocumentNumber, LocalizedText DocumentTitle, IReadOnlyList<LocalizedText> Notes)
{
    public const string Illustrative = "illustrative";

    /// <summary>Chosen by the last day of the reporting period where that is before the as-of date.</summary>
    public bool IsByPeriod { get; init; }

    /// <summary>An edition before the first day bound the same products, but its values are not held: nobody may conclude that none applied.</summary>
    public bool EarlierNotHeld { get; init; }

    /// <summary>Numbers of the documents this one took the place of.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>The day an edition is chosen by.</summary>
    public DateOnly DayFor(in BenchmarkSubject subject) => IsByPeriod && subject.PeriodEnd is { } end && end < subject.AsOf ? end : subject.AsOf;
}

/// <summary>One row: which plants or products it is for, when, and its values in the unit of its series.</summary>
internal sealed record BenchmarkRow(
    BenchmarkSet Set,
    string Id,
    BenchmarkSeries Series,
    IReadOnlyList<string> Industries,
    string? Product,
    string? Region,
    DateOnly From,
    DateOnly? Until,
    IReadOnlyDictionary<string, decimal?> Values,
    string? CountedDimension,
    string? Table,
    Provenance Source,
    IReadOnlyList<LocalizedText> Corrections)
{
    /// <summary>The numbers as the document prints them, in <see cref="PrintedUnit"/>.</summary>
    public required IReadOnlyDictionary<string, decimal?> PrintedValues { get; init; }

    public required Unit PrintedUnit { get; init; }

    /// <summary>What people call the product when <see cref="Product"/> is a code; facts may use either.</summary>
    public string? ProductName { get; init; }

    /// <summary>The indicator as the document calls it.</summary>
    public LocalizedText? Indicator { get; init; }

    /// <summary>The document prints a leading value behind its baseline; it stays as printed and decides nothing between the two.</summary>
    public bool IsOutOfOrder { get; init; }

    public bool IsFor(string kind) => kind == Product || kind == ProductName;

    /// <summary>Provenance as a verdict cites it: document number and table.</summary>
    public Provenance Citation => new(Set.DocumentNumber, Table ?? Source.Clause, Source.Label, Source.Citation, Source.Note);

    public bool InForceOn(DateOnly date) => From <= date && (Until is null || date < Until);

    /// <summary>True when the row is for a part of the industry only: 3011 of 30.</summary>
    public bool RefinesIndustry(string industry) => Industries.Any(prefix => prefix.StartsWith(industry, StringComparison.Ordinal));

    /// <summary>Length of the longest industry prefix that matches; -1 for none.</summary>
    public int IndustryMatch(string? industry)
    {
        if (Industries.Count == 0)
        {
            return 0;
        }

        var best = -1;
        foreach (var prefix in Industries)
        {
            if (industry is not null && industry.StartsWith(prefix, StringComparison.Ordinal))
            {
                best = Math.Max(best, prefix.Length);
            }
        }

        return best;
    }
}
