namespace GreenFactory.Rules;

/// <summary>How many factories are judged together. Immutable.</summary>
public sealed record BulkOptions
{
    /// <summary>One worker per processor, and the last day of each factory's period as its date.</summary>
    public static BulkOptions Default { get; } = new();

    /// <summary>Date that coefficients and benchmarks are chosen for; the last day of each factory's period when null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How many workers judge at the same time, from 1; the results and their order do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int DegreeOfParallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = Environment.ProcessorCount;
}
