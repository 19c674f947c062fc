using System.Security.Cryptography;
using System.Text;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>A fingerprint of what a fact file says, independent of its order, spelling of units and white space.</summary>
internal static class FactsDigest
{
    public static string Compute(FactoryFacts facts)
    {
        var text = new StringBuilder();
        var id = facts.Identity;
        Line(text, "factory", id.Id, id.Name, id.Region, id.Industry, Date(id.Founded));
        Line(text, "period", facts.Period.ToString());
        Cells(text, "facts", facts, FactScope.Factory, facts.Cells);
        Line(text, "products", facts.Products is { } known ? Scalars.Number(known.Count) : null);
        foreach (var product in facts.Products ?? [])
        {
            Line(text, "product", product.Id, product.Name, product.CountedIn?.Symbol);
            Cells(text, product.Id, facts, FactScope.Product, product.Cells);
        }

        foreach (var year in facts.HistoryYears)
        {
            Cells(text, Scalars.Number(year), facts, FactScope.Factory, facts.YearCells(year)!);
        }

        foreach (var evidence in facts.EvidenceList)
        {
            Line(text, ["evidence", evidence.Id, evidence.Kind, evidence.Title, Date(evidence.Issued), Date(evidence.Expires), evidence.Sha256, .. evidence.Supports.Order(StringComparer.Ordinal)]);
        }

        foreach (var title in (facts.Register.Titles ?? []).OrderBy(t => t.Level, StringComparer.Ordinal).ThenBy(t => t.Named))
        {
            Line(text, ["title", title.Level, Date(title.Named), title.Star is { } star ? Scalars.Number(star) : null, title.Batch, title.Region, Date(title.Expires), .. title.Renewed.Select(r => Date(r))]);
        }

        foreach (var happened in (facts.Register.Events ?? []).OrderBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Date).ThenBy(e => e.Grade, StringComparer.Ordinal))
        {
            Line(text, "event", happened.Kind, Date(happened.Date), Date(happened.Until), happened.Grade, happened.Level, happened.From);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Cells(StringBuilder text, string owner, FactoryFacts facts, FactScope scope, FactCell[] cells)
    {
        foreach (var fact in facts.Vocabulary.Facts)
        {
            if (fact.Scope != scope || cells[fact.Slot].State == FactState.Unknown)
            {
                continue;
            }

            var cell = cells[fact.Slot];
            var words = cell.Reference is IReadOnlyList<string> chosen ? chosen.Select(c => (string?)c) : [cell.Reference as string];
            Line(text, [owner, fact.Path, cell.State.ToString(), cell.Flag ? "1" : "0", Scalars.Number(cell.Number), .. words]);
        }
    }

    private static string? Date(DateOnly? date) => date is { } known ? Scalars.Date(known) : null;

    private static void Line(StringBuilder text, params string?[] parts)
    {
        foreach (var part in parts)
        {
            // Length-prefixed, so that no value can imitate two.
            text.Append(part is null ? "-" : Scalars.Number(part.Length)).Append(':').Append(part).Append(';');
        }

        text.Append('\n');
    }
}
