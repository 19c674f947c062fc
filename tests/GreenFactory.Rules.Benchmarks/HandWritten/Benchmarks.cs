namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>Values of the industry, already chosen for one factory and date; unknown where the tables say nothing.</summary>
internal sealed class FactoryBenchmarks
{
    public Amount FloorAreaRatio { get; init; }

    public Answer CapacityPerAreaExists { get; init; }

    public Amount CapacityPerAreaMean { get; init; }

    public Amount CapacityPerAreaTop20 { get; init; }

    public Amount CapacityPerAreaTop5 { get; init; }

    public Answer LandOutputValueExists { get; init; }

    public Amount LandOutputValue { get; init; }

    public Amount WastewaterReuseMean { get; init; }

    public Amount WastewaterReuseTop20 { get; init; }

    public Amount WastewaterReuseTop5 { get; init; }

    public Amount EnergyPerOutputValueMean { get; init; }

    public Amount EnergyPerOutputValueTop20 { get; init; }

    public Amount EnergyPerOutputValueTop5 { get; init; }
}

/// <summary>Values of the industry for one kind of product.</summary>
internal sealed class ProductBenchmarks
{
    public Answer EnergyExists { get; init; }

    public Amount EnergyThreshold { get; init; }

    public Amount EnergyLeading { get; init; }

    public required Ladder Pollutant { get; init; }

    public required Ladder Wastegas { get; init; }

    public required Ladder Wastewater { get; init; }

    public required Ladder Material { get; init; }

    public required Ladder Carbon { get; init; }
}

/// <summary>Mean of an industry and what the best 20 % and 5 % reach.</summary>
internal readonly struct Ladder(Amount mean, Amount top20, Amount top5)
{
    public readonly Amount Mean = mean;

    public readonly Amount Top20 = top20;

    public readonly Amount Top5 = top5;
}

/// <summary>Where and when a factory works, and what its products are counted in.</summary>
internal readonly record struct PlaceKey(string? Industry, string? Region, int Year, string? CountedIn);

internal readonly record struct ProductKey(PlaceKey Place, string? Kind, string? CountedIn);

/// <summary>The benchmarks by key, for whoever wants to look them up while evaluating.</summary>
internal sealed class BenchmarkTable
{
    private readonly Dictionary<PlaceKey, FactoryBenchmarks> _places = [];
    private readonly Dictionary<ProductKey, ProductBenchmarks> _products = [];

    public FactoryBenchmarks Of(in PlaceKey key) => _places[key];

    public ProductBenchmarks Of(in ProductKey key) => _products[key];

    public void Add(FactoryRecord factory)
    {
        _places[factory.Place] = factory.Benchmarks;
        foreach (var product in factory.Products ?? [])
        {
            _products[product.Key] = product.Benchmarks;
        }
    }
}
