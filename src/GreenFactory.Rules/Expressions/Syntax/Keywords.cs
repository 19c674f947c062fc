namespace GreenFactory.Rules.Expressions.Syntax;

internal static class Keywords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "in", "between", "if", "then", "else", "true", "false", "over", "where", "products", "last",
        "years", "year", "months", "month", "days", "day", "unknown", "not_applicable",
    };

    public static readonly string[] Aggregates = ["sum", "min", "max", "average", "count", "any", "all"];

    public static readonly string[] Functions = ["min", "max", "abs", "starts_with"];

    public static bool IsKeyword(string word) => Words.Contains(word);
}
