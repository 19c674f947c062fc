namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>One product of a factory.</summary>
internal sealed class ProductRecord
{
    public required ProductBenchmarks Benchmarks { get; init; }

    /// <summary>What the benchmarks are looked up by.</summary>
    public required ProductKey Key { get; init; }

    public Amount Capacity { get; init; }

    public Amount CapacityFactor { get; init; }

    public Amount Carbon { get; init; }

    public Amount CarbonPerUnit { get; init; }

    public Amount Energy { get; init; }

    public Amount EnergyPerOutputValue { get; init; }

    public Amount EnergyPerUnit { get; init; }

    public Amount Material { get; init; }

    public Amount MaterialPerUnit { get; init; }

    public Amount OutputValue { get; init; }

    public Amount PollutantGenerated { get; init; }

    public Amount PollutantGeneratedPerUnit { get; init; }

    public Amount QualifiedOutput { get; init; }

    public Amount TimeQuota { get; init; }

    public Amount WastegasGenerated { get; init; }

    public Amount WastegasGeneratedPerUnit { get; init; }

    public Amount WastewaterGenerated { get; init; }

    public Amount WastewaterGeneratedPerUnit { get; init; }
}
