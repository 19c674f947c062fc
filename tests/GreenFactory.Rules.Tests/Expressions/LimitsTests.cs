using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Expressions;

/// <summary>An expression costs what its length suggests, and no more; what is too large is refused with a diagnostic.</summary>
public sealed class LimitsTests
{
    /// <summary>The stack a thread of a web server has; a recursion that needs more takes the process down.</summary>
    private const int SmallStack = 1024 * 1024;

    public static TheoryData<string, string, string> Large() => new()
    {
        { "a sum of a hundred parts", string.Join("+", Enumerable.Repeat("1", 100)), "100" },
        { "a product of a hundred parts", string.Join("*", Enumerable.Repeat("1", 100)), "1" },
        { "a conjunction of many", string.Join(" and ", Enumerable.Repeat("flag.yes", 100)), "true" },
        { "a disjunction of many", string.Join(" or ", Enumerable.Repeat("flag.no", 100)), "false" },
        { "a long chain of ifs", string.Concat(Enumerable.Range(1, 60).Select(i => $"if mass.five = {i} kg then {i} else ")) + "0", "0" },
        { "a long chain of open ifs", string.Concat(Enumerable.Range(1, 60).Select(i => $"if mass.unknown = {i} kg then {i} else ")) + "0", "unknown" },
        { "ifs inside conditions", Nested("(if ", " then flag.yes else flag.no)", "flag.yes", 30), "true" },
        { "ifs inside branches", Nested("(if flag.unknown then ", " else 1)", "1", 30), "unknown" },
        { "sixty signs before an unknown", string.Concat(Enumerable.Repeat("-", 60)) + "mass.unknown", "unknown" },
        { "abs in abs", Nested("abs(", ")", "mass.unknown", 60), "unknown" },
        { "not not", string.Concat(Enumerable.Repeat("not ", 60)) + "flag.unknown", "unknown" },
        { "brackets", Nested("(", ")", "1", 60), "1" },
        { "a list of many", $"1 in [{string.Join(",", Enumerable.Range(2, 900))}]", "false" },
        { "max of many", $"max({string.Join(",", Enumerable.Range(1, 900))})", "900" },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void A_large_expression_is_answered_on_a_small_stack(string what, string expression, string expected)
    {
        Assert.NotEmpty(what);
        Assert.InRange(expression.Length, 50, 4000);
        var (interpreted, compiled) = OnSmallStack(() =>
        {
            var (bench, faults) = ExpressionBench.Bind(expression, TryOut.Vocabulary);
            Assert.Empty(faults);
            return (bench!.Show(bench.Interpret(TryOut.Factory)), bench.Show(bench.RunCompiled(TryOut.Factory)));
        });
        Assert.Equal((expected, expected), (interpreted, compiled));
    }

    public static TheoryData<string, string> TooLarge() => new()
    {
        { "more than 4000 characters", string.Join("+", Enumerable.Repeat("1", 2001)) },
        { "a sum of two thousand parts", string.Join("+", Enumerable.Repeat("1", 2000)) },
        { "a conjunction of three hundred", string.Join(" and ", Enumerable.Repeat("flag.yes", 300)) },
        { "sums in sums", Nested("(", "+1)", string.Join("+", Enumerable.Repeat("1", 90)), 30) },
        { "brackets nested 65 deep", Nested("(", ")", "1", 65) },
        { "a thousand brackets", Nested("(", ")", "1", 1000) },
        { "a thousand signs", new string('-', 1000) + "1" },
        { "a thousand nots", string.Concat(Enumerable.Repeat("not ", 900)) + "true" },
        { "a thousand calls", Nested("abs(", ")", "1", 700) },
        { "hundred ifs", string.Concat(Enumerable.Repeat("if true then 1 else ", 100)) + "0" },
        { "lists in lists", Nested("[", "]", "1", 1000) },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void A_larger_one_is_refused(string what, string expression)
    {
        Assert.NotEmpty(what);
        var faults = OnSmallStack(() => ExpressionBench.Bind(expression, TryOut.Vocabulary).Faults);
        Assert.Equal("GFR2004", Assert.Single(faults).Code.Id);
    }

    [Fact]
    public void Derived_facts_may_build_on_each_other_fifteen_times()
    {
        Assert.Empty(Check(Chain(16, i => $"a.x{i - 1} + 1")));
        Assert.Contains(Check(Chain(17, i => $"a.x{i - 1} + 1")), f => f.Code.Id == "GFR2004");
    }

    [Fact]
    public void A_chain_of_four_thousand_derived_facts_is_refused_not_a_stack_overflow() =>
        Assert.Contains(OnSmallStack(() => Check(Chain(4_000, i => $"a.x{i - 1} + 1"))), f => f.Code.Id == "GFR2004");

    [Fact]
    public void Derived_facts_that_multiply_are_refused_before_they_are_worked_out()
    {
        // Each names the one before sixteen times: written out, the tenth is longer than a library.
        var sixteenfold = Chain(10, i => string.Join(" + ", Enumerable.Repeat($"a.x{i - 1}", 16)));
        Assert.Contains(Check(sixteenfold), f => f.Code.Id == "GFR2004");
    }

    [Theory]
    [InlineData("text", "1 + 1", "GFR2007")]
    [InlineData("date", "true", "GFR2007")]
    [InlineData("flag", "'yes'", "GFR2007")]
    [InlineData("choice\n    values: [{ id: red, name: { zh: 红, en: red } }]", "if a.x0 > 1 then 'red' else 'purple'", "GFR2013")]
    [InlineData("choice\n    values: [{ id: red, name: { zh: 红, en: red } }]", "'red'", "")]
    public void A_derivation_has_the_type_of_its_fact(string kind, string derived, string expected)
    {
        var faults = Check(Declare("a.x0", "quantity\n    unit: \"1\"", null) + Declare("a.y", kind, derived));
        Assert.Equal(expected, string.Join(' ', faults.Select(f => f.Code.Id)));
    }

    private static IReadOnlyList<Diagnostic> Check(string facts)
    {
        var units = File.ReadAllText(Path.Combine(Repository.Rules, "vocabulary", "units.yaml"));
        var head = "schema: greenfactory.vocabulary/v1\nsource: { label: assumed }\nfacts:\n";
        return RulePackCatalog.Open(MemoryRules.Of(("vocabulary/units.yaml", units), ("vocabulary/facts.yaml", head + facts))).Check();
    }

    private static string Chain(int length, Func<int, string> derived) =>
        string.Concat(Enumerable.Range(0, length).Select(i => Declare($"a.x{i}", "quantity\n    unit: \"1\"", i == 0 ? null : derived(i))));

    private static string Declare(string path, string kind, string? derived) =>
        $"  - path: {path}\n    name: {{ zh: 甲, en: x }}\n    kind: {kind}\n    meaning: {{ zh: 甲, en: x }}\n"
        + (derived is null ? string.Empty : $"    derived: \"{derived}\"\n");

    private static string Nested(string open, string close, string core, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth));

    private static T OnSmallStack<T>(Func<T> work)
    {
        T? result = default;
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
#pragma warning disable CA1031 // Handed to the test's own thread below.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    thrown = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        return thrown is null ? result! : throw new InvalidOperationException(thrown.Message, thrown);
    }
}
