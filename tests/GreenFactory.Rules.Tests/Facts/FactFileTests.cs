using System.Globalization;
using System.Text;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Facts;

public sealed class FactFileTests
{
    /// <summary>The example of the contract, with paths of the vocabulary.</summary>
    private const string Json = """
        {
          "schema": "greenfactory.facts/v1",
          "factory": { "id": "f-1", "name": "示例厂", "region": "330500", "industry": "3011", "founded": "2005-03-01" },
          "period": "2025",
          "facts": {
            "energy.electricity.purchased": "146.465 万kWh",
            "output.value": { "value": 27050, "unit": "万元" },
            "management.quality_system": true,
            "water.reused": { "notApplicable": "no process water" },
            "waste.generated": null,
            "energy.carriers_used": ["heat", "electricity"],
            "energy.platform.functions": 7,
            "assessment.process_equipment": { "fraction": 0.5, "reason": "site visit" },
            "land.area": "300 亩"
          },
          "products": [ { "id": "p1", "name": "clinker", "facts": { "product.qualified_output": "5571 t", "product.energy": "545.958 tce" } } ],
          "history": { "2024": { "output.value": "25100 万元" } },
          "evidence": [ { "id": "e1", "kind": "certificate", "title": "QMS", "supports": ["management.quality_system"], "issued": "2024-01-01", "expires": "2027-01-01" } ]
        }
        """;

    private const string Yaml = """
        schema: greenfactory.facts/v1
        factory: { id: f-1, name: 示例厂, region: "330500", industry: "3011", founded: 2005-03-01 }
        period: 2025
        facts:
          energy.electricity.purchased: 1464650 kWh
          output.value: { value: 2.705, unit: 亿元 }
          management.quality_system: true
          water.reused: { notApplicable: no process water }
          energy.carriers_used: [electricity, heat]
          energy.platform.functions: 7
          assessment.process_equipment: { fraction: 50 %, reason: site visit }
          land.area: 200000 m2
        products:
          - id: p1
            name: clinker
            facts:
              product.qualified_output: 5571000 kg
              product.energy: 545958 kgce
        history:
          2024: { output.value: 25100 万元 }
        evidence:
          - { id: e1, kind: certificate, title: QMS, supports: [management.quality_system], issued: 2024-01-01, expires: 2027-01-01 }
        """;

    public static TheoryData<string, string> Faults()
    {
        var data = new TheoryData<string, string>();
        foreach (var (_, left, right) in Table.Read(Path.Combine(Repository.Tests, "Facts", "faults.txt")))
        {
            data.Add(left, right);
        }

        return data;
    }

