using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs.Layers;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads the coefficients a pack or overlay gives values of its own: a city's grid factor, say.</summary>
internal static class CoefficientReader
{
    private const string Dated = "values";

    private static readonly LocalizedText DatedHolds = new("已写 values", "values is written");

    public static List<CoefficientOverride> Read(MapReader file, Provenance? inherited)
    {
        var overrides = new List<CoefficientOverride>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List(Sections.Coefficients))
        {
            if (MapReader.Open(node, file.Bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var isDated = item.Has(Dated);
            var value = isDated ? null : item.Number("value", required: true);
            var unit = item.Scalar("unit", required: true);
            var source = Provenance.Read(item, inherited);
            var values = item.List(Dated).Select(n => ReadDated(MapReader.Open(n, file.Bag), source)).OfType<CoefficientValue>().ToList();
            if (isDated)
            {
                item.WithoutEffect("value", DatedHolds);
            }

            item.Done();
            if (id is null || unit is null || (value is null && !isDated))
            {
                continue;
            }

            if (!ids.Add(id.Text))
            {
                file.Bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            Rivals(id, values, file.Bag);
            overrides.Add(new CoefficientOverride(id, values, unit, source ?? Provenance.Unstated) { Always = value });
        }

        return overrides;
    }

    private static CoefficientValue? ReadDated(MapReader? item, Provenance? inherited)
    {
        if (item is null)
        {
            return null;
        }

        var from = item.Date("from", required: true);
        var until = item.Date("until");

        // Announced and not known is written as null, which is not the same as forgotten.
        var value = item.GetEvenNull("value") is { IsNull: true } ? null : item.Number("value", required: true);
        var source = Provenance.Read(item, inherited);
        item.Done();
        if (until <= from)
        {
            item.Bag.Add(DiagnosticCodes.EmptyInterval, item.Span, Scalars.Date(from!.Value), Scalars.Date(until!.Value));
        }

        return from is { } first ? new CoefficientValue(value, first, until, null, source ?? Provenance.Unstated) : null;
    }

    private static void Rivals(ScalarNode id, List<CoefficientValue> values, DiagnosticBag bag)
    {
        foreach (var rivals in values.GroupBy(v => v.From).Where(g => g.Count() > 1))
        {
            bag.Add(DiagnosticCodes.RivalValues, id.Span, id.Text, Scalars.Date(rivals.Key));
        }
    }
}
