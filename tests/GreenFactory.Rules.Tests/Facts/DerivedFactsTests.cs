using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Facts;

/// <summary>Every derived fact of the vocabulary against a result worked out by hand (<c>Derived/*.yaml</c>), in both engines.</summary>
public sealed class DerivedFactsTests
{
    private static readonly IReadOnlyList<(string Place, MapNode Case)> All = Read();

    public static TheoryData<string> Cases() => [.. All.Select(c => c.Place)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_derived_fact_has_the_value_worked_out_by_hand(string place)
    {
        var (_, node) = All.First(c => c.Place == place);
        var bag = new DiagnosticBag();
        var row = MapReader.Open(node, bag)!;
        var expression = row.Text("fact") ?? row.Text("expression", required: true)!;
        var asOf = row.Date("as-of");
        var expected = row.Text("expect", required: true)!;
        var facts = Facts(row, bag);
        row.Text("how");
        row.List("formula");
        row.Done();
        Assert.True(bag.Count == 0, string.Join("\n", bag.ToList()));

        var isProduct = FactVocabulary.Default.Find(expression)?.Scope == FactScope.Product;
        var (bench, faults) = ExpressionBench.Bind(expression, FactVocabulary.Default, domain: isProduct ? BindingDomain.Product : BindingDomain.Factory);
        Assert.True(bench is not null, string.Join("\n", faults));
        var product = isProduct ? 0 : -1;
        var interpreted = bench.Interpret(facts, asOf, product);
        Assert.Equal(interpreted, bench.RunCompiled(facts, asOf, product));
        Assert.Equal(expected, Show(interpreted, bench.Bound.Type.Unit, isProduct ? facts.Products![0].CountedIn : null, expected));
    }

    [Fact]
    public void Every_derived_fact_of_the_vocabulary_is_worked_out_and_left_open_at_least_once()
    {
        var results = All.ToLookup(c => (c.Case.Find("fact") as ScalarNode)?.Text, c => ((ScalarNode)c.Case.Find("expect")!).Text);
        foreach (var fact in FactVocabulary.Default.Facts.Where(f => f.IsDerived))
        {
            Assert.True(results[fact.Path].Any(IsNumber), $"{fact.Path} has no line with a value");
            Assert.True(results[fact.Path].Any(r => !IsNumber(r)), $"{fact.Path} has no line with a part missing");
        }
    }

    [Fact]
    public void Every_formula_of_annex_B_2025_and_annex_A_2018_is_worked_out()
    {
        var written = All.SelectMany(c => (c.Case.Find("formula") as ListNode)?.Items ?? []).Select(n => ((ScalarNode)n).Text).ToHashSet(StringComparer.Ordinal);
        var wanted = Enumerable.Range(1, 28).Select(i => $"B.{i}").Concat(Enumerable.Range(1, 13).Select(i => $"A.{i}"));
        Assert.Equal([], wanted.Except(written));
    }

    private static bool IsNumber(string result) => result is not ("unknown" or "not-applicable");

    private static List<(string, MapNode)> Read()
    {
        var cases = new List<(string, MapNode)>();
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Tests, "Facts", "Derived"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var bag = new DiagnosticBag();
            var list = (ListNode)DocumentReader.ReadFile(path, Path.GetFileName(path), bag)!;
            InvalidInputException.ThrowIfAny(bag);
            cases.AddRange(list.Items.Cast<MapNode>().Select(m => ($"{m.Span.File}:{m.Span.Line} {((m.Find("fact") ?? m.Find("expression")) as ScalarNode)?.Text}", m)));
        }

        return cases;
    }

    /// <summary>The case as a fact file.</summary>
    private static FactoryFacts Facts(MapReader row, DiagnosticBag bag)
    {
        var here = row.Span;
        var file = new List<MapEntry>
        {
            Entry("schema", Word(FactoryFactsReader.Schema)),
            Entry("period", Word(row.Text("period") ?? "2025")),
            Entry("facts", row.Get("given") ?? new MapNode([], here)),
        };
        if (row.Text("region") is { } region)
        {
            file.Add(Entry("factory", new MapNode([Entry("region", Word(region))], here)));
        }

        if (row.Get("history") is { } history)
        {
            file.Add(Entry("history", history));
        }

        if (row.Get("product") is { } product)
        {
            file.Add(Entry("products", new ListNode([Product(product, 0)], here)));
        }
        else if (row.Get("products") is ListNode products)
        {
            file.Add(Entry("products", new ListNode([.. products.Items.Select(Product)], here)));
        }

        return FactoryFactsReader.Read(new MapNode(file, here), FactVocabulary.Default, bag)!;

        ScalarNode Word(string text) => new(text, true, here);

        MapEntry Entry(string key, Node value) => new(Word(key), value);

        MapNode Product(Node facts, int index) => new([Entry("id", Word($"p{index}")), Entry("facts", facts)], here);
    }

    /// <summary>Number and unit, at the decimals of the expectation.</summary>
    private static string Show(Value value, Unit unit, UnitSymbol? countedIn, string expected)
    {
        if (value is not NumberValue number)
        {
            return value.Show();
        }

        var digits = expected.Split(' ')[0];
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var rounded = Math.Round(number.Number, decimals, MidpointRounding.AwayFromZero);
        var shown = countedIn is null ? unit : unit.WithProduct(countedIn);
        var text = rounded.ToString("F" + decimals.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
        return shown.IsOne ? text : $"{text} {shown.Symbol}";
    }
}