    [Theory]
    [InlineData(Json, "facts.json")]
    [InlineData(Yaml, "facts.yaml")]
    public void The_example_of_the_contract_is_read_in_json_and_yaml(string text, string name)
    {
        var facts = FactoryFacts.Parse(text, name);
        Assert.Equal(("f-1", "示例厂", "330500", "3011", new DateOnly(2005, 3, 1)), (facts.Identity.Id, facts.Identity.Name, facts.Identity.Region, facts.Identity.Industry, facts.Identity.Founded));
        Assert.Equal((2025, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (facts.Period.Year, facts.Period.FirstDay, facts.Period.LastDay));
        Assert.Equal("1464650", Show(facts, "energy.electricity.purchased"));
        Assert.Equal("27050", Show(facts, "output.value"));
        Assert.Equal("true", Show(facts, "management.quality_system"));
        Assert.Equal("not-applicable", Show(facts, "water.reused"));
        Assert.Equal("no process water", Cell(facts, "water.reused").Reference);
        Assert.Equal("unknown", Show(facts, "waste.generated"));
        Assert.Equal("unknown", Show(facts, "water.withdrawn"));
        Assert.Equal("electricity, heat", Show(facts, "energy.carriers_used"));
        Assert.Equal("7", Show(facts, "energy.platform.functions"));
        Assert.Equal(("0.5", "site visit"), (Show(facts, "assessment.process_equipment"), Cell(facts, "assessment.process_equipment").Reference));
        Assert.Equal("200000", Show(facts, "land.area"));
        var product = Assert.Single(facts.Products!);
        Assert.Equal(("p1", "clinker", "t"), (product.Id, product.Name, product.CountedIn!.Symbol));
        Assert.Equal(5571m, product.Cells[FactVocabulary.Default.Find("product.qualified_output")!.Slot].Number);
        Assert.Equal([2024], facts.HistoryYears);
        Assert.Equal(25100m, facts.YearCells(2024)![FactVocabulary.Default.Find("output.value")!.Slot].Number);
        var evidence = Assert.Single(facts.EvidenceList);
        Assert.Equal(("e1", "certificate", "QMS", new DateOnly(2024, 1, 1), new DateOnly(2027, 1, 1)), (evidence.Id, evidence.Kind, evidence.Title, evidence.Issued, evidence.Expires));
        Assert.Equal(["management.quality_system"], evidence.Supports);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_a_fact_is_told_at_its_place(string facts, string expected)
    {
        var text = "schema: greenfactory.facts/v1\nperiod: 2025\nfacts:\n  " + facts.Replace("; ", "\n  ", StringComparison.Ordinal) + "\n";
        Assert.Equal(expected, FaultsOf(text, "facts.yaml"));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once_by_place()
    {
        const string text = """
            {
              "schema": "greenfactory.facts/v1",
              "factory": { "region": "33050", "industry": "9999", "founded": "2005-02-30", "nmae": "x" },
              "period": "25",
              "facts": { "output.vale": "5 万元", "output.value": "5 t", "output.value": "6 万元", "water.reused": { "notApplicable": "" } },
              "products": [
                { "id": "p1", "facts": { "product.energy": "5 kWh", "output.value": "5 万元" } },
                { "id": "p1", "facts": {} },
                { "name": "without id" }
              ],
              "history": { "2024": { "output.value": "x" }, "24": {}, "2023": [] },
              "evidence": [ { "id": "e1", "supports": ["output.vale"], "issued": "yesterday" }, { "id": "e1" } ],
              "extra": 1
            }
            """;
        Assert.Equal(
            [
                "3:26 GFR4012", "3:47 GFR4013", "3:66 GFR1016", "3:80 GFR1010",
                "4:13 GFR4009",
                "5:14 GFR4001", "5:53 GFR4004", "5:60 GFR1009", "5:119 GFR4007",
                "7:48 GFR4004", "7:57 GFR4002", "8:13 GFR3001", "9:5 GFR1011",
                "11:42 GFR1017", "11:49 GFR4010", "11:67 GFR1012",
                "12:44 GFR4001", "12:70 GFR1016", "12:93 GFR3001",
                "13:3 GFR1010",
            ],
            Read(text, "facts.json").Select(d => $"{d.Span.Line}:{d.Span.Column} {d.Code.Id}"));
    }

    [Fact]
    public void An_unknown_path_is_answered_with_the_nearest_name()
    {
        var fault = Assert.Single(Read("schema: greenfactory.facts/v1\nperiod: 2025\nfacts: { energy.electricty.purchased: 5 kWh }\n", "facts.yaml"));
        Assert.Contains("energy.electricity.purchased", fault.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("energy.electricity.purchased", fault.Message.En, StringComparison.Ordinal);
        Assert.StartsWith("facts.yaml:3:10: error GFR4001: ", fault.Render(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema: greenfactory.facts/v2\nperiod: 2025\n", "GFR1013 @1:9")]
    [InlineData("period: 2025\n", "GFR1011 @1:1")]
    [InlineData("schema: greenfactory.facts/v1\n", "GFR1011 @1:1")]
    [InlineData("- schema: greenfactory.facts/v1\n", "GFR1012 @1:1")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 2025\nfacts: [a]\n", "GFR1012 @3:8")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 2025\nproducts: { p1: {} }\n", "GFR1012 @3:11")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 2025\nproducts: [p1]\n", "GFR1012 @3:12")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 2025-12\n", "GFR4009 @2:9")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 1899\n", "GFR4009 @2:9")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: [2025]\n", "GFR1012 @2:9")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: soon\nhistory: { 2024: {} }\n", "GFR4009 @2:9")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 2025\nhistory: { 2025: {}, 2026: {}, x: {} }\n", "GFR4010 @3:12 GFR4010 @3:22 GFR4010 @3:32")]
    [InlineData("schema: greenfactory.facts/v1\nperiod: 2025\nhistory: { 2024: { product.energy: 1 tce } }\n", "GFR4002 @3:20")]
    public void A_wrong_frame_is_told(string text, string expected) => Assert.Equal(expected, FaultsOf(text, "facts.yaml"));

    [Fact]
    public void A_choice_is_one_of_its_values_and_a_date_is_a_day()
    {
        string Faulty(string facts) => Show(Assert.Throws<InvalidInputException>(() => FactoryFacts.Parse($"schema: greenfactory.facts/v1\nperiod: 2025\nfacts: {{ {facts} }}\n", "f.yaml", TryOut.Vocabulary)).Diagnostics);

        Assert.Equal("GFR4006 @3:22", Faulty("colour.red: purple"));
        Assert.Equal("GFR4006 @3:22", Faulty("colour.red: Red"));
        Assert.Equal("GFR4006 @3:25", Faulty("colours.some: [purple]"));
        Assert.Equal("GFR1016 @3:20", Faulty("day.leap: 2025-02-29"));
        Assert.Equal("GFR1016 @3:20", Faulty("day.leap: 2025/01/01"));
        Assert.Equal("GFR4003 @3:20", Faulty("day.leap: [2025-01-01]"));
    }

    [Fact]
    public void The_amounts_of_one_product_are_counted_in_one_unit()
    {
        static string Product(string facts) => $"schema: greenfactory.facts/v1\nperiod: 2025\nproducts: [{{ id: p1, facts: {{ {facts} }} }}]\n";

        Assert.Equal("", FaultsOf(Product("product.qualified_output: 5 t, product.capacity: 8000 kg, product.energy_per_unit: 98 kgce/t"), "f.yaml"));
        Assert.Equal("", FaultsOf(Product("product.qualified_output: 5 万台, product.capacity: 80000 件"), "f.yaml"));
        Assert.Equal("GFR4008 @3:80", FaultsOf(Product("product.qualified_output: 5 t, product.capacity: 8000 件"), "f.yaml"));
        Assert.Equal("GFR4008 @3:87", FaultsOf(Product("product.qualified_output: 5 t, product.energy_per_unit: 98 kgce/m2"), "f.yaml"));
        Assert.Equal("GFR4004 @3:57", FaultsOf(Product("product.qualified_output: 5 万元"), "f.yaml"));
        Assert.Equal("GFR4004 @3:57", FaultsOf(Product("product.qualified_output: 5"), "f.yaml"));
        Assert.Equal("", FaultsOf("schema: greenfactory.facts/v1\nperiod: 2025\nproducts: [{ id: p1, facts: { product.capacity: 5 t } }, { id: p2, facts: { product.capacity: 5 件 } }]\n", "f.yaml"));
    }

    [Fact]
    public void A_count_may_be_written_with_the_unit_of_what_is_counted()
    {
        static decimal Count(string written) =>
            Cell(FactoryFacts.Parse($"schema: greenfactory.facts/v1\nperiod: 2025\nfacts: {{ renewable.certificates.separate: {written} }}\n", "f.yaml"), "renewable.certificates.separate").Number;

        Assert.Equal(50, Count("50"));
        Assert.Equal(50, Count("50 张"));
        Assert.Equal(50, Count("50 个绿证"));
        Assert.Equal(20_000, Count("2 万件"));
        Assert.Equal(50, Count("50.0"));
    }

    [Fact]
    public void No_products_is_not_the_same_as_no_word_of_products()
    {
        Assert.Null(FactoryFacts.Parse("schema: greenfactory.facts/v1\nperiod: 2025\n", "f.yaml").Products);
        Assert.Null(FactoryFacts.Parse("schema: greenfactory.facts/v1\nperiod: 2025\nproducts:\n", "f.yaml").Products);
        Assert.Empty(FactoryFacts.Parse("schema: greenfactory.facts/v1\nperiod: 2025\nproducts: []\n", "f.yaml").Products!);
    }

    [Fact]
    public void Reading_knows_no_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var digests = new[] { "zh-CN", "de-DE", "tr-TR", "ar-SA" }.Select(name =>
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                return FactoryFacts.Parse(Json, "f.json").Digest;
            });
            Assert.Single(digests.ToHashSet());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_wrong_in_a_hundred_thousand_places_is_answered_in_time()
    {
        var text = new StringBuilder("{\"schema\":\"greenfactory.facts/v1\",\"period\":\"2025\",\"facts\":{");
        text.AppendJoin(',', Enumerable.Range(0, 100_000).Select(i => $"\"energy.electricity.purchased{i}\":1")).Append("}}");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var faults = Read(text.ToString(), "f.json");
        Assert.InRange(faults.Count, 1000, 1001);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("\"factory\": { \"name\": \"甲\" },", "\"factory\": { \"name\": \"乙\" },")]
    [InlineData("\"factory\": { \"region\": \"330500\" },", "\"factory\": { \"region\": \"330100\" },")]
    [InlineData("\"facts\": { \"output.value\": \"1 万元\" },", "\"facts\": { \"output.value\": \"2 万元\" },")]
    [InlineData("\"facts\": { \"output.value\": \"1 万元\" },", "\"facts\": { \"output.value\": { \"notApplicable\": \"1\" } },")]
    [InlineData("\"facts\": { \"water.reused\": { \"notApplicable\": \"a\" } },", "\"facts\": { \"water.reused\": { \"notApplicable\": \"b\" } },")]
    [InlineData("\"facts\": { \"management.quality_system\": true },", "\"facts\": { \"management.quality_system\": false },")]
    [InlineData("\"facts\": { \"energy.carriers_used\": [\"heat\"] },", "\"facts\": { \"energy.carriers_used\": [] },")]
    [InlineData("\"facts\": { \"energy.carriers_used\": [] },", "")]
    [InlineData("\"products\": [],", "")]
    [InlineData("\"products\": [ { \"id\": \"p1\", \"facts\": { \"product.capacity\": \"1 t\" } } ],", "\"products\": [ { \"id\": \"p1\", \"facts\": { \"product.capacity\": \"1 件\" } } ],")]
    [InlineData("\"products\": [ { \"id\": \"p1\" } ],", "\"products\": [ { \"id\": \"p2\" } ],")]
    [InlineData("\"history\": { \"2024\": { \"output.value\": \"1 万元\" } },", "\"history\": { \"2023\": { \"output.value\": \"1 万元\" } },")]
    [InlineData("\"evidence\": [ { \"id\": \"e\", \"title\": \"a\" } ],", "\"evidence\": [ { \"id\": \"e\", \"title\": \"b\" } ],")]
    [InlineData("\"evidence\": [ { \"id\": \"e\", \"issued\": \"2024-01-01\" } ],", "\"evidence\": [ { \"id\": \"e\", \"expires\": \"2024-01-01\" } ],")]
    [InlineData("\"evidence\": [ { \"id\": \"e\", \"supports\": [\"output.value\"] } ],", "\"evidence\": [ { \"id\": \"e\", \"supports\": [\"water.reused\"] } ],")]
    public void What_says_something_else_has_another_digest(string a, string b) => Assert.NotEqual(Digest(a), Digest(b));

    [Theory]
    [InlineData("\"facts\": { \"output.value\": \"1 万元\", \"material.main.consumed\": \"1 t\" },", "\"facts\": { \"material.main.consumed\": \"1000 kg\", \"output.value\": \"10000 元\" },")]
    [InlineData("\"facts\": { \"output.value\": \"1.50 万元\" },", "\"facts\": { \"output.value\": { \"value\": 1.5, \"unit\": \"万元\" } },")]
    [InlineData("\"facts\": { \"output.value\": null },", "")]
    [InlineData("\"facts\": { \"energy.carriers_used\": [\"heat\", \"electricity\"] },", "\"facts\": { \"energy.carriers_used\": [\"electricity\", \"heat\"] },")]
    [InlineData("\"facts\": { \"land.area\": \"3 亩\" },", "\"facts\": { \"land.area\": \"0.2 hm2\" },")]
    [InlineData("\"history\": { \"2024\": { \"output.value\": \"1 万元\" }, \"2023\": {} },", "\"history\": { \"2023\": {}, \"2024\": { \"output.value\": \"10000 元\" } },")]
    [InlineData("\"products\": [ { \"id\": \"a\" }, { \"id\": \"b\" } ],", "\"products\": [ { \"id\": \"b\" }, { \"id\": \"a\" } ],")]
    [InlineData("\"evidence\": [ { \"id\": \"a\" }, { \"id\": \"b\", \"supports\": [\"output.value\", \"water.reused\"] } ],", "\"evidence\": [ { \"id\": \"b\", \"supports\": [\"water.reused\", \"output.value\"] }, { \"id\": \"a\" } ],")]
    public void What_says_the_same_has_the_same_digest(string a, string b) => Assert.Equal(Digest(a), Digest(b));

    [Fact]
    public void Json_and_yaml_that_say_the_same_have_the_same_digest_and_verdict()
    {
        var (json, yaml) = (FactoryFacts.Parse(Json, "f.json"), FactoryFacts.Parse(Yaml, "f.yaml"));
        Assert.Equal(json.Digest, yaml.Digest);
        Assert.Matches("^[0-9a-f]{64}$", json.Digest);
        var evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load("miit-green-factory@2018"));
        Assert.Equal(evaluator.Evaluate(json).ToJson(), evaluator.Evaluate(yaml).ToJson());
    }

    [Fact]
    public void The_order_of_products_and_evidence_changes_no_byte_of_a_verdict()
    {
        static FactoryFacts Facts(string first, string second) => FactoryFacts.Parse(
            $"schema: greenfactory.facts/v1\nperiod: 2025\nproducts: [{first}, {second}]\nevidence: [{{ id: {second[6..8]} }}, {{ id: {first[6..8]} }}]\n", "f.yaml");

        const string a = "{ id: p1, facts: { product.energy: 1 tce, product.qualified_output: 3 t } }";
        const string b = "{ id: p2, facts: { product.energy: 2 tce, product.qualified_output: 7 t } }";
        var evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load("gb-t-36132@2018"));
        Assert.Equal(evaluator.Evaluate(Facts(a, b)).ToJson(), evaluator.Evaluate(Facts(b, a)).ToJson());
    }

    private static string Digest(string middle) =>
        FactoryFacts.Parse($"{{ \"schema\": \"greenfactory.facts/v1\", {middle} \"period\": 2025 }}", "f.json").Digest;

    private static IReadOnlyList<Diagnostic> Read(string text, string name)
    {
        try
        {
            FactoryFacts.Parse(text, name);
            return [];
        }
        catch (InvalidInputException invalid)
        {
            return invalid.Diagnostics;
        }
    }

    private static string FaultsOf(string text, string name) => Show(Read(text, name));

    private static string Show(IEnumerable<Diagnostic> faults) => string.Join(' ', faults.Select(f => $"{f.Code.Id} @{f.Span.Line}:{f.Span.Column}"));

    private static FactCell Cell(FactoryFacts facts, string path) => facts.Cells[facts.Vocabulary.Find(path)!.Slot];

    private static string Show(FactoryFacts facts, string path)
    {
        var bench = ExpressionBench.Bind(path, facts.Vocabulary).Bench!;
        return bench.Interpret(facts).Show();
    }
}
