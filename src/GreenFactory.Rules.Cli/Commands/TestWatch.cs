using GreenFactory.Rules.Cases;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>test --watch</c>: runs everything once, then after each save what the saved files touch.</summary>
internal sealed class TestWatch(IReadOnlyList<string> paths, Func<CaseRunner, IReadOnlyList<string>, CaseSuiteResult> run)
{
    private CaseRunner _runner = New();
    private IReadOnlyList<CaseFileResult> _known = [];

    /// <summary>Goes on until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var watch = new FileWatch(paths.Select(Root).Distinct(StringComparer.Ordinal));
        Remember(run(_runner, paths));
        while (!cancellation.IsCancellationRequested)
        {
            IReadOnlySet<string> saved;
            try
            {
                saved = await watch.NextAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (Touched(saved) is { Count: > 0 } touched)
            {
                Remember(run(_runner, touched));
            }
        }
    }

    /// <summary>Files of cases to run again. Packs are read again unless cases alone were saved.</summary>
    private List<string> Touched(IReadOnlySet<string> saved)
    {
        if (saved.All(f => f.EndsWith(CaseReader.FileSuffix, StringComparison.Ordinal)))
        {
            return [.. saved.Where(File.Exists).Select(Known).Order(StringComparer.Ordinal)];
        }

        var packs = _known.Where(f => f.Pack is not null).GroupBy(f => f.Pack!, StringComparer.Ordinal).Where(p => Reads(p.Key, p.First().File, saved)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        _runner = saved.Any(BelongsToNoPack) ? New() : _runner.WithPacksReadAgain();
        return [.. _known.Where(f => f.Pack is null || packs.Contains(f.Pack)).Select(f => f.File).Concat(saved.Where(f => f.EndsWith(CaseReader.FileSuffix, StringComparison.Ordinal) && File.Exists(f)).Select(Known)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a pack is made of one of the files; what belongs to no pack, vocabulary and benchmarks, touches all.</summary>
    private bool Reads(string pack, string cases, IReadOnlySet<string> saved)
    {
        if (PackFolder.Above(new FileInfo(cases).Directory) is not { } folder || _runner.Program(cases, pack) is not { } program)
        {
            return true;
        }

        var own = program.Pack.Files.Select(f => Path.Combine(folder.Root, f).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        return saved.Any(f => own.Contains(f) || f.StartsWith(folder.Folder.Replace('\\', '/') + "/", StringComparison.Ordinal) || BelongsToNoPack(f));
    }

    private static bool BelongsToNoPack(string file) => PackFolder.Above(new FileInfo(file).Directory) is null;

    /// <summary>The name a file has been reported by before; saved files come with their full path.</summary>
    private string Known(string full) => _known.FirstOrDefault(k => Path.GetFullPath(k.File).Replace('\\', '/') == full)?.File ?? full;

    private void Remember(CaseSuiteResult result) =>
        _known = [.. _known.Where(k => result.Files.All(f => f.File != k.File) && File.Exists(k.File)), .. result.Files];

    /// <summary>A pack's rules folder is watched as a whole, for packs beside it may be its base.</summary>
    private static string Root(string path) => PackFolder.Above(new DirectoryInfo(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!))?.Root ?? path;

    private static CaseRunner New() => new(new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
}
