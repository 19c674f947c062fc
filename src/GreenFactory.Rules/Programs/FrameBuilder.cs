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
    private readonly ConcurrentDictionary<Key, LookedUp> _lookedUp = new();
    private readonly Adjustments _adjustments = new(vocabulary);

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

    /// <summary>How the value of one product was corrected; null where it holds as printed.</summary>
    public Adjustment? AdjustmentOf(ExternalEntry entry, FactoryFacts facts, DateOnly asOf, int product)
    {
        if (product < 0 || entry.Series is null || entry.Column == BenchmarkSeries.Exists)
        {
            return null;
        }

        return UsableRow(entry, Subject(facts, asOf, facts.Products![product]), facts.Products[product].CountedIn?.Dimension.Id) is { } row
            ? _adjustments.For(row, entry.Column!, facts, asOf, product)
            : null;
    }

    private FactCell[] FactoryExternals(FactoryFacts facts, DateOnly asOf)
    {
        var subject = Subject(facts, asOf, null);
        var key = new Key(subject, CountedIn(facts.Products));
        return (Known(key) ?? Remember(key, [.. externals.Factory.Select(e => e.Coefficient is not null ? CoefficientCell(e.Coefficient, subject.Region, asOf) : BenchmarkCell(e, subject, key.CountedIn))], [])).Cells;
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
            var looked = Known(key) ?? Remember(key, [.. externals.Product.Select(e => BenchmarkCell(e, key.Subject, key.CountedIn))], Corrections(key));
            tables[p] = looked.Corrections.Count == 0 ? looked.Cells : Corrected(looked, facts, asOf, p);
        }

        return tables;
    }

    /// <summary>The columns whose value hangs on facts of the product.</summary>
    private List<(int Index, Correction Correction)> Corrections(in Key key)
    {
        var corrections = new List<(int, Correction)>();
        for (var i = 0; i < externals.Product.Count; i++)
        {
            var entry = externals.Product[i];
            if (entry.Column is { } column && column != BenchmarkSeries.Exists && UsableRow(entry, key.Subject, key.CountedIn) is { } row && _adjustments.Of(row, column) is { } correction)
            {
                corrections.Add((i, correction));
            }
        }

        return corrections;
    }

    private static FactCell[] Corrected(LookedUp looked, FactoryFacts facts, DateOnly asOf, int product)
    {
        // The table looked up is shared; this product's corrections are its own.
        var cells = (FactCell[])looked.Cells.Clone();
        Adjustments.Apply(looked.Corrections, cells, facts, asOf, product);
        return cells;
    }

    private LookedUp? Known(in Key key) => _lookedUp.GetValueOrDefault(key);

    /// <summary>Factories of one industry, region and date, and products of one kind, share their look-ups.</summary>
    private LookedUp Remember(in Key key, FactCell[] cells, IReadOnlyList<(int, Correction)> corrections)
    {
        if (_lookedUp.Count >= MostLookedUp)
        {
            // Strangers may send any kind of product; the memory of look-ups must not grow with them.
            _lookedUp.Clear();
        }

        return _lookedUp[key] = new LookedUp(cells, corrections);
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

        return Usable(match.Row, countedIn)?.Values.GetValueOrDefault(entry.Column!) is { } value ? FactCell.Of(value) : default;
    }

    private BenchmarkRow? UsableRow(ExternalEntry entry, BenchmarkSubject subject, string? countedIn)
    {
        var match = benchmarks.Find(entry.Series!, ColumnOf(entry), subject);
        return match.IsOpen ? null : Usable(match.Row, countedIn);
    }

    /// <summary>A value per square metre says nothing about a product counted in tonnes, nor about one of which nobody said what it is counted in.</summary>
    private static BenchmarkRow? Usable(BenchmarkRow? row, string? countedIn) =>
        row?.CountedDimension is { } dimension && countedIn != dimension ? null : row;

    private static string? ColumnOf(ExternalEntry entry) => entry.Column == BenchmarkSeries.Exists ? null : entry.Column;

    /// <summary>What was looked up, and what of it has to be corrected product by product.</summary>
    private sealed record LookedUp(FactCell[] Cells, IReadOnlyList<(int Index, Correction Correction)> Corrections);

    private readonly record struct Key(BenchmarkSubject Subject, string? CountedIn);
}
