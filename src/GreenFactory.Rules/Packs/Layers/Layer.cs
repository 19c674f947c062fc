using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>
/// What a pack or an overlay brings: one map of the shape of a pack file, rule files included, every item with its whole source.
/// A layer may replace what the layers below it say; layers of which neither lies below the other are of equal rank.
/// </summary>
internal sealed record Layer(string Id, MapNode Content, SourceSpan Span, IReadOnlySet<string> Below)
{
    /// <summary>Items of a layer, before its nested groups are taken apart.</summary>
    private static readonly string[] SourcedLists = [Sections.Parameters, Sections.Coefficients, Sections.Groups, Sections.Tiers, Sections.Rules, Changes.Refine];
    private static readonly string[] SourcedMaps = ["rounding", "not-applicable", "between", "conclusion"];

    /// <summary>True for whoever this layer may overrule.</summary>
    public bool IsAbove(Layer other) => other.Id == Id || Below.Contains(other.Id);

    /// <summary>One map out of a pack or overlay file and the rule files beside it.</summary>
    public static MapNode Gather(MapNode root, IEnumerable<Node?> ruleFiles)
    {
        var around = SourceNode.Of(root);
        var gathered = root;
        foreach (var entry in root.Entries)
        {
            if (entry.Value is ListNode list && SourcedLists.Contains(entry.Key.Text))
            {
                gathered = gathered.With(entry.Key, new ListNode([.. list.Items.Select(n => n is MapNode item ? SourceNode.WrittenOut(item, around) : n)], list.Span));
            }
            else if (entry.Value is MapNode map && SourcedMaps.Contains(entry.Key.Text))
            {
                gathered = gathered.With(entry.Key, SourceNode.WrittenOut(map, around));
            }
        }

        var filed = ruleFiles.OfType<MapNode>().SelectMany(Filed).ToList();
        return filed.Count == 0 ? gathered : gathered.With(Sections.Rules, new ListNode([.. gathered.Items(Sections.Rules), .. filed], filed[0].Span));
    }

    private static IEnumerable<Node> Filed(MapNode file)
    {
        if (file.Scalar("schema")?.Text != RuleReader.Schema)
        {
            yield break;
        }

        var around = SourceNode.Of(file);
        foreach (var node in file.Items(Sections.Rules))
        {
            if (node is not MapNode item)
            {
                yield return node;
                continue;
            }

            var whole = SourceNode.WrittenOut(item, around);
            yield return file.Scalar(Sections.Group) is { } group ? whole.With(Sections.Group, group) : whole;
        }
    }
}
