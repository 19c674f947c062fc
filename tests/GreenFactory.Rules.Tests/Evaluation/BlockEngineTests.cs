using System.Globalization;
using CsCheck;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Blocks;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Evaluation;

public sealed class BlockEngineTests(ITestOutputHelper output)
{
    /// <summary>Rules that are compiled together and tried on one block of factories.</summary>
    private const int Rules = 12;

    private const int Drawn = 160;

    /// <summary>Every operator, every state, folds, years, numbers at both ends of what a decimal holds.</summary>
    [Fact]
    public void Columns_mean_what_the_interpreter_says_of_random_expressions()
    {
        var (decided, exact) = (0, 0);
        Gen.Select(RandomExpressions.All.Where(IsTruthOrNumber).Array[Rules], RandomFactories.All.Array[Drawn]).Sample(
            (texts, factories) =>
            {
                var counts = Compare(texts, factories);
                (decided, exact) = (decided + counts.Decided, exact + counts.Exact);
            },
            iter: Effort.Times(60),
            threads: 1,
            print: p => string.Join('\n', p.Item1));
        output.WriteLine(FormattableString.Invariant($"{decided} rows decided by columns, {exact} left to decimals"));
        Assert.True(decided > exact, $"{exact} of {decided + exact} rows are left to the exact engine: the columns are hardly tried.");
    }

    /// <summary>Rows that have no such product are nobody's: nothing about them may be worked out, however near their numbers are.</summary>
    [Fact]
    public void A_comparison_inside_a_fold_asks_for_exact_numbers_of_existing_products_only()
    {
        const string near = "any((derived.stated != (derived.stated + (product.mass / number.huge))) over products)";
        RandomFactories.All.Array[Drawn].Sample(factories => Compare([near], factories), seed: "0000000000001", iter: 1, threads: 1);
    }

    /// <summary>Factories out of the blue, and each of them again with values that others have, or a hair beside its own.</summary>
    [Theory]
    [MemberData(nameof(PackUnderTest.Ids), MemberType = typeof(PackUnderTest))]
    public void A_block_comes_to_what_its_factories_come_to_one_by_one(string id)
    {
        var pack = PackUnderTest.Of(id);
        var (count, exact) = (Effort.Times(4 * Plane.Rows), 0);
        foreach (var chunk in Variations.Of(pack, count).Chunk(Plane.Rows))
        {
            var block = pack.Compiled.SummariseBlock(chunk, null);
            Assert.NotNull(block);
            exact += block.DecidedExactly;
            for (var i = 0; i < chunk.Length; i++)
            {
                var (one, many) = (Text(pack.Compiled.Evaluate(chunk[i]).Summary()), Text(block.SummaryOf(i)));
                if (one != many)
                {
                    Assert.Fail($"{one} one by one\n{many} in the block\n{FactFileWriter.Write(chunk[i])}");
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"{id}: {count} factories, 0 differ; {100.0 * exact / count:0.0} % decided exactly"));
    }

    [Fact]
    public void Who_has_more_products_than_a_block_holds_is_judged_all_the_same()
    {
        var pack = PackUnderTest.Of("miit-green-factory@2018");
        var one = Enumerable.Range(0, 200).Select(seed => pack.Draw(seed, FactoryShape.Partial)).First(f => f.Products is { Count: > 0 });
        var product = one.Products![0];
        var many = one.With(products: [.. Enumerable.Range(0, FactoryBlock.MostProductsOfOne + 1).Select(i => product with { Id = i.ToString("D3", CultureInfo.InvariantCulture) })]);
        var block = pack.Compiled.SummariseBlock([one, many, one], null)!;

        Assert.Equal(1, block.DecidedExactly);
        Assert.Equal(Text(pack.Compiled.Evaluate(many).Summary()), Text(block.SummaryOf(1)));
        Assert.Equal(Text(pack.Compiled.Evaluate(one).Summary()), Text(block.SummaryOf(2)));
    }

    private static (int Decided, int Exact) Compare(string[] texts, FactoryFacts[] factories)
    {
        var counts = (Decided: 0, Exact: 0);
        var program = Program(texts);
        var frames = new FrameBuilder(program.Vocabulary, program.Benchmarks, program.Externals);
        var plan = BlockPlan.Of(program)!;
        var (block, state) = (plan.NewBlock(), plan.NewState());
        block.Fill([.. factories.Select(f => frames.Build(f, f.Period.LastDay))]);
        plan.Run(state, block);
        var result = new SummaryBlock(program, state, block);
        for (var i = 0; i < factories.Length; i++)
        {
            var row = block.RowOf[i];
            if (state.Exact.Has(row))
            {
                counts.Exact++;
                continue;
            }

            counts.Decided++;
            var interpreter = new Interpreter(block.Frame(row));
            for (var rule = 0; rule < texts.Length; rule++)
            {
                var expected = ReferenceEngine.Judge(program.Rules[rule], interpreter).Status;
                Assert.True(expected == result.StatusOf(i, rule), $"{texts[rule]}: {expected} one by one, {result.StatusOf(i, rule)} in the block");
            }
        }

        return counts;
    }

    private static bool IsTruthOrNumber(string text) => ExpressionBench.Bind(text, TryOut.Vocabulary).Bench is { Bound.Type.Kind: ValueKind.Truth or ValueKind.Number };

    private static RuleProgram Program(string[] texts)
    {
        var pack = RulePackCatalog.Default.Load("miit-green-factory@2018").Program.Pack;
        var bag = new DiagnosticBag();
        var names = new ProgramNames(TryOut.Vocabulary, new Dictionary<string, BoundConstant>(StringComparer.Ordinal));
        var rules = texts.Select((text, i) =>
        {
            var bound = Binder.Bind(new ExpressionText(text, new SourceSpan(ExpressionBench.File, 1, 1)), names, TryOut.Vocabulary.Units, BindingDomain.Factory, bag)!;
            var isTruth = bound.Type.Kind == ValueKind.Truth;
            return new BoundRule(i, pack.Rules[0] with { Points = null }, null, isTruth ? bound : null, isTruth ? null : bound, []);
        }).ToList();
        return new RuleProgram
        {
            Pack = pack,
            Vocabulary = TryOut.Vocabulary,
            Benchmarks = new BenchmarkLibrary([], []),
            Externals = names.Externals,
            Memory = names.Memory,
            Rules = rules,
            Groups = [],
            PassMark = 0,
            Tiers = [],
            Parameters = new Dictionary<string, BoundConstant>(StringComparer.Ordinal),
        };
    }

    private static string Text(VerdictSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Conclusion} {summary.Score.Lower / 1.0000000000m}…{summary.Score.Upper / 1.0000000000m} of {summary.Score.Full} {summary.Score.Applies} {summary.Tier?.Lower}…{summary.Tier?.Upper} {string.Concat(Enumerable.Range(0, summary.RuleCount).Select(r => (int)summary.StatusOf(r)))}");
}
