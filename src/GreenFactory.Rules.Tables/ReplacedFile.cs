using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Tables;

/// <summary>A file that is written beside its place and put there once it is whole: until then the old one is as it was.</summary>
internal sealed class ReplacedFile : IDisposable
{
    private static readonly LocalizedText IsFolder = new("这是文件夹", "it is a folder");
    private static readonly LocalizedText IsInput = new("它就是输入文件", "it is the input");
    private static readonly LocalizedText NoFolder = new("没有这个文件夹", "there is no such folder");
    private static readonly LocalizedText NoRight = new("没有写的权限", "there is no right to write");

    private readonly string _shownAs;
    private readonly string _target;
    private readonly string _beside;
    private bool _isDone;

    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public ReplacedFile(string path, string input)
    {
        _shownAs = path.Replace('\\', '/');
        (_target, _beside, Stream) = Try(() =>
        {
            var target = System.IO.Path.GetFullPath(path);
            if (Directory.Exists(target) || string.Equals(target, System.IO.Path.GetFullPath(input), StringComparison.Ordinal))
            {
                throw Trouble(Directory.Exists(target) ? IsFolder : IsInput);
            }

            var beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.{System.IO.Path.GetRandomFileName()}");
            return (target, beside, new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1024 * 1024));
        });
    }

    public FileStream Stream { get; }

    /// <summary>Where it is written until it is whole; for who cannot write to a stream and lets that go first.</summary>
    public string Path => _beside;

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="InvalidInputException">The file cannot be put there.</exception>
    public void Finish() => Try(() =>
    {
        Stream.Dispose();
        File.Move(_beside, _target, overwrite: true);
        return _isDone = true;
    });

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
            if (!_isDone)
            {
                File.Delete(_beside);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is told is why writing failed; a leftover beside the target harms nobody.
        }
    }

    /// <summary>A fault of the disk as everything else that is wrong is told.</summary>
    public InvalidInputException Trouble(Exception exception) => Trouble(exception switch
    {
        DirectoryNotFoundException => NoFolder,
        UnauthorizedAccessException => NoRight,
        _ => LocalizedText.Same(exception.GetType().Name),
    });

    private InvalidInputException Trouble(LocalizedText why)
    {
        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCodes.OutputNotWritten, SourceSpan.WholeFile(_shownAs), why);
        return new InvalidInputException(bag.ToList());
    }

    private T Try<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Trouble(exception);
        }
    }
}
