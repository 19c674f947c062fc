using System.Security.Cryptography;
using System.Text;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Packs.Crosswalks;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules;

/// <summary>
/// All packs, the vocabulary and the benchmarks of one source: the package, or a folder laid over it.
/// Immutable and thread-safe; files are read once, when first needed.
/// </summary>
public sealed partial class RulePackCatalog
{
    private static readonly LocalizedText EndsInYaml = new("扩展名应是 .yaml", "its ending should be .yaml");
    private static readonly LocalizedText WrongFolder = new(
        "规则包放在 <标准>/<版本>/ 里，有 pack.yaml；词汇放在 vocabulary/，基准放在 benchmarks/",
        "packs lie in <slug>/<edition>/ with a pack.yaml, vocabulary in vocabulary/, benchmarks in benchmarks/");

    private static readonly Lazy<RulePackCatalog> Package = new(() => new RulePackCatalog(RulesSource.Package, [], []));

    private readonly RulesSource _source;
    private readonly IReadOnlyList<string> _benchmarkFiles;
    private readonly IReadOnlyList<string> _overlayFiles;
    private readonly Lazy<Contents> _contents;

    private RulePackCatalog(RulesSource source, IReadOnlyList<string> benchmarkFiles, IReadOnlyList<string> overlayFiles, Lazy<Contents>? contents = null)
    {
        _source = source;
        _benchmarkFiles = benchmarkFiles;
        _overlayFiles = overlayFiles;
        _contents = contents ?? new Lazy<Contents>(() => new Contents(source, benchmarkFiles));
    }

    /// <summary>The packs inside the package.</summary>
    public static RulePackCatalog Default => Package.Value;

    /// <summary>The vocabulary facts are read with.</summary>
    /// <exception cref="InvalidInputException">A vocabulary file is broken.</exception>
    public FactVocabulary Vocabulary
    {
        get
        {
            Throw(_contents.Value.VocabularyFaults);
            return _contents.Value.Vocabulary;
        }
    }

    /// <summary>Ids of all packs, by ordinal id.</summary>
    public IReadOnlyList<PackId> Ids => _contents.Value.Ids;

    internal BenchmarkLibrary Benchmarks => _contents.Value.Benchmarks;

    /// <summary>The benchmarks with everything wrong about them and the vocabulary they are read with.</summary>
    internal (BenchmarkLibrary Library, IReadOnlyList<Diagnostic> Diagnostics) ReadBenchmarks() =>
        (_contents.Value.Benchmarks, [.. _contents.Value.VocabularyFaults, .. _contents.Value.BenchmarkFaults]);

    /// <summary>The packs of the package with the files of a folder (same shape as <c>rules/</c>) laid over them: same paths replace, others add.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InvalidInputException">There is no such folder, or it holds more files than packs ever need.</exception>
    public static RulePackCatalog OpenDirectory(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        var folder = RulesSource.Directory(path, bag);
        InvalidInputException.ThrowIfAny(bag);
        return Default.Over(folder);
    }

    /// <summary>The same catalog with files laid over its own. What they leave as it is has been read here, perhaps, and is read once.</summary>
    internal RulePackCatalog Over(RulesSource upper)
    {
        var source = RulesSource.Layer(_source, upper);
        var changesWords = upper.Paths.Any(p => p.StartsWith(FactVocabularyReader.Folder, StringComparison.Ordinal));
        var changesBenchmarks = changesWords || upper.Paths.Any(p => p.StartsWith(BenchmarkReader.Folder, StringComparison.Ordinal));
        return new RulePackCatalog(source, _benchmarkFiles, _overlayFiles, new Lazy<Contents>(() => new Contents(source, _benchmarkFiles, changesWords ? null : _contents.Value, changesBenchmarks ? null : _contents.Value)));
    }

    /// <summary>The folder opened anew; vocabulary and benchmarks are those another catalog of the same folder has read, for whoever knows that they did not change.</summary>
    internal static RulePackCatalog OpenDirectory(string path, RulePackCatalog same)
    {
        var bag = new DiagnosticBag();
        var folder = RulesSource.Directory(path, bag);
        InvalidInputException.ThrowIfAny(bag);
        var source = RulesSource.Layer(RulesSource.Package, folder);
        return new RulePackCatalog(source, [], [], new Lazy<Contents>(() => new Contents(source, [], same._contents.Value, same._contents.Value)));
    }

