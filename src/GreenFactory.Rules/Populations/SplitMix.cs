namespace GreenFactory.Rules.Populations;

/// <summary>Pseudo-random numbers from a seed, the same on every machine and in every release (SplitMix64). Not thread-safe, and no secret.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Numbers of their own for every number of a seed.</summary>
    public static SplitMix Of(ulong seed, int number) => unchecked(new SplitMix(seed ^ (((ulong)number + 1) * 0xD1342543DE82EF95)));

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 up to 1, which is left out, in steps of a millionth.</summary>
    public decimal Share() => Next() % 1_000_000 / 1_000_000m;
}
