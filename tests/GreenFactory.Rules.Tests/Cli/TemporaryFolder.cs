namespace GreenFactory.Rules.Tests.Cli;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("greenfactory-").FullName;

    public string File(string name, string? text = null)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        if (text is not null)
        {
            System.IO.File.WriteAllText(file, text);
        }

        return file;
    }

    public void Copy(string folder, string into)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File(System.IO.Path.Combine(into, System.IO.Path.GetRelativePath(folder, file)), System.IO.File.ReadAllText(file));
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
