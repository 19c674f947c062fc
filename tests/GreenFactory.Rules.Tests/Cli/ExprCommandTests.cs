using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class ExprCommandTests
{
    public static TheoryData<string, string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, int>();
            foreach (var line in Repository.Read("tests/GreenFactory.Rules.Tests/Cli/ExprCases.txt").Split('\n').Where(l => l.Contains('⇶', StringComparison.Ordinal) && !l.StartsWith('#')))
            {
                var halves = line.Split('⇶');
                var left = halves[0].Split('|');
                var right = halves[1].Split('|');
                cases.Add(left[0].Trim(), left[1].Trim(), right[0].Trim(), right[1].Trim()[0] - '0');
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expression_gives_value_and_exit_code(string expression, string given, string output, int code)
    {
        string[] options = [.. given.Split("; ", StringSplitOptions.RemoveEmptyEntries).SelectMany(g => new[] { "--given", g.Trim() })];

        var run = Command.Run(["expr", expression, .. options]);

        Assert.Equal((output + "\n", code, string.Empty), (run.Output, run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("1 +", "expr:1:4: error GFR2003: ")]
    [InlineData("1 t + 1 kWh", "expr:1:1: error GFR2008: ")]
    [InlineData("land.aera > 1 m2", "expr:1:1: error GFR2006: ")]
    [InlineData("1 = 'a'", "expr:1:5: error GFR2007: ")]
    [InlineData("nobody", "expr:1:1: error GFR2006: ")]
    public void A_fault_is_placed_in_the_expression(string expression, string beginning)
    {
        var run = Command.Run("expr", expression);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(beginning, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("=1")]
    [InlineData("a b=1")]
    [InlineData("and=1")]
    [InlineData("1x=1")]
    [InlineData("x=abc")]
    [InlineData("x='abc")]
    [InlineData("x=")]
    public void A_given_value_that_cannot_be_read_is_refused(string given)
    {
        var run = Command.Run("expr", "1", "--given", given);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("greenfactory: error GFR5005: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_unit_of_a_given_value_is_told() =>
        Assert.Equal("--given x: error GFR3026", Command.Run("expr", "x", "--given", "x=3 parsec").Error[..24]);

    [Fact]
    public void A_name_is_given_once() =>
        Assert.Equal(2, Command.Run("expr", "x", "--given", "x=1", "--given", "x=2").ExitCode);

    [Fact]
    public void The_derivation_can_be_shown()
    {
        var run = Command.Run("expr", "land.output_value > 1 万元/m2", "--given", "output.value=3 亿元", "--given", "land.area=2 hm2", "--explain", "--lang", "en");

        Snapshot.Match(run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void The_date_picks_coefficients()
    {
        Assert.Equal("0.5568 kgCO2/kWh\n", Command.Run("expr", "coefficient.grid.national_average", "--as-of", "2024-06-01").Output);
        Assert.Equal("0.5306 kgCO2/kWh\n", Command.Run("expr", "coefficient.grid.national_average").Output);
    }
}
