using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules;

/// <summary>The score of one first-level group.</summary>
public sealed record GroupScore
{
    internal GroupScore()
    {
    }

    /// <summary>Group id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Points of the total that the group carries.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Points inside the group, not rounded beyond the 22 decimals that sums of thirds keep exact.</summary>
    public required Score Score { get; init; }
}

/// <summary>The tier reached: what is certain and what is still reachable.</summary>
public sealed record TierResult
{
    internal TierResult()
    {
    }

    /// <summary>Id of the tier when it is settled; null otherwise, or when none is reached.</summary>
    public string? Id { get; init; }

    /// <summary>Title of the settled tier.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Id of the highest tier that is certain; null for none.</summary>
    public string? Lower { get; init; }

    /// <summary>Id of the highest tier still reachable; null for none.</summary>
    public string? Upper { get; init; }
}

/// <summary>A value that is not read from its source, and where it is used.</summary>
public sealed record Assumption
{
    internal Assumption()
    {
    }

    /// <summary>The rule that rests on it; null when the whole pack does.</summary>
    public string? Rule { get; init; }

    /// <summary>What is assumed: <c>points</c>, <c>content</c>, a parameter, a coefficient, a benchmark row, a derived fact; <c>conclusion</c> and <c>conditions TIER</c> for how they are drawn.</summary>
    public required string What { get; init; }

    /// <summary>Its label.</summary>
    public required ProvenanceLabel Label { get; init; }
}

/// <summary>How much of the certain score rests on what was read in its source.</summary>
public sealed record Assurance
{
    internal Assurance()
    {
    }

    /// <summary>Certain points, in the scale of the total, that rest on nothing but values labelled seen.</summary>
    public required decimal SourcedPoints { get; init; }

    /// <summary>Certain points that rest on at least one other value.</summary>
    public required decimal AssumedPoints { get; init; }

    /// <summary>Those values, pack-wide ones first, then in rule order.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }
}

/// <summary>Implausible or contradictory facts, said beside the verdict.</summary>
public sealed record VerdictWarning
{
    internal VerdictWarning()
    {
    }

    /// <summary>Stable code, <c>GFR42nn</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is odd, with the numbers.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>The fact it is about.</summary>
    public required string Path { get; init; }
}
