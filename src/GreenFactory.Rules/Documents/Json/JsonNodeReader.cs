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
        var places = new BytePlaces(bytes, shownAs);

        // One level more than we allow, so that depth is our own fault with our own words.
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DocumentLimits.MostDepth + 2 });
        try
        {
            json.Read();
            var node = new Reading(places, bag).Value(ref json, 0);
            if (json.Read())
            {
                bag.Add(DiagnosticCodes.JsonSyntax, places.At((int)json.TokenStartIndex), JsonFaults.MoreText);
            }

            return node;
        }
        catch (JsonException exception)
        {
            var at = places.Offset((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
            bag.Add(DiagnosticCodes.JsonSyntax, places.At(at), JsonFaults.At(bytes, at));
            return null;
        }
        catch (ReadingStopped)
        {
            return null;
        }
    }

    private sealed class Reading(BytePlaces places, DiagnosticBag bag)
    {
        private readonly DocumentMeter _meter = new(bag);

        public Node Value(ref Utf8JsonReader json, int depth)
        {
            var span = places.At((int)json.TokenStartIndex);
            _meter.Count(depth, json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray, span);
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject:
                    return Map(ref json, span, depth);
                case JsonTokenType.StartArray:
                    var items = new List<Node>();
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(Value(ref json, depth + 1));
                    }

                    return new ListNode(items, span);
                case JsonTokenType.String:
                    return Text(ref json, span);
                default:
                    return new ScalarNode(Encoding.UTF8.GetString(json.ValueSpan), quoted: false, span);
            }
        }

        private MapNode Map(ref Utf8JsonReader json, SourceSpan span, int depth)
        {
            var entries = new List<MapEntry>();
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            while (json.Read() && json.TokenType != JsonTokenType.EndObject)
            {
                var key = Text(ref json, places.At((int)json.TokenStartIndex));
                json.Read();
                var value = Value(ref json, depth + 1);
                if (seen.TryAdd(key.Text, key.Span.Line))
                {
                    entries.Add(new MapEntry(key, value));
                }
                else
                {
                    bag.Add(DiagnosticCodes.DuplicateKey, key.Span, key.Text, seen[key.Text]);
                }
            }

            return new MapNode(entries, span);
        }

        private ScalarNode Text(ref Utf8JsonReader json, SourceSpan span)
        {
            try
            {
                var scalar = new ScalarNode(json.GetString()!, quoted: true, span) { IsVerbatim = !json.ValueIsEscaped };
                Characters.Check(scalar, bag);
                return scalar;
            }
            catch (InvalidOperationException)
            {
                // An escape such as \ud800 stands for half a character.
                bag.Add(DiagnosticCodes.BadCharacter, span, "\\uD800–\\uDFFF");
                return new ScalarNode(Encoding.UTF8.GetString(json.ValueSpan), quoted: true, span);
            }
        }
    }
}
