using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>What one word after <c>check</c> stands for: the packs inside, a rules root, or the folder of a single pack.</summary>
internal sealed class CheckTarget
{
    private static readonly string[] Shared = ["vocabulary", "benchmarks", "policies", "rankings"];

    private readonly bool _single;
    private readonly string? _folder;

    private CheckTarget(RulePackCatalog catalog, IReadOnlyList<PackId> packs, bool single, string? folder)
    {
        _folder = folder;
        Catalog = catalog;
        Packs = packs;
        _single = single;
    }

    public static CheckTarget Package { get; } = new(RulePackCatalog.Default, RulePackCatalog.Default.Ids, single: false, folder: null);

    public RulePackCatalog Catalog { get; }

    public IReadOnlyList<PackId> Packs { get; }

    /// <summary>The target a folder is; null when it is none, and the request's bag says so.</summary>
    public static CheckTarget? Of(Request request, string folder)
    {
        if (!Directory.Exists(folder))
        {
            request.Bad("PACKDIR", folder, CommandPhrases.NoFolder);
            return null;
        }

        if (File.Exists(Path.Combine(folder, PackReader.FileName)))
        {
            return SinglePack(folder, request.Bag);
        }

        var own = RulesSource.Directory(folder, request.Bag);
        var catalog = RulePackCatalog.OpenDirectory(folder);
        var packs = catalog.Ids.Where(id => own.Paths.Any(p => p.EndsWith($"{id.Slug}/{id.Edition}/{PackReader.FileName}", StringComparison.Ordinal))).ToList();
        if (packs.Count == 0 && !own.Paths.Any(p => Shared.Any(s => p.StartsWith(s + "/", StringComparison.Ordinal))))
        {
            request.Bad("PACKDIR", folder, CommandPhrases.NotAPackFolder);
            return null;
        }

        return new CheckTarget(catalog, packs, single: false, folder);
    }

    /// <summary>The first pack with everything wrong with it; null when that is too much.</summary>
    public (RulePack? Pack, IReadOnlyList<Diagnostic> Diagnostics) Load() => Catalog.TryLoad(Packs[0].ToString());

    /// <summary>What its packs claim of the packs they build on, each claim looked into.</summary>
    public IEnumerable<ClaimOutcome> Claims() => Packs
        .Select(id => Catalog.TryLoad(id.ToString()).Pack)
        .OfType<RulePack>()
        .SelectMany(p => ClaimCheck.OfPack(p, Catalog, CasesOf(p.Id)));

    /// <summary>Factories of the cases that lie beside a pack; none for the packs inside.</summary>
    public IReadOnlyList<FactoryDraft> CasesOf(PackId pack)
    {
        var folder = _single || _folder is null ? _folder : Path.Combine(_folder, pack.Slug, pack.Edition);
        return folder is not null && Directory.Exists(folder) ? FactoryDraft.OfCases(folder) : [];
    }

    /// <summary>Everything wrong with it; with a whole rules root, policies and rules about populations as well.</summary>
    public IReadOnlyList<Diagnostic> Check() => _single
        ? Catalog.TryLoad(Packs[0].ToString()).Diagnostics
        : _folder is null
            ? [.. Catalog.Check(), .. PolicyCatalog.Default.Check(), .. RankingCatalog.Default.Check()]
            : [.. Catalog.Check(), .. PolicyCatalog.OpenDirectory(_folder).Check(), .. RankingCatalog.OpenDirectory(_folder).Check()];

    /// <summary>The packs as they stand when they are put together; those too broken to read are left out.</summary>
    public IEnumerable<PackDefinition> Read() => Packs.Select(id => Catalog.TryLoad(id.ToString()).Pack?.Program.Pack).OfType<PackDefinition>();

    /// <summary>
    /// A pack folder is checked under the id its pack.yaml gives, wherever it lies. When it lies in a rules root, the vocabulary,
    /// the benchmarks and the packs beside it are those of the root.
    /// </summary>
    private static CheckTarget SinglePack(string folder, DiagnosticBag bag)
    {
        var full = Path.GetFullPath(folder);
        var own = RulesSource.Directory(full, bag);
        var written = own.Read(PackReader.FileName, new DiagnosticBag()) is MapNode map && map.Find("id") is ScalarNode id ? id.Text : null;

        // A pack without a readable id is checked all the same: what is wrong with its id is among the faults.
        var known = PackId.TryParse(written, out var pack) || PackId.TryParse("unnamed@0", out pack);
        var source = RulesSource.Package;
        if (known && Root(full, pack) is { } root)
        {
            source = Shared.Concat(Packages(root))
                .Where(p => Directory.Exists(Path.Combine(root, p)))
                .Aggregate(source, (lower, p) => RulesSource.Layer(lower, new MountedSource(RulesSource.Directory(Path.Combine(root, p), bag), p)));
        }

        source = RulesSource.Layer(source, new MountedSource(own, $"{pack.Slug}/{pack.Edition}"));
        return new CheckTarget(RulePackCatalog.Open(source), [pack], single: true, folder);
    }

    /// <summary>Two levels up, when the folders are called as the id says.</summary>
    private static string? Root(string folder, PackId pack)
    {
        var slug = Path.GetDirectoryName(folder);
        return slug is not null && Path.GetFileName(folder) == pack.Edition && Path.GetFileName(slug) == pack.Slug ? Path.GetDirectoryName(slug) : null;
    }

    /// <summary>Packs beside it: exactly two levels down, so that a root that is somebody's home folder is not searched.</summary>
    private static IEnumerable<string> Packages(string root) => Directory.EnumerateDirectories(root)
        .SelectMany(Directory.EnumerateDirectories)
        .Where(d => File.Exists(Path.Combine(d, PackReader.FileName)))
        .Select(d => Path.GetRelativePath(root, d).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
