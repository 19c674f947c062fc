using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Evaluation.Bulk;

namespace GreenFactory.Rules.Cases;

/// <summary>Everything that was run: files of cases and fixtures, in the order of their paths.</summary>
internal sealed record CaseSuiteResult(IReadOnlyList<CaseFileResult> Files, IReadOnlyList<FixtureResult> Fixtures, IReadOnlyList<Diagnostic> Diagnostics)
{
    public int Passed => Files.Sum(f => f.Cases.Count(c => c.Passed)) + Fixtures.Count(f => f.Passed);

    public int Failed => Files.Sum(f => f.Cases.Count(c => !c.Passed)) + Fixtures.Count(f => !f.Passed);

    /// <summary>What cannot be run as it stands: broken files, misspelt names, nothing to run.</summary>
    public IReadOnlyList<Diagnostic> Faults =>
    [
        .. Diagnostics,
        .. Files.SelectMany(f => f.Diagnostics.Concat(f.Cases.SelectMany(c => c.Diagnostics))),
        .. Fixtures.SelectMany(f => f.Diagnostics),
    ];
}

/// <summary>Runs every case and fixture under some paths. Finding nothing to run is a fault: silence must not look like success.</summary>
internal sealed class CaseSuite(CaseRunner runner)
{
    /// <param name="paths">Folders, or files of cases.</param>
    /// <param name="filter">A part of a case's sentence, of its rule's id or of its file's path, small or capital; null for all.</param>
    /// <param name="progress">Told before each file how many are done, of how many, and which one comes.</param>
    public CaseSuiteResult Run(IReadOnlyList<string> paths, string? filter = null, Action<int, int, string>? progress = null)
    {
        var bag = new DiagnosticBag();
        var cases = CaseRunner.Discover(paths);
        var fixtures = FixtureRunner.Discover(paths);
        var variants = new List<FixtureResult>();
        var started = 0;
        var telling = new Lock();
        var files = OrderedWork.Run(cases, file =>
        {
            lock (telling)
            {
                progress?.Invoke(started++, cases.Count + fixtures.Count, file);
            }

            return runner.Run(file, c => Matches(filter, c.Name, c.Rule?.Text, file));
        }, Environment.ProcessorCount, CancellationToken.None).ToList();

        foreach (var folder in fixtures.Where(f => Matches(filter, f)))
        {
            progress?.Invoke(files.Count + variants.Count, cases.Count + fixtures.Count, folder);
            variants.Add(FixtureRunner.Run(folder, runner.CatalogBeside(folder)));
        }

        if (cases.Count + fixtures.Count == 0)
        {
            bag.Add(DiagnosticCodes.NothingToTest, SourceSpan.WholeFile(string.Join(' ', paths)));
        }
        else if (filter is not null && variants.Count == 0 && files.All(f => f.Cases.Count == 0 && f.Diagnostics.Count == 0))
        {
            bag.Add(DiagnosticCodes.FilterMatchesNothing, SourceSpan.WholeFile(string.Join(' ', paths)), filter);
        }

        return new CaseSuiteResult([.. files.Where(f => f.Cases.Count > 0 || f.Diagnostics.Count > 0)], variants, bag.ToList());
    }

    private static bool Matches(string? filter, params string?[] texts) =>
        filter is null || texts.Any(t => t?.Contains(filter, StringComparison.OrdinalIgnoreCase) == true);
}
