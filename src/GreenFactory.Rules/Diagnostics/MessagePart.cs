using System.Globalization;
using System.Text;

namespace GreenFactory.Rules.Diagnostics;

/// <summary>An argument of a message that has a Chinese and an English reading. Asked for only when the diagnostic is kept.</summary>
internal interface IMessagePart
{
    LocalizedText ToText();
}

/// <summary>What somebody wrote, made fit for one line of a message: short, and with nothing in it that a terminal would obey.</summary>
internal static class WrittenText
{
    private const int LongestShown = 80;

    /// <summary>In the quotation marks of each language.</summary>
    public static LocalizedText Quote(string text) => new($"“{Shorten(text)}”", $"'{Shorten(text)}'");

    public static string Shorten(string text)
    {
        var cut = text.Length > LongestShown;
        var length = !cut ? text.Length : char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown;
        var shown = new StringBuilder(length + 1);
        foreach (var character in text.AsSpan(0, length))
        {
            shown.Append(character switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsUnfit(character) => CodePoint(character),
                _ => character.ToString(),
            });
        }

        return cut ? shown.Append('…').ToString() : shown.ToString();
    }

    public static string CodePoint(char character) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");

    /// <summary>Control and direction marks, which would hide or reorder what a reader sees.</summary>
    private static bool IsUnfit(char character) =>
        char.IsControl(character) || character is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
