using System.Text;

namespace GreenFactory.Rules.Rendering;

/// <summary>A page of plain text of one width: headings, labelled lines, columns and paragraphs that hang under their beginning.</summary>
internal sealed class TextPage(int width)
{
    private readonly StringBuilder _text = new();

    public int Width => width;

    public void Blank() => _text.Append('\n');

    /// <summary>A heading after a blank line.</summary>
    public void Heading(string title)
    {
        Blank();
        Line(title);
    }

    public void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');

    /// <summary>Text behind a beginning; what does not fit goes on under the text, not under the beginning.</summary>
    public void Hang(string beginning, string text)
    {
        var indent = TextWidth.Of(beginning);
        var lines = TextWrap.Lines(text, Math.Max(16, width - indent));
        Line(beginning + lines[0]);
        foreach (var line in lines.Skip(1))
        {
            Line(new string(' ', indent) + line);
        }
    }

    /// <summary>Columns that rows of cells take side by side.</summary>
    public static int Needs(string indent, IReadOnlyList<string[]> rows) =>
        TextWidth.Of(indent) + (2 * (rows[0].Length - 1)) + Enumerable.Range(0, rows[0].Length).Sum(c => rows.Max(r => TextWidth.Of(r[c])));

    /// <summary>Rows of cells in aligned columns with two blanks between them; the last column wraps. True in <paramref name="right"/> aligns to the right.</summary>
    public void Columns(string indent, IReadOnlyList<bool> right, IReadOnlyList<string[]> rows)
    {
        var widths = new int[right.Count];
        foreach (var row in rows)
        {
            for (var c = 0; c < row.Length; c++)
            {
                widths[c] = Math.Max(widths[c], TextWidth.Of(row[c]));
            }
        }

        foreach (var row in rows)
        {
            var beginning = new StringBuilder(indent);
            for (var c = 0; c < row.Length - 1; c++)
            {
                beginning.Append(right[c] ? TextWidth.PadLeft(row[c], widths[c]) : TextWidth.PadRight(row[c], widths[c])).Append("  ");
            }

            var last = row[^1];
            Hang(beginning.ToString(), right[row.Length - 1] ? TextWidth.PadLeft(last, widths[row.Length - 1]) : last);
        }
    }

    public override string ToString() => _text.ToString();
}
