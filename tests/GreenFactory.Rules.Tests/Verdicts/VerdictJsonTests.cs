using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>The form of the canonical JSON: names and their order, plain numbers, one spelling of everything.</summary>
public sealed partial class VerdictJsonTests
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        [""] = "schema pack facts asOf conclusion tier tiers score gates groups findings assurance missing warnings",
        ["pack"] = "id version digest overlays",
        ["facts"] = "digest factory period",
        ["factory"] = "id name region industry",
        ["tier"] = "id title lower upper",
        ["tiers"] = "id title authority state cutOff conditions",
        ["cutOff"] = "value parameter label",
        ["conditions"] = "kind id state",
        ["score"] = "value lower upper full",
        ["points"] = "value lower upper full",
        ["gates"] = "id clause status",
        ["groups"] = "id title weight score",
        ["findings"] = "id group clause kind status points measured thresholds explanation missing evidence source",
        ["measured"] = "value unit",
        ["thresholds"] = "name value unit source",
        ["source"] = "document clause label",
        ["assurance"] = "sourcedPoints assumedPoints assumptions",
        ["assumptions"] = "rule what label",
        ["warnings"] = "code message path",
        ["title"] = "zh en",
        ["authority"] = "zh en",
        ["message"] = "zh en",
        ["name"] = "zh en",
    };

    private const string SmallPack = """
        schema: greenfactory.pack/v1
        id: one-page@1
        version: 1.2.3
        title: { zh: 一页, en: One page }
        jurisdiction: "100000"
        in-force: { from: 2020-01-01 }
        source: { document: own, clause: "1", label: assumed }
        documents: [{ id: own, number: TEST 1, title: { zh: 测试, en: Test } }]
        clauses: [{ clause: "1", title: { zh: 测试, en: Test }, disposition: encoded }]
        parameters: [{ id: pass, name: { zh: 线, en: Mark }, kind: number, value: 5, meaning: { zh: 线, en: Mark } }]
        rounding: { decimals: 1, mode: half-up }
        not-applicable: { policy: renormalise }
        between: { method: range }
        full: 10
        groups:
          - { id: all, title: { zh: 全部, en: All }, weight: 10 }
          - { id: extra, title: { zh: 加分, en: Extra }, bonus: true, cap: 1 }
        conclusion: { requires: [gates], pass-mark: parameter.pass }
        tiers: [{ id: star, title: { zh: 星, en: Star }, at-least: 8 }]
        rules:
          - { id: lawful, group: all, kind: gate, title: { zh: 守法, en: Lawful }, requirement: { zh: 守法, en: Lawful }, condition: compliance.lawful_conduct }
          - { id: reuse, group: all, kind: indicator, title: { zh: 回用, en: Reuse }, requirement: { zh: 回用, en: Reuse }, points: 6, measure: water.reuse_rate, unit: "%", better: higher, leading: 90 %, baseline: 60 % }
          - { id: assessed, group: all, kind: optional, title: { zh: 评估, en: Assessed }, requirement: { zh: 评估, en: Assessed }, points: 3, fraction: assessment.green_design }
          - { id: certified, group: all, kind: mandatory, title: { zh: 认证, en: Certified }, requirement: { zh: 认证, en: Certified }, points: 1, when: management.energy_system, condition: management.energy_certified }
          - { id: plan, group: extra, kind: bonus, title: { zh: 规划, en: Plan }, requirement: { zh: 规划, en: Plan }, points: 2, condition: management.plan }
        """;

    public static TheoryData<string> Packs => PackUnderTest.Ids;

    [Theory]
    [MemberData(nameof(Packs))]
    public void Names_stand_in_the_order_of_the_contract(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(30, FactoryShape.Wild, (facts, _) =>
        {
            using var json = JsonDocument.Parse(pack.Compiled.Evaluate(facts).ToJson(), new JsonDocumentOptions { MaxDepth = 512 });
            return Misshapen(string.Empty, json.RootElement);
        });
    }

    /// <summary>No exponent, no sign of nothing, no zeros at the end: one spelling for one number. Lines end with \n, and there is no byte-order mark.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Numbers_are_plain_and_bytes_are_plain_text(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(60, FactoryShape.Wild, (facts, _) =>
        {
            var buffer = new ArrayBufferWriter<byte>();
            VerdictJson.Write(pack.Compiled.Evaluate(facts), buffer);
            var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 512 });
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Number && !PlainNumber().IsMatch(Encoding.UTF8.GetString(reader.ValueSpan)))
                {
                    return Encoding.UTF8.GetString(reader.ValueSpan);
                }
            }

            return buffer.WrittenSpan.Contains((byte)'\r') || buffer.WrittenSpan[0] != '{' || !buffer.WrittenSpan.EndsWith("}\n"u8) ? "not plain text" : null;
        });
    }

    [Fact]
    public void A_small_verdict_reads_like_this()
    {
        var catalog = Catalog(SmallPack);
        var facts = FactoryFacts.Parse(
            """
            { "schema": "greenfactory.facts/v1", "factory": { "id": "f1", "name": "示例厂" }, "period": "2025",
              "facts": { "compliance.lawful_conduct": true, "water.reused": "850 m3", "water.withdrawn": "150 m3", "management.energy_system": { "notApplicable": "无此体系" }, "management.plan": true },
              "evidence": [ { "id": "e1", "supports": ["water.reused"], "expires": "2024-12-31" } ] }
            """,
            vocabulary: catalog.Vocabulary);

        var verdict = RuleEvaluator.Compile(catalog.Load("one-page@1")).Evaluate(facts);

        Snapshot.Match(Digest().Replace(verdict.ToJson(), "\"digest\": \"…\""), "json");
    }

    [Fact]
    public void The_fingerprint_of_a_pack_is_that_of_its_text_and_not_of_its_line_ends()
    {
        var plain = Catalog(SmallPack).Load("one-page@1").Digest;

        Assert.Matches("^[0-9a-f]{64}$", plain);
        Assert.Equal(plain, Catalog(SmallPack.Replace("\n", "\r\n", StringComparison.Ordinal)).Load("one-page@1").Digest);
        Assert.NotEqual(plain, Catalog(SmallPack.Replace("points: 6", "points: 6 ", StringComparison.Ordinal)).Load("one-page@1").Digest);
    }

    [Fact]
    public void The_fingerprint_of_a_pack_does_not_depend_on_what_lies_beside_it()
    {
        var alone = RulePackCatalog.Open(MemoryRules.OverPackage(("one-page/1/pack.yaml", SmallPack))).Load("one-page@1").Digest;
        var beside = RulePackCatalog.Open(MemoryRules.OverPackage(("zz/1/pack.yaml", "schema: greenfactory.pack/v1"), ("one-page/1/pack.yaml", SmallPack), ("aa/1/pack.yaml", "broken"))).Load("one-page@1").Digest;

        Assert.Equal(alone, beside);
    }

    private static RulePackCatalog Catalog(string pack) => RulePackCatalog.Open(MemoryRules.OverPackage(("one-page/1/pack.yaml", pack)));

    private static string? Misshapen(string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(e => Misshapen(name, e)).FirstOrDefault(f => f is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = string.Join(' ', element.EnumerateObject().Select(p => p.Name));
        if (name is "explanation" or "operands")
        {
            return StepNames().IsMatch(names) ? Inner(element) : $"a step has {names}";
        }

        // The score of a verdict, and no other, carries its derivation.
        return names == Shapes[name] || (name == "score" && names == Shapes[name] + " explanation") ? Inner(element) : $"{name}: {names}";

        static string? Inner(JsonElement element) => element.EnumerateObject().Select(p => Misshapen(p.Name, p.Value)).FirstOrDefault(f => f is not null);
    }

    [GeneratedRegex("^op expression( name)? value( unit)? origin( source)?( note)?( decides)?( operands)?$")]
    private static partial Regex StepNames();

    [GeneratedRegex("^(0|-?(0\\.[0-9]*[1-9]|[1-9][0-9]*(\\.[0-9]*[1-9])?))$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex("\"digest\": \"[0-9a-f]{64}\"")]
    private static partial Regex Digest();
}
