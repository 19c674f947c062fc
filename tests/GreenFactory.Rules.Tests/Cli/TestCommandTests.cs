using System.Text.Json;
using System.Xml.Linq;
using GreenFactory.Rules.Cli;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class TestCommandTests
{
    private const string Cases = """
        schema: greenfactory.cases/v1
        as-of: 2024-12-31
        cases:
          - name: at the leading value reuse earns all
            rule: reuse
            given: { water.reuse_rate: "95 %" }
            expect: { status: met, points: 10, measured: "95 %" }

          - name: a rate that nobody states is open
            rule: reuse
            expect: { status: insufficient-evidence, points: [0, 10], missing: [water.reused, water.withdrawn] }
        """;

    [Fact]
    public void Cases_that_pass_are_told_as_sentences_and_counted()
    {
        using var folder = Pack();

        var run = Command.Run("test", "demo@1", "--rules", folder.Path, "--lang", "en");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("\n  ✓ at the leading value reuse earns all\n  ✓ a rate that nobody states is open\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 passed, 0 failed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_case_shows_place_first_difference_and_every_operand()
    {
        using var folder = Pack("points: 10, measured", "points: 9, measured");

        var run = Command.Run("test", folder.Path, "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Snapshot.Match(run.Output.Replace(folder.Path.Replace('\\', '/'), "rules", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("points: 10, measured", "points: { value: 9.5, tolerance: 0.5 }, measured", 0)]
    [InlineData("points: 10, measured", "points: { value: 9.5, tolerance: 0.4 }, measured", 1)]
    [InlineData("measured: \"95 %\"", "measured: { value: \"94 %\", tolerance: 1 }", 0)]
    [InlineData("measured: \"95 %\"", "measured: { value: \"94 %\", tolerance: 0.9 }", 1)]
    [InlineData("points: [0, 10]", "points: { value: [0, 9], tolerance: 1 }", 0)]
    [InlineData("points: [0, 10]", "points: { value: [1, 10], tolerance: 0.5 }", 1)]
    public void A_value_may_have_a_tolerance_of_its_own(string written, string instead, int code)
    {
        using var folder = Pack(written, instead);

        Assert.Equal(code, Command.Run("test", folder.Path).ExitCode);
    }

    [Theory]
    [InlineData("rule: reuse", "rule: reus", "GFR3006")]
    [InlineData("status: met", "statos: met", "GFR1010")]
    [InlineData("points: 10, measured", "points: { value: 10, tolerence: 1 }, measured", "GFR1010")]
    [InlineData("points: 10, measured", "points: { tolerance: 1 }, measured", "GFR1011")]
    [InlineData("water.reuse_rate", "water.reuse_rat", "GFR4")]
    public void What_nobody_would_read_is_an_error_with_its_code(string written, string instead, string code)
    {
        using var folder = Pack(written, instead);

        var run = Command.Run("test", folder.Path, "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"error {code}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REUSE EARNS", 1)]
    [InlineData("reuse", 2)]
    [InlineData("demo.cases", 2)]
    public void A_filter_looks_at_sentence_rule_and_file(string filter, int count)
    {
        using var folder = Pack();

        Assert.Contains($"{count} passed, 0 failed\n", Command.Run("test", folder.Path, "--filter", filter, "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_cases_a_filter_that_picks_none_and_an_unknown_pack_are_no_success()
    {
        using var folder = Pack();
        Directory.CreateDirectory(folder.File("empty"));

        Assert.StartsWith(folder.Path, Told(2, "test", folder.Path, "--filter", "watr").Replace('/', Path.DirectorySeparatorChar), StringComparison.Ordinal);
        Assert.Contains("GFR3404", Told(2, "test", folder.File("empty")), StringComparison.Ordinal);
        Assert.Contains("demo@1", Told(2, "test", "demo@2", "--rules", folder.Path), StringComparison.Ordinal);
        Assert.Contains("GFR5005", Told(2, "test", "no/such/folder"), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_what_was_expected_and_got_of_every_case()
    {
        using var folder = Pack("status: met", "status: not-met");

        var root = JsonDocument.Parse(Command.Run("test", folder.Path, "--format", "json").Output).RootElement;

        Assert.Equal("greenfactory.test/v1", root.GetProperty("schema").GetString());
        Assert.Equal((1, 1), (root.GetProperty("passed").GetInt32(), root.GetProperty("failed").GetInt32()));
        var failed = root.GetProperty("cases").EnumerateArray().Single(c => !c.GetProperty("passed").GetBoolean());
        Assert.Equal(("reuse", 4), (failed.GetProperty("rule").GetString(), failed.GetProperty("line").GetInt32()));
        Assert.Equal(["not-met", "met"], failed.GetProperty("lines").EnumerateArray().Where(l => !l.GetProperty("same").GetBoolean()).SelectMany(l => new[] { l.GetProperty("expected").GetString(), l.GetProperty("got").GetString() }));
    }

    [Fact]
    public void JUnit_names_each_case_by_its_sentence_and_counts_failures()
    {
        using var folder = Pack("status: met", "status: not-met");
        var file = folder.File("out.xml");

        Assert.Equal(1, Command.Run("test", folder.Path, "--format", "junit", "--out", file, "--lang", "en").ExitCode);

        var suites = XDocument.Load(file).Root!;
        Assert.Equal(("2", "1"), ((string)suites.Attribute("tests")!, (string)suites.Attribute("failures")!));
        var failed = suites.Descendants("testcase").Single(c => c.Element("failure") is not null);
        Assert.Equal("at the leading value reuse earns all", (string)failed.Attribute("name")!);
        Assert.Equal("status: expected not-met, got met", (string)failed.Element("failure")!.Attribute("message")!);
    }

    [Fact]
    public void A_broken_variant_must_give_the_diagnostics_it_lists_and_nothing_else()
    {
        using var folder = Pack();
        var pack = File.ReadAllText(folder.File("demo/1/pack.yaml"));
        folder.File("demo/1/fail-full/pack.yaml", "# expect: GFR3019\n" + pack.Replace("full: 100", "full: 101", StringComparison.Ordinal));
        folder.File("demo/1/pass-title/pack.yaml", pack.Replace("Demonstration: one", "Demonstration, one", StringComparison.Ordinal));

        Assert.Contains("4 passed, 0 failed\n", Command.Run("test", folder.Path, "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal(0, Command.Run("check", folder.File("demo/1")).ExitCode);

        folder.File("demo/1/fail-full/pack.yaml", "# expect: GFR3019\n" + pack);
        var missed = Command.Run("test", folder.Path, "--lang", "en");
        Assert.Equal(1, missed.ExitCode);
        Assert.Contains("GFR3019   —\n", missed.Output, StringComparison.Ordinal);

        folder.File("demo/1/fail-full/pack.yaml", pack);
        Assert.Contains("GFR3402", Told(2, "test", folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_for_those_who_watch()
    {
        using var folder = Pack();
        using var output = new StringWriter();
        using var error = new StringWriter();

        Tool.Run(["test", folder.Path], new Shell { Output = output, Error = error, Input = () => Stream.Null, Today = Command.Today, ErrorIsTerminal = true });

        Assert.Contains("[1/1] ", error.ToString(), StringComparison.Ordinal);
    }

    private static string Told(int code, params string[] arguments)
    {
        var run = Command.Run(arguments);
        Assert.Equal(code, run.ExitCode);
        return run.Error;
    }

    private static TemporaryFolder Pack(string written = "", string instead = "")
    {
        var folder = new TemporaryFolder();
        folder.Copy(Command.Fixture("rules"), ".");
        folder.File("demo/1/demo.cases.yaml", written.Length == 0 ? Cases : Cases.Replace(written, instead, StringComparison.Ordinal));
        return folder;
    }
}
