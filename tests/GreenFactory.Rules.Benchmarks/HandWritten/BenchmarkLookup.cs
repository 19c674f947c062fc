using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>Chooses benchmarks for a factory or product, once per key. Not part of what is measured.</summary>
internal sealed class BenchmarkLookup(FactVocabulary vocabulary, BenchmarkLibrary library)
{
    private readonly Dictionary<PlaceKey, FactoryBenchmarks> _places = [];
    private readonly Dictionary<ProductKey, ProductBenchmarks> _products = [];

    public FactoryBenchmarks Of(PlaceKey key) =>
        _places.TryGetValue(key, out var known) ? known : _places[key] = Choose(key);

    public ProductBenchmarks Of(ProductKey key) =>
        _products.TryGetValue(key, out var known) ? known : _products[key] = Choose(key);

    private FactoryBenchmarks Choose(PlaceKey key)
    {
        var subject = Subject(key, isProduct: false, kind: null);
        return new FactoryBenchmarks
        {
            FloorAreaRatio = Number("floor_area_ratio", "threshold"),
            CapacityPerAreaExists = Exists("capacity_per_area", subject),
            CapacityPerAreaMean = Number("capacity_per_area", "mean"),
            CapacityPerAreaTop20 = Number("capacity_per_area", "top20"),
            CapacityPerAreaTop5 = Number("capacity_per_area", "top5"),
            LandOutputValueExists = Exists("land_output_value", subject),
            LandOutputValue = Number("land_output_value", "threshold"),
            WastewaterReuseMean = Number("wastewater_reuse_rate", "mean"),
            WastewaterReuseTop20 = Number("wastewater_reuse_rate", "top20"),
            WastewaterReuseTop5 = Number("wastewater_reuse_rate", "top5"),
            EnergyPerOutputValueMean = Number("energy_per_output_value", "mean"),
            EnergyPerOutputValueTop20 = Number("energy_per_output_value", "top20"),
            EnergyPerOutputValueTop5 = Number("energy_per_output_value", "top5"),
        };

        Amount Number(string series, string column) => Value(series, column, subject, key.CountedIn);
    }

    private ProductBenchmarks Choose(ProductKey key)
    {
        var subject = Subject(key.Place, isProduct: true, key.Kind);
        return new ProductBenchmarks
        {
            EnergyExists = Exists("energy_per_product", subject),
            EnergyThreshold = Number("energy_per_product", "threshold"),
            EnergyLeading = Number("energy_per_product", "leading"),
            Pollutant = Ladder("pollutant_generated_per_product"),
            Wastegas = Ladder("wastegas_per_product"),
            Wastewater = Ladder("wastewater_per_product"),
            Material = Ladder("material_per_product"),
            Carbon = Ladder("carbon_per_product"),
        };

        Ladder Ladder(string series) => new(Number(series, "mean"), Number(series, "top20"), Number(series, "top5"));

        Amount Number(string series, string column) => Value(series, column, subject, key.CountedIn);
    }

    private static BenchmarkSubject Subject(PlaceKey place, bool isProduct, string? kind) =>
        new(place.Industry, place.Region, new ReportingPeriod(place.Year).LastDay, isProduct, kind);

    private Answer Exists(string series, BenchmarkSubject subject)
    {
        var match = library.Find(vocabulary.Series[series], null, subject);
        return match.IsOpen ? Answer.Unknown : Answers.Of(match.Row is not null);
    }

    /// <summary>A value per square metre says nothing about a product counted in tonnes, nor about one of which nobody said what it is counted in.</summary>
    private Amount Value(string series, string column, BenchmarkSubject subject, string? countedIn)
    {
        var row = library.Find(vocabulary.Series[series], column, subject).Row;
        var isForOthers = row?.CountedDimension is { } dimension && dimension != countedIn;
        return !isForOthers && row?.Values.GetValueOrDefault(column) is { } value ? new Amount(value) : default;
    }
}
