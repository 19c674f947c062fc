using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>A round of recognition that was judged by a pack: the day of its call picks the edition.</summary>
internal sealed record BatchDefinition(string Id, LocalizedText Title, DateOnly Called, LocalizedText? Note, Provenance Source);

/// <summary>Reads <c>batches</c>.</summary>
internal static class BatchReader
{
    public const string Key = "batches";

    public static List<BatchDefinition> Read(MapReader file, Provenance? inherited, DateOnly? from, DateOnly? until)
    {
        var batches = new List<BatchDefinition>();
        foreach (var node in file.List(Key))
        {
            if (MapReader.Open(node, file.Bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var title = item.Localized("title", required: true);
            var called = item.Date("called", required: true);
            var note = item.Localized("note");
            var source = Provenance.Read(item, inherited);
            item.Done();
            if (id is null || title is null || called is not { } day)
            {
                continue;
            }

            if (batches.Any(b => b.Id == id.Text))
            {
                file.Bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            if (day < from || day >= until)
            {
                file.Bag.Add(DiagnosticCodes.BatchOutsideInterval, item.Get("called")!.Span, id.Text, Scalars.Date(day));
            }

            batches.Add(new BatchDefinition(id.Text, title, day, note, source ?? Provenance.Unstated));
        }

        return batches;
    }
}
