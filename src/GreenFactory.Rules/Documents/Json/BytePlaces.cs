using System.Text;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents.Json;

/// <summary>Turns byte offsets into line and column. Offsets mostly grow, so counting goes on from the last place.</summary>
internal sealed class BytePlaces
{
    private readonly byte[] _bytes;
    private readonly string _file;
    private readonly List<int> _starts = [0];
    private (int Line, int Offset, int Column) _last;

    public BytePlaces(byte[] bytes, string file)
    {
        _bytes = bytes;
        _file = file;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    public SourceSpan At(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        var (from, column) = _last.Line == line && _last.Offset <= offset ? (_last.Offset, _last.Column) : (_starts[line], 0);
        column += Encoding.UTF8.GetCharCount(_bytes, from, offset - from);
        _last = (line, offset, column);
        return new SourceSpan(_file, line + 1, column + 1);
    }

    /// <summary>The offset of a place as the JSON reader tells it, both counted from 0.</summary>
    public int Offset(int line, int bytesInLine) => Math.Clamp(_starts[Math.Min(line, _starts.Count - 1)] + bytesInLine, 0, _bytes.Length);
}
