using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads the tiers of a pack, lowest first.</summary>
internal sealed class TierReader(DiagnosticBag bag)
{
    /// <summary>True once a tier could not be read: then their order says nothing.</summary>
    public bool HasGaps { get; private set; }

    public List<TierDefinition> Read(MapReader file, Provenance? inherited)
    {
        var tiers = new List<TierDefinition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("tiers"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                HasGaps = true;
                continue;
            }

            var id = item.Scalar("id", required: true);
            var title = item.Localized("title", required: true);
            var required = item.ScalarList("requires");
            var tier = new TierDefinition(id?.Text ?? string.Empty, title ?? LocalizedText.Same(string.Empty), Provenance.Read(item, inherited) ?? Provenance.Unstated, id?.Span ?? item.Span)
            {
                AtLeast = Score(item, "at-least"),
                Below = Score(item, "below"),
                NeedsGates = required.Any(r => r.Text == TierWords.Gates),
                NeedsMandatory = required.Any(r => r.Text == TierWords.Mandatory),
                Tiers = [.. required.Where(r => r.Text is not (TierWords.Gates or TierWords.Mandatory))],
                Met = item.ScalarList("met"),
                Direct = item.ScalarList("direct"),
                Authority = item.Localized("authority"),
            };
            item.Done();
            if (id is null || title is null)
            {
                HasGaps = true;
                continue;
            }

            Names.CheckId(id, bag);
            if (!ids.Add(id.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }

            tiers.Add(tier);
        }

        return tiers;
    }

    /// <summary>A number of the total, or a parameter that an authority sets.</summary>
    private ScalarNode? Score(MapReader item, string key)
    {
        if (item.Scalar(key) is not { } written)
        {
            HasGaps |= item.Has(key);
            return null;
        }

        if (written.Text.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal))
        {
            return written;
        }

        if (item.Number(key) is not { } number)
        {
            HasGaps = true;
            return null;
        }

        if (number < 0)
        {
            bag.Add(DiagnosticCodes.NegativePoints, written.Span, key, Scalars.Number(number));
        }

        return written;
    }
}

/// <summary>What <c>requires</c> may name beside tiers.</summary>
internal static class TierWords
{
    public const string Gates = "gates";
    public const string Mandatory = "mandatory";
}
