using System.Threading.Channels;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Tells which rule files were saved, in batches: an editor that writes a file in several steps makes one batch.</summary>
internal sealed class FileWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(80);
    private static readonly string[] Endings = [".yaml", ".yml", ".csv"];

    private readonly Channel<string> _saved = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="paths">Folders with all below them, and single files.</param>
    public FileWatch(IEnumerable<string> paths)
    {
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            var isFolder = Directory.Exists(path);
            var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!)
            {
                IncludeSubdirectories = isFolder,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            if (!isFolder)
            {
                watcher.Filter = Path.GetFileName(path);
            }

            watcher.Changed += (_, e) => Saved(e.FullPath);
            watcher.Created += (_, e) => Made(e.FullPath);
            watcher.Deleted += (_, e) => Saved(e.FullPath);
            watcher.Renamed += (_, e) => Saved(e.FullPath);
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Full paths of the files saved since the last batch; waits for the first of them.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants to know any more.</exception>
    public async Task<IReadOnlySet<string>> NextAsync(CancellationToken cancellation)
    {
        var batch = new HashSet<string>(StringComparer.Ordinal) { await _saved.Reader.ReadAsync(cancellation).ConfigureAwait(false) };
        do
        {
            while (_saved.Reader.TryRead(out var more))
            {
                batch.Add(more);
            }

            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
        }
        while (_saved.Reader.TryPeek(out _));
        return batch;
    }

    public void Dispose() => _watchers.ForEach(w => w.Dispose());

    /// <summary>A new folder is watched from when it is seen; what was saved in it before that is looked for.</summary>
    private void Made(string path)
    {
        Saved(path);
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [])
        {
            Saved(file);
        }
    }

    private void Saved(string path)
    {
        if (Endings.Contains(Path.GetExtension(path)))
        {
            _saved.Writer.TryWrite(path.Replace('\\', '/'));
        }
    }
}
