using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Programs;

/// <summary>One tier, checked: names are places now.</summary>
/// <param name="Definition">The tier as written.</param>
/// <param name="HasCutOff">Whether it asks for a score at all.</param>
/// <param name="AtLeast">The least total; null when it asks for none, or when the parameter that sets it has no value.</param>
/// <param name="Parameter">The parameter that sets the cut-off, with its prefix; null for a number written in the tier.</param>
/// <param name="CutOffSource">Where the cut-off is from.</param>
/// <param name="Tiers">Places of the tiers it requires, all before it.</param>
/// <param name="Met">Places of the rules that have to be met.</param>
/// <param name="Direct">Places of the rules that open a direct route.</param>
internal sealed record BoundTier(
    TierDefinition Definition, bool HasCutOff, decimal? AtLeast, string? Parameter, Provenance CutOffSource, IReadOnlyList<int> Tiers, IReadOnlyList<int> Met, IReadOnlyList<int> Direct)
{
    /// <summary>A tier with routes and nothing else of its own is reached by a route only.</summary>
    public bool HasDemands => HasCutOff || Met.Count > 0 || Direct.Count == 0;
}
