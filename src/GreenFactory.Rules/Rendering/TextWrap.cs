using System.Text;

namespace GreenFactory.Rules.Rendering;

/// <summary>Breaks text into lines of a width: Latin text at blanks, Chinese between characters, never before closing punctuation.</summary>
internal static class TextWrap
{
    private const string NotAtStart = "，。；：、！？）】》〉」』”’…,.;:!?)]}%";
    private const string NotAtEnd = "（【《〈「『“‘([{";

    /// <summary>Lines of at most <paramref name="width"/> columns; a word wider than that is cut.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(text))
        {
            var columns = TextWidth.Of(piece);
            if (used > 0 && used + TextWidth.Of(piece.TrimEnd()) > width)
            {
                Close();
            }

            if (columns > width)
            {
                foreach (var rune in piece.EnumerateRunes())
                {
                    if (used + TextWidth.Of(rune) > width && used > 0)
                    {
                        Close();
                    }

                    line.Append(rune);
                    used += TextWidth.Of(rune);
                }

                continue;
            }

            line.Append(piece);
            used += columns;
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            Close();
        }

        return lines;

        void Close()
        {
            lines.Add(line.ToString().TrimEnd());
            line.Clear();
            used = 0;
        }
    }

    /// <summary>The text as one line of at most <paramref name="width"/> columns, its end replaced by an ellipsis when it is longer.</summary>
    public static string Cut(string text, int width)
    {
        if (TextWidth.Of(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += TextWidth.Of(rune);
            if (used > width)
            {
                break;
            }

            cut.Append(rune);
        }

        return cut.ToString().TrimEnd() + "…";
    }

    /// <summary>Smallest pieces between which a line may end; blanks stay with the piece before them.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && MayBreak(previous, rune) && !BelongsToNumber(piece, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
            previous = rune;
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (after.Value == ' ')
        {
            return false;
        }

        if (before.Value == ' ')
        {
            return !IsIn(NotAtStart, after);
        }

        var wide = TextWidth.IsWide(before.Value) || TextWidth.IsWide(after.Value);
        return wide && !IsIn(NotAtStart, after) && !IsIn(NotAtEnd, before);
    }

    /// <summary>A number stays with the word before it and with its unit behind it.</summary>
    private static bool BelongsToNumber(StringBuilder piece, Rune after) =>
        piece[^1] == ' ' && (char.IsAsciiDigit((char)(after.IsBmp ? after.Value : ' ')) || (piece.Length > 1 && char.IsAsciiDigit(piece[^2]) && !TextWidth.IsWide(after.Value)));

    private static bool IsIn(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);
}
