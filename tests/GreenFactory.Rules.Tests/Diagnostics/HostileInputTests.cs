using System.Diagnostics;
using System.Globalization;
using System.Text;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Diagnostics;

/// <summary>Input made to hurt is refused with a code and a place, without an exception and within seconds; mostly within one.</summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    /// <summary>Generous, for a busy machine; the times themselves are in the output of the test.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private const string FactsHead = "{\"schema\":\"greenfactory.facts/v1\",\"period\":\"2025\",";
    private const string VocabularyHead = "schema: greenfactory.vocabulary/v1\nsource: { label: assumed }\nfacts:\n";

    [Theory]
    [InlineData(100L << 20)]
    [InlineData(8L << 30)]
    public void A_huge_file_is_refused_by_its_size(long length)
    {
        using var file = SparseFile.Of(length);
        var told = Measured($"file of {length >> 20} MB", () => Thrown(() => FactoryFacts.Load(file.Path)));

        Assert.Equal(DiagnosticCodes.FileTooLarge, Assert.Single(told).Code);
    }

    [Fact]
    public void A_device_without_an_end_is_refused_by_what_was_read()
    {
        if (File.Exists("/dev/zero"))
        {
            Assert.Equal(DiagnosticCodes.FileTooLarge, Assert.Single(Measured("/dev/zero", () => Thrown(() => FactoryFacts.Load("/dev/zero")))).Code);
        }
    }

    /// <summary>Made when they are read, not when tests are listed: together they are a hundred megabytes.</summary>
    private static readonly Dictionary<string, (Func<string> Text, string Code)> Made = new(StringComparer.Ordinal)
    {
        ["100,000 brackets in JSON"] = (() => Json("\"a\":" + new string('[', 100_000)), "GFR1008"),
        ["a million braces in JSON"] = (() => Json("\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000))), "GFR1008"),
        ["100,000 brackets in YAML"] = (() => "a: " + new string('[', 100_000), "GFR1008"),
        ["900 brackets in YAML"] = (() => "a: " + new string('[', 900), "GFR1008"),
        ["100,000 hyphens in YAML"] = (() => string.Concat(Enumerable.Repeat("- ", 100_000)) + "a", "GFR1008"),
        ["100,000 question marks in YAML"] = (() => string.Concat(Enumerable.Repeat("? ", 100_000)) + "a", "GFR1008"),
        ["10,000 levels of indentation"] = (() => string.Concat(Enumerable.Range(0, 5_000).Select(i => new string(' ', i) + "a:\n")), "GFR1008"),
        ["a million values in JSON"] = (() => Json("\"facts\":[0" + string.Concat(Enumerable.Repeat(",0", 1_000_000)) + "]}"), "GFR1019"),
        ["a million values in YAML"] = (() => "facts: [" + string.Concat(Enumerable.Repeat("0,", 1_000_001)) + "]", "GFR1019"),
        ["a line of 16 MB of spaces in JSON"] = (() => Json(new string(' ', 15_000_000) + "\"fact\":{}}"), "GFR1010"),
        ["200,000 unknown facts on one line"] = (() => Json("\"facts\":{" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"energy.electricity.p{i}\":1")) + "}}"), "GFR1020"),
        ["200,000 unknown keys"] = (() => Json(string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"k{i}\":1")) + "}"), "GFR1020"),
        ["200,000 times one key"] = (() => Json(string.Join(',', Enumerable.Repeat("\"k\":1", 200_000)) + "}"), "GFR1020"),
        ["100,000 pieces of evidence"] = (() => Json("\"evidence\":[" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"{{\"id\":\"e{i}\"}}")) + "]}"), "GFR4011"),
        ["100,000 products"] = (() => Json("\"products\":[" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"{{\"id\":\"p{i}\"}}")) + "]}"), "GFR4011"),
        ["a key of a million letters"] = (() => Json($"\"{new string('k', 1_000_000)}\":1}}"), "GFR1010"),
        ["a thousand keys of ten thousand letters"] = (() => Json("\"facts\":{" + string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"{new string('k', 10_000)}{i}\":1")) + "}}"), "GFR4001"),
        ["a unit of a million letters"] = (() => Json($"\"facts\":{{\"output.value\":\"1 {new string('万', 1_000_000)}\"}}}}"), "GFR3026"),
        ["a number of a million digits"] = (() => Json($"\"facts\":{{\"output.value\":\"{new string('9', 1_000_000)} 元\"}}}}"), "GFR1017"),
        ["an exponent of six digits"] = (() => Json("\"facts\":{\"output.value\":\"1e999999 元\"}}"), "GFR1017"),
        ["an exponent below everything"] = (() => Json("\"facts\":{\"output.value\":\"1e-999999 元\"}}"), "GFR1017"),
        ["an exponent of thirty digits"] = (() => Json("\"facts\":{\"output.value\":\"1e" + new string('9', 30) + " 元\"}}"), "GFR1017"),
        ["units upon units"] = (() => Json($"\"facts\":{{\"land.area\":\"1 m{string.Concat(Enumerable.Repeat("·m", 100_000))}\"}}}}"), "GFR3026"),
        ["powers upon powers"] = (() => Json("\"facts\":{\"land.area\":\"1 m^m^m^m\"}}"), "GFR3026"),
        ["a date of zeros"] = (() => Json("\"factory\":{\"founded\":\"0000-00-00\"}}"), "GFR1016"),
        ["a NUL in JSON"] = (() => Json("\"a\0b\":1}"), "GFR1018"),
        ["a NUL in YAML"] = (() => "schema: greenfactory.facts/v1\nperiod: \"2025\"\n\0stray: 1\n", "GFR1018"),
        ["an escaped NUL in YAML"] = (() => "schema: greenfactory.facts/v1\nperiod: \"2025\"\nfactory: { id: \"a\\0b\" }\n", "GFR1018"),
        ["half a character as an escape"] = (() => Json("\"factory\":{\"name\":\"\\udfff\"}}"), "GFR1018"),
        ["half a character as a key"] = (() => Json("\"\\ud800\":1}"), "GFR1018"),
        ["half a character as such"] = (() => Json("\"factory\":{\"name\":\"" + '\ud800' + "\"}}"), "GFR1018"),
        ["an alias bomb"] = (() => "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 24).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(',', Enumerable.Repeat($"*{(char)('a' + i)}", 9))}]\n")), "GFR1007"),
        ["an alias to itself"] = (() => "a: &a [*a]\n", "GFR1007"),
        ["100,000 anchors"] = (() => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: &a{i} 1\n")), "GFR1007"),
        ["100,000 documents"] = (() => string.Concat(Enumerable.Repeat("--- a\n", 100_000)), "GFR1007"),
        ["a plain text of 10 MB"] = (() => "a: " + new string('x', 10_000_000), "GFR1011"),
        ["a plain text of 100,000 lines"] = (() => "a: x\n" + string.Concat(Enumerable.Repeat("  x\n", 100_000)), "GFR1011"),
        ["a quoted text of 10 MB"] = (() => "a: \"" + new string('x', 10_000_000) + "\"", "GFR1011"),
        ["a quote of 10 MB that never ends"] = (() => "a: \"" + new string('x', 10_000_000), "GFR1005"),
        ["a million colons"] = (() => new string(':', 1_000_000), "GFR10"),
        ["a million stars"] = (() => new string('*', 1_000_000), "GFR10"),
        ["a million exclamation marks"] = (() => "a: " + new string('!', 1_000_000), "GFR10"),
        ["a million percent signs"] = (() => string.Concat(Enumerable.Repeat("%\n", 500_000)), "GFR10"),
        ["100,000 tags"] = (() => string.Concat(Enumerable.Repeat("- !x y\n", 100_000)), "GFR10"),
        ["an unclosed flow map before a key"] = (() => "a: [1\nb: 2\n", "GFR1005"),
        ["commas only"] = (() => "{" + new string(',', 500_000), "GFR10"),
        ["braces in braces of YAML"] = (() => string.Concat(Enumerable.Repeat("{a: ", 900)), "GFR1008"),
        ["keys of one hash"] = (() => Json("\"facts\":{" + string.Join(',', Enumerable.Range(0, 1 << 14).Select(i => '"' + Colliding(i) + "\":1")) + "}}"), "GFR1020"),
    };

    public static TheoryData<string> Texts() => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hostile_text_is_refused(string what)
    {
        var text = Made[what].Text();
        var yaml = !text.StartsWith("{\"", StringComparison.Ordinal);
        var told = Measured(what, () => Thrown(() => FactoryFacts.Parse(text, yaml ? "hostile.yaml" : "hostile.json")));

        Assert.Contains(told, d => d.Code.Id.StartsWith(Made[what].Code, StringComparison.Ordinal));
        Assert.All(told, d => Assert.True(d.Render(Language.Chinese).Length < 2_000 && d.Render(Language.English).Length < 2_000));
        Assert.All(told, d => Assert.DoesNotContain('\n', d.Render(Language.Chinese)));
    }

    [Fact]
    public void A_hundred_thousand_rules_are_refused()
    {
        var pack = Pack("gate", 100_000, i => $"  - {{ id: r{i}, kind: gate, title: {{ zh: 甲, en: A }}, requirement: {{ zh: 甲, en: A }}, condition: a{i} }}\n");
        Assert.Contains(Measured("100,000 rules", () => RulePackCatalog.Open(new FolderRules(pack)).TryLoad("sample@2024").Diagnostics), d => d.Code == DiagnosticCodes.TooManyRules || d.Code == DiagnosticCodes.TooManyValues);
    }

    [Fact]
    public void As_many_rules_as_are_allowed_load_evaluate_and_explain_in_time()
    {
        var pack = Pack("gate", 1_990, i => $"  - {{ id: r{i}, kind: gate, title: {{ zh: 甲, en: A }}, requirement: {{ zh: 甲, en: A }}, condition: management.plan or land.area > {i} m2 }}\n");
        var verdict = Measured("1,990 rules", () => RuleEvaluator.Compile(RulePackCatalog.Open(new FolderRules(pack)).Load("sample@2024")).Evaluate(FactoryFacts.Parse(FactsHead + "\"facts\":{\"management.plan\":true}}")).ToJson());

        Assert.Contains("\"r1989\"", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_in_every_one_of_many_rules_are_told_in_time()
    {
        var pack = Pack("gate", 1_990, i => $"  - {{ id: same, kind: gate, title: {{ zh: 甲, en: A }}, requirement: {{ zh: 甲, en: A }}, condition: managment.plan{i} and land.aera > 1 m2 }}\n");
        Assert.Contains(Measured("1,990 rules with three faults each", () => RulePackCatalog.Open(new FolderRules(pack)).TryLoad("sample@2024").Diagnostics), d => d.Code == DiagnosticCodes.MoreFaults);
    }

    [Fact]
    public void Twenty_thousand_groups_parameters_clauses_documents_and_tiers_are_read_in_time()
    {
        var lists = string.Concat(
            List("documents", 20_000, i => $"{{ id: d{i}, number: D {i}, title: {{ zh: 甲, en: A }} }}"),
            List("clauses", 20_000, i => $"{{ clause: \"{i}\", title: {{ zh: 甲, en: A }}, disposition: encoded }}"),
            List("parameters", 10_000, i => $"{{ id: p{i}, name: {{ zh: 甲, en: A }}, kind: flag, meaning: {{ zh: 甲, en: A }} }}"),
            List("groups", 20_000, i => $"{{ id: g{i}, title: {{ zh: 甲, en: A }}, weight: 1 }}"),
            List("tiers", 20_000, i => $"{{ id: t{i}, title: {{ zh: 甲, en: A }}, at-least: {i} }}"));
        var pack = FolderRules.Of(InvalidExample.Sample);
        var head = Encoding.UTF8.GetString(pack["sample/2024/pack.yaml"]);
        foreach (var key in new[] { "documents", "clauses", "parameters", "groups", "tiers" })
        {
            var start = head.IndexOf($"\n{key}:", StringComparison.Ordinal) + 1;
            var end = head.IndexOf('\n', start);
            while (end + 1 < head.Length && head[end + 1] == ' ')
            {
                end = head.IndexOf('\n', end + 1);
            }

            head = head.Remove(start, end + 1 - start);
        }

        pack["sample/2024/pack.yaml"] = Encoding.UTF8.GetBytes(head + lists);
        Assert.NotEmpty(Measured("lists of 20,000 in a pack", () => RulePackCatalog.Open(new FolderRules(pack)).TryLoad("sample@2024").Diagnostics));
    }

    [Fact]
    public void Ten_thousand_rival_benchmark_rows_are_told_apart_in_time()
    {
        var rows = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  - {{ id: r{i}, series: energy_per_product, industry: [\"30\"], product: p{i / 2}, unit: kgce/t, values: {{ leading: 1 }} }}\n"));
        var text = "schema: greenfactory.benchmarks/v1\nid: hostile\ntitle: { zh: 甲, en: A }\nkind: illustrative\ndocument: { number: A, title: { zh: 甲, en: A } }\nfrom: 2024-01-01\nsource: { label: assumed }\nrows:\n" + rows;
        var told = Measured("10,000 benchmark rows", () => Told(bag => new BenchmarkReader(FactVocabulary.Default, bag).Read(DocumentReader.ReadText(text, "hostile.yaml", bag))));

        Assert.Contains(told, d => d.Code == DiagnosticCodes.RivalBenchmarks);
    }

    [Fact]
    public void Twenty_thousand_facts_in_a_chain_of_derivations_are_refused_in_time()
    {
        var facts = VocabularyHead + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  - {{ path: chain.f{i}, name: {{ zh: 甲, en: A }}, kind: quantity, unit: t, meaning: {{ zh: 甲, en: A }}, derived: chain.f{i + 1} }}\n"))
            + "  - { path: chain.f20000, name: { zh: 甲, en: A }, kind: quantity, unit: t, meaning: { zh: 甲, en: A } }\n";
        var told = Measured("20,000 derived facts in a chain", () => RulePackCatalog.Open(new FolderRules(Files("vocabulary/hostile.yaml", facts))).Check());

        Assert.Contains(told, d => d.Code.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_derivation_that_doubles_with_every_step_is_refused_in_time()
    {
        var facts = VocabularyHead + string.Concat(Enumerable.Range(0, 60).Select(i => $"  - {{ path: bomb.f{i:00}, name: {{ zh: 甲, en: A }}, kind: quantity, unit: t, meaning: {{ zh: 甲, en: A }}, derived: bomb.f{i + 1:00} + bomb.f{i + 1:00} }}\n"))
            + "  - { path: bomb.f60, name: { zh: 甲, en: A }, kind: quantity, unit: t, meaning: { zh: 甲, en: A } }\n";
        Assert.Contains(Measured("a derivation of 2^60 parts", () => RulePackCatalog.Open(new FolderRules(Files("vocabulary/hostile.yaml", facts))).Check()), d => d.Code.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_thousand_packs_that_build_on_each_other_are_followed_in_time()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var sample = FolderRules.Of(InvalidExample.Sample);
        var text = Encoding.UTF8.GetString(sample["sample/2024/pack.yaml"]);
        for (var i = 0; i < 1_000; i++)
        {
            files[$"chain/{i}/pack.yaml"] = Encoding.UTF8.GetBytes(text.Replace("sample@2024", $"chain@{i}", StringComparison.Ordinal).Replace("jurisdiction:", $"extends: chain@{(i + 1) % 1_000}\njurisdiction:", StringComparison.Ordinal));
        }

        Assert.Contains(Measured("1,000 packs in a circle", () => RulePackCatalog.Open(new FolderRules(files)).TryLoad("chain@0").Diagnostics), d => d.Code == DiagnosticCodes.ExtendsCycle);
    }

    public static TheoryData<string, string> Expressions() => new()
    {
        { "100,000 letters", new string('a', 100_000) },
        { "100,000 brackets", new string('(', 100_000) },
        { "3,999 brackets", new string('(', 3_999) },
        { "3,999 signs", new string('-', 3_999) },
        { "a sum of 1,900 parts", string.Join('+', Enumerable.Repeat("1", 1_900)) },
        { "a conjunction of 400 parts", string.Join(" and ", Enumerable.Repeat("true", 400)) },
        { "a product of 300 units", string.Join(" * ", Enumerable.Repeat("1 万kWh", 300)) },
        { "a quotient of 300 units", string.Join(" / ", Enumerable.Repeat("1 mg", 300)) },
        { "a number too large", "79228162514264337593543950335 t > 1 mg" },
        { "a product of numbers too large", "79228162514264337593543950 * 79228162514264337593543950 > 1" },
        { "an exponent too large", "1e999999 > 1" },
        { "units in a row", "1 t·t·t·t·t·t·t·t·t·t > 1" },
        { "a date of zeros", "0000-00-00 > as_of" },
        { "a date after all dates", "as_of + 9999 years > as_of" },
        { "a NUL", "management.plan\0" },
        { "half a character", "'\ud800' = factory.name" },
        { "an unclosed list of 2,000", "1 in [" + string.Join(',', Enumerable.Repeat("1", 1_900)) },
        { "a list of 1,900", "1 in [" + string.Join(',', Enumerable.Repeat("1", 1_900)) + "]" },
        { "ifs in a row", string.Concat(Enumerable.Repeat("if true then 1 else ", 190)) + "1" },
    };

    /// <summary>Whatever it means or does not mean: it is answered, by diagnostics or by a value.</summary>
    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_hostile_expression_in_a_rule_is_answered(string what, string expression)
    {
        var pack = Pack("gate", 1, _ => $"  - {{ id: r, kind: gate, title: {{ zh: 甲, en: A }}, requirement: {{ zh: 甲, en: A }}, condition: \"{expression.Replace("\0", "\\0", StringComparison.Ordinal)}\" }}\n");
        Measured(what, () =>
        {
            var (loaded, told) = RulePackCatalog.Open(new FolderRules(pack)).TryLoad("sample@2024");
            if (loaded is null)
            {
                Assert.Contains(told, d => d.Code.Severity == DiagnosticSeverity.Error);
                return string.Empty;
            }

            var facts = FactoryFacts.Parse(FactsHead + "\"facts\":{\"management.plan\":true}}");
            return RuleEvaluator.Compile(loaded).Evaluate(facts).ToJson() + RuleEvaluator.Compile(loaded, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference }).Evaluate(facts).ToJson();
        });
    }

    [Theory]
    [InlineData("1/0")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e30")]
    [InlineData("1/2/3")]
    [InlineData("999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("0.00000000000000000000000000000000001")]
    public void A_factor_that_is_none_is_refused(string factor)
    {
        var text = $"schema: greenfactory.units/v1\ndimensions: [{{ id: mass, name: {{ zh: 甲, en: A }} }}]\nunits: [{{ symbol: x, dimension: mass, factor: {factor} }}]\n";
        Assert.Equal(DiagnosticCodes.NotANumber, Assert.Single(Told(bag => UnitCatalog.Read([DocumentReader.ReadText(text, "units.yaml", bag)], bag))).Code);
    }

    [Fact]
    public void The_nearest_of_a_hundred_thousand_names_is_found_in_time()
    {
        var names = Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"some.rather.long.path.of.facts.number_{i}")).ToList();
        Assert.Equal("some.rather.long.path.of.facts.number_4711", Measured("nearest of 100,000 names", () => NearestName.Find("some.rahter.long.path.of.facts.number_4711", names))!.Value.Name);
    }

    private static string Json(string rest) => FactsHead + rest;

    private static string List(string key, int count, Func<int, string> item) => $"{key}:\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"  - {item(i)}\n"));

    /// <summary>Strings that a simple polynomial hash cannot tell apart: Aa and BB in every order.</summary>
    private static string Colliding(int number) => string.Concat(Enumerable.Range(0, 16).Select(bit => (number >> bit & 1) == 0 ? "Aa" : "BB"));

    private static Dictionary<string, byte[]> Files(string name, string text) => new(StringComparer.Ordinal) { [name] = Encoding.UTF8.GetBytes(text) };

    /// <summary>The sample pack with many rules among the basic requirements.</summary>
    private static Dictionary<string, byte[]> Pack(string name, int count, Func<int, string> rule)
    {
        var files = FolderRules.Of(InvalidExample.Sample);
        files[$"sample/2024/{name}.yaml"] = Encoding.UTF8.GetBytes("schema: greenfactory.rules/v1\ngroup: basics\nsource: { document: sample, clause: \"4\", label: seen }\nrules:\n" + string.Concat(Enumerable.Range(0, count).Select(rule)));
        return files;
    }

    private static IReadOnlyList<Diagnostic> Told(Action<DiagnosticBag> read)
    {
        var bag = new DiagnosticBag();
        read(bag);
        return bag.ToList();
    }

    private static IReadOnlyList<Diagnostic> Thrown(Action read) => Assert.Throws<InvalidInputException>(read).Diagnostics;

    private T Measured<T>(string what, Func<T> act)
    {
        var watch = Stopwatch.StartNew();
        var result = act();
        watch.Stop();
        output.WriteLine($"{watch.ElapsedMilliseconds,6} ms  {what}");
        Assert.True(watch.Elapsed < Limit, $"{what} took {watch.Elapsed}");
        return result;
    }
}
