using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Expressions.Syntax;

internal static class Keywords
{
    public static readonly string[] Aggregates = ["sum", "min", "max", "average", "count", "any", "all"];

    public static readonly string[] Functions = ["min", "max", "abs", "starts_with", "applies"];

    public static bool IsKeyword(string word) => ReservedWords.Contains(word);
}
