using System.Buffers;

namespace GreenFactory.Rules.Tables;

/// <summary>From a cell as it is written to what it says, and back.</summary>
internal static class CellText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",;\t\r\n");

    /// <summary>The cell without its quotation marks; null when they are not in pairs.</summary>
    public static string? Read(ReadOnlySpan<char> written)
    {
        if (!written.Contains('"'))
        {
            return written.ToString();
        }

        var cell = written.Trim();
        if (cell.Length < 2 || cell[0] != '"' || cell[^1] != '"')
        {
            return null;
        }

        var inside = cell[1..^1];
        if (!inside.Contains('"'))
        {
            return inside.ToString();
        }

        var text = inside.ToString().Replace("\"\"", "\0", StringComparison.Ordinal);
        return text.Contains('"', StringComparison.Ordinal) ? null : text.Replace('\0', '"');
    }

    /// <summary>A text as a cell of a file with commas.</summary>
    public static string Write(string? text) =>
        text is null ? string.Empty
        : text.AsSpan().IndexOfAny(Special) >= 0 || text.AsSpan().Trim().Length != text.Length ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
