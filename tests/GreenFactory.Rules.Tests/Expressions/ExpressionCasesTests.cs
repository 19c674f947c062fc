using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Expressions;

/// <summary>
/// The rule language by table: <c>Cases/*.txt</c> holds one expression a line with its value, <c>Faults/*.txt</c> with the
/// diagnostic it earns. Every value is asked of the interpreter and of the compiled engine.
/// </summary>
public sealed class ExpressionCasesTests
{
    private const string Arrow = "⇶";
    private const string FactoryDirective = "@factory ";

    public static TheoryData<string, int, string, string, string> Cases() => Read("Cases");

    public static TheoryData<string, int, string, string, string> Faults() => Read("Faults");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expression_has_its_value_in_both_engines(string file, int line, string factory, string expression, string expected)
    {
        var (bench, faults) = ExpressionBench.Bind(expression, TryOut.Vocabulary);
        Assert.True(bench is not null, $"{file}:{line}: {string.Join("; ", faults)}");
        var facts = factory.Length == 0 ? TryOut.Factory : TryOut.Load(factory);
        Assert.Equal((expected, expected), (bench.Show(bench.Interpret(facts)), bench.Show(bench.RunCompiled(facts))));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_faulty_expression_earns_its_diagnostic_at_its_place(string file, int line, string factory, string expression, string expected)
    {
        Assert.Empty(factory);
        var (bench, faults) = ExpressionBench.Bind(expression, TryOut.Vocabulary);
        Assert.True(bench is null, $"{file}:{line}: has no fault");
        Assert.Equal(expected, string.Join(" ", faults.Select(f => $"{f.Code.Id} @{f.Span.Column}")));
    }

    [Fact]
    public void The_tables_hold_several_hundred_lines() => Assert.True(Cases().Count + Faults().Count > 500, $"{Cases().Count} cases and {Faults().Count} faults");

    private static TheoryData<string, int, string, string, string> Read(string folder)
    {
        var data = new TheoryData<string, int, string, string, string>();
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Tests, "Expressions", folder), "*.txt").Order(StringComparer.Ordinal))
        {
            var number = 0;
            var factory = string.Empty;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (line.StartsWith(FactoryDirective, StringComparison.Ordinal))
                {
                    factory = line[FactoryDirective.Length..].Trim();
                }
                else if (line.Trim().Length > 0 && line[0] != '#')
                {
                    var parts = line.Split(Arrow);
                    Assert.True(parts.Length == 2, $"{path}:{number}: one {Arrow} a line");
                    data.Add(Path.GetFileName(path), number, factory, parts[0].TrimEnd(), parts[1].Trim());
                }
            }
        }

        return data;
    }
}
