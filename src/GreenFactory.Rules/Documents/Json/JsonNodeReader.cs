using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents.Json;

/// <summary>Reads JSON into nodes with line and column; duplicate keys are faults, not overwrites.</summary>
internal static class JsonNodeReader
{
    public static Node? Read(string text, string shownAs, DiagnosticBag bag)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var lines = new LineIndex(bytes, shownAs);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DocumentLimits.MostDepth });
        try
        {
            reader.Read();
            var node = ReadValue(ref reader, lines, bag);
            if (reader.Read())
            {
                bag.Add(DiagnosticCodes.JsonSyntax, lines.At(reader.TokenStartIndex), "more text after the end of the document");
            }

            return node;
        }
        catch (JsonException exception)
        {
            var place = lines.At((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
            var tooDeep = reader.CurrentDepth >= DocumentLimits.MostDepth - 1;
            if (tooDeep)
            {
                bag.Add(DiagnosticCodes.TooDeep, place, DocumentLimits.MostDepth);
            }
            else
            {
                bag.Add(DiagnosticCodes.JsonSyntax, place, WithoutPlace(exception.Message));
            }

            return null;
        }
    }

    private static Node ReadValue(ref Utf8JsonReader reader, LineIndex lines, DiagnosticBag bag)
    {
        var span = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, span, lines, bag);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, lines, bag));
                }

                return new ListNode(items, span);
            case JsonTokenType.String:
                return new ScalarNode(reader.GetString()!, quoted: true, span);
            default:
                return new ScalarNode(Encoding.UTF8.GetString(reader.ValueSpan), quoted: false, span);
        }
    }

    private static MapNode ReadObject(ref Utf8JsonReader reader, SourceSpan span, LineIndex lines, DiagnosticBag bag)
    {
        var entries = new List<MapEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = new ScalarNode(reader.GetString()!, quoted: true, lines.At(reader.TokenStartIndex));
            reader.Read();
            var value = ReadValue(ref reader, lines, bag);
            if (seen.Add(key.Text))
            {
                entries.Add(new MapEntry(key, value));
            }
            else
            {
                bag.Add(DiagnosticCodes.DuplicateKey, key.Span, key.Text);
            }
        }

        return new MapNode(entries, span);
    }

    private static string WithoutPlace(string message)
    {
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return cut < 0 ? message : message[..cut];
    }

    /// <summary>Byte offsets to line and column.</summary>
    private sealed class LineIndex
    {
        private readonly byte[] _bytes;
        private readonly string _file;
        private readonly List<int> _starts = [0];

        public LineIndex(byte[] bytes, string file)
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

        public SourceSpan At(long offset)
        {
            var index = _starts.BinarySearch((int)offset);
            var line = index >= 0 ? index : ~index - 1;
            return At(line, (int)offset - _starts[line]);
        }

        public SourceSpan At(int line, int bytesInLine)
        {
            var start = _starts[Math.Min(line, _starts.Count - 1)];
            var length = Math.Clamp(bytesInLine, 0, _bytes.Length - start);
            return new SourceSpan(_file, line + 1, Encoding.UTF8.GetCharCount(_bytes, start, length) + 1);
        }
    }
}
