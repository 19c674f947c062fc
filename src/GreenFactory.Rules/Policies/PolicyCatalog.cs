using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Policies;

namespace GreenFactory.Rules;

/// <summary>
/// The policies of the nation, the regions and some cities: what a green factory gets, owes and risks where it lies. Read from
/// <c>rules/policies/&lt;place&gt;/&lt;edition&gt;.yaml</c> of the package or of a folder laid over it. Immutable and thread-safe.
/// </summary>
public sealed class PolicyCatalog
{
    internal const string Folder = RulesSource.PolicyFolder;
    internal const string CaseSuffix = ".answers.yaml";

    private const string IdPrefix = "policy-";
    private const string IndustryFile = Folder + "industries.yaml";
    private const string AbolishedFile = Folder + "abolished-regions.csv";

    private static readonly Lazy<PolicyCatalog> Package = new(() => new PolicyCatalog(RulesSource.Package));

    private readonly Lazy<Contents> _contents;

    private PolicyCatalog(RulesSource source) => _contents = new Lazy<Contents>(() => Contents.Read(source));

    /// <summary>The policies inside the package.</summary>
    public static PolicyCatalog Default => Package.Value;

    /// <summary>Ids of all policies, by ordinal id.</summary>
    public IReadOnlyList<PackId> Ids => [.. _contents.Value.Policies.Select(p => p.Id)];

    internal IReadOnlyList<PolicyDefinition> Policies => _contents.Value.Policies;

    internal IndustryWords Industries => _contents.Value.Industries;

    internal FactVocabulary Vocabulary => _contents.Value.Vocabulary;

    internal BenchmarkLibrary Benchmarks => _contents.Value.Benchmarks;

    /// <summary>The policies of the package with the files of a folder (same shape as <c>rules/</c>) laid over them.</summary>
    /// <exception cref="InvalidInputException">There is no such folder, or it holds more files than packs ever need.</exception>
    public static PolicyCatalog OpenDirectory(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        var folder = RulesSource.Directory(path, bag);
        InvalidInputException.ThrowIfAny(bag);
        return new PolicyCatalog(RulesSource.Layer(RulesSource.Package, folder));
    }

    /// <summary>What the policies of the factory's place give, ask and threaten on a day. Pure: no clock, no I/O.</summary>
    /// <param name="facts">The factory with its titles and events, read with the vocabulary of the same rules.</param>
    /// <param name="asOf">The day; what is dated later does not count and is warned of.</param>
    /// <param name="region">Six-digit GB/T 2260 code of a place the factory is thought to lie in; its own when null.</param>
    /// <exception cref="InvalidInputException">The policies are broken, or the place is not known or was abolished.</exception>
    public BenefitsAnswer Answer(FactoryFacts facts, DateOnly asOf, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Answer(facts, asOf, new BenefitsRequest { Region = region });
    }

    internal BenefitsAnswer Answer(FactoryFacts facts, DateOnly asOf, BenefitsRequest request) => BenefitsBuilder.Build(this, facts, asOf, request);

    /// <summary>Everything wrong with the policies, at once.</summary>
    public IReadOnlyList<Diagnostic> Check() => _contents.Value.Faults;

    internal static PolicyCatalog Open(RulesSource source) => new(source);

    internal static bool Owns(string path) => path.StartsWith(Folder, StringComparison.Ordinal);

    internal PolicyProgram Program(PolicyDefinition policy) => _contents.Value.Programs[policy.Id];

    /// <summary>An abolished code: since when, and what its area belongs to now.</summary>
    internal (DateOnly Since, string Now)? Abolished(string code) => _contents.Value.Abolished.TryGetValue(code, out var entry) ? entry : null;

    internal void ThrowIfBroken()
    {
        if (_contents.Value.Faults.Any(f => f.Code.Severity == DiagnosticSeverity.Error))
        {
            throw new InvalidInputException(_contents.Value.Faults);
        }
    }

    private sealed record Contents(
        IReadOnlyList<PolicyDefinition> Policies,
        IReadOnlyDictionary<PackId, PolicyProgram> Programs,
        IndustryWords Industries,
        FactVocabulary Vocabulary,
        BenchmarkLibrary Benchmarks,
        IReadOnlyDictionary<string, (DateOnly, string)> Abolished,
        IReadOnlyList<Diagnostic> Faults)
    {
        public static Contents Read(RulesSource source)
        {
            var bag = new DiagnosticBag();
            var (vocabulary, faults) = FactVocabulary.Of(source);
            bag.AddRange(faults);
            var benchmarks = new BenchmarkReader(vocabulary, bag).Build();
            var industries = source.Paths.Contains(IndustryFile) ? IndustryWords.Read(source.Read(IndustryFile, bag), vocabulary, bag) : new IndustryWords([]);
            var policies = new List<PolicyDefinition>();
            var programs = new Dictionary<PackId, PolicyProgram>();
            foreach (var path in source.Paths.Where(p => Owns(p) && p.EndsWith(".yaml", StringComparison.Ordinal) && p != IndustryFile && !p.EndsWith(CaseSuffix, StringComparison.Ordinal)))
            {
                if (new PolicyReader(vocabulary, bag).Read(source.Read(path, bag)) is not { } policy)
                {
                    continue;
                }

                var wanted = $"{Folder}{(policy.Id.Slug ?? string.Empty).Replace(IdPrefix, string.Empty, StringComparison.Ordinal)}/{policy.Id.Edition}.yaml";
                if (path != wanted)
                {
                    bag.Add(DiagnosticCodes.PackFolderMismatch, policy.Span, policy.Id, wanted, path);
                }

                PolicyValidator.Validate(policy, industries, bag);
                if (PolicyProgram.Build(policy, vocabulary, benchmarks, bag) is { } program)
                {
                    programs[policy.Id] = program;
                }

                policies.Add(policy);
            }

            var ordered = policies.OrderBy(p => p.Id.ToString(), StringComparer.Ordinal).ToList();
            return new Contents(ordered, programs, industries, vocabulary, benchmarks, ReadAbolished(source, bag), bag.ToList());
        }

        private static Dictionary<string, (DateOnly, string)> ReadAbolished(RulesSource source, DiagnosticBag bag)
        {
            var codes = new Dictionary<string, (DateOnly, string)>(StringComparer.Ordinal);
            if (!source.Paths.Contains(AbolishedFile) || source.ReadBytes(AbolishedFile, bag) is not { } bytes || DocumentReader.Decode(bytes, AbolishedFile, bag) is not { } text)
            {
                return codes;
            }

            foreach (var cells in text.Split('\n').Skip(1).Select(l => l.Trim().Split(',')).Where(c => c.Length >= 4))
            {
                if (Scalars.TryDate(cells[2], out var since))
                {
                    codes[cells[0]] = (since, cells[3]);
                }
            }

            return codes;
        }
    }
}
