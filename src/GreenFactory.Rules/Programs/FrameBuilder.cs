using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Programs;

/// <summary>Looks up the coefficients and benchmarks that apply to one factory on one date.</summary>
internal sealed class FrameBuilder(FactVocabulary vocabulary, BenchmarkLibrary benchmarks, ExternalTable externals)
{
    private const string ProductKindPath = "product.kind";
    private const string Uncounted = "";

    private readonly FactDeclaration? _productKind = vocabulary.Find(ProductKindPath);
    private volatile CachedExternals? _last;

    public EvaluationFrame Build(FactoryFacts facts, DateOnly asOf) => new()
    {
        Facts = facts,
        AsOf = asOf,
        Externals = FactoryExternals(facts, asOf),
        ProductExternals = ProductExternals(facts, asOf),
    };

    /// <summary>The row behind a benchmark value, for explanations; <paramref name="product"/> is -1 for the factory.</summary>
    public BenchmarkMatch Match(ExternalEntry entry, FactoryFacts facts, DateOnly asOf, int product) =>
        benchmarks.Find(entry.Series!, ColumnOf(entry), Subject(facts, asOf, product < 0 ? null : facts.Products![product]));

    /// <summary>Factories of one industry, region, date and way of counting share their look-ups: the last one is kept.</summary>
    private FactCell[] FactoryExternals(FactoryFacts facts, DateOnly asOf)
    {
        var id = facts.Identity;
        var counted = CountedIn(facts.Products);
        var last = _last;
        if (last is not null && last.AsOf == asOf && last.Industry == id.Industry && last.Region == id.Region && last.Counted == counted)
        {
            return last.Cells;
        }

        var cells = new FactCell[externals.Factory.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var entry = externals.Factory[i];
            cells[i] = entry.Coefficient is not null
                ? CoefficientCell(entry.Coefficient, id.Region, asOf)
                : BenchmarkCell(entry, Subject(facts, asOf, null), counted);
        }

        _last = new CachedExternals(asOf, id.Industry, id.Region, counted, cells);
        return cells;
    }

    private FactCell[][] ProductExternals(FactoryFacts facts, DateOnly asOf)
    {
        if (externals.Product.Count == 0 || facts.Products is null)
        {
            return [];
        }

        var tables = new FactCell[facts.Products.Count][];
        for (var p = 0; p < tables.Length; p++)
        {
            var product = facts.Products[p];
            var subject = Subject(facts, asOf, product);
            var cells = new FactCell[externals.Product.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = BenchmarkCell(externals.Product[i], subject, product.CountedIn?.Dimension.Id ?? Uncounted);
            }

            tables[p] = cells;
        }

        return tables;
    }

    private BenchmarkSubject Subject(FactoryFacts facts, DateOnly asOf, FactoryProduct? product)
    {
        var kind = product is not null && _productKind is not null ? product.Cells[_productKind.Slot].Reference as string : null;
        return new BenchmarkSubject(facts.Identity.Industry, facts.Identity.Region, asOf, product is not null, kind);
    }

    private static FactCell CoefficientCell(Coefficient coefficient, string? region, DateOnly asOf)
    {
        if (region is null && coefficient.IsRegional)
        {
            return default;
        }

        return coefficient.On(asOf, region)?.Value is { } value ? FactCell.Of(value) : default;
    }

    /// <summary>The dimension all products are counted in; null when none says, <see cref="Uncounted"/> when they differ.</summary>
    private static string? CountedIn(IReadOnlyList<FactoryProduct>? products)
    {
        string? counted = null;
        foreach (var product in products ?? [])
        {
            if (product.CountedIn?.Dimension.Id is { } dimension)
            {
                counted = counted is null || counted == dimension ? dimension : Uncounted;
            }
        }

        return counted;
    }

    private FactCell BenchmarkCell(ExternalEntry entry, BenchmarkSubject subject, string? counted)
    {
        var match = benchmarks.Find(entry.Series!, ColumnOf(entry), subject);
        if (match.IsOpen)
        {
            return default;
        }

        if (entry.Column == BenchmarkSeries.Exists)
        {
            return FactCell.Of(match.Row is not null);
        }

        // A value per square metre says nothing about a product counted in tonnes.
        var countedOtherwise = match.Row?.CountedDimension is { } dimension && counted is not null && counted != dimension;
        return !countedOtherwise && match.Row?.Values.GetValueOrDefault(entry.Column!) is { } value ? FactCell.Of(value) : default;
    }

    private static string? ColumnOf(ExternalEntry entry) => entry.Column == BenchmarkSeries.Exists ? null : entry.Column;

    private sealed record CachedExternals(DateOnly AsOf, string? Industry, string? Region, string? Counted, FactCell[] Cells);
}
