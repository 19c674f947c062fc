using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>The files of a folder under another path: a pack checked where it lies, whatever its folder is called.</summary>
internal sealed class MountedSource(RulesSource inner, string folder) : RulesSource
{
    private readonly string _prefix = folder + "/";

    public override IReadOnlyList<string> Paths { get; } = [.. inner.Paths.Select(p => $"{folder}/{p}")];

    public override byte[]? ReadBytes(string path, DiagnosticBag bag) => inner.ReadBytes(Inner(path), bag);

    public override string ShownAs(string path) => inner.ShownAs(Inner(path));

    private string Inner(string path) => path.StartsWith(_prefix, StringComparison.Ordinal) ? path[_prefix.Length..] : path;
}
