using System.Runtime.CompilerServices;
using System.Text;
using GreenFactory.Rules.Diagnostics;
using nietras.SeparatedValues;

namespace GreenFactory.Rules.Tables;

/// <summary>Reads a CSV file of a stranger a block of rows at a time: UTF-8, comma, semicolon or tab, quotation marks doubled inside a quoted cell.</summary>
internal static class CsvSource
{
    /// <summary>More than any row of facts needs; it bounds what an open quotation mark can cost.</summary>
    private const int LongestRow = 4 * 1024 * 1024;

    private static readonly char[] Separators = [',', ';', '\t'];
    private static readonly LocalizedText Empty = new("文件是空的", "the file is empty");
    private static readonly LocalizedText RowTooLong = new("一行太长，可能有引号没有关", "a row is too long; perhaps a quotation mark is not closed");

    /// <summary>The rows, the header being the first of the first block. Everything that keeps the file from being read on goes to the bag, and the rows end there.</summary>
    public static IEnumerable<RowBlock> Read(string path, DiagnosticBag bag)
    {
        var shownAs = path.Replace('\\', '/');
        if (Open(path, shownAs, bag) is not { } text)
        {
            yield break;
        }

        using var _ = text;
        if (text.FirstLine.Length == 0)
        {
            bag.Add(DiagnosticCodes.TableNotReadable, new SourceSpan(shownAs, 1, 1), Empty);
            yield break;
        }

        using var reader = Sep.New(SeparatorOf(text.FirstLine)).Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = false }).From(text);
        var block = new RowBlock(shownAs, 0);
        var rows = 0L;
        var line = 1;
        while (Next(reader, ref line, text, path, shownAs, bag))
        {
            Add(block, reader.Current, line);
            line += LinesOf(reader.Current);
            rows++;
            if (block.IsFull)
            {
                yield return block;
                block = new RowBlock(shownAs, rows - 1);
            }
        }

        if (block.Count > 0 && !bag.HasErrors)
        {
            yield return block;
        }
    }

    private static BoundedLines? Open(string path, string shownAs, DiagnosticBag bag)
    {
        var reader = Utf8File.Open(path, shownAs, bag);
        try
        {
            return reader is null ? null : new BoundedLines(reader, LongestRow);
        }
        catch (DecoderFallbackException)
        {
            reader!.Dispose();
            Utf8File.Locate(path, shownAs, bag);
            return null;
        }
    }

    private static bool Next(SepReader reader, ref int line, BoundedLines text, string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            while (reader.MoveNext())
            {
                // A line without anything in it is no factory.
                if (reader.Current.ColCount > 1 || !reader.Current.Span.Trim().IsEmpty)
                {
                    return true;
                }

                line += LinesOf(reader.Current);
            }
        }
        catch (RowTooLongException)
        {
            bag.Add(DiagnosticCodes.TableNotReadable, new SourceSpan(shownAs, text.RowLine, 1), RowTooLong);
        }
        catch (DecoderFallbackException)
        {
            Utf8File.Locate(path, shownAs, bag);
        }

        return false;
    }

    /// <summary>Counted here: a quoted cell may hold line ends.</summary>
    private static int LinesOf(SepReader.Row row) => 1 + row.Span.Count('\n');

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(RowBlock block, SepReader.Row row, int line)
    {
        var written = row.Span;
        block.AddRow(line, written);

        // Cells follow one another, one separator apart.
        for (int i = 0, start = 0; i < row.ColCount; i++)
        {
            var length = row[i].Span.Length;
            block.AddPiece(start, length);
            start += length + 1;
        }
    }

    /// <summary>Whichever of the three the header uses most; a spreadsheet may write semicolons or tabs.</summary>
    private static char SeparatorOf(string header) => Separators.MaxBy(s => header.AsSpan().Count(s));
}
