using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Rankings;

/// <summary>The rules about populations: those inside the package, with the files of a folder over them if one is named. Immutable and thread-safe.</summary>
public sealed class RankingCatalog
{
    private static readonly Lazy<RankingCatalog> Package = new(() => Open(RulesSource.Package));

    private readonly IReadOnlyList<RankingRule> _rules;
    private readonly IReadOnlyList<Diagnostic> _faults;

    private RankingCatalog(IReadOnlyList<RankingRule> rules, IReadOnlyList<Diagnostic> faults)
    {
        _rules = rules;
        _faults = faults;
    }

    /// <summary>The rules inside the package.</summary>
    public static RankingCatalog Default => Package.Value;

    /// <summary>All rules, by ordinal id.</summary>
    public IReadOnlyList<PackId> Ids => [.. _rules.Select(r => r.Id)];

    internal IReadOnlyList<RankingRule> Rules => _rules;

    /// <summary>The rules of the package with the files of a folder (same shape as <c>rules/</c>) laid over them.</summary>
    /// <exception cref="InvalidInputException">There is no such folder, or it holds more files than rules ever need.</exception>
    public static RankingCatalog OpenDirectory(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        var folder = RulesSource.Directory(path, bag);
        InvalidInputException.ThrowIfAny(bag);
        return Open(RulesSource.Layer(RulesSource.Package, folder));
    }

    /// <summary>A rule by its id, or by its slug for the newest edition.</summary>
    /// <exception cref="InvalidInputException">There is no such rule, or a file of rules has errors: all of them are in the exception.</exception>
    public RankingRule Load(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_faults.Any(f => f.Code.Severity == DiagnosticSeverity.Error))
        {
            throw new InvalidInputException(_faults);
        }

        var found = _rules.FirstOrDefault(r => r.Id.ToString() == id) ?? _rules.Where(r => r.Id.Slug == id).MaxBy(r => r.InForceFrom);
        if (found is null)
        {
            var bag = new DiagnosticBag();
            bag.Add(DiagnosticCodes.UnknownRanking, SourceSpan.WholeFile(id), id, NearestName.Hint(id, _rules.Select(r => r.Id.ToString())));
            throw new InvalidInputException(bag.ToList());
        }

        return found;
    }

    /// <summary>Everything wrong with the files, at once.</summary>
    public IReadOnlyList<Diagnostic> Check() => _faults;

    internal static RankingCatalog Open(RulesSource source)
    {
        var bag = new DiagnosticBag();
        var rules = new List<RankingRule>();
        foreach (var path in source.Paths.Where(p => p.StartsWith(RankingReader.Folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            if (new RankingReader(bag).Read(source.Read(path, bag)) is not { } rule)
            {
                continue;
            }

            if (rules.Any(r => r.Id == rule.Id))
            {
                bag.Add(DiagnosticCodes.DuplicateId, rule.Span, rule.Id);
                continue;
            }

            rules.Add(rule);
        }

        return new RankingCatalog([.. rules.OrderBy(r => r.Id.ToString(), StringComparer.Ordinal)], bag.ToList());
    }
}
