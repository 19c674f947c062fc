using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>One of the two packs that <c>diff</c> and <c>impact</c> compare.</summary>
internal static class ComparedSide
{
    /// <summary>A pack by its folder or by its id; the factories of its cases come with it where they lie on disk.</summary>
    public static ComparedPack? Of(Request request, RulePackCatalog catalog, string named, DateOnly asOf, IReadOnlyList<FactoryDraft> own)
    {
        if (File.Exists(Path.Combine(named, PackReader.FileName)))
        {
            if (CheckTarget.Of(request, named) is not { } target)
            {
                return null;
            }

            var (loaded, diagnostics) = target.Load();
            request.Bag.AddRange(diagnostics.Where(d => d.Code.Severity == DiagnosticSeverity.Error));
            return loaded is null ? null : new ComparedPack(loaded, [.. own, .. FactoryDraft.OfPack(named, loaded, target.Catalog)], target.Catalog);
        }

        if (request.Pack(catalog, named, asOf) is not { } pack)
        {
            return null;
        }

        var folder = request.RulesFolder is { } rules ? Path.Combine(rules, pack.Id.Slug, pack.Id.Edition) : null;
        return new ComparedPack(pack, [.. own, .. folder is not null && Directory.Exists(folder) ? FactoryDraft.OfPack(folder, pack, catalog) : []], catalog);
    }
}
