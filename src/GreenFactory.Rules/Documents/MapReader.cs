using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>
/// Reads one map of a closed schema. Every key must be asked for before <see cref="Done"/>,
/// which reports what nobody asked for together with the nearest legal name.
/// </summary>
internal sealed class MapReader
{
    private readonly MapNode _map;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private MapReader(MapNode map, DiagnosticBag bag)
    {
        _map = map;
        Bag = bag;
    }

    public DiagnosticBag Bag { get; }

    public SourceSpan Span => _map.Span;

    public static MapReader? Open(Node? node, DiagnosticBag bag)
    {
        switch (node)
        {
            case null:
                return null;
            case MapNode map:
                return new MapReader(map, bag);
            default:
                bag.Add(DiagnosticCodes.WrongShape, node.Span, Shapes.Map);
                return null;
        }
    }

    /// <summary>Opens a whole file and checks its <c>schema:</c> line.</summary>
    public static MapReader? OpenFile(Node? node, string schema, DiagnosticBag bag) => OpenFile(node, bag, schema);

    /// <summary>Opens a whole file of the first schema; the others may lie in the same folder and are named when the line is wrong.</summary>
    public static MapReader? OpenFile(Node? node, DiagnosticBag bag, params string[] schemas)
    {
        var reader = Open(node, bag);
        if (reader is null)
        {
            return null;
        }

        if (reader.Text("schema", required: true) is { } written && written != schemas[0])
        {
            bag.Add(DiagnosticCodes.WrongSchema, reader._map.Find("schema")!.Span, written, string.Join(" | ", schemas));
            return null;
        }

        return reader;
    }

    public bool Has(string key)
    {
        _asked.Add(key);
        return _map.Find(key) is { IsNull: false };
    }

    /// <summary>The value, or null when absent or written as null.</summary>
    public Node? Get(string key, bool required = false)
    {
        _asked.Add(key);
        var node = _map.Find(key);
        if (node is null || node.IsNull)
        {
            if (required)
            {
                Bag.Add(DiagnosticCodes.MissingKey, node?.Span ?? Span, key);
            }

            return null;
        }

        return node;
    }

    /// <summary>Like <see cref="Get"/>, but a written null is told apart from absence.</summary>
    public Node? GetEvenNull(string key)
    {
        _asked.Add(key);
        return _map.Find(key);
    }

    public ScalarNode? Scalar(string key, bool required = false)
    {
        var node = Get(key, required);
        if (node is null or ScalarNode)
        {
            return (ScalarNode?)node;
        }

        Bag.Add(DiagnosticCodes.WrongShape, node.Span, Shapes.Scalar);
        return null;
    }

    public string? Text(string key, bool required = false) => Scalar(key, required)?.Text;

    /// <summary>A text that says something: blanks alone count as missing.</summary>
    public string? Words(string key)
    {
        var scalar = Scalar(key, required: true);
        if (scalar is null || !string.IsNullOrWhiteSpace(scalar.Text))
        {
            return scalar?.Text;
        }

        Bag.Add(DiagnosticCodes.MissingKey, scalar.Span, key);
        return null;
    }

    public string? Choice(string key, IReadOnlyList<string> legal, bool required = false)
    {
        var scalar = Scalar(key, required);
        if (scalar is null || legal.Contains(scalar.Text))
        {
            return scalar?.Text;
        }

        Bag.Add(DiagnosticCodes.NotOneOf, scalar.Span, scalar.Text, string.Join(" | ", legal));
        return null;
    }

    public decimal? Number(string key, bool required = false) => AsNumber(Scalar(key, required));

    public bool? Flag(string key)
    {
        var scalar = Scalar(key);
        switch (scalar)
        {
            case null:
                return null;
            case { Quoted: false, Text: "true" }:
                return true;
            case { Quoted: false, Text: "false" }:
                return false;
            default:
                Bag.Add(DiagnosticCodes.NotOneOf, scalar.Span, scalar.Text, "true | false");
                return null;
        }
    }

    public DateOnly? Date(string key, bool required = false)
    {
        var scalar = Scalar(key, required);
        if (scalar is null)
        {
            return null;
        }

        if (Scalars.TryDate(scalar.Text, out var date))
        {
            return date;
        }

        Bag.Add(DiagnosticCodes.NotADate, scalar.Span, scalar.Text);
        return null;
    }

    public LocalizedText? Localized(string key, bool required = false) => AsLocalized(Get(key, required));

    public IReadOnlyList<Node> List(string key, bool required = false)
    {
        var node = Get(key, required);
        switch (node)
        {
            case null:
                return [];
            case ListNode list:
                return list.Items;
            default:
                Bag.Add(DiagnosticCodes.WrongShape, node.Span, Shapes.List);
                return [];
        }
    }

    public IReadOnlyList<ScalarNode> ScalarList(string key)
    {
        var items = new List<ScalarNode>();
        foreach (var item in List(key))
        {
            if (item is ScalarNode scalar)
            {
                items.Add(scalar);
            }
            else
            {
                Bag.Add(DiagnosticCodes.WrongShape, item.Span, Shapes.Scalar);
            }
        }

        return items;
    }

    public MapReader? Map(string key, bool required = false) => Open(Get(key, required), Bag);

    public IReadOnlyList<MapEntry> Entries(string key)
    {
        var node = Get(key);
        switch (node)
        {
            case null:
                return [];
            case MapNode map:
                return map.Entries;
            default:
                Bag.Add(DiagnosticCodes.WrongShape, node.Span, Shapes.Map);
                return [];
        }
    }

    /// <summary>Reports a key that is legal elsewhere but does nothing beside the others of this map.</summary>
    public void WithoutEffect(string key, LocalizedText why)
    {
        _asked.Add(key);
        if (_map.Entries.FirstOrDefault(e => e.Key.Text == key) is { Key: not null, Value.IsNull: false } entry)
        {
            Bag.Add(DiagnosticCodes.KeyWithoutEffect, entry.Key.Span, key, why);
        }
    }

    public decimal? AsNumber(ScalarNode? scalar)
    {
        if (scalar is null)
        {
            return null;
        }

        if (!scalar.Quoted && Scalars.TryDecimal(scalar.Text, out var value))
        {
            return value;
        }

        Bag.Add(DiagnosticCodes.NotANumber, scalar.Span, scalar.Text);
        return null;
    }

    public LocalizedText? AsLocalized(Node? node)
    {
        var reader = Open(node, Bag);
        if (reader is null)
        {
            return null;
        }

        var zh = reader.Words("zh");
        var en = reader.Words("en");
        reader.Done();
        return zh is null || en is null ? null : new LocalizedText(zh, en);
    }

    public void Done()
    {
        foreach (var entry in _map.Entries)
        {
            if (!_asked.Contains(entry.Key.Text))
            {
                Bag.Add(DiagnosticCodes.UnknownKey, entry.Key.Span, entry.Key.Text, NearestName.Hint(entry.Key.Text, _asked));
            }
        }
    }
}
