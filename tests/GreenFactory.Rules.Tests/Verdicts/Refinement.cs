using System.Globalization;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>Who knows more may say less that is open, and nothing that was ruled out: the order every answer of a verdict has to keep.</summary>
internal static class Refinement
{
    /// <summary>What the verdict of the better informed says that the other had ruled out; null when nothing.</summary>
    public static string? Broken(RulePack pack, Verdict less, Verdict more) =>
        Outside("score", less.Score, more.Score)
        ?? less.Groups.Zip(more.Groups).Select(g => Outside($"group {g.First.Id}", g.First.Score, g.Second.Score)).FirstOrDefault(b => b is not null)
        ?? less.Findings.Zip(more.Findings).Select(f => Broken(f.First, f.Second)).FirstOrDefault(b => b is not null)
        ?? (less.Conclusion != Conclusion.Undetermined && less.Conclusion != more.Conclusion ? $"conclusion {less.Conclusion} became {more.Conclusion}" : null)
        ?? Tier(pack, less, more);

    private static string? Broken(Finding less, Finding more)
    {
        if (less.Status != FindingStatus.InsufficientEvidence && less.Status != more.Status)
        {
            return $"finding {less.Id} {less.Status} became {more.Status}";
        }

        return less.Status != FindingStatus.InsufficientEvidence && less.Measured is not null && less.Measured != more.Measured
            ? $"finding {less.Id} measured {less.Measured} became {more.Measured}"
            : Outside($"finding {less.Id}", less.Points, more.Points);
    }

    private static string? Outside(string what, Score less, Score more) =>
        more.Lower < less.Lower || more.Upper > less.Upper || more.Lower > more.Upper
            ? string.Create(CultureInfo.InvariantCulture, $"{what} {less.Lower}..{less.Upper} became {more.Lower}..{more.Upper}")
            : null;

    private static string? Tier(RulePack pack, Verdict less, Verdict more)
    {
        var tiers = pack.Program.Pack.Tiers.Select(t => t.Id).ToList();
        var (a, b) = (less.Tier, more.Tier);
        return a is not null && b is not null && (Rank(b.Lower) < Rank(a.Lower) || Rank(b.Upper) > Rank(a.Upper) || Rank(b.Lower) > Rank(b.Upper))
            ? $"tier {a.Lower}..{a.Upper} became {b.Lower}..{b.Upper}"
            : null;

        int Rank(string? id) => id is null ? -1 : tiers.IndexOf(id);
    }
}
