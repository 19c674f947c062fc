using System.Text.Json;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class JsonSchemasTests
{
    private static readonly Dictionary<string, JsonSchemaCheck> Checks = JsonSchemas.Names.ToDictionary(n => n, n => new JsonSchemaCheck(JsonSchemas.Text(n, () => FactVocabulary.Default)));

    private static readonly string[] RuleFiles = [.. Directory.EnumerateFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. JsonSchemas.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schema_uses_only_what_is_checked_closes_its_objects_and_resolves_its_references(string name)
    {
        var check = Checks[name];

        Assert.Empty(check.Faults);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", check.Root.GetProperty("$schema").GetString());
        Assert.Equal($"urn:greenfactory:schema:{name}:v1", check.Root.GetProperty("$id").GetString());
        Assert.Contains(" / ", check.Root.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_command_prints_it(string name) => Assert.Equal(JsonSchemas.Text(name, () => FactVocabulary.Default), Command.Run("schema", name).Output);

    [Fact]
    public void Every_schema_file_has_a_name() =>
        Assert.Equal(JsonSchemas.Names.Where(n => n != JsonSchemas.Facts).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(Repository.Rules, "schema")).Select(f => Path.GetFileName(f).Replace(".schema.json", string.Empty, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_definition_of_one_name_is_the_same_in_every_file_of_authors()
    {
        // A rule in a pack names its group, a rule in a rule file does not; a verdict's sources are always whole.
        var shared = Checks.Where(c => c.Key is not ("verdict" or "facts"))
            .SelectMany(c => c.Value.Root.TryGetProperty("$defs", out var definitions) ? definitions.EnumerateObject().Select(d => (d.Name, Text: d.Value.GetRawText())) : [])
            .Where(d => d.Name != "rule")
            .GroupBy(d => d.Name);

        Assert.All(shared, g => Assert.Single(g.Select(d => JsonSerializer.Serialize(JsonDocument.Parse(d.Text))).Distinct()));
    }

    [Fact]
    public void Every_shipped_rule_file_fits_its_schema() => Assert.All(RuleFiles, file =>
    {
        var (schema, document) = Read(file);
        Assert.True(schema.Validate(document) is [], $"{file}: {string.Join("; ", schema.Validate(document))}");
    });

    [Fact]
    public void Every_shipped_rule_file_names_its_schema_for_editors() => Assert.All(RuleFiles, file =>
    {
        const string Line = "# yaml-language-server: $schema=";
        var lines = File.ReadLines(file).Take(2).ToList();
        Assert.StartsWith(Line, lines[0], StringComparison.Ordinal);
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, lines[0][Line.Length..]));
        var written = File.ReadLines(file).First(l => l.StartsWith("schema: greenfactory.", StringComparison.Ordinal))["schema: greenfactory.".Length..^"/v1".Length];
        Assert.True(File.Exists(schema), schema);
        Assert.Equal($"{written}.schema.json", Path.GetFileName(schema));
    });

    [Fact]
    public void Every_fact_path_is_a_snippet_of_an_editor()
    {
        using var snippets = JsonDocument.Parse(Command.Run("schema", "snippets").Output);

        Assert.Equal(FactVocabulary.Default.Facts.Select(f => f.Path).Order(StringComparer.Ordinal), snippets.RootElement.EnumerateObject().Select(s => s.Name));
        Assert.Equal("工业用水重复利用率 / Industrial water reuse rate [%]", snippets.RootElement.GetProperty("water.reuse_rate").GetProperty("description").GetString());
    }

    [Fact]
    public void Every_fact_file_fits_its_schema()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.json", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains(FactoryFactsReader.Schema, StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Rendered.Fixtures, "*.json"));

        Assert.All(files, file => Assert.Empty(Checks[JsonSchemas.Facts].Validate(JsonDocument.Parse(File.ReadAllText(file)).RootElement)));
    }

    [Fact]
    public void Overlays_of_the_samples_fit_their_schema() => Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "overlays"), "*.yaml"), file =>
    {
        var (schema, document) = Read(file);
        Assert.Empty(schema.Validate(document));
    });

    [Fact]
    public void Verdicts_fit_the_schema_of_verdicts()
    {
        var whole = RuleEvaluator.Compile(RulePackCatalog.Default.Load("gb-t-36132@2018")).Evaluate(FactoryFacts.Parse("""{ "schema": "greenfactory.facts/v1", "period": "2024" }"""));

        Assert.All(new[] { Rendered.Cement, Rendered.PartialCement, Rendered.Demo, whole }, v => Assert.Empty(Checks["verdict"].Validate(Json(v))));
    }

    [Fact]
    public void Every_property_of_a_verdict_is_required_or_left_out_somewhere()
    {
        // A schema that lists what no verdict ever has would describe something else.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var verdict in new[] { Rendered.Cement, Rendered.PartialCement, Rendered.Demo })
        {
            Collect(Json(verdict), seen);
        }

        Assert.Subset(seen, Listed(Checks["verdict"].Root).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stray_key_in_any_map_of_a_rule_file_is_refused()
    {
        foreach (var file in RuleFiles.GroupBy(f => Read(f).Schema).SelectMany(g => g.OrderBy(f => new FileInfo(f).Length).Take(3)).Append(Path.Combine(Rendered.Fixtures, "rules", "demo", "1", "pack.yaml")))
        {
            var (schema, document) = Read(file);
            var strays = Strayed(document).ToList();

            Assert.NotEmpty(strays);
            Assert.All(strays, s => Assert.True(schema.Validate(JsonDocument.Parse(s.Text).RootElement).Count > 0, $"{file}: {s.Place}"));
        }
    }

    [Theory]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "land.aera": "1 m2" } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "land.area": 5 } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "land.area": "5" } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "product.energy": "5 tce" } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "management.training": "yes" } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "management.training": { "notApplicable": "" } } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "assessment.green_design": 0.5 } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "assessment.green_design": { "fraction": 2, "reason": "x" } } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "energy.carriers_used": ["steam_engine"] } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "lighting.lamps.total": -1 } }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v1", "period": "24" }""")]
    [InlineData("""{ "schema": "greenfactory.facts/v2", "period": "2024" }""")]
    public void What_the_reader_refuses_the_schema_of_facts_refuses(string text)
    {
        Assert.Throws<InvalidInputException>(() => FactoryFacts.Parse(text));
        Assert.NotEmpty(Checks[JsonSchemas.Facts].Validate(JsonDocument.Parse(text).RootElement));
    }

    [Theory]
    [InlineData("\"1464650 kWh\"")]
    [InlineData("\"3kWh\"")]
    [InlineData("\"-1.5e3 万kWh\"")]
    [InlineData("{ \"value\": 3, \"unit\": \"kWh\" }")]
    [InlineData("{ \"value\": \"3 kWh\" }")]
    [InlineData("{ \"notApplicable\": \"none\" }")]
    [InlineData("null")]
    public void Every_way_of_writing_a_quantity_fits(string value)
    {
        var text = $$"""{ "schema": "greenfactory.facts/v1", "period": "2024", "facts": { "energy.electricity.purchased": {{value}} } }""";

        Assert.Empty(Checks[JsonSchemas.Facts].Validate(JsonDocument.Parse(text).RootElement));
    }

    /// <summary>With the depth readers allow by default: a verdict nobody can read is none.</summary>
    private static JsonElement Json(Verdict verdict) => JsonDocument.Parse(verdict.ToJson()).RootElement;

    private static (JsonSchemaCheck Schema, JsonElement Document) Read(string file)
    {
        var bag = new DiagnosticBag();
        var node = DocumentReader.ReadFile(file, file, bag);
        Assert.Empty(bag.ToList());
        var json = JsonDocument.Parse(ToJson(node!)).RootElement;
        var name = json.GetProperty("schema").GetString()!["greenfactory.".Length..^"/v1".Length];
        return (Checks[name], json);
    }

    /// <summary>YAML as an editor sees it: plain scalars are numbers, truths and nulls where they look like it.</summary>
    private static string ToJson(Node node) => node switch
    {
        MapNode map => "{" + string.Join(',', map.Entries.Select(e => $"{JsonSerializer.Serialize(e.Key.Text)}:{ToJson(e.Value)}")) + "}",
        ListNode list => "[" + string.Join(',', list.Items.Select(ToJson)) + "]",
        ScalarNode { IsNull: true } => "null",
        ScalarNode { Quoted: false, Text: "true" or "false" } truth => truth.Text,
        ScalarNode { Quoted: false } plain when Scalars.TryDecimal(plain.Text, out var number) => Scalars.Number(number),
        ScalarNode scalar => JsonSerializer.Serialize(scalar.Text),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The document once for each map in it, with a key too many there. Maps whose keys are names of the author's are left out.</summary>
    private static IEnumerable<(string Place, string Text)> Strayed(JsonElement document)
    {
        var places = new List<string>();
        Visit(document, "$");
        return places.Select(p => (p, With(document, "$", p)));

        void Visit(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                if (!path.EndsWith(".values", StringComparison.Ordinal) && !path.EndsWith(".product-units", StringComparison.Ordinal) && !path.EndsWith(".given", StringComparison.Ordinal) && !path.EndsWith(".facts", StringComparison.Ordinal))
                {
                    places.Add(path);
                }

                foreach (var property in element.EnumerateObject())
                {
                    Visit(property.Value, $"{path}.{property.Name}");
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var (item, i) in element.EnumerateArray().Select((e, i) => (e, i)))
                {
                    Visit(item, $"{path}[{i}]");
                }
            }
        }
    }

    private static string With(JsonElement element, string path, string place)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var properties = element.EnumerateObject().Select(p => $"{JsonSerializer.Serialize(p.Name)}:{With(p.Value, $"{path}.{p.Name}", place)}");
                return "{" + string.Join(',', path == place ? properties.Append("\"stray\":1") : properties) + "}";
            case JsonValueKind.Array:
                return "[" + string.Join(',', element.EnumerateArray().Select((e, i) => With(e, $"{path}[{i}]", place))) + "]";
            default:
                return element.GetRawText();
        }
    }

    private static void Collect(JsonElement element, HashSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                names.Add(property.Name);
                Collect(property.Value, names);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, names);
            }
        }
    }

    private static IEnumerable<string> Listed(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p => p.Name == "properties" ? p.Value.EnumerateObject().SelectMany(q => Listed(q.Value).Prepend(q.Name)) : Listed(p.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Listed),
        _ => [],
    };
}
