using System.Text.Json;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class EvaluateCommandTests
{
    private const string Pack = "miit-green-factory@2018";

    private static string Cement => Command.Fixture("cement.json");

    [Fact]
    public void Text_is_what_the_library_renders()
    {
        var run = Command.Run("evaluate", Cement, "--pack", Pack, "--as-of", "2024-12-31");

        Assert.Equal(VerdictText.Render(Rendered.Cement), run.Output);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("zh", "text")]
    [InlineData("en", "text")]
    [InlineData("en", "markdown")]
    [InlineData("en", "json")]
    public void All_packs_make_one_table(string language, string format)
    {
        var run = Command.Run("evaluate", Path.Combine(Support.Repository.Root, "samples", "factories", "cement-clinker.json"), "--pack", "all", "--as-of", "2025-12-30", "--lang", language, "--format", format);

        Assert.Equal(0, run.ExitCode);
        Assert.All(RulePackCatalog.Default.Ids, id => Assert.Contains(id.ToString(), run.Output, StringComparison.Ordinal));
        Support.Snapshot.Match(run.Output, variant: $"{language}_{format}");
    }

    [Fact]
    public void All_packs_still_need_facts_that_can_be_read() =>
        Assert.Equal(2, Command.Run("evaluate", "no-such-file.json", "--pack", "all").ExitCode);

    [Fact]
    public void Json_is_the_canonical_verdict() =>
        Assert.Equal(Rendered.Cement.ToJson(), Command.Run("evaluate", Cement, "--pack", Pack, "--as-of", "2024-12-31", "--format", "json").Output);

    [Fact]
    public void Markdown_speaks_the_language_asked_for() =>
        Assert.Equal(VerdictMarkdown.Render(Rendered.Cement, Language.English), Command.Run("evaluate", Cement, "--pack", Pack, "--as-of", "2024-12-31", "--format", "markdown", "--lang", "en").Output);

    [Fact]
    public void Both_engines_print_the_same() => Assert.Equal(
        Command.Run("evaluate", Cement, "--pack", Pack, "--engine", "compiled", "--format", "json").Output,
        Command.Run("evaluate", Cement, "--pack", Pack, "--engine", "reference", "--format", "json").Output);

    [Theory]
    [InlineData("true", "40 %", 0, "met")]
    [InlineData("false", "40 %", 1, "not-met")]
    [InlineData("null", "40 %", 3, "undetermined")]
    public void The_exit_code_is_the_conclusion(string founded, string rate, int code, string conclusion)
    {
        var facts = $$"""
            { "schema": "greenfactory.facts/v1", "factory": { "region": "330500", "industry": "3831" }, "period": "2022", "facts": {
              "compliance.founded_lawfully": {{founded}}, "compliance.lawful_conduct": true, "compliance.promises_kept": true,
              "accidents.safety.larger": 0, "accidents.safety.major": 0, "accidents.safety.gravest": 0,
              "accidents.environment.larger": 0, "accidents.environment.major": 0, "accidents.environment.gravest": 0,
              "accidents.quality.larger": 0, "accidents.quality.major": 0, "accidents.quality.gravest": 0,
              "management.leadership": true, "management.duties_assigned": true, "management.green_factory_body": true, "management.target_responsibility": true,
              "management.plan": true, "management.annual_targets": true, "management.training": true,
              "resource_input.green_materials_accounted": true, "material.green_rate": "{{rate}}" },
              "products": [ { "id": "p1", "facts": { "product.kind": "power-cable", "product.qualified_output": "1000 t", "product.energy": "50 tce", "product.carbon": "200 tCO2" } } ] }
            """;

        var run = Command.RunWith(facts, "evaluate", "-", "--pack", "gb-t-36132@2018", "--as-of", "2022-12-31", "--format", "json");

        Assert.Equal(conclusion, JsonDocument.Parse(run.Output).RootElement.GetProperty("conclusion").GetString());
        Assert.Equal(code, run.ExitCode);
    }

    [Fact]
    public void The_as_of_date_is_today_when_none_is_given()
    {
        var run = Command.Run("evaluate", Cement, "--pack", Pack, "--format", "json");

        Assert.Equal("2026-01-15", JsonDocument.Parse(run.Output).RootElement.GetProperty("asOf").GetString());
    }

    [Fact]
    public void Yaml_is_read_from_standard_input_too()
    {
        var run = Command.RunWith("schema: greenfactory.facts/v1\nperiod: 2024\nfacts:\n  compliance.founded_lawfully: false\n", "evaluate", "-", "--pack", "gb-t-36132@2018");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("g1-founding", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_and_parameters_of_files_are_laid_on()
    {
        var overlay = Path.Combine(Support.Repository.Root, "samples", "overlays", "official-points.yaml");
        var run = Command.Run("evaluate", Cement, "--pack", Pack, "--overlay", overlay, "--lang", "en");

        Assert.Contains("official-points-example", run.Output, StringComparison.Ordinal);
        Assert.Contains("Pass mark         70", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_and_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("facts.json", "{\n  \"schema\": \"greenfactory.facts/v1\",\n  \"period\": \"2024\",\n  \"facts\": {\n    \"land.aera\": \"3 m2\",\n    \"output.value\": \"5 t\"\n  }\n}\n");
        var shown = file.Replace('\\', '/');

        var run = Command.Run("evaluate", file, "--pack", "gb-t-36132@2019", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, l => l.StartsWith($"{shown}:5:5: error GFR4001: ", StringComparison.Ordinal) && l.Contains("land.area", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith($"{shown}:6:21: error GFR4004: ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("gb-t-36132@2019: error GFR5001: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GFR5003", "--engine", "prolog")]
    [InlineData("GFR5005", "--format", "pdf")]
    [InlineData("GFR5005", "--as-of", "2024-13-01")]
    [InlineData("GFR5005", "--width", "12")]
    [InlineData("GFR5005", "--rules", "no/such/folder")]
    [InlineData("GFR1001", "--benchmarks", "no-such-file.yaml")]
    [InlineData("GFR1001", "--overlay", "no-such-file.yaml")]
    [InlineData("GFR5007", "--engin", "reference")]
    public void A_value_that_cannot_be_used_is_refused(string code, string option, string value)
    {
        var run = Command.Run("evaluate", Cement, "--pack", Pack, option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData(Pack)]
    [InlineData("all")]
    public void The_engine_of_another_assembly_answers_the_same_or_names_its_build_property(string pack)
    {
        var run = Command.Run("evaluate", Cement, "--pack", pack, "--format", "json", "--engine", "nrules");

        if (EnginesUnderTest.HasNRules)
        {
            Assert.Equal(Command.Run("evaluate", Cement, "--pack", pack, "--format", "json"), run);
            return;
        }

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("GFR5006", run.Error, StringComparison.Ordinal);
        Assert.Contains("UseNRules", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Errors_are_json_where_the_output_would_be()
    {
        var run = Command.Run("evaluate", "no-such-file.json", "--pack", Pack, "--format", "json");

        var first = JsonDocument.Parse(run.Error).RootElement.GetProperty("diagnostics")[0];
        Assert.Equal("GFR1001", first.GetProperty("code").GetString());
        Assert.Equal("error", first.GetProperty("severity").GetString());
        Assert.Equal("no-such-file.json", first.GetProperty("file").GetString());
        Assert.NotEmpty(first.GetProperty("message").GetProperty("zh").GetString()!);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_file_is_written_whole_without_a_mark_and_nothing_else_is_said()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("verdict.json", "old");

        var run = Command.Run("evaluate", Cement, "--pack", Pack, "--as-of", "2024-12-31", "--format", "json", "--out", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Empty(run.Error);
        Assert.Equal((byte)'{', File.ReadAllBytes(file)[0]);
        Assert.Equal(Rendered.Cement.ToJson(), File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void An_old_file_stays_when_the_evaluation_fails()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("verdict.json", "old");

        Assert.Equal(2, Command.Run("evaluate", "no-such-file.json", "--pack", Pack, "--out", file).ExitCode);
        Assert.Equal("old", File.ReadAllText(file));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("taken"));

        foreach (var target in new[] { folder.File("taken"), Path.Combine(folder.Path, "no", "such", "folder.json") })
        {
            var run = Command.Run("evaluate", Cement, "--pack", Pack, "--out", target);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("error GFR5009: ", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal([folder.File("taken")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_slug_alone_takes_the_edition_in_force()
    {
        Assert.Contains("gb-t-36132@2018", Command.Run("evaluate", Cement, "--pack", "gb-t-36132", "--as-of", "2020-01-01").Output, StringComparison.Ordinal);
        Assert.Contains("error GFR5002: ", Command.Run("evaluate", Cement, "--pack", "gb-t-36132", "--as-of", "2010-01-01").Error, StringComparison.Ordinal);
    }
}
