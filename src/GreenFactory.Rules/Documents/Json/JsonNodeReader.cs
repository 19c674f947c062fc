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
        var reading = new Reading(new LineIndex(bytes, shownAs), bag);

        // One level more than is legal, so that the limit is ours to report.
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DocumentLimits.MostDepth + 1 });
        try
        {
            reader.Read();
            var node = reading.Value(ref reader);
            if (reader.Read())
            {
                bag.Add(DiagnosticCodes.JsonSyntax, reading.Lines.At(reader.TokenStartIndex), "more text after the end of the document");
            }

            return node;
        }
        catch (JsonException exception)
        {
            bag.Add(DiagnosticCodes.JsonSyntax, reading.Lines.At((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0)), WithoutPlace(exception.Message));
            return null;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is JSON by its grammar and no text.
            bag.Add(DiagnosticCodes.JsonSyntax, reading.Lines.At(reader.TokenStartIndex), "an escape that stands for no character");
            return null;
        }
        catch (LimitReached)
        {
            return null;
        }
    }

    private static string WithoutPlace(string message)
    {
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return cut < 0 ? message : message[..cut];
    }

    private sealed class Reading(LineIndex lines, DiagnosticBag bag)
    {
        private int _nodes;

        public LineIndex Lines { get; } = lines;

        public Node Value(ref Utf8JsonReader reader)
        {
            var span = Lines.At(reader.TokenStartIndex);
            if (++_nodes > DocumentLimits.MostNodes)
            {
                bag.Add(DiagnosticCodes.TooMany, span, "values", DocumentLimits.MostNodes);
                throw new LimitReached();
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= DocumentLimits.MostDepth)
            {
                bag.Add(DiagnosticCodes.TooDeep, span, DocumentLimits.MostDepth);
                throw new LimitReached();
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return Object(ref reader, span);
                case JsonTokenType.StartArray:
                    var items = new List<Node>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(Value(ref reader));
                    }

                    return new ListNode(items, span);
                case JsonTokenType.String:
                    return new ScalarNode(reader.GetString()!, quoted: true, span);
                default:
                    return new ScalarNode(Encoding.UTF8.GetString(reader.ValueSpan), quoted: false, span);
            }
        }

        private MapNode Object(ref Utf8JsonReader reader, SourceSpan span)
        {
            var entries = new List<MapEntry>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var key = new ScalarNode(reader.GetString()!, quoted: true, Lines.At(reader.TokenStartIndex));
                reader.Read();
                var value = Value(ref reader);
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
    }

    /// <summary>Leaves the reading after the limit is in the bag; never leaves this class.</summary>
    private sealed class LimitReached : Exception;

    /// <summary>Byte offsets to line and column.</summary>
    private sealed class LineIndex
    {
        private readonly byte[] _bytes;
        private readonly string _file;
        private readonly List<int> _starts = [0];
        private int _line;
        private int _offset;
        private int _column = 1;

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

        /// <summary>The place of a byte; cheap when asked in reading order, however long the line is.</summary>
        public SourceSpan At(long offset)
        {
            var index = _starts.BinarySearch((int)offset);
            var line = index >= 0 ? index : ~index - 1;
            if (line != _line || offset < _offset)
            {
                (_line, _offset, _column) = (line, _starts[line], 1);
            }

            _column += Encoding.UTF8.GetCharCount(_bytes, _offset, (int)offset - _offset);
            _offset = (int)offset;
            return new SourceSpan(_file, line + 1, _column);
        }

        public SourceSpan At(int line, int bytesInLine)
        {
            var start = _starts[Math.Min(line, _starts.Count - 1)];
            return At(start + Math.Clamp(bytesInLine, 0, _bytes.Length - start));
        }
    }
}
