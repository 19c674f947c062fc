using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>Which ids and names files may choose.</summary>
internal static partial class Names
{
    /// <summary>Beginnings of names in expressions that are no fact paths.</summary>
    private static readonly string[] Reserved = ["parameter.", "coefficient.", "benchmark.", "factory.", "period."];

    public static void CheckId(ScalarNode? id, DiagnosticBag bag)
    {
        if (id is not null && !IdPattern().IsMatch(id.Text))
        {
            bag.Add(DiagnosticCodes.BadId, id.Span, id.Text);
        }
    }

    /// <summary>Names that stand in expressions, where a hyphen would be a minus.</summary>
    public static void CheckName(ScalarNode? name, DiagnosticBag bag)
    {
        if (name is not null && !NamePattern().IsMatch(name.Text))
        {
            bag.Add(DiagnosticCodes.BadName, name.Span, name.Text);
        }
    }

    public static bool IsReserved(string path) => Reserved.Any(r => path.StartsWith(r, StringComparison.Ordinal));

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]*\\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-z][a-z0-9_]*\\z")]
    private static partial Regex NamePattern();
}