    internal static RulePackCatalog Open(RulesSource source) => new(source, [], []);

    /// <summary>The same catalog with one more file of benchmark sets.</summary>
    public RulePackCatalog WithBenchmarks(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        IReadOnlyList<string> files = [.. _benchmarkFiles, file];
        return new RulePackCatalog(_source, files, _overlayFiles, new Lazy<Contents>(() => new Contents(_source, files, _contents.Value, _contents.Value)));
    }

    /// <summary>The same catalog with one more overlay, laid on every pack it is for.</summary>
    public RulePackCatalog WithOverlay(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new RulePackCatalog(_source, _benchmarkFiles, [.. _overlayFiles, file], _contents);
    }

    /// <summary>Reads, checks and binds a pack.</summary>
    /// <param name="id">Slug and edition, or a slug alone for the edition in force on <paramref name="asOf"/>.</param>
    /// <param name="asOf">Date that picks the edition for a slug; a slug without a date takes the newest edition.</param>
    /// <exception cref="InvalidInputException">There is no such pack, or it has errors: all of them are in the exception.</exception>
    public RulePack Load(string id, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        var (pack, diagnostics) = TryLoad(id, asOf);
        return pack ?? throw new InvalidInputException(diagnostics);
    }

    /// <summary>Like <see cref="Load"/>, but returns what is wrong instead of throwing. The pack is null when there are errors.</summary>
    public (RulePack? Pack, IReadOnlyList<Diagnostic> Diagnostics) TryLoad(string id, DateOnly? asOf = null) => TryLoad(id, asOf, null);

    internal (RulePack? Pack, IReadOnlyList<Diagnostic> Diagnostics) TryLoad(string id, DateOnly? asOf, Overlay? last)
    {
        ArgumentNullException.ThrowIfNull(id);
        var bag = new DiagnosticBag();
        var contents = _contents.Value;
        if (Choose(id, asOf, contents, bag) is not { } chosen)
        {
            return (null, bag.ToList());
        }

        contents.ReadAhead(chosen);
        bag.AddRange(contents.VocabularyFaults);
        if (contents.Definition(chosen, bag) is not { } definition)
        {
            bag.AddRange(contents.BenchmarkFaults);
            return (null, bag.ToList());
        }

        var overlays = _overlayFiles.Select(f => Overlay.Read(DocumentReader.ReadFile(f, f.Replace('\\', '/'), bag), bag)).OfType<Overlay>().ToList();
        var resolved = new PackResolver(i => contents.Definition(i, bag), contents.Names, bag).Resolve(definition, overlays, last);
        resolved = resolved with { Rules = RuleOrder.Sort(resolved) };
        new PackValidator(definition, resolved, contents.Vocabulary.Regions, bag).Validate();
        var program = ProgramBuilder.Build(resolved, definition, contents.Vocabulary, Benchmarks, bag);
        return bag.HasErrors ? (null, bag.ToList()) : (new RulePack(program, () => Digest(resolved)), bag.ToList());

        BenchmarkLibrary Benchmarks()
        {
            bag.AddRange(contents.BenchmarkFaults);
            return contents.Benchmarks;
        }
    }

    /// <summary>Every pack as its files say, bases resolved but nothing bound: enough to list packs, and quick.</summary>
    internal (IReadOnlyList<PackDefinition> Packs, IReadOnlyList<Diagnostic> Diagnostics) Describe()
    {
        var bag = new DiagnosticBag();
        var contents = _contents.Value;
        var resolver = new PackResolver(i => contents.Definition(i, bag), contents.Names, bag);
        return ([.. contents.Ids.Select(i => contents.Definition(i, bag)).OfType<PackDefinition>().Select(p => resolver.Resolve(p, [], null))], bag.ToList());
    }

