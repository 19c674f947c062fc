using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Differences;

/// <summary>What became of the claim of a layer that it only tightens: refuted by a factory, or looked into without finding one. Never proved.</summary>
/// <param name="Layer">The pack or overlay that claims.</param>
/// <param name="Base">The pack it claims to tighten.</param>
/// <param name="Span">Where it claims so.</param>
/// <param name="Refutation">A factory that passes by the layer and fails by the base; null when none was found.</param>
internal sealed record ClaimOutcome(string Layer, PackId Base, SourceSpan Span, Witness? Refutation)
{
    private const int MostFacts = 6;

    public string Result => Refutation is null ? "checked" : "refuted";

    /// <summary>Tells a refuted claim with the facts that refute it.</summary>
    public void Tell(DiagnosticBag bag)
    {
        if (Refutation is { } witness)
        {
            var facts = witness.Draft.Stated.Take(MostFacts).Select(f => $"{f.Key.Text} = {Packs.Layers.NodeText.Of(f.Value)}");
            var more = witness.Draft.Stated.Count > MostFacts ? ", …" : string.Empty;
            bag.Add(DiagnosticCodes.ClaimRefuted, Span, Layer, Base, $"{string.Join(", ", facts.Prepend(Scalars.Date(witness.AsOf)))}{more}");
        }
    }
}

/// <summary>Looks for factories that refute what layers claim, on and beside every boundary that a layer moved.</summary>
internal static class ClaimCheck
{
    /// <summary>The claim of a pack about each pack it extends.</summary>
    public static IEnumerable<ClaimOutcome> OfPack(RulePack pack, RulePackCatalog catalog, IReadOnlyList<FactoryDraft> drafts)
    {
        foreach (var below in pack.Program.Pack.Tightens is null ? [] : pack.Program.Pack.Extends)
        {
            if (catalog.TryLoad(below.Text).Pack is { } other)
            {
                yield return Of(pack.Id.ToString(), pack.Program.Pack.Tightens!.Value, new ComparedPack(pack, drafts, catalog), new ComparedPack(other, [], catalog));
            }
        }
    }

    /// <summary>The claim of an overlay about the pack it is laid on; null when it claims nothing or one of the two cannot be loaded.</summary>
    public static ClaimOutcome? OfOverlay(Overlay overlay, string file, RulePackCatalog catalog, IReadOnlyList<FactoryDraft> drafts)
    {
        var (below, above) = (catalog.TryLoad(overlay.Extends.Text).Pack, catalog.WithOverlay(file).TryLoad(overlay.Extends.Text).Pack);
        return overlay.Content.Tightens is { } span && below is not null && above is not null
            ? Of(overlay.Id, span, new ComparedPack(above, drafts, catalog.WithOverlay(file)), new ComparedPack(below, [], catalog))
            : null;
    }

    private static ClaimOutcome Of(string layer, SourceSpan span, ComparedPack above, ComparedPack below) =>
        new(layer, below.Pack.Id, span, new WitnessSearch(above, below).Move(Conclusion.Met, Conclusion.NotMet, PackTraits.Compare(above.Program, below.Program)));
}
