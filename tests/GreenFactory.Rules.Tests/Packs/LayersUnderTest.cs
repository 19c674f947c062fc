using System.Text;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Diagnostics;

namespace GreenFactory.Rules.Tests.Packs;

/// <summary>The sample pack with variants that build on it, and overlays in a folder of their own.</summary>
internal sealed class LayersUnderTest : IDisposable
{
    private readonly Dictionary<string, byte[]> _files = FolderRules.Of(InvalidExample.Sample);
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _overlays = [];

    public LayersUnderTest Pack(string slug, string extends, string body)
    {
        _files[$"{slug}/2024/pack.yaml"] = Encoding.UTF8.GetBytes($$"""
            schema: greenfactory.pack/v1
            id: {{slug}}@2024
            version: 1.0.0
            title: { zh: 变体, en: Variant }
            jurisdiction: "330000"
            in-force: { from: 2024-01-01 }
            extends: {{extends}}
            source: { document: sample, clause: "3", label: assumed }
            {{body}}
            """);
        return this;
    }

    public LayersUnderTest Overlay(string id, string body, string extends = "sample@2024")
    {
        _overlays.Add(_folder.File($"{_overlays.Count}-{id}.yaml", $$"""
            schema: greenfactory.overlay/v1
            id: {{id}}
            title: { zh: 叠加, en: Overlay }
            extends: {{extends}}
            source: { label: assumed }
            {{body}}
            """));
        return this;
    }

    public RulePackCatalog Catalog(bool reversed = false) =>
        (reversed ? Enumerable.Reverse(_overlays) : _overlays).Aggregate(RulePackCatalog.Open(new FolderRules(_files)), (c, f) => c.WithOverlay(f));

    public RulePack Load(string id = "sample@2024", bool reversed = false) => Catalog(reversed).Load(id);

    /// <summary>The errors of a load, as code and English text.</summary>
    public IReadOnlyList<string> Faults(string id = "sample@2024") => [.. Catalog().TryLoad(id).Diagnostics.Select(d => $"{d.Code.Id} {d.Message.En}")];

    public void Dispose() => _folder.Dispose();

    public static RuleDefinition Rule(RulePack pack, string id) => pack.Program.Pack.Rules.Single(r => r.Id == id);
}
