using GreenFactory.Rules.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GreenFactory.Rules.Documents.Yaml;

/// <summary>
/// Reads the plain subset of YAML that packs are written in: maps, lists, scalars, comments.
/// Anchors, aliases, tags, merge keys and further documents are faults.
/// </summary>
internal static class YamlNodeReader
{
    public static Node? Read(string text, string shownAs, DiagnosticBag bag)
    {
        if (HostileBracket(text, shownAs) is { } bracket)
        {
            bag.Add(DiagnosticCodes.TooDeep, bracket, DocumentLimits.MostDepth);
            return null;
        }

        var parser = new Parser(new StringReader(text));
        var reading = new Reading(parser, shownAs, bag);
        try
        {
            return reading.Document();
        }
        catch (ReadingStopped)
        {
            return null;
        }
        catch (YamlException exception)
        {
            bag.Add(DiagnosticCodes.YamlSyntax, TabbedLine(text, exception) is var tabbed and > 0 ? new SourceSpan(shownAs, tabbed, 1) : reading.Place(exception.Start), YamlFaults.Of(exception));
            return null;
        }
#pragma warning disable CA1031 // The scanner throws bare exceptions of many types on broken text; none of them may reach a caller.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            // They carry no place; the last event tells it.
            bag.Add(DiagnosticCodes.YamlSyntax, reading.LastPlace, YamlFaults.BreaksOff);
            return null;
        }
    }

    /// <summary>The scanner places a tab in the indentation where the map begins; people look for the line it stands on. 0 for other faults.</summary>
    private static int TabbedLine(string text, YamlException exception)
    {
        var tabbed = exception.Message.Contains(" tab ", StringComparison.Ordinal)
            ? Array.FindIndex(text.Split('\n'), line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'))
            : -1;
        return tabbed + 1;
    }

    /// <summary>The scanner's cost grows with the square of open brackets; refuse before it starts.</summary>
    private static SourceSpan? HostileBracket(string text, string shownAs)
    {
        var (line, lineStart, depth) = (1, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    line++;
                    lineStart = i + 1;
                    break;
                case '[' or '{' when ++depth > DocumentLimits.MostDepth * 20:
                    return new SourceSpan(shownAs, line, i - lineStart + 1);
                case ']' or '}' when depth > 0:
                    depth--;
                    break;
            }
        }

        return null;
    }

    private sealed class Reading(Parser parser, string file, DiagnosticBag bag)
    {
        private readonly DocumentMeter _meter = new(bag);

        public SourceSpan LastPlace { get; private set; } = new(file, 1, 1);

        public SourceSpan Place(Mark mark) => new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

        public Node? Document()
        {
            Next();
            if (!parser.MoveNext() || parser.Current is StreamEnd)
            {
                bag.Add(DiagnosticCodes.EmptyDocument, new SourceSpan(file, 1, 1));
                return null;
            }

            Next();
            var root = Value(0);
            Next();
            if (parser.Current is DocumentEnd)
            {
                Next();
            }

            if (parser.Current is DocumentStart more)
            {
                bag.Add(DiagnosticCodes.YamlNotPlain, Place(more.Start), YamlFaults.SecondDocument);
            }

            return root;
        }

        private void Next()
        {
            if (!parser.MoveNext() || parser.Current is null)
            {
                throw Broken(LastPlace);
            }

            LastPlace = Place(parser.Current.Start);
        }

        private ReadingStopped Broken(SourceSpan span)
        {
            bag.Add(DiagnosticCodes.YamlSyntax, span, YamlFaults.BreaksOff);
            return new ReadingStopped();
        }

        private Node? Value(int depth)
        {
            var current = parser.Current!;
            var span = Place(current.Start);
            _meter.Count(depth, current is SequenceStart or MappingStart, span);
            if (current is NodeEvent { Anchor.IsEmpty: false })
            {
                bag.Add(DiagnosticCodes.YamlNotPlain, span, YamlFaults.Anchor);
            }

            if (current is NodeEvent { Tag.IsEmpty: false })
            {
                bag.Add(DiagnosticCodes.YamlNotPlain, span, YamlFaults.Tag);
            }

            switch (current)
            {
                case Scalar scalar:
                    return Single(scalar, span);
                case SequenceStart:
                    return List(span, depth);
                case MappingStart:
                    return Map(span, depth);
                case AnchorAlias:
                    bag.Add(DiagnosticCodes.YamlNotPlain, span, YamlFaults.Alias);
                    return null;
                default:
                    throw Broken(span);
            }
        }

        private ScalarNode Single(Scalar scalar, SourceSpan span)
        {
            var quoted = scalar.Style is not ScalarStyle.Plain and not ScalarStyle.Any;
            var written = scalar.End.Index - scalar.Start.Index - (quoted ? 2 : 0);
            var isVerbatim = scalar.Start.Line == scalar.End.Line && (!quoted || written == scalar.Value.Length);
            var node = new ScalarNode(scalar.Value, quoted, span) { IsVerbatim = isVerbatim };
            Characters.Check(node, bag);
            return node;
        }

        private ListNode List(SourceSpan span, int depth)
        {
            var items = new List<Node>();
            for (Next(); parser.Current is not SequenceEnd; Next())
            {
                if (Value(depth + 1) is { } item)
                {
                    items.Add(item);
                }
            }

            return new ListNode(items, span);
        }

        private MapNode Map(SourceSpan span, int depth)
        {
            var entries = new List<MapEntry>();
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            for (Next(); parser.Current is not MappingEnd; Next())
            {
                var key = Value(depth + 1);
                Next();
                var value = Value(depth + 1);
                if (key is not ScalarNode name)
                {
                    bag.Add(DiagnosticCodes.YamlNotPlain, key?.Span ?? span, YamlFaults.ComplexKey);
                }
                else if (name.Text == "<<" && !name.Quoted)
                {
                    bag.Add(DiagnosticCodes.YamlNotPlain, name.Span, YamlFaults.MergeKey);
                }
                else if (!seen.TryAdd(name.Text, name.Span.Line))
                {
                    bag.Add(DiagnosticCodes.DuplicateKey, name.Span, name.Text, seen[name.Text]);
                }
                else if (value is not null)
                {
                    entries.Add(new MapEntry(name, value));
                }
            }

            return new MapNode(entries, span);
        }
    }
}
