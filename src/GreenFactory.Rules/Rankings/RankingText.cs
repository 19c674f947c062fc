using System.Globalization;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Rankings;

/// <summary>What is said of a ranked factory, one text for each key: in tables of results and in the cases of authors.</summary>
internal static class RankingText
{
    private const string Place = "place";
    private const string Of = "of";
    private const string Class = "class";
    private const string Streak = "streak";
    private const string Bar = "bar";
    private const string Mean = "mean";
    private const string Excluded = "excluded";

    public static readonly string[] Keys = [Place, Of, Class, Streak, Bar, Mean, Excluded];

    /// <summary>An empty text where there is nothing to say; what is open says from where to where.</summary>
    public static string Say(RankedFactory row, string key) => key switch
    {
        Place when row.Best > 0 => Span(Whole(row.Best), Whole(row.Worst)),
        Of when row.Of > 0 => Whole(row.Of),
        Class when row.Best > 0 => Span(row.ClassAtBest ?? "—", row.ClassAtWorst ?? "—"),
        Streak when row.Streak is { } streak => VerdictJson.Spell(streak),
        Bar when row.Bar is { } bar => VerdictJson.Spell(bar),
        Mean when row.BarLower is { } low && row.BarUpper is { } high => Span(Scalars.Number(low), Scalars.Number(high)),
        Excluded => row.Excluded ?? string.Empty,
        _ => string.Empty,
    };

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Span(string from, string to) => from == to ? from : $"{from}…{to}";
}
