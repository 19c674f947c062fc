using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Tables;

/// <summary>Writes factories as the table that says the same: every fact in the unit it is declared in, the unit in the header or in the cell.</summary>
internal static class TableText
{
    public static string Write(IReadOnlyList<FactoryFacts> factories, bool unitsInHeader)
    {
        var vocabulary = factories[0].Vocabulary;
        var columns = new List<(string Header, Func<FactoryFacts, string?> Cell)>
        {
            ("id", f => f.Identity.Id),
            ("name", f => f.Identity.Name),
            ("factory.region", f => f.Identity.Region),
            ("industry", f => f.Identity.Industry),
            ("founded", f => f.Identity.Founded is { } day ? Scalars.Date(day) : null),
            ("period", f => f.Period.ToString()),
        };
        foreach (var fact in vocabulary.Facts.Where(f => f.Scope == FactScope.Factory))
        {
            columns.Add((Header(fact), f => Cell(fact, f.Cells, null)));
            foreach (var year in factories.SelectMany(f => f.HistoryYears).Distinct().Order())
            {
                columns.Add(($"history[{year}].{Header(fact)}", f => f.History.TryGetValue(year, out var cells) ? Cell(fact, cells, null) : null));
            }
        }

        for (var i = 0; i < factories.Max(f => f.Products?.Count ?? 0); i++)
        {
            var at = i;
            columns.Add(($"products[{i + 1}].id", f => At(f, at)?.Id));
            columns.Add(($"products[{i + 1}].name", f => At(f, at)?.Name));
            columns.AddRange(vocabulary.Facts.Where(f => f.Scope == FactScope.Product).Select(fact => ($"products[{at + 1}].{fact.Path}", (Func<FactoryFacts, string?>)(f => At(f, at) is { } p ? Cell(fact, p.Cells, p) : null))));
        }

        var used = columns.Where(c => c.Header == "period" || factories.Any(f => c.Cell(f) is not null)).ToList();
        var lines = factories.Select(f => string.Join(',', used.Select(c => Quote(c.Cell(f)))));
        return string.Join(',', used.Select(c => Quote(c.Header))) + "\r\n" + string.Join("\r\n", lines) + "\r\n";

        string Header(FactDeclaration fact) => unitsInHeader && HasUnit(fact) ? $"{fact.Path} [{fact.Unit.Symbol}]" : fact.Path;

        string? Cell(FactDeclaration fact, FactCell[] cells, FactoryProduct? product) => Text(fact, cells[fact.Slot], unitsInHeader && product is null && HasUnit(fact), product, vocabulary);
    }

    private static FactoryProduct? At(FactoryFacts facts, int index) => facts.Products is { } products && index < products.Count ? products[index] : null;

    private static bool HasUnit(FactDeclaration fact) => fact.Kind == FactKind.Quantity && !fact.Unit.IsOne && !fact.Unit.IsProduct;

    private static string? Text(FactDeclaration fact, FactCell cell, bool bare, FactoryProduct? product, FactVocabulary vocabulary)
    {
        if (cell.State != FactState.Known)
        {
            return cell.State == FactState.NotApplicable ? $"n/a: {cell.Reference}" : null;
        }

        return fact.Kind switch
        {
            FactKind.Flag => cell.Flag ? "true" : "false",
            FactKind.Date => Scalars.Date(DateOnly.FromDayNumber((int)cell.Number)),
            FactKind.Choice or FactKind.Text => (string)cell.Reference!,
            FactKind.Choices => string.Join("; ", (IReadOnlyList<string>)cell.Reference!),
            FactKind.Assessment => $"{Scalars.Number(cell.Number)}; {cell.Reference}",
            FactKind.Count => Scalars.Number(cell.Number),
            _ when bare || fact.Unit.IsOne => Scalars.Number(cell.Number),
            _ => $"{Scalars.Number(cell.Number)} {(fact.Unit.IsProduct ? fact.Unit.WithProduct(product?.CountedIn ?? vocabulary.Units.ProductUnits.OrderBy(u => u.Key, StringComparer.Ordinal).First().Value) : fact.Unit).Symbol}",
        };
    }

    private static string Quote(string? text) => text is null ? string.Empty : !text.Any(c => c is '"' or ',' or '\r' or '\n') ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
