namespace GreenFactory.Rules.Tables;

/// <summary>Thrown when a row goes on and on; the reader of rows cannot be told otherwise.</summary>
internal sealed class RowTooLongException : IOException;

/// <summary>Hands text on and counts the characters between line ends outside quotation marks, so that no row can grow without bound.</summary>
internal sealed class BoundedLines : TextReader
{
    private const int LookedAt = 64 * 1024;

    private readonly StreamReader _inner;
    private readonly int _longest;
    private readonly string _unread;
    private int _given;
    private int _length;
    private int _line = 1;
    private bool _quoted;

    public BoundedLines(StreamReader inner, int longest)
    {
        _inner = inner;
        _longest = longest;
        var start = new char[LookedAt];
        _unread = new string(start, 0, inner.ReadBlock(start));
        var end = _unread.IndexOf('\n', StringComparison.Ordinal);
        FirstLine = end < 0 ? _unread : _unread[..end];
    }

    /// <summary>The first line, or the beginning of it.</summary>
    public string FirstLine { get; }

    /// <summary>The line on which the row being read begins.</summary>
    public int RowLine { get; private set; } = 1;

    public override int Read(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, _unread.Length - _given);
        if (count > 0)
        {
            _unread.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
        }
        else
        {
            count = _inner.Read(buffer);
        }

        Count(buffer[..count]);
        return count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('"', '\n'); at >= 0; at = text.IndexOfAny('"', '\n'))
        {
            Grow(at + 1);
            if (text[at] == '"')
            {
                _quoted = !_quoted;
            }
            else
            {
                _line++;
                if (!_quoted)
                {
                    _length = 0;
                    RowLine = _line;
                }
            }

            text = text[(at + 1)..];
        }

        Grow(text.Length);
    }

    private void Grow(int by)
    {
        _length += by;
        if (_length > _longest)
        {
            throw new RowTooLongException();
        }
    }
}
