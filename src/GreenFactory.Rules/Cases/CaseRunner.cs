using System.Collections.Concurrent;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Cases;

/// <summary>Runs files of cases. Catalogs and compiled packs are kept between files. Thread-safe.</summary>
internal sealed class CaseRunner(RuleEvaluatorOptions? options = null)
{
    private readonly ConcurrentDictionary<string, Lazy<RulePackCatalog>> _catalogs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<(RuleEvaluator? Evaluator, IReadOnlyList<Diagnostic> Faults)>> _evaluators = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<(MapNode? Read, IReadOnlyList<Diagnostic> Faults)>> _factsFiles = new(StringComparer.Ordinal);

    /// <summary>All case files under the paths, by ordinal path; a path that is no folder is taken as a case file.</summary>
    public static IReadOnlyList<string> Discover(IEnumerable<string> paths) =>
    [
        .. paths
            .SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*" + CaseReader.FileSuffix, SearchOption.AllDirectories).Where(f => !FixtureRunner.Holds(f)) : [p])
            .Select(p => p.Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs the cases of one file that the filter lets through.</summary>
    public CaseFileResult Run(string path, Func<RuleCase, bool>? filter = null)
    {
        var bag = new DiagnosticBag();
        var file = new CaseReader(bag).Read(DocumentReader.ReadFile(path, path, bag));
        var beside = PackFolder.Above(new FileInfo(path).Directory);
        var root = beside?.Root;
        var pack = file?.Pack?.Text ?? beside?.Pack;
        if (file is not null && pack is null)
        {
            bag.Add(DiagnosticCodes.CasesWithoutPack, SourceSpan.WholeFile(path));
        }

        if (bag.HasErrors || file is null || pack is null)
        {
            return new CaseFileResult(path, pack, bag.ToList(), []);
        }

        var catalog = Catalog(root);
        var results = file.Cases.Where(c => filter is null || filter(c)).Select(c => Run(path, pack, catalog, root ?? string.Empty, c)).ToList();
        return new CaseFileResult(path, pack, bag.ToList(), results);
    }

    /// <summary>A runner that reads packs again and keeps the vocabulary and the benchmarks, for when none of their files changed.</summary>
    public CaseRunner WithPacksReadAgain()
    {
        var next = new CaseRunner(options);
        foreach (var (root, catalog) in _catalogs)
        {
            next._catalogs[root] = new Lazy<RulePackCatalog>(() => RulePackCatalog.OpenDirectory(root, catalog.Value));
        }

        return next;
    }

    /// <summary>The catalog of the rules folder that something lies in.</summary>
    public RulePackCatalog CatalogBeside(string path) => Catalog(PackFolder.Above(Directory.GetParent(path))?.Root);

    /// <summary>The pack as its own files say, without anything a case lays over it; null when it has errors.</summary>
    public RuleProgram? Program(string path, string pack)
    {
        var root = PackFolder.Above(new FileInfo(path).Directory)?.Root;
        return Evaluator(path, pack, Catalog(root), root ?? string.Empty, new CaseSetting(), new DiagnosticBag())?.Pack.Program;
    }

    /// <summary>The verdict on a setting; null when its facts or its pack are faulty.</summary>
    public Verdict? Judge(string path, string pack, CaseSetting setting, SourceSpan span)
    {
        var bag = new DiagnosticBag();
        var root = PackFolder.Above(new FileInfo(path).Directory)?.Root;
        var evaluator = Evaluator(path, pack, Catalog(root), root ?? string.Empty, setting, bag);
        var facts = evaluator is null ? null : CaseFacts.Build(setting, FactsFile(path, setting.FactsFile, bag), span, evaluator.Pack.Program.Vocabulary, bag);
        return bag.HasErrors || facts is null ? null : evaluator!.Evaluate(facts, setting.AsOf);
    }

    private CaseResult Run(string path, string pack, RulePackCatalog catalog, string root, RuleCase item)
    {
        var bag = new DiagnosticBag();
        var evaluator = Evaluator(path, pack, catalog, root, item.Setting, bag);
        FactoryFacts? facts = null;
        if (evaluator is not null)
        {
            if (item.Rule is { } rule && evaluator.Pack.Program.Rules.All(r => r.Definition.Id != rule.Text))
            {
                bag.Add(DiagnosticCodes.UnknownReference, rule.Span, ReferenceKinds.Rule, rule.Text, NearestName.Hint(rule.Text, evaluator.Pack.Program.Rules.Select(r => r.Definition.Id)));
            }

            foreach (var entry in item.Expect.Statuses.Where(e => evaluator.Pack.Program.Rules.All(r => r.Definition.Id != e.Key.Text)))
            {
                bag.Add(DiagnosticCodes.UnknownReference, entry.Key.Span, ReferenceKinds.Rule, entry.Key.Text, NearestName.Hint(entry.Key.Text, evaluator.Pack.Program.Rules.Select(r => r.Definition.Id)));
            }

            facts = CaseFacts.Build(item.Setting, FactsFile(path, item.Setting.FactsFile, bag), item.Span, evaluator.Pack.Program.Vocabulary, bag);
        }

        if (bag.HasErrors || item.Expect.Diagnostics is not null)
        {
            var faults = bag.ToList();
            return item.Expect.Diagnostics is null
                ? new CaseResult(path, item, [], faults, null)
                : new CaseResult(path, item, CaseComparison.OfCodes(item.Expect, [.. faults.Select(d => d.Code.Id)]), [], null);
        }

        var verdict = evaluator!.Evaluate(facts!, item.Setting.AsOf);
        var units = evaluator.Pack.Program.Vocabulary.Units;
        var lines = item.Rule is { } name
            ? CaseComparison.OfRule(item.Expect, verdict.Find(name.Text)!, units)
            : CaseComparison.OfPack(item.Expect, verdict, units);
        return new CaseResult(path, item, lines, [], verdict);
    }

    private RuleEvaluator? Evaluator(string path, string pack, RulePackCatalog catalog, string root, CaseSetting setting, DiagnosticBag bag)
    {
        var files = setting.Overlays.Concat(setting.Benchmarks).Select(f => Beside(path, f.Text));
        var parameters = setting.Parameters.Select(p => $"{p.Key.Text}={(p.Value as ScalarNode)?.Text}");
        var key = string.Join('\n', [root, pack, .. files, .. parameters]);
        var (evaluator, faults) = _evaluators.GetOrAdd(key, _ => new(Load)).Value;
        bag.AddRange(faults);
        return evaluator;

        (RuleEvaluator?, IReadOnlyList<Diagnostic>) Load()
        {
            var laid = setting.Benchmarks.Aggregate(catalog, (c, f) => c.WithBenchmarks(Beside(path, f.Text)));
            laid = setting.Overlays.Aggregate(laid, (c, f) => c.WithOverlay(Beside(path, f.Text)));
            var (loaded, told) = laid.TryLoad(pack, setting.AsOf, Parameters(pack, setting));
            return loaded is null ? (null, told) : (RuleEvaluator.Compile(loaded, options), []);
        }
    }

    private static Overlay? Parameters(string pack, CaseSetting setting) => setting.Parameters.Count == 0
        ? null
        : Overlay.OfParameters("case", pack, [.. setting.Parameters.Select(p => (p.Key, p.Value as ScalarNode))]);

    private MapNode? FactsFile(string path, ScalarNode? written, DiagnosticBag bag)
    {
        if (written is null)
        {
            return null;
        }

        var (read, faults) = _factsFiles.GetOrAdd(Beside(path, written.Text), file => new(() =>
        {
            var told = new DiagnosticBag();
            return (DocumentReader.ReadFile(file, file, told) as MapNode, told.ToList());
        })).Value;
        bag.AddRange(faults);
        return read;
    }

    private static string Beside(string path, string relative) => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, relative).Replace('\\', '/');

    private RulePackCatalog Catalog(string? root) => root is null ? RulePackCatalog.Default : _catalogs.GetOrAdd(root, r => new(() => RulePackCatalog.OpenDirectory(r))).Value;
}
