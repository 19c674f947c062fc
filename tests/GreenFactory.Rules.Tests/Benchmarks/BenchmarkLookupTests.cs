using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Benchmarks;

/// <summary>Which benchmark row is taken, by table (<c>lookups.txt</c> over <c>rows.yaml</c>), in both engines.</summary>
public sealed class BenchmarkLookupTests
{
    private const string Series = "benchmark.energy_per_product.";

    private static readonly BenchmarkLibrary Library = Read("rows.yaml", "illustrative.yaml");

    public static TheoryData<int, string, string> Cases()
    {
        var data = new TheoryData<int, string, string>();
        foreach (var (line, left, right) in Table.Read(Path.Combine(Repository.Tests, "Benchmarks", "lookups.txt")))
        {
            data.Add(line, left, right);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_most_fitting_row_is_taken(int line, string subject, string expected)
    {
        Assert.True(line > 0);
        var parts = subject.Split('|', StringSplitOptions.TrimEntries).Select(p => p == "-" ? null : p).ToArray();
        Assert.Equal(expected, string.Join(' ', new[] { "leading", "baseline", "exists" }.Select(column => Value(Library, Series + column, parts[0], parts[1], DateOnly.ParseExact(parts[2]!, "yyyy-MM-dd"), parts[3], parts[4]))));
    }

    [Fact]
    public void Illustrative_rows_serve_where_nothing_is_published()
    {
        var illustrative = Read("illustrative.yaml");
        var date = new DateOnly(2026, 1, 1);
        Assert.Equal("111", Value(illustrative, Series + "leading", "1711", null, date, null, "t"));
        Assert.Equal("101", Value(illustrative, Series + "leading", "1721", null, date, null, "t"));
        Assert.Equal("false", Value(illustrative, Series + "exists", "3011", null, date, null, "t"));
        Assert.Equal("unknown", Value(illustrative, Series + "leading", "17", null, date, null, "t"));
    }

    [Fact]
    public void A_value_is_brought_to_the_unit_of_its_series_and_cited_with_its_table()
    {
        var row = Library.Rows.Single(r => r.Id == "clinker");
        Assert.Equal((31m, 32m, "mass"), (row.Values["leading"], row.Values["baseline"], row.CountedDimension));
        Assert.Equal(("T 1-2020", ProvenanceLabel.Assumed), (row.Citation.Document, row.Citation.Label));
    }

    private static string Value(BenchmarkLibrary library, string path, string? industry, string? region, DateOnly asOf, string? kind, string? countedIn)
    {
        var vocabulary = FactVocabulary.Default;
        var cells = new FactCell[vocabulary.ProductSlots];
        if (kind is not null)
        {
            cells[vocabulary.Find("product.kind")!.Slot] = FactCell.Of(kind);
        }

        var unit = countedIn is null ? null : vocabulary.Units.ProductUnits.Values.Single(u => u.Symbol == countedIn);
        var facts = new FactoryFacts(
            vocabulary,
            new FactoryIdentity { Industry = industry, Region = region },
            new ReportingPeriod(2025),
            new FactCell[vocabulary.FactorySlots],
            [new FactoryProduct("p", null, cells, unit)],
            new Dictionary<int, FactCell[]>(),
            []);
        var bench = ExpressionBench.Bind(path, vocabulary, library, BindingDomain.Product).Bench!;
        var value = bench.Interpret(facts, asOf, 0);
        Assert.Equal(value, bench.RunCompiled(facts, asOf, 0));
        return value.Show();
    }

    private static BenchmarkLibrary Read(params string[] files)
    {
        var bag = new DiagnosticBag();
        var reader = new BenchmarkReader(FactVocabulary.Default, bag);
        foreach (var file in files)
        {
            reader.Read(DocumentReader.ReadFile(Path.Combine(Repository.Tests, "Benchmarks", file), file, bag));
        }

        InvalidInputException.ThrowIfAny(bag);
        return reader.Build();
    }
}
