using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Benchmarks;

/// <summary>Why a row is taken or left.</summary>
internal enum BenchmarkStanding
{
    Applies,

    /// <summary>Applies unless a more exact industry or region says otherwise.</summary>
    Open,

    /// <summary>Not in force yet, and the edition before it is not held.</summary>
    EarlierNotHeld,
    NotYetInForce,
    NoLongerInForce,
    OtherProduct,
    OtherRegion,

    /// <summary>Another row of the series fits better.</summary>
    Outdone,
}

/// <summary>One row of a survey; <see cref="By"/> is the better row of an outdone one.</summary>
internal readonly record struct SurveyedRow(BenchmarkRow Row, BenchmarkStanding Standing, BenchmarkRow? By);

/// <summary>Everything the library holds for an industry on a date, with the reason each row applies or does not.</summary>
internal static class BenchmarkSurvey
{
    /// <summary>The rows of the industry, those that apply first; rows for other industries are left out.</summary>
    /// <param name="library">Where to look.</param>
    /// <param name="industry">Two to four digits.</param>
    /// <param name="product">The kind of product, or null to judge each row for its own product.</param>
    /// <param name="region">Six digits, or null when not known.</param>
    /// <param name="day">The day judged; editions chosen by period take it as the end of the period.</param>
    public static IReadOnlyList<SurveyedRow> Of(BenchmarkLibrary library, string industry, string? product, string? region, DateOnly day) =>
    [
        .. library.Rows
            .Where(r => r.IndustryMatch(industry) >= 0 || r.RefinesIndustry(industry))
            .Select(r => Judge(library, r, new BenchmarkSubject(industry, region, day, r.Series.Scope == FactScope.Product, product ?? r.Product ?? string.Empty, day)))
            .OrderBy(s => s.Standing)
            .ThenBy(s => s.Row.Set.Kind == BenchmarkSet.Illustrative)
            .ThenBy(s => s.Row.Set.DocumentNumber, StringComparer.Ordinal)
            .ThenBy(s => s.Row.Id, StringComparer.Ordinal),
    ];

    private static SurveyedRow Judge(BenchmarkLibrary library, BenchmarkRow row, in BenchmarkSubject subject)
    {
        if (row.Product is not null && !row.IsFor(subject.ProductKind!))
        {
            return new SurveyedRow(row, BenchmarkStanding.OtherProduct, null);
        }

        if (subject.Region is not null && !RegionCode.Covers(row.Region, subject.Region) && !RegionCode.Covers(subject.Region, row.Region))
        {
            return new SurveyedRow(row, BenchmarkStanding.OtherRegion, null);
        }

        if (subject.AsOf < row.From)
        {
            return new SurveyedRow(row, row.Set.EarlierNotHeld ? BenchmarkStanding.EarlierNotHeld : BenchmarkStanding.NotYetInForce, null);
        }

        if (!row.InForceOn(subject.AsOf))
        {
            return new SurveyedRow(row, BenchmarkStanding.NoLongerInForce, null);
        }

        var match = library.Find(row.Series, null, subject);
        return match.IsOpen ? new SurveyedRow(row, BenchmarkStanding.Open, null)
            : match.Row is null || match.Row.Id == row.Id ? new SurveyedRow(row, BenchmarkStanding.Applies, null)
            : new SurveyedRow(row, BenchmarkStanding.Outdone, match.Row);
    }
}
