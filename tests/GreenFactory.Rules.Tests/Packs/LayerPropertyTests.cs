using System.Globalization;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Generators;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Packs;

/// <summary>Laws of layers over the shipped packs: independent overlays commute, and a change is traced to the overlay that made it.</summary>
public sealed class LayerPropertyTests(ITestOutputHelper output)
{
    private static readonly PackDefinition[] Bases = [.. RulePackCatalog.Default.Describe().Packs.Where(p => p.Rules.Count > 4)];

    [Fact]
    public void Independent_overlays_make_one_pack_whatever_their_order()
    {
        var times = Effort.Times(40);
        var changes = 0;
        for (var seed = 1; seed <= times; seed++)
        {
            var draw = new Draw(seed);
            var pack = draw.Of(Bases);
            using var folder = new TemporaryFolder();
            var overlays = Overlays(draw, pack, folder);

            var there = Resolve(pack, overlays);
            var back = Resolve(pack, Enumerable.Reverse(overlays));

            Assert.True(there.ToYaml() == back.ToYaml(), $"seed {seed}: {pack.Id} depends on the order of its overlays");
            Assert.Equal(there.Digest, back.Digest);
            var traced = there.Changes.Where(c => overlays.Any(o => c.Layer == Path.GetFileNameWithoutExtension(o))).Select(c => c.Layer).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(overlays.Count, traced.Count);
            changes += there.Changes.Count;
        }

        output.WriteLine($"{times} sets of overlays over {Bases.Length} packs, {changes} changes traced, 0 differ");
    }

    /// <summary>Two to four overlays, each with parameters and rules that no other touches.</summary>
    private static List<string> Overlays(Draw draw, PackDefinition pack, TemporaryFolder folder)
    {
        var count = draw.Between(2, 4);
        var numbers = pack.Parameters.Where(p => p.Kind is ParameterKind.Number && p.Value is { IsNull: false }).ToList();
        var files = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var set = numbers.Where((_, n) => n % count == i).ToList();
            var refine = pack.Rules.Where((_, n) => n % count == i).Take(draw.Between(1, 3));
            var text = $$"""
                schema: greenfactory.overlay/v1
                id: layer-{{i}}
                title: { zh: 叠加, en: Overlay }
                extends: {{pack.Id}}
                source: { label: assumed }
                refine:
                {{string.Join('\n', refine.Select(r => $"  - {{ rule: \"{r.Id}\", title: {{ zh: 改{i}, en: Changed {i} }} }}"))}}
                {{(set.Count == 0 ? string.Empty : "parameters:")}}
                {{string.Join('\n', set.Select(p => string.Create(CultureInfo.InvariantCulture, $"  - {{ id: {p.Id}, value: {p.Value!.Text} }}")))}}
                """;
            files.Add(folder.File($"layer-{i}.yaml", text));
        }

        return files;
    }

    private static RulePack Resolve(PackDefinition pack, IEnumerable<string> overlays) =>
        overlays.Aggregate(RulePackCatalog.Default, (c, f) => c.WithOverlay(f)).Load(pack.Id.ToString());
}
