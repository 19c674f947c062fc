using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>
/// One tier as its author wrote it. It is reached when everything it requires holds and, beyond that, either its own demands
/// (<see cref="AtLeast"/> and <see cref="Met"/>) do or one of its <see cref="Direct"/> routes.
/// </summary>
internal sealed record TierDefinition(string Id, LocalizedText Title, Provenance Source, SourceSpan Span)
{
    /// <summary>The least total: a number or <c>parameter.x</c>; null for a tier of clauses only.</summary>
    public ScalarNode? AtLeast { get; init; }

    /// <summary>Upper end of the band, not part of it. It decides nothing: it has to be where the next tier begins.</summary>
    public ScalarNode? Below { get; init; }

    public bool NeedsGates { get; init; }

    public bool NeedsMandatory { get; init; }

    /// <summary>Tiers before this one that have to be reached as well.</summary>
    public IReadOnlyList<ScalarNode> Tiers { get; init; } = [];

    /// <summary>Rules that have to be met: the clauses, vetoes and outside grades of this tier.</summary>
    public IReadOnlyList<ScalarNode> Met { get; init; } = [];

    /// <summary>Rules any of which, met, takes the place of score and clauses.</summary>
    public IReadOnlyList<ScalarNode> Direct { get; init; } = [];

    /// <summary>Who confirms the tier.</summary>
    public LocalizedText? Authority { get; init; }
}
