using System.Text.Json;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Rendering;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class ExplainCommandTests
{
    [Fact]
    public void Text_is_the_derivation_of_the_library() =>
        Assert.Equal(ExplanationText.Render(Rendered.Cement.Find("6.5.2")!, Language.English), Explain("6.5.2", "--lang", "en").Output);

    [Fact]
    public void Json_is_the_derivation_as_the_verdict_has_it()
    {
        var root = JsonDocument.Parse(Explain("6.5.2", "--format", "json").Output).RootElement;

        Assert.Equal("points", root.GetProperty("op").GetString());
        Assert.Equal("6.5.2", root.GetProperty("expression").GetString());
    }

    [Theory]
    [InlineData("1.1.1", 0)]
    [InlineData("1.1.13", 0)]
    [InlineData("1.1.5", 1)]
    [InlineData("6.5.2", 1)]
    [InlineData("6.1.1", 3)]
    public void The_exit_code_is_the_answer(string finding, int code) => Assert.Equal(code, Explain(finding).ExitCode);

    [Fact]
    public void An_unknown_finding_is_answered_with_the_nearest_one()
    {
        var run = Explain("6.5.22", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("miit-green-factory@2018: error GFR5004: The pack has no finding '6.5.22'. Did you mean '6.5.2'?\n", run.Error);
    }

    [Fact]
    public void All_that_is_missing_is_named()
    {
        var run = Command.Run("explain", "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["FACTS", "--pack", "--finding"], run.Error.TrimEnd('\n').Split('\n').Select(l => l.Split(' ')[3]).OrderByDescending(w => w, StringComparer.Ordinal).ThenBy(w => w));
    }

    private static Command Explain(string finding, params string[] more) =>
        Command.Run(["explain", Command.Fixture("cement.json"), "--pack", "miit-green-factory@2018", "--as-of", "2024-12-31", "--finding", finding, .. more]);
}
