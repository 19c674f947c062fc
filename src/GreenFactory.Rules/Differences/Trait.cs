using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Differences;

/// <summary>What a change of a trait can change.</summary>
internal enum TraitKind
{
    /// <summary>Verdicts.</summary>
    Content,

    /// <summary>Labels and citations: how far a verdict can be trusted.</summary>
    Source,

    /// <summary>Words that are shown and decide nothing.</summary>
    Wording,
}

/// <summary>One thing that can be said of a pack, by its place in the model: <c>rules.6.2.1.points</c>.</summary>
/// <param name="Path">The place; the same whatever the file looks like.</param>
/// <param name="Kind">What it can change.</param>
/// <param name="Text">The value in one spelling.</param>
/// <param name="Span">Where it is written.</param>
internal sealed record Trait(string Path, TraitKind Kind, string Text, SourceSpan Span);

/// <summary>A trait that two packs do not share.</summary>
/// <param name="Path">The place.</param>
/// <param name="Kind">What it can change.</param>
/// <param name="From">In the first pack; null where it has none.</param>
/// <param name="To">In the second pack; null where it has none.</param>
internal sealed record TraitChange(string Path, TraitKind Kind, Trait? From, Trait? To)
{
    /// <summary>The rule, group, tier or parameter it belongs to; the path itself for what belongs to none.</summary>
    public required string Item { get; init; }

    /// <summary>True when a rule, group, tier or parameter is in one of the packs only.</summary>
    public bool IsWhole { get; init; }
}
