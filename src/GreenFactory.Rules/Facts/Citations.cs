using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>What a file cites: the documents and clauses named by the sources in it, each with its place.</summary>
internal sealed record Citations(IReadOnlyList<ScalarNode> Documents, IReadOnlyList<ScalarNode> Clauses)
{
    public static Citations Of(IEnumerable<Node?> files)
    {
        var documents = new List<ScalarNode>();
        var clauses = new List<ScalarNode>();
        foreach (var file in files.OfType<MapNode>())
        {
            // The lists that declare what may be cited cite nothing themselves.
            foreach (var entry in file.Entries.Where(e => e.Key.Text is not ("documents" or "clauses")))
            {
                Walk(entry);
            }
        }

        return new Citations(documents, clauses);

        void Walk(MapEntry entry)
        {
            switch (entry)
            {
                case { Key.Text: "document", Value: ScalarNode { IsNull: false } document }:
                    documents.Add(document);
                    break;
                case { Key.Text: "clause", Value: ScalarNode { IsNull: false } clause }:
                    clauses.Add(clause);
                    break;
                default:
                    WalkNode(entry.Value);
                    break;
            }
        }

        void WalkNode(Node node)
        {
            foreach (var entry in (node as MapNode)?.Entries ?? [])
            {
                Walk(entry);
            }

            foreach (var item in (node as ListNode)?.Items ?? [])
            {
                WalkNode(item);
            }
        }
    }

    /// <summary>Every cited document is declared, and every document of <paramref name="own"/> is cited.</summary>
    public void CheckDocuments(IEnumerable<CitedDocument> legal, IEnumerable<CitedDocument> own, DiagnosticBag bag)
    {
        var ids = legal.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var document in Documents.Where(d => !ids.Contains(d.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownReference, document.Span, ReferenceKinds.Document, document.Text, NearestName.Hint(document.Text, ids));
        }

        var cited = Documents.Select(d => d.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var document in own.Where(d => !cited.Contains(d.Id)))
        {
            bag.Add(DiagnosticCodes.DocumentNotCited, document.Span, document.Id);
        }
    }
}
