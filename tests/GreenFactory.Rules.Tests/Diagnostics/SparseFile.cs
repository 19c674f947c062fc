namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>A temporary file of any length that takes no room on the disk.</summary>
internal sealed class SparseFile : IDisposable
{
    private SparseFile(string path) => Path = path;

    public string Path { get; }

    public static SparseFile Of(long length)
    {
        var path = System.IO.Path.GetTempFileName();
        using var stream = File.OpenWrite(path);
        stream.SetLength(length);
        return new SparseFile(path);
    }

    public void Dispose() => File.Delete(Path);
}
