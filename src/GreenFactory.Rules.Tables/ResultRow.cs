namespace GreenFactory.Rules.Tables;

/// <summary>One line of results. Without a summary the row could not be judged.</summary>
internal readonly record struct ResultRow(string? Id, string? Name, VerdictSummary? Summary, int Missing);

/// <summary>The columns of results, in order.</summary>
internal static class ResultColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Conclusion = "conclusion";
    public const string Tier = "tier";
    public const string ReachableTier = "tier_reachable";
    public const string Lower = "score_lower";
    public const string Upper = "score_upper";
    public const string Score = "score";
    public const string Missing = "missing";

    /// <summary>Stands where a conclusion would, for a row that could not be judged.</summary>
    public const string NotJudged = "error";

    /// <summary>The columns of a table with or without counts of what is missing.</summary>
    public static IEnumerable<string> Of(bool countsMissing) => All.Where(c => countsMissing || c != Missing);

    public static IReadOnlyList<string> All { get; } = [Id, Name, Conclusion, Tier, ReachableTier, Lower, Upper, Score, Missing];
}
