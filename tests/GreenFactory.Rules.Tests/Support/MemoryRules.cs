using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>Rule files that live in a test: paths as under <c>rules/</c>, text as in a file.</summary>
internal sealed class MemoryRules(IReadOnlyDictionary<string, string> files) : RulesSource
{
    public override IReadOnlyList<string> Paths { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The package with a few files laid over it.</summary>
    public static RulesSource OverPackage(params (string Path, string Text)[] files) => Layer(Package, Of(files));

    public static MemoryRules Of(params (string Path, string Text)[] files) => new(files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal));

    public override string ShownAs(string path) => path;

    public override byte[]? ReadBytes(string path, DiagnosticBag bag) => files.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null;
}
