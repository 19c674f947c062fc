using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Authoring;

/// <summary>Short ways through a document that is known to be well-formed.</summary>
internal static class Reading
{
    public static MapNode File(string path)
    {
        var bag = new DiagnosticBag();
        var root = DocumentReader.ReadFile(path, path, bag);
        InvalidInputException.ThrowIfAny(bag);
        return (MapNode)root!;
    }

    public static MapNode Resource(string name)
    {
        using var reader = new StreamReader(typeof(Reading).Assembly.GetManifestResourceStream(name)!);
        var bag = new DiagnosticBag();
        var root = DocumentReader.ReadText(reader.ReadToEnd(), name, bag);
        InvalidInputException.ThrowIfAny(bag);
        return (MapNode)root!;
    }

    public static IEnumerable<MapNode> Maps(this MapNode map, string key) => (map.Find(key) as ListNode)?.Items.OfType<MapNode>() ?? [];

    public static IReadOnlyList<string> Texts(this MapNode map, string key) => [.. (map.Find(key) as ListNode)?.Items.OfType<ScalarNode>().Select(s => s.Text) ?? []];

    public static string? Text(this MapNode map, string key) => map.Find(key) is ScalarNode { IsNull: false } scalar ? scalar.Text : null;

    public static string Must(this MapNode map, string key) => map.Text(key) ?? throw new InvalidDataException($"{map.Span}: no {key}");
}
