using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Writes facts as the fact file that would be read as them.</summary>
internal static class FactFileWriter
{
    public static string Write(FactoryFacts facts)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", FactoryFactsReader.Schema);
            Identity(writer, facts.Identity);
            writer.WriteString("period", facts.Period.ToString());
            Cells(writer, "facts", facts.Vocabulary, FactScope.Factory, facts.Cells, null);
            Products(writer, facts);
            writer.WriteStartObject("history");
            foreach (var year in facts.HistoryYears)
            {
                Cells(writer, new ReportingPeriod(year).ToString(), facts.Vocabulary, FactScope.Factory, facts.History[year], null);
            }

            writer.WriteEndObject();
            AllEvidence(writer, facts);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Identity(Utf8JsonWriter writer, FactoryIdentity identity)
    {
        writer.WriteStartObject("factory");
        Text(writer, "id", identity.Id);
        Text(writer, "name", identity.Name);
        Text(writer, "region", identity.Region);
        Text(writer, "industry", identity.Industry);
        Text(writer, "founded", identity.Founded is { } founded ? Scalars.Date(founded) : null);
        writer.WriteEndObject();
    }

    private static void Products(Utf8JsonWriter writer, FactoryFacts facts)
    {
        if (facts.Products is null)
        {
            return;
        }

        writer.WriteStartArray("products");
        foreach (var product in facts.Products)
        {
            writer.WriteStartObject();
            writer.WriteString("id", product.Id);
            Text(writer, "name", product.Name);
            Cells(writer, "facts", facts.Vocabulary, FactScope.Product, product.Cells, product.CountedIn);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Cells(Utf8JsonWriter writer, string name, FactVocabulary vocabulary, FactScope scope, FactCell[] cells, UnitSymbol? countedIn)
    {
        writer.WriteStartObject(name);
        foreach (var fact in vocabulary.Facts.Where(f => f.Scope == scope))
        {
            var cell = cells[fact.Slot];
            if (cell.State == FactState.Unknown)
            {
                continue;
            }

            writer.WritePropertyName(fact.Path);
            // What a factory as a whole is counted in is not kept: any unit says the same.
            Cell(writer, fact, cell, countedIn ?? (fact.Unit.IsProduct ? vocabulary.Units.ProductUnits.OrderBy(u => u.Key, StringComparer.Ordinal).First().Value : null));
        }

        writer.WriteEndObject();
    }

    private static void Cell(Utf8JsonWriter writer, FactDeclaration fact, FactCell cell, UnitSymbol? countedIn)
    {
        if (cell.State == FactState.NotApplicable)
        {
            writer.WriteStartObject();
            writer.WriteString("notApplicable", (string)cell.Reference!);
            writer.WriteEndObject();
            return;
        }

        switch (fact.Kind)
        {
            case FactKind.Flag:
                writer.WriteBooleanValue(cell.Flag);
                break;
            case FactKind.Date:
                writer.WriteStringValue(Scalars.Date(DateOnly.FromDayNumber((int)cell.Number)));
                break;
            case FactKind.Choice or FactKind.Text:
                writer.WriteStringValue((string)cell.Reference!);
                break;
            case FactKind.Choices:
                writer.WriteStartArray();
                foreach (var chosen in (IReadOnlyList<string>)cell.Reference!)
                {
                    writer.WriteStringValue(chosen);
                }

                writer.WriteEndArray();
                break;
            case FactKind.Assessment:
                writer.WriteStartObject();
                writer.WritePropertyName("fraction");
                writer.WriteRawValue(Scalars.Number(cell.Number));
                writer.WriteString("reason", (string)cell.Reference!);
                writer.WriteEndObject();
                break;
            case FactKind.Count:
                writer.WriteRawValue(Scalars.Number(cell.Number));
                break;
            default:
                Quantity(writer, cell.Number, countedIn is null ? fact.Unit : fact.Unit.WithProduct(countedIn));
                break;
        }
    }

    private static void Quantity(Utf8JsonWriter writer, decimal value, Unit unit)
    {
        if (unit.IsOne)
        {
            writer.WriteRawValue(Scalars.Number(value));
        }
        else
        {
            writer.WriteStringValue($"{Scalars.Number(value)} {unit.Symbol}");
        }
    }

    private static void AllEvidence(Utf8JsonWriter writer, FactoryFacts facts)
    {
        writer.WriteStartArray("evidence");
        foreach (var evidence in facts.EvidenceList)
        {
            writer.WriteStartObject();
            writer.WriteString("id", evidence.Id);
            Text(writer, "kind", evidence.Kind);
            Text(writer, "title", evidence.Title);
            writer.WriteStartArray("supports");
            foreach (var path in evidence.Supports)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
            Text(writer, "issued", evidence.Issued is { } issued ? Scalars.Date(issued) : null);
            Text(writer, "expires", evidence.Expires is { } expires ? Scalars.Date(expires) : null);
            Text(writer, "sha256", evidence.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
