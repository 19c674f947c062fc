using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads the named settings of a pack, or the values an overlay gives them.</summary>
internal sealed class ParameterReader(DiagnosticBag bag)
{
    private const string Quantity = "quantity";
    private const string Choice = "choice";

    private static readonly string[] Kinds = ["number", Quantity, "flag", Choice];

    /// <summary>Reads the list.</summary>
    /// <param name="file">The file it stands in.</param>
    /// <param name="inherited">Source of the file.</param>
    /// <param name="mayChange">True where a setting without kind gives one of a layer below another value.</param>
    public List<ParameterDefinition> Read(MapReader file, Provenance? inherited, bool mayChange)
    {
        var parameters = new List<ParameterDefinition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("parameters"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var isOverlay = mayChange && !item.Has("kind");
            var id = item.Scalar("id", required: true);
            var name = isOverlay ? null : item.Localized("name", required: true);
            var kind = isOverlay ? null : item.Choice("kind", Kinds, required: true);
            var unit = isOverlay ? null : item.Scalar("unit", required: kind == Quantity);
            var values = isOverlay ? [] : item.ScalarList("values").Select(v => v.Text).ToList();
            var value = item.Scalar("value", required: isOverlay);
            var source = Provenance.Read(item, inherited);
            var meaning = isOverlay ? null : item.Localized("meaning", required: true);
            item.Done();
            if (kind is not null)
            {
                KeysOfOtherKinds(item, kind, values.Count);
            }

            if (id is null || (!isOverlay && (name is null || kind is null || meaning is null)))
            {
                continue;
            }

            if (!ids.Add(id.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            if (!isOverlay)
            {
                Names.CheckName(id, bag);
            }

            var empty = LocalizedText.Same(string.Empty);
            var definition = new ParameterDefinition(
                id.Text, name ?? empty, kind is null ? ParameterKind.Number : (ParameterKind)Array.IndexOf(Kinds, kind), value, unit?.Text, values, source ?? Provenance.Unstated, meaning ?? empty, id.Span);
            parameters.Add(definition with { UnitSpan = unit?.Span ?? id.Span });
        }

        return parameters;
    }

    private void KeysOfOtherKinds(MapReader item, string kind, int values)
    {
        if (kind != Quantity)
        {
            item.WithoutEffect("unit", new LocalizedText("只有 kind: quantity 有单位", "only kind: quantity has a unit"));
        }

        if (kind != Choice)
        {
            item.WithoutEffect("values", new LocalizedText("只有 kind: choice 有可选值", "only kind: choice has values"));
        }
        else if (values == 0)
        {
            bag.Add(DiagnosticCodes.MissingKey, item.Span, "values");
        }
    }
}
