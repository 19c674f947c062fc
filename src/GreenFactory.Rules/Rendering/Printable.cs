using System.Globalization;
using System.Text;

namespace GreenFactory.Rules.Rendering;

/// <summary>
/// Names and reasons come from strangers' files: what would move a terminal's cursor, turn the writing direction or start
/// markup is made harmless before it is printed.
/// </summary>
internal static class Printable
{
    private const string MarkdownSpecial = "\\`*_[]<>|#~";

    /// <summary>One line without control characters, direction marks or lone surrogates.</summary>
    public static string Line(string text)
    {
        if (!NeedsCare(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsHarmful(rune) ? new Rune(' ') : rune);
        }

        return clean.ToString();
    }

    /// <summary>The same for a cell of a Markdown table.</summary>
    public static string Markdown(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in Line(text))
        {
            if (MarkdownSpecial.Contains(c, StringComparison.Ordinal))
            {
                clean.Append('\\');
            }

            clean.Append(c);
        }

        return clean.ToString();
    }

    private static bool NeedsCare(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmful(rune) || rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
