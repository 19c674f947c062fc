using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>
/// Every fact path with its names, unit and meaning, the units, dated coefficients, benchmark series, industry and region codes.
/// Read from <c>rules/vocabulary</c>. Immutable and thread-safe.
/// </summary>
public sealed class FactVocabulary
{
    private static readonly Lazy<(FactVocabulary Vocabulary, IReadOnlyList<Diagnostic> Faults)> PackageVocabulary = new(() => Read(RulesSource.Package));

    private readonly Dictionary<string, FactDeclaration> _facts;

    internal FactVocabulary(
        UnitCatalog units,
        IReadOnlyList<FactDeclaration> facts,
        IReadOnlyList<ConsistencyCheck> checks,
        IReadOnlyDictionary<string, Coefficient> coefficients,
        IReadOnlyDictionary<string, BenchmarkSeries> series,
        CodeList industries,
        CodeList regions)
    {
        Units = units;
        Facts = facts;
        Checks = checks;
        Coefficients = coefficients;
        Series = series;
        Industries = industries;
        Regions = regions;
        _facts = facts.ToDictionary(f => f.Path, StringComparer.Ordinal);
        FactorySlots = facts.Count(f => f.Scope == FactScope.Factory);
        ProductSlots = facts.Count(f => f.Scope == FactScope.Product);
    }

    /// <summary>The vocabulary inside the package.</summary>
    /// <exception cref="InvalidInputException">A file of the package is broken.</exception>
    public static FactVocabulary Default
    {
        get
        {
            var (vocabulary, faults) = PackageVocabulary.Value;
            return faults.Any(f => f.Code.Severity == DiagnosticSeverity.Error) ? throw new InvalidInputException(faults) : vocabulary;
        }
    }

    /// <summary>All facts by ordinal path.</summary>
    public IReadOnlyList<FactDeclaration> Facts { get; }

    internal UnitCatalog Units { get; }

    internal IReadOnlyList<ConsistencyCheck> Checks { get; }

    internal IReadOnlyDictionary<string, Coefficient> Coefficients { get; }

    internal IReadOnlyDictionary<string, BenchmarkSeries> Series { get; }

    /// <summary>Documents its files cite, each id once.</summary>
    internal IReadOnlyList<CitedDocument> Documents { get; init; } = [];

    internal CodeList Industries { get; }

    internal CodeList Regions { get; }

    internal int FactorySlots { get; }

    internal int ProductSlots { get; }

    /// <summary>The declaration of a path, or null.</summary>
    public FactDeclaration? Find(string path) => _facts.GetValueOrDefault(path);

    internal IEnumerable<string> Paths => _facts.Keys;

    /// <summary>Reads the vocabulary of a source. A source without vocabulary files of its own shares the package's instance, so facts read once serve all its packs.</summary>
    internal static (FactVocabulary Vocabulary, IReadOnlyList<Diagnostic> Faults) Of(RulesSource source) =>
        source.ReplacesNothingIn(FactVocabularyReader.Folder) ? PackageVocabulary.Value : Read(source);

    private static (FactVocabulary Vocabulary, IReadOnlyList<Diagnostic> Faults) Read(RulesSource source)
    {
        var bag = new DiagnosticBag();
        var vocabulary = FactVocabularyReader.Read(source, bag);
        return (vocabulary, bag.ToList());
    }
}