    /// <summary>Everything wrong with the vocabulary, the benchmarks and every pack, at once.</summary>
    public IReadOnlyList<Diagnostic> Check()
    {
        var bag = new DiagnosticBag();
        var contents = _contents.Value;
        bag.AddRange(contents.VocabularyFaults);
        bag.AddRange(contents.BenchmarkFaults);
        bag.AddRange(VocabularyCheck.Run(contents.Vocabulary));
        foreach (var id in contents.Ids)
        {
            bag.AddRange(TryLoad(id.ToString()).Diagnostics);
        }

        bag.AddRange(contents.Crosswalks.Faults);
        EditionCheck.Run([.. contents.Ids.Select(i => contents.Definition(i, bag)).OfType<PackDefinition>().DistinctBy(p => p.Id)], bag);
        foreach (var path in contents.UnusedFiles())
        {
            bag.Add(DiagnosticCodes.FileNotUsed, SourceSpan.WholeFile(_source.ShownAs(path)), path.EndsWith(".yml", StringComparison.Ordinal) ? EndsInYaml : WrongFolder);
        }

        return bag.ToList();
    }

    /// <summary>What of two packs answers to each other, told from the first; null when nobody has written it.</summary>
    internal Crosswalk? Crosswalk(PackId from, PackId to, DiagnosticBag bag)
    {
        var (crosswalks, faults) = _contents.Value.Crosswalks;
        bag.AddRange(faults);
        return crosswalks.FirstOrDefault(c => c.From == from && c.To == to) ?? crosswalks.FirstOrDefault(c => c.From == to && c.To == from)?.Turned;
    }

    /// <summary>All that have been written.</summary>
    internal IReadOnlyList<Crosswalk> Crosswalks => _contents.Value.Crosswalks.Read;

    /// <summary>A pack as its own files say, nothing it builds on in it; null when there is none.</summary>
    internal PackDefinition? OwnContent(PackId id) => _contents.Value.Definition(id, new DiagnosticBag());

    private static void Throw(IReadOnlyList<Diagnostic> faults)
    {
        if (faults.Any(f => f.Code.Severity == DiagnosticSeverity.Error))
        {
            throw new InvalidInputException(faults);
        }
    }

    private static PackId? Choose(string id, DateOnly? asOf, Contents contents, DiagnosticBag bag)
    {
        if (PackId.TryParse(id, out var exact) && contents.Has(exact))
        {
            return exact;
        }

        var editions = contents.Ids.Where(i => i.Slug == id).Select(i => contents.Definition(i, bag)).OfType<PackDefinition>().OrderBy(d => d.InForceFrom).ToList();
        if (editions.Count == 0)
        {
            bag.Add(DiagnosticCodes.UnknownPack, SourceSpan.WholeFile(id), id, NearestName.Hint(id, contents.Names));
            return null;
        }

        var inForce = asOf is { } date ? editions.LastOrDefault(d => d.InForceFrom <= date && (d.InForceUntil is null || date < d.InForceUntil)) : editions[^1];
        if (inForce is null)
        {
            bag.Add(DiagnosticCodes.NoEditionInForce, SourceSpan.WholeFile(id), id, Scalars.Date(asOf!.Value), editions[^1].Id);
            return null;
        }

        return inForce.Id;
    }

    private string Digest(PackDefinition pack)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bag = new DiagnosticBag();
        var shared = _source.Paths.Where(p => p.StartsWith(FactVocabularyReader.Folder, StringComparison.Ordinal) || p.StartsWith(BenchmarkReader.Folder, StringComparison.Ordinal));
        foreach (var path in pack.Files.Concat(shared).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Append(path, _source.ReadBytes(path, bag));
        }

        foreach (var file in _benchmarkFiles)
        {
            Append("+", File.ReadAllBytes(file));
        }

        // Overlays are of equal rank: the order they are named in makes no other pack.
        foreach (var overlay in _overlayFiles.Select(File.ReadAllBytes).OrderBy(Convert.ToHexString, StringComparer.Ordinal))
        {
            Append("+", overlay);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string name, byte[]? bytes)
        {
            // Line ends differ between checkouts; the content does not.
            var text = Encoding.UTF8.GetString(bytes ?? []).Replace("\r\n", "\n", StringComparison.Ordinal);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{text.Length}\n{text}"));
        }
    }
}
