using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs.Layers;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads the coefficients a pack or overlay gives values of its own: a city's grid factor, say.</summary>
internal static class CoefficientReader
{
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
            var value = item.Number("value", required: true);
            var unit = item.Scalar("unit", required: true);
            var source = Provenance.Read(item, inherited);
            item.Done();
            if (id is null || value is null || unit is null)
            {
                continue;
            }

            if (!ids.Add(id.Text))
            {
                file.Bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            overrides.Add(new CoefficientOverride(id, value.Value, unit, source ?? Provenance.Unstated));
        }

        return overrides;
    }
}
