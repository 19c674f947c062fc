using System.Diagnostics;
using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Tests.Support;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>
/// Shipped files and fact files, damaged at random from fixed seeds, by bytes and by nodes: every reader answers with diagnostics or with something
/// usable, and what is usable can be evaluated. Nothing but <see cref="InvalidInputException"/> ever comes out.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Alphabet = "{}[]:,-\"'#&*!|>%@`?~=<>()/\\.\n\t\r 0123456789eE+aZ_万%\u00e9\u2028\ufeff\0";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly string[] Scalars =
    [
        string.Empty, "~", "null", "true", "0", "-1", "1e28", "79228162514264337593543950335", "0.0000000000000000000000000001", "-0", "1/0", "9999-12-31", "0001-01-01", "0000-00-00",
        "sample@2024", "parameter.pass_mark", "parameter.", "benchmark.", "product.energy", "management.plan", "last 3 years", "over products", "1 t/kWh·m3", "%", "100000", "999999", "<<",
        "if true then 1", "not_applicable", "unknown", "as_of", "范围", "\ud83d\ude00", " ", "- a", "sum(product.energy over products)", "1 t", "1 %", "range", "gate", "forbid",
    ];

    private static readonly string[] FactFiles =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "factories"), "*.json").Order(StringComparer.Ordinal),
        Path.Combine(Repository.Tests, "Diagnostics", "EverySection", "facts.yaml"),
    ];

    private static readonly RuleEvaluator[] Evaluators =
    [
        .. new[] { "gb-t-36132@2018", "gb-t-36132@2025", "miit-green-factory@2018" }.Select(id => RuleEvaluator.Compile(RulePackCatalog.Default.Load(id), new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference })),
    ];

    [Fact]
    public void Bytes_changed_in_shipped_files_end_in_diagnostics()
    {
        var random = new Random(20_251_231);
        var texts = ShippedFile.All.ToDictionary(f => f, f => Encoding.UTF8.GetBytes(f.Text));
        Many(1_500, "shipped files, bytes", i =>
        {
            var file = ShippedFile.All[random.Next(ShippedFile.All.Count)];
            var bag = new DiagnosticBag();
            file.Read(DocumentReader.ReadBytes(Damaged(texts[file], texts[ShippedFile.All[random.Next(ShippedFile.All.Count)]], random), file.Name, bag), bag);
            return bag.HasErrors;
        });
    }

    [Fact]
    public void Nodes_changed_in_shipped_files_end_in_diagnostics()
    {
        var random = new Random(20_180_801);
        var places = ShippedFile.All.ToDictionary(f => f, f => NodeEdits.Places(f.Root).ToList());
        Many(2_500, "shipped files, nodes", i =>
        {
            var file = ShippedFile.All[random.Next(ShippedFile.All.Count)];
            var bag = new DiagnosticBag();
            file.Read(Damaged(places[file], random), bag);
            return bag.HasErrors;
        });
    }

    [Fact]
    public void Bytes_changed_in_fact_files_end_in_diagnostics_or_in_a_verdict()
    {
        var random = new Random(36_132);
        var texts = FactFiles.Select(File.ReadAllBytes).ToList();
        Many(800, "fact files, bytes", i =>
        {
            var index = random.Next(FactFiles.Length);
            var bytes = Damaged(texts[index], texts[random.Next(texts.Count)], random);
            return IsRefusedOrJudged(Encoding.UTF8.GetString(bytes), Path.GetFileName(FactFiles[index]), random);
        });
    }

    [Fact]
    public void Nodes_changed_in_fact_files_end_in_diagnostics_or_in_a_verdict()
    {
        var random = new Random(36_133);
        var places = FactFiles.Select(f => NodeEdits.Places(DocumentReader.ReadText(File.ReadAllText(f), f, new DiagnosticBag())!).ToList()).ToList();
        Many(800, "fact files, nodes", i => IsRefusedOrJudged(NodeText.Of(Damaged(places[random.Next(places.Count)], random)), "facts.yaml", random));
    }

    [Theory]
    [InlineData("sample@2024", 700)]
    [InlineData("gb-t-36132@2018", 200)]
    [InlineData("gb-t-36132@2025", 20)]
    public void Nodes_changed_in_a_pack_end_in_diagnostics_or_in_a_pack_that_judges(string id, int times)
    {
        var random = new Random(times);
        var files = FolderRules.Of(id == "sample@2024" ? InvalidExample.Sample : Repository.Rules)
            .Where(f => f.Key.StartsWith(id.Replace('@', '/') + "/", StringComparison.Ordinal) && f.Key.EndsWith(".yaml", StringComparison.Ordinal) && !f.Key.EndsWith(".cases.yaml", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => f.Value);
        var paths = files.Keys.Order(StringComparer.Ordinal).ToList();
        var places = paths.ToDictionary(p => p, p => NodeEdits.Places(DocumentReader.ReadBytes(files[p], p, new DiagnosticBag())!).ToList());
        var facts = FactFiles.Select(f => FactoryFacts.Load(f)).ToList();
        Many(times, id, i =>
        {
            var path = paths[random.Next(paths.Count)];
            var changed = new Dictionary<string, byte[]>(files, StringComparer.Ordinal) { [path] = Encoding.UTF8.GetBytes(NodeText.Of(Damaged(places[path], random))) };
            var (pack, told) = RulePackCatalog.Open(new FolderRules(changed)).TryLoad(id);
            if (pack is null)
            {
                Assert.Contains(told, d => d.Code.Severity == DiagnosticSeverity.Error);
                return true;
            }

            var factory = facts[random.Next(facts.Count)];
            var reference = RuleEvaluator.Compile(pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference }).Evaluate(factory).ToJson();
            if (i % 10 == 0)
            {
                Assert.Equal(reference, RuleEvaluator.Compile(pack).Evaluate(factory).ToJson());
            }

            return false;
        });
    }

    [Fact]
    public void Nodes_changed_in_an_overlay_end_in_diagnostics_or_in_a_pack_that_judges()
    {
        const string Text = """
            schema: greenfactory.overlay/v1
            id: fuzz
            title: { zh: 示例, en: Sample }
            extends: sample@2024
            source: { document: sample, clause: "5", label: seen }
            parameters: [{ id: pass_mark, value: 70, source: { label: assumed } }]
            refine:
              - { group: land, weight: { value: 60, source: { label: assumed } } }
              - { rule: density, points: 60, leading: 70 %, baseline: { value: 40 %, source: { label: assumed } } }
              - { rule: plan, condition: management.annual_targets }
              - { rule: training, kind: optional, not-applicable: full, points: { value: 40 } }
            """;
        var random = new Random(257);
        var places = NodeEdits.Places(DocumentReader.ReadText(Text, "fuzz.yaml", new DiagnosticBag())!).ToList();
        var catalog = RulePackCatalog.Open(new FolderRules(FolderRules.Of(InvalidExample.Sample)));
        var facts = FactoryFacts.Load(FactFiles[0]);
        Many(1_000, "overlays, nodes", i =>
        {
            var bag = new DiagnosticBag();
            var overlay = Overlay.Read(Damaged(places, random), bag);
            var (pack, told) = catalog.TryLoad("sample@2024", null, overlay);
            if (pack is null || bag.HasErrors)
            {
                Assert.Contains(told.Concat(bag.ToList()), d => d.Code.Severity == DiagnosticSeverity.Error);
                return true;
            }

            Assert.NotEmpty(RuleEvaluator.Compile(pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference }).Evaluate(facts).ToJson());
            return false;
        });
    }

    [Fact]
    public void Nodes_changed_in_the_vocabulary_end_in_diagnostics_or_in_facts_that_can_be_judged()
    {
        var random = new Random(4754);
        var files = FolderRules.Of(Repository.Rules).Where(f => f.Key.StartsWith("vocabulary/", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value);
        var paths = files.Keys.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Many(30, "vocabulary, nodes", i =>
        {
            var path = paths[random.Next(paths.Count)];
            var places = NodeEdits.Places(DocumentReader.ReadBytes(files[path], path, new DiagnosticBag())!).ToList();
            var changed = FolderRules.Of(InvalidExample.Sample);
            changed[path] = Encoding.UTF8.GetBytes(NodeText.Of(Damaged(places, random)));
            var catalog = RulePackCatalog.Open(new FolderRules(changed));
            if (catalog.Check().Any(d => d.Code.Severity == DiagnosticSeverity.Error))
            {
                return true;
            }

            try
            {
                var facts = FactoryFacts.Load(FactFiles[^1], catalog.Vocabulary);
                Assert.NotEmpty(RuleEvaluator.Compile(catalog.Load("sample@2024")).Evaluate(facts).ToJson());
                return false;
            }
            catch (InvalidInputException)
            {
                // The facts name what the damaged vocabulary no longer has.
                return true;
            }
        });
    }

    private static bool IsRefusedOrJudged(string text, string name, Random random)
    {
        FactoryFacts facts;
        try
        {
            facts = FactoryFacts.Parse(text, name);
        }
        catch (InvalidInputException exception)
        {
            Assert.NotEmpty(exception.Diagnostics);
            return true;
        }

        Assert.NotEmpty(Evaluators[random.Next(Evaluators.Length)].Evaluate(facts).ToJson());
        return false;
    }

    private static byte[] Damaged(byte[] text, byte[] other, Random random)
    {
        var bytes = text.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Alphabet[random.Next(Alphabet.Length)].ToString()));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.Skip(from).Take(random.Next(60)));
                    break;
                case 6:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Scalars[random.Next(Scalars.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)Alphabet[random.Next(20)], random.Next(1, 300)));
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    private static Node Damaged(List<NodeEdits.Place> places, Random random)
    {
        var place = places[random.Next(places.Count)];
        return place.Put(Replacement(place.Node, places, random));
    }

    private static Node Replacement(Node node, List<NodeEdits.Place> places, Random random) => (random.Next(7), node) switch
    {
        (0, _) => new ScalarNode(Scalars[random.Next(Scalars.Length)], random.Next(2) == 0, node.Span),
        (1, _) => places[random.Next(places.Count)].Node,
        (2, MapNode { Entries.Count: > 0 } map) => new MapNode([.. map.Entries.Where((_, i) => i != random.Next(map.Entries.Count))], map.Span),
        (3, MapNode map) => new MapNode([.. map.Entries, .. map.Entries.Take(1)], map.Span),
        (2, ListNode { Items.Count: > 0 } list) => new ListNode([.. list.Items, list.Items[random.Next(list.Items.Count)]], list.Span),
        (3, ListNode list) => new ListNode([.. list.Items.Skip(1)], list.Span),
        (4, _) => new ListNode([node], node.Span),
        (5, _) => new MapNode([], node.Span),
        (_, ScalarNode { Text.Length: > 0 } scalar) => new ScalarNode(Garbled(scalar.Text, random), scalar.Quoted, scalar.Span),
        _ => new ScalarNode(Scalars[random.Next(Scalars.Length)], false, node.Span),
    };

    private static string Garbled(string text, Random random)
    {
        var at = random.Next(text.Length);
        var inserted = random.Next(3) == 0 ? Scalars[random.Next(Scalars.Length)] : Alphabet[random.Next(Alphabet.Length)].ToString();
        return random.Next(3) switch
        {
            0 => text[..at] + inserted + text[at..],
            1 => text[..at] + text[(at + 1)..],
            _ => text[..at] + inserted + text[(at + 1)..],
        };
    }

    /// <summary>Runs one seeded series; a failure names its number, so that it can be found again.</summary>
    private void Many(int times, string what, Func<int, bool> isRefused)
    {
        var (refused, slowest) = (0, TimeSpan.Zero);
        var all = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                refused += isRefused(i) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{what}, number {i}: {exception}");
            }

            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
        }

        output.WriteLine($"{all.ElapsedMilliseconds,6} ms  {what}: {times} damaged, {refused} refused, slowest {slowest.TotalMilliseconds:0} ms");
        Assert.InRange(refused, 1, times - 1);
        Assert.True(slowest < Limit, $"{what} took {slowest}");
    }
}
