using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Benchmarks;

/// <summary>What a row, or all rows of a grid, say beside id, product and values.</summary>
internal sealed record BenchmarkRowHead
{
    public SourceSpan Place { get; init; }

    public ScalarNode? Series { get; init; }

    public ScalarNode? Unit { get; init; }

    public IReadOnlyList<string> Industries { get; init; } = [];

    public string? Region { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public string? Table { get; init; }

    public LocalizedText? Indicator { get; init; }

    public bool IsOutOfOrder { get; init; }

    public Provenance? Source { get; init; }

    public IReadOnlyList<LocalizedText> Corrections { get; init; } = [];
}

/// <summary>The series of a row, and how its numbers come into the unit of that series.</summary>
internal readonly record struct BenchmarkRowContext(BenchmarkSeries Series, Unit Unit, Conversion Conversion, string? Dimension);
