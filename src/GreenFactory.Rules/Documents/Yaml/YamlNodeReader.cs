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
        if (NestingIsHostile(text, out var line))
        {
            bag.Add(DiagnosticCodes.TooDeep, new SourceSpan(shownAs, line, 1), DocumentLimits.MostDepth);
            return null;
        }

        var parser = new Parser(new StringReader(text));
        var reading = new Reading(parser, shownAs, bag);
        try
        {
            return reading.Document();
        }
        catch (LimitReached)
        {
            return null;
        }
        catch (YamlException exception)
        {
            bag.Add(DiagnosticCodes.YamlSyntax, TabbedLine(text, exception) is var tab and > 0 ? new SourceSpan(shownAs, tab, 1) : reading.Place(exception.Start), exception.Message);
            return null;
        }
#pragma warning disable CA1031 // The scanner throws bare exceptions of many types on broken text; none of them may reach a caller.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            // They carry no place; the last event tells it.
            bag.Add(DiagnosticCodes.YamlSyntax, reading.LastPlace, "the text breaks off or a bracket is not closed");
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
    private static bool NestingIsHostile(string text, out int line)
    {
        line = 1;
        var depth = 0;
        foreach (var character in text)
        {
            switch (character)
            {
                case '\n':
                    line++;
                    break;
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}' when depth > 0:
                    depth--;
                    break;
            }

            if (depth > DocumentLimits.MostDepth * 20)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves the reading after the limit is in the bag; never leaves this class.</summary>
    private sealed class LimitReached : Exception;

    private sealed class Reading(Parser parser, string file, DiagnosticBag bag)
    {
        private int _nodes;

        public SourceSpan LastPlace { get; private set; } = new(file, 1, 1);

        public SourceSpan Place(Mark mark) => new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

        public Node? Document()
        {
            Next<StreamStart>();
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
                bag.Add(DiagnosticCodes.YamlNotPlain, Place(more.Start), "a second document");
            }

            return root;
        }

        private void Next<T>()
        {
            Next();
            if (parser.Current is not T)
            {
                throw new YamlException("unexpected start of the document");
            }
        }

        private void Next()
        {
            if (!parser.MoveNext() || parser.Current is null)
            {
                throw new YamlException("the text ends too early");
            }

            LastPlace = Place(parser.Current.Start);
        }

        private Node? Value(int depth)
        {
            var current = parser.Current!;
            var span = Place(current.Start);
            if (++_nodes > DocumentLimits.MostNodes)
            {
                bag.Add(DiagnosticCodes.TooMany, span, "values", DocumentLimits.MostNodes);
                throw new LimitReached();
            }

            if (depth >= DocumentLimits.MostDepth && current is SequenceStart or MappingStart)
            {
                bag.Add(DiagnosticCodes.TooDeep, span, DocumentLimits.MostDepth);
                throw new LimitReached();
            }

            if (current is NodeEvent { Anchor.IsEmpty: false })
            {
                bag.Add(DiagnosticCodes.YamlNotPlain, span, "an anchor (&name)");
            }

            if (current is NodeEvent { Tag.IsEmpty: false })
            {
                bag.Add(DiagnosticCodes.YamlNotPlain, span, "a tag (!name)");
            }

            switch (current)
            {
                case Scalar scalar:
                    return new ScalarNode(scalar.Value, scalar.Style is not ScalarStyle.Plain and not ScalarStyle.Any, span);
                case SequenceStart:
                    return List(span, depth);
                case MappingStart:
                    return Map(span, depth);
                case AnchorAlias:
                    bag.Add(DiagnosticCodes.YamlNotPlain, span, "an alias (*name)");
                    return null;
                default:
                    throw new YamlException(current.Start, current.End, "a value is missing");
            }
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
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (Next(); parser.Current is not MappingEnd; Next())
            {
                var key = Value(depth + 1);
                Next();
                var value = Value(depth + 1);
                if (key is not ScalarNode name)
                {
                    bag.Add(DiagnosticCodes.YamlNotPlain, key?.Span ?? span, "a key that is not a plain word");
                }
                else if (name.Text == "<<" && !name.Quoted)
                {
                    bag.Add(DiagnosticCodes.YamlNotPlain, name.Span, "a merge key (<<)");
                }
                else if (!seen.Add(name.Text))
                {
                    bag.Add(DiagnosticCodes.DuplicateKey, name.Span, name.Text);
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
