using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules;

/// <summary>
/// What is known about one factory in one reporting period. Immutable and thread-safe.
/// A fact that is absent or null is not known; it is never taken for zero.
/// </summary>
public sealed class FactoryFacts
{
    private readonly IReadOnlyDictionary<int, FactCell[]> _history;
    private string? _digest;

    internal FactoryFacts(
        FactVocabulary vocabulary,
        FactoryIdentity identity,
        ReportingPeriod period,
        FactCell[] cells,
        IReadOnlyList<FactoryProduct>? products,
        IReadOnlyDictionary<int, FactCell[]> history,
        IReadOnlyList<Evidence> evidence)
    {
        Vocabulary = vocabulary;
        Identity = identity;
        Period = period;
        Cells = cells;

        // By id: files that say the same give the same verdict, byte by byte.
        Products = products?.OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        ProductCells = Products is null ? [] : [.. Products.Select(p => p.Cells)];
        _history = history;
        EvidenceList = [.. evidence.OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>Id, name, region, industry and founding date.</summary>
    public FactoryIdentity Identity { get; }

    /// <summary>The reporting period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Evidence named in the file, by id.</summary>
    public IReadOnlyList<Evidence> EvidenceList { get; }

    /// <summary>SHA-256 over the facts in canonical order, as lower-case hexadecimal: two files that say the same have the same digest.</summary>
    public string Digest => _digest ??= FactsDigest.Compute(this);

    internal FactVocabulary Vocabulary { get; }

    /// <summary>Where the region is written; null when it is not.</summary>
    internal SourceSpan? RegionSpan { get; init; }

    /// <summary>Titles and events, for policies; rules of packs do not see them.</summary>
    internal FactoryRegister Register { get; init; } = FactoryRegister.Nothing;

    internal FactCell[] Cells { get; }

    /// <summary>Null when the file names no products: then nothing about them is known.</summary>
    internal IReadOnlyList<FactoryProduct>? Products { get; }

    /// <summary>The facts of each product, in the order of <see cref="Products"/>.</summary>
    internal FactCell[][] ProductCells { get; }

    internal IEnumerable<int> HistoryYears => _history.Keys.Order();

    /// <summary>Reads a JSON or YAML fact file with the vocabulary of the package.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="InvalidInputException">The file cannot be read or used; it carries everything that is wrong, with positions.</exception>
    public static FactoryFacts Load(string path) => Load(path, FactVocabulary.Default);

    /// <summary>Reads a JSON or YAML fact file with the given vocabulary.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or used; it carries everything that is wrong, with positions.</exception>
    public static FactoryFacts Load(string path, FactVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bag = new DiagnosticBag();
        return Finish(DocumentReader.ReadFile(path, path.Replace('\\', '/'), bag), vocabulary, bag);
    }

    /// <summary>Reads facts from text; <paramref name="name"/> is what positions are reported against.</summary>
    /// <exception cref="InvalidInputException">The text cannot be used; it carries everything that is wrong, with positions.</exception>
    public static FactoryFacts Parse(string text, string name = "facts.json", FactVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var bag = new DiagnosticBag();
        return Finish(DocumentReader.ReadText(text, name, bag), vocabulary ?? FactVocabulary.Default, bag);
    }

    internal FactCell[]? YearCells(int year) => year == Period.Year ? Cells : _history.GetValueOrDefault(year);

    /// <summary>The same facts with other values; for what-if questions and tests.</summary>
    internal FactoryFacts With(FactCell[]? cells = null, IReadOnlyList<FactoryProduct>? products = null, IReadOnlyDictionary<int, FactCell[]>? history = null, FactoryIdentity? identity = null) =>
        new(Vocabulary, identity ?? Identity, Period, cells ?? Cells, products ?? Products, history ?? _history, EvidenceList) { Register = Register, RegionSpan = RegionSpan };

    internal IReadOnlyDictionary<int, FactCell[]> History => _history;

    private static FactoryFacts Finish(Node? root, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var facts = FactoryFactsReader.Read(root, vocabulary, bag);
        InvalidInputException.ThrowIfAny(bag);
        return facts!;
    }
}
