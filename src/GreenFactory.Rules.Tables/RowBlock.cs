using System.Buffers;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Tables;

/// <summary>
/// Some rows of a table as they are written, copied out of the reader so that a worker can take its time. Filled by one thread, then
/// only read. Its memory is lent: a block of wide rows is a megabyte, and tables have thousands of them.
/// </summary>
internal sealed class RowBlock(string file, long firstRow) : IDisposable
{
    private const int MostRows = 256;
    private const int MostText = 1024 * 1024;
    private const int LeastText = 64 * 1024;
    private const int LeastCells = 16 * 1024;

    private readonly List<Row> _rows = [];
    private (int Start, int Length)[] _cells = ArrayPool<(int, int)>.Shared.Rent(LeastCells);
    private int _cellCount;
    private char[] _text = ArrayPool<char>.Shared.Rent(LeastText);
    private int _used;

    /// <summary>The file as diagnostics name it.</summary>
    public string File { get; } = file;

    /// <summary>How many rows of factories come before this block.</summary>
    public long FirstRow { get; } = firstRow;

    public int Count => _rows.Count;

    /// <summary>False where line and column count rows and columns of a table without text.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>Characters of all rows.</summary>
    public int Length => _used;

    /// <summary>True when rows are to go into another block.</summary>
    public bool IsFull => _rows.Count >= MostRows || _used >= MostText;

    public void AddRow(int line, ReadOnlySpan<char> text)
    {
        _rows.Add(new Row(line, Keep(text), text.Length, _cellCount));
    }

    /// <summary>A cell of the row added last: a piece of its text.</summary>
    public void AddPiece(int startInRow, int length) => AddCell(_rows[^1].Start + startInRow, length);

    /// <summary>A cell of the row added last, with a text of its own.</summary>
    public void AddText(ReadOnlySpan<char> text) => AddCell(Keep(text), text.Length);

    public int Cells(int row) => (row + 1 < _rows.Count ? _rows[row + 1].FirstCell : _cellCount) - _rows[row].FirstCell;

    /// <summary>A cell as it is written, quotation marks included.</summary>
    public ReadOnlySpan<char> Written(int row, int column)
    {
        var (start, length) = _cells[_rows[row].FirstCell + column];
        return _text.AsSpan(start, length);
    }

    public SourceSpan Place(int row) => new(File, _rows[row].Line, 1);

    /// <summary>Where a cell begins; a quoted cell before it may hold line breaks.</summary>
    public SourceSpan Place(int row, int column)
    {
        var of = _rows[row];
        if (!IsText)
        {
            return new SourceSpan(File, of.Line, column + 1);
        }

        var before = _text.AsSpan(of.Start, _cells[of.FirstCell + column].Start - of.Start);
        var lineStart = before.LastIndexOf('\n') + 1;
        return new SourceSpan(File, of.Line + before.Count('\n'), before.Length - lineStart + 1);
    }

    /// <summary>Gives the memory back; nothing may be read of the block any more.</summary>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        ArrayPool<(int, int)>.Shared.Return(_cells);
        (_text, _cells) = ([], []);
    }

    private void AddCell(int start, int length)
    {
        if (_cellCount == _cells.Length)
        {
            Grow(ref _cells, _cellCount, _cellCount * 2);
        }

        _cells[_cellCount++] = (start, length);
    }

    private static void Grow<T>(ref T[] array, int used, int length)
    {
        var larger = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private int Keep(ReadOnlySpan<char> text)
    {
        if (_text.Length - _used < text.Length)
        {
            Grow(ref _text, _used, Math.Max(_text.Length * 2, _used + text.Length));
        }

        text.CopyTo(_text.AsSpan(_used));
        _used += text.Length;
        return _used - text.Length;
    }

    private readonly record struct Row(int Line, int Start, int Length, int FirstCell);
}
