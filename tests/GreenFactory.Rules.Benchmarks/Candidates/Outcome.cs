using System.Globalization;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>Everything candidates have to agree on for one factory.</summary>
internal sealed record Outcome(Conclusion Conclusion, Points Total, IReadOnlyList<Points> Dimensions, IReadOnlyList<OutcomeRow> Rows)
{
    /// <summary>What differs, in words; null when nothing does.</summary>
    public string? DifferenceFrom(Outcome other)
    {
        if (Conclusion != other.Conclusion)
        {
            return $"conclusion {Conclusion} ≠ {other.Conclusion}";
        }

        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i] != other.Rows[i])
            {
                return $"{Rows[i]} ≠ {other.Rows[i]}";
            }
        }

        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (Dimensions[i] != other.Dimensions[i])
            {
                return $"dimension {i}: {Dimensions[i]} ≠ {other.Dimensions[i]}";
            }
        }

        return Total == other.Total ? null : $"total {Total} ≠ {other.Total}";
    }
}

/// <summary>What one rule came to.</summary>
internal readonly record struct OutcomeRow(string Rule, FindingStatus Status, Points Points, decimal? Measured)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rule} {Status} {Points} measured {Measured}");
}

/// <summary>Certain, reachable and full points.</summary>
internal readonly record struct Points(decimal Lower, decimal Upper, decimal Full, bool Applies)
{
    public static Points Of(Score score) => new(score.Lower, score.Upper, score.Full, score.Applies);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lower}…{Upper} of {Full}{(Applies ? "" : " (does not apply)")}");
}
