using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Packs;

/// <summary>What a layer did to a value or an item of the layers below it.</summary>
public enum PackChangeKind
{
    /// <summary>The item is new: a rule, group, tier, parameter, coefficient.</summary>
    Added = 0,

    /// <summary>Another value stands there.</summary>
    Replaced = 1,

    /// <summary>The item was taken out.</summary>
    Deselected = 2,

    /// <summary>The item was taken out by a layer below and is back.</summary>
    Selected = 3,
}

/// <summary>One value of a resolved pack that is not as the lowest pack wrote it. Immutable.</summary>
public sealed record PackChange
{
    /// <summary>Where in the pack: <c>rules.6.2.1.points</c>, <c>groups.land.weight</c>, <c>parameters.pass_mark.value</c>, <c>full</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What was done.</summary>
    public required PackChangeKind Kind { get; init; }

    /// <summary>Id of the layer that did it: a pack, or an overlay.</summary>
    public required string Layer { get; init; }

    /// <summary>Where that layer says so.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>What stands there now; null for an item as a whole.</summary>
    public string? Value { get; init; }

    /// <summary>Id of the layer that said it before; null for an item that is new.</summary>
    public string? ReplacedLayer { get; init; }

    /// <summary>What stood there before; null when there was nothing, and for an item as a whole.</summary>
    public string? Replaced { get; init; }
}
