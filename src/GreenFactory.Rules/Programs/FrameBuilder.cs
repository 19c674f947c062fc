using System.Collections.Concurrent;
using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Programs;

/// <summary>Looks up the coefficients and benchmarks that apply to one factory on one date.</summary>
internal sealed class FrameBuilder(FactVocabulary vocabulary, BenchmarkLibrary benchmarks, ExternalTable externals)
{
    public const string ProductKindPath = "product.kind";

    private const int MostLookedUp = 4096;

    private readonly FactDeclaration? _productKind = vocabulary.Find(ProductKindPath);
    private readonly ConcurrentDictionary<Key, FactCell[]> _lookedUp = new();

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

    private FactCell[] FactoryExternals(FactoryFacts facts, DateOnly asOf)
    {
        var subject = Subject(facts, asOf, null);
        var key = new Key(subject, CountedIn(facts.Products));
        return Known(key) ?? Remember(key, [.. externals.Factory.Select(e => e.Coefficient is not null ? CoefficientCell(e.Coefficient, subject.Region, asOf) : BenchmarkCell(e, subject, key.CountedIn))]);
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
            var key = new Key(Subject(facts, asOf, product), product.CountedIn?.Dimension.Id);
            tables[p] = Known(key) ?? Remember(key, [.. externals.Product.Select(e => BenchmarkCell(e, key.Subject, key.CountedIn))]);
        }

        return tables;
    }

    private FactCell[]? Known(in Key key) => _lookedUp.GetValueOrDefault(key);

    /// <summary>Factories of one industry, region and date, and products of one kind, share their look-ups.</summary>
    private FactCell[] Remember(in Key key, FactCell[] cells)
    {
        if (_lookedUp.Count >= MostLookedUp)
        {
            // Strangers may send any kind of product; the memory of look-ups must not grow with them.
            _lookedUp.Clear();
        }

        _lookedUp[key] = cells;
        return cells;
    }

    private BenchmarkSubject Subject(FactoryFacts facts, DateOnly asOf, FactoryProduct? product)
    {
        return new BenchmarkSubject(facts.Identity.Industry, facts.Identity.Region, asOf, product is not null, product is null || _productKind is null ? null : Kind(product.Cells[_productKind.Slot]), facts.Period.LastDay);
    }

    /// <summary>A product declared to be of no kind has none of the kinds there are rows for; the reason given is not a kind.</summary>
    private static string? Kind(in FactCell cell) =>
        cell.State == FactState.NotApplicable ? string.Empty : cell.Reference as string;

    private static FactCell CoefficientCell(Coefficient coefficient, string? region, DateOnly asOf)
    {
        if (region is null && coefficient.IsRegional)
        {
            return default;
        }

        return coefficient.On(asOf, region)?.Value is { } value ? FactCell.Of(value) : default;
    }

    /// <summary>The dimension all products are counted in; null when one does not say or two differ, for then nobody can compare.</summary>
    private static string? CountedIn(IReadOnlyList<FactoryProduct>? products)
    {
        var counted = products is { Count: > 0 } ? products[0].CountedIn?.Dimension.Id : null;
        return counted is not null && products!.All(p => p.CountedIn?.Dimension.Id == counted) ? counted : null;
    }

    private FactCell BenchmarkCell(ExternalEntry entry, BenchmarkSubject subject, string? countedIn)
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

        // A value per square metre says nothing about a product counted in tonnes, nor about one of which nobody said what it is counted in.
        var countedOtherwise = match.Row?.CountedDimension is { } dimension && countedIn != dimension;
        return !countedOtherwise && match.Row?.Values.GetValueOrDefault(entry.Column!) is { } value ? FactCell.Of(value) : default;
    }

    private static string? ColumnOf(ExternalEntry entry) => entry.Column == BenchmarkSeries.Exists ? null : entry.Column;

    private readonly record struct Key(BenchmarkSubject Subject, string? CountedIn);
}
