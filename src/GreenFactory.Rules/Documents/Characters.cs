using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>
/// Keeps characters out that no text needs: controls, halves of surrogate pairs, a byte order mark in the middle.
/// A NUL would end a YAML document without a word.
/// </summary>
internal static class Characters
{
    /// <summary>Index of the first unfit character from <paramref name="start"/> on; -1 for none.</summary>
    public static int FirstUnfit(string text, int start = 0)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' or '\n')
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\t' or '\r' or '\u0085')) || c is '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reports every unfit character of a file with its place; true when there is none.</summary>
    public static bool AllFit(string text, string shownAs, DiagnosticBag bag)
    {
        var (line, lineStart, read) = (1, 0, 0);
        var first = FirstUnfit(text);
        var at = first;
        for (var found = 0; at >= 0 && found <= DiagnosticBag.Most; found++)
        {
            for (; read < at; read++)
            {
                if (text[read] == '\n')
                {
                    line++;
                    lineStart = read + 1;
                }
            }

            bag.Add(DiagnosticCodes.BadCharacter, new SourceSpan(shownAs, line, at - lineStart + 1), WrittenText.CodePoint(text[at]));
            at = FirstUnfit(text, at + 1);
        }

        return first < 0;
    }

    /// <summary>Reports a value that got an unfit character by an escape.</summary>
    public static void Check(ScalarNode scalar, DiagnosticBag bag)
    {
        if (FirstUnfit(scalar.Text) is >= 0 and var at)
        {
            bag.Add(DiagnosticCodes.BadCharacter, scalar.Span, WrittenText.CodePoint(scalar.Text[at]));
        }
    }
}
