namespace GreenFactory.Rules.Coverage;

internal enum CoverageKind
{
    /// <summary>A rule has a status.</summary>
    Status,

    /// <summary>A gate is passed, vetoes or stays open.</summary>
    Gate,

    /// <summary>One way of measuring is used.</summary>
    Form,

    /// <summary>A truth decides alone.</summary>
    Decisive,

    /// <summary>One side of a threshold.</summary>
    Band,

    /// <summary>A tier or the pass mark is reached or missed.</summary>
    Tier,

    /// <summary>A warning that the pack itself, and not a fact, gives rise to.</summary>
    Warning,
}

/// <summary>One thing the cases of a pack should make happen. The key is made of ids and places in expressions, never of lines.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Rule">The rule it belongs to; null for the pack.</param>
/// <param name="What">In words.</param>
internal sealed record CoverageGoal(string Key, CoverageKind Kind, string? Rule, LocalizedText What);

/// <summary>What the cases of one pack made happen.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Goals">All goals in pack order.</param>
/// <param name="Covered">By key the sentence of the first case that got there.</param>
internal sealed record CaseCoverage(string Pack, IReadOnlyList<CoverageGoal> Goals, IReadOnlyDictionary<string, string> Covered)
{
    public int Count => Goals.Count(g => Covered.ContainsKey(g.Key));

    public IEnumerable<CoverageGoal> Open => Goals.Where(g => !Covered.ContainsKey(g.Key));

    /// <summary>Covered share in percent, cut off after one decimal: only everything is 100.</summary>
    public decimal Percent => Goals.Count == 0 ? 100 : Math.Floor(1000m * Count / Goals.Count) / 10;
}
