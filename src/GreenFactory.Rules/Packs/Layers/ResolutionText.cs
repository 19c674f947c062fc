using System.Text;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Documents.Yaml;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>A resolved pack as one pack file, with the layers it was made of and what each changed as comments at its end.</summary>
internal static class ResolutionText
{
    /// <param name="definition">A pack without faults.</param>
    public static string Write(PackDefinition definition)
    {
        var resolution = definition.Resolution ?? throw new InvalidOperationException("a loaded pack has been put together");
        var content = resolution.Content;
        if (definition.Overlays.Count > 0)
        {
            content = content.With("overlays", new ListNode([.. definition.Overlays.Select(o => new ScalarNode(o, false, content.Span))], content.Span));
        }

        var text = new StringBuilder(YamlNodeWriter.Write(content));
        text.Append("# layers: ").AppendJoin(" < ", resolution.Layers).Append('\n');
        foreach (var change in resolution.Changes)
        {
            text.Append("# ").Append(Line(change)).Append('\n');
        }

        return text.ToString();
    }

    private static string Line(PackChange change)
    {
        var what = change.Kind switch
        {
            PackChangeKind.Added => change.Value is null ? $"{change.Path} added" : $"{change.Path} = {change.Value}",
            PackChangeKind.Replaced => change.Value is null ? $"{change.Path} replaced" : $"{change.Path} = {change.Value}",
            PackChangeKind.Deselected => $"{change.Path} deselected",
            _ => $"{change.Path} selected",
        };
        var was = change.ReplacedLayer is null ? string.Empty : change.Replaced is null ? $" ({change.ReplacedLayer})" : $", was {change.Replaced} ({change.ReplacedLayer})";

        // A comment is one line, whatever stands in the values.
        return $"{change.Layer}: {what}{was}".ReplaceLineEndings(" ");
    }
}
