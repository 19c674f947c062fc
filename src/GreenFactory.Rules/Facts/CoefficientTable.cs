using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>A dated coefficient, such as the coal equivalent of raw coal.</summary>
internal sealed record Coefficient(string Path, LocalizedText Name, Unit Unit, IReadOnlyList<CoefficientValue> Values, SourceSpan Span)
{
    /// <summary>The value in force on a date, for the most specific region that matches.</summary>
    public CoefficientValue? On(DateOnly date, string? region)
    {
        CoefficientValue? best = null;
        foreach (var value in Values)
        {
            if (value.From > date || (value.Until is { } until && date >= until) || !RegionCode.Covers(value.Region, region))
            {
                continue;
            }

            if (best is null
                || RegionCode.Depth(value.Region) > RegionCode.Depth(best.Region)
                || (RegionCode.Depth(value.Region) == RegionCode.Depth(best.Region) && value.From > best.From))
            {
                best = value;
            }
        }

        return best;
    }

    /// <summary>True when the choice depends on the region.</summary>
    public bool IsRegional => Values.Any(v => v.Region is not null);
}

internal sealed record CoefficientValue(decimal? Value, DateOnly From, DateOnly? Until, string? Region, Provenance Source);

/// <summary>GB/T 2260 codes: six digits, trailing pairs of zeros stand for everything below.</summary>
internal static class RegionCode
{
    /// <summary>GB/T 2260 code of the whole country.</summary>
    public const string Country = "100000";

    public static bool IsWellFormed(string code) => code.Length == 6 && code.All(char.IsAsciiDigit);

    public static int Depth(string? code)
    {
        if (code is null or Country)
        {
            return 0;
        }

        var length = code.Length;
        while (length >= 2 && code[length - 1] == '0' && code[length - 2] == '0')
        {
            length -= 2;
        }

        return length;
    }

    /// <summary>True when <paramref name="inner"/> lies in <paramref name="outer"/>; no outer code covers everything.</summary>
    public static bool Covers(string? outer, string? inner) =>
        outer is null or Country || (inner is not null && inner.AsSpan().StartsWith(outer.AsSpan(0, Depth(outer)), StringComparison.Ordinal));
}

/// <summary>A series of benchmark values: what its columns are called, their unit and direction.</summary>
internal sealed record BenchmarkSeries(string Id, LocalizedText Name, FactScope Scope, Unit Unit, bool LowerIsBetter, IReadOnlyList<string> Columns)
{
    /// <summary>The boolean column every series has: does any row apply?</summary>
    public const string Exists = "exists";
}
