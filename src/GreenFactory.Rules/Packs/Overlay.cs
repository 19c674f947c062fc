using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs.Layers;

namespace GreenFactory.Rules.Packs;

/// <summary>
/// A file that changes a pack without copying it: an authority's official points, a region's pass mark. It may say all that a
/// pack says of its content; overlays laid on one pack are of equal rank.
/// </summary>
internal sealed record Overlay(string Id, ScalarNode Extends, PackDefinition Content, SourceSpan Span)
{
    public const string Schema = "greenfactory.overlay/v1";

    public static Overlay? Read(Node? root, DiagnosticBag bag)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return null;
        }

        var id = file.Scalar("id", required: true);
        var title = file.Localized("title", required: true);
        var extends = file.Scalar("extends", required: true);
        var source = Provenance.Read(file, null);
        var rules = new RuleReader(bag);
        var content = Nothing with
        {
            Title = title ?? LocalizedText.Same(string.Empty),
            Source = source ?? Provenance.Unstated,
            Rules = rules.ReadList(file.List(Sections.Rules), null, source),
            Citations = Citations.Of([root]),
            Content = Layer.Gather((MapNode)root!, []),
        };
        content = new PackReader(bag).ReadContent(file, content, source, isLayer: true);
        file.Done();
        if (id is null || extends is null)
        {
            return null;
        }

        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
        }

        Names.CheckId(id, bag);
        return new Overlay(id.Text, extends, content with { HasGaps = content.HasGaps || rules.HasGaps }, id.Span);
    }

    /// <summary>An overlay that sets parameters only, for trying a pack out with other settings.</summary>
    public static Overlay OfParameters(string id, string pack, IReadOnlyList<(ScalarNode Id, ScalarNode? Value)> values)
    {
        var items = values.Select(v => (Node)new MapNode([Entry("id", v.Id), Entry("value", v.Value ?? new ScalarNode(string.Empty, false, v.Id.Span))], v.Id.Span)).ToList();
        var content = new MapNode([new MapEntry(NodeEditing.Key(Sections.Parameters, default), new ListNode(items, default))], default);
        return new Overlay(id, new ScalarNode(pack, false, default), Nothing with { Content = content }, default);

        static MapEntry Entry(string key, ScalarNode value) => new(NodeEditing.Key(key, value.Span), value);
    }

    /// <summary>True when it may be laid on a pack; the bag says it when not.</summary>
    public bool IsFor(PackId pack, DiagnosticBag bag)
    {
        if (pack.ToString() == Extends.Text || pack.Slug == Extends.Text)
        {
            return true;
        }

        bag.Add(DiagnosticCodes.OverlayForOtherPack, Extends.Span, Id, Extends.Text, pack);
        return false;
    }

    /// <summary>What it cites has to be there once it is laid on.</summary>
    public void CheckCitations(PackDefinition resolved, DiagnosticBag bag)
    {
        Content.Citations.CheckDocuments(resolved.Documents, Content.Documents, bag);
        var clauses = resolved.Clauses.Select(c => c.Clause).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in Content.Citations.Clauses.Where(c => !clauses.Contains(c.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownClause, clause.Span, clause.Text, NearestName.Hint(clause.Text, clauses));
        }
    }

    private static PackDefinition Nothing { get; } = new()
    {
        Id = default,
        Version = string.Empty,
        Title = LocalizedText.Same(string.Empty),
        Jurisdiction = string.Empty,
        InForceFrom = DateOnly.MinValue,
        Source = Provenance.Unstated,
    };
}
