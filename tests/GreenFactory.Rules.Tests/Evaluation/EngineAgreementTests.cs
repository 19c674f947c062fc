using CsCheck;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Evaluation;

public sealed class EngineAgreementTests
{
    /// <summary>Factories each compiled expression is tried on; compiling is the expensive part.</summary>
    private const int Factories = 10;

    [Fact]
    public void Interpreter_and_compiled_engine_agree_on_random_expressions() =>
        Gen.Select(RandomExpressions.All, RandomFactories.All.Array[Factories]).Sample(
            (text, factories) =>
            {
                var bench = Bind(text);
                foreach (var facts in factories)
                {
                    Assert.Equal(bench.Show(bench.Interpret(facts)), bench.Show(bench.RunCompiled(facts)));
                }
            },
            iter: 1000,
            print: p => p.Item1);

    [Fact]
    public void What_is_decided_stays_decided_however_the_unknown_turns_out() =>
        Gen.Select(RandomExpressions.All, RandomFactories.LessAndMore.Array[Factories]).Sample(
            (text, pairs) =>
            {
                var bench = Bind(text);
                foreach (var (less, more) in pairs)
                {
                    var before = bench.Interpret(less);
                    if (!before.IsUnknown)
                    {
                        Assert.Equal(bench.Show(before), bench.Show(bench.Interpret(more)));
                    }
                }
            },
            iter: 2000,
            print: p => p.Item1);

    private static ExpressionBench Bind(string text)
    {
        var (bench, faults) = ExpressionBench.Bind(text, TryOut.Vocabulary);
        Assert.True(bench is not null, $"{text}: {string.Join("; ", faults)}");
        return bench;
    }
}
