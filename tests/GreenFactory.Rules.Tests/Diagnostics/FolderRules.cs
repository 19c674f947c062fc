using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>
/// Files of an example over those of the sample pack and the package's vocabulary; nothing else of the package,
/// so that reading an example costs little. Files are called as they are in the example.
/// </summary>
internal sealed class FolderRules(IReadOnlyDictionary<string, byte[]> files) : RulesSource
{
    private static readonly string[] Vocabulary = [.. Package.Paths.Where(p => p.StartsWith(FactVocabularyReader.Folder, StringComparison.Ordinal))];

    public override IReadOnlyList<string> Paths { get; } = [.. Vocabulary.Concat(files.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public override string ShownAs(string path) => files.ContainsKey(path) ? path : base.ShownAs(path);

    public override byte[]? ReadBytes(string path, DiagnosticBag bag) => files.GetValueOrDefault(path) ?? Package.ReadBytes(path, bag);

    public override bool ReplacesNothingIn(string folder) => !files.Keys.Any(p => p.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The files below a folder; an empty one takes the lower file away.</summary>
    public static Dictionary<string, byte[]> Of(params string[] folders)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
            }
        }

        return files;
    }
}
