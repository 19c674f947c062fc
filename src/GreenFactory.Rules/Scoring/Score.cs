namespace GreenFactory.Rules;

/// <summary>A score that may still be open: what is certain, what is still reachable, and full marks. Immutable.</summary>
public readonly record struct Score
{
    internal Score(decimal lower, decimal upper, decimal full, bool applies = true)
    {
        Lower = lower;
        Upper = upper;
        Full = full;
        Applies = applies;
    }

    /// <summary>The score when the facts settle it; null while <see cref="Lower"/> and <see cref="Upper"/> differ, and when nothing applies.</summary>
    public decimal? Value => Applies && Lower == Upper ? Lower : null;

    /// <summary>Points that are certain.</summary>
    public decimal Lower { get; }

    /// <summary>Points that are still reachable.</summary>
    public decimal Upper { get; }

    /// <summary>Full marks of what applies.</summary>
    public decimal Full { get; }

    /// <summary>False when nothing in it applies to this factory.</summary>
    public bool Applies { get; }
}
