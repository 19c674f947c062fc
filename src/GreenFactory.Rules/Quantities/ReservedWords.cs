namespace GreenFactory.Rules.Quantities;

/// <summary>Words of the rule language. They live below it because no unit may be called so: <c>3 days</c> is a duration.</summary>
internal static class ReservedWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "in", "between", "if", "then", "else", "true", "false", "over", "where", "products", "last",
        "years", "year", "months", "month", "days", "day", "unknown", "not_applicable",
    };

    public static bool Contains(string word) => Words.Contains(word);
}
