using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>A document that values are cited from.</summary>
public sealed record CitedDocument
{
    /// <summary>Id used in <c>source: {document: …}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Official number, for example GB/T 36132-2025.</summary>
    public required string Number { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    internal SourceSpan Span { get; init; }
}

/// <summary>Reads the list of cited documents of a file.</summary>
internal static class DocumentList
{
    public static IReadOnlyList<CitedDocument> Read(MapReader owner)
    {
        var documents = new List<CitedDocument>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in owner.List("documents"))
        {
            if (MapReader.Open(node, owner.Bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var number = item.Text("number", required: true);
            var title = item.Localized("title", required: true);
            item.Date("issued");
            item.Date("in-force");
            item.Text("citation");
            item.Localized("note");
            Provenance.ReadLabel(item);
            item.Done();
            if (id is null || number is null || title is null)
            {
                continue;
            }

            Names.CheckId(id, owner.Bag);
            if (!ids.Add(id.Text))
            {
                owner.Bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            documents.Add(new CitedDocument { Id = id.Text, Number = number, Title = title, Span = id.Span });
        }

        return documents;
    }
}
