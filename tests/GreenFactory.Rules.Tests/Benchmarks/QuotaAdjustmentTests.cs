using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Benchmarks;

/// <summary>Limits of the quota standards with their corrections (<c>adjustments.txt</c>), in both engines.</summary>
public sealed class QuotaAdjustmentTests
{
    private static readonly BenchmarkLibrary Library = RulePackCatalog.Default.Benchmarks;
    private static readonly FactVocabulary Vocabulary = RulePackCatalog.Default.Vocabulary;

    public static TheoryData<int, string, string> Cases()
    {
        var data = new TheoryData<int, string, string>();
        foreach (var (line, left, right) in Table.Read(Path.Combine(Repository.Tests, "Benchmarks", "adjustments.txt")))
        {
            data.Add(line, left, right);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_limit_is_corrected_by_the_facts_of_the_product(int line, string subject, string expected)
    {
        Assert.True(line > 0);
        var parts = subject.Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(expected, string.Join(' ', new[] { "leading", "baseline", "threshold" }.Select(c => Value(parts[0], c, parts[1], parts[2], parts[3], parts[4]))));
    }

    [Fact]
    public void Every_fact_a_correction_reads_applies_to_the_products_it_corrects()
    {
        var adjusted = Library.Rows.Where(r => r.Adjust.Count > 0).ToList();
        Assert.Equal(212, adjusted.Count);
        foreach (var row in adjusted)
        {
            foreach (var kind in new[] { row.Product!, row.ProductName }.OfType<string>())
            {
                var facts = Facts("2026", "{ \"product.kind\": \"" + kind + "\" }", "{ \"site.altitude\": \"2000 m\" }", row.Industries[0]);
                foreach (var column in row.Adjust.Keys.Where(c => row.PrintedValues.GetValueOrDefault(c) is not null))
                {
                    var adjustment = new Adjustments(Vocabulary).For(row, column, facts, new DateOnly(2026, 12, 31), 0)!;
                    foreach (var fact in BoundTree.All([adjustment.Bound]).OfType<BoundFact>().Where(f => f.Applies is not null))
                    {
                        var applies = new GreenFactory.Rules.Expressions.Evaluation.Interpreter(adjustment.Frame).EvaluateProduct(fact.Applies!, 0);
                        Assert.True(applies.Show() == "true", $"{row.Id} {kind} {fact.Fact.Path}: {applies.Show()}");
                    }
                }
            }
        }
    }

    [Fact]
    public void A_correction_with_a_wrong_unit_or_name_is_told_with_its_place()
    {
        var bag = new DiagnosticBag();
        var reader = new BenchmarkReader(Vocabulary, bag);
        var text = Repository.Read("rules/benchmarks/gb-16780-2021.yaml").Replace("* 110 kgce/t", "* 110 kWh/t", StringComparison.Ordinal).Replace("site.altitude", "site.hight", StringComparison.Ordinal);
        reader.Read(DocumentReader.ReadText(text, "quota.yaml", bag));
        Adjustments.Check(reader.Build(), Vocabulary, bag);

        Assert.Contains(bag.ToList(), d => d.Code == DiagnosticCodes.UnitsDiffer && d.Span.Line == 22);
        Assert.Contains(bag.ToList(), d => d.Code == DiagnosticCodes.UnknownName && d.Message.En.Contains("site.hight", StringComparison.Ordinal));
    }

    private static string Value(string series, string column, string industry, string period, string products, string factory)
    {
        var facts = Facts(period, products, factory, industry);
        var bench = ExpressionBench.Bind($"benchmark.{series}.{column}", Vocabulary, Library, BindingDomain.Product).Bench!;
        var value = bench.Interpret(facts, null, 0);
        Assert.Equal(value, bench.RunCompiled(facts, null, 0));
        return value.Show();
    }

    private static FactoryFacts Facts(string period, string product, string factory, string industry) => FactoryFacts.Parse(
        $$"""
        { "schema": "greenfactory.facts/v1", "factory": { "id": "f", "region": "330100", "industry": "{{industry}}" }, "period": "{{period}}",
          "facts": {{factory}},
          "products": [ { "id": "p", "facts": {{$"{product[..product.LastIndexOf('}')]}, \"product.qualified_output\": \"1 t\" }}"}} } ] }
        """);
}
