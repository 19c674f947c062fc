using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Facts;

/// <summary>Whether a fact is about the factory or about one product.</summary>
public enum FactScope
{
    /// <summary>One value per factory and period.</summary>
    Factory = 0,

    /// <summary>One value per product and period.</summary>
    Product = 1,
}

/// <summary>An expression as an author wrote it, with its place.</summary>
internal sealed record ExpressionText(string Text, SourceSpan Span)
{
    /// <summary>False where escapes or line breaks keep places inside the text from being counted.</summary>
    public bool IsVerbatim { get; init; } = true;

    /// <summary>The place of a character of the text; the beginning of it all where that cannot be told.</summary>
    public SourceSpan At(int offset) => IsVerbatim ? Span.Shift(offset) : Span;
}

/// <summary>One fact of the vocabulary: path, names, kind, unit, range and where it is from. Immutable.</summary>
public sealed record FactDeclaration
{
    internal FactDeclaration()
    {
    }

    /// <summary>Dotted name, for example <c>energy.electricity.purchased</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Kind of value.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>Unit the value is kept in; plain number where the kind has no unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>About the factory or about one product.</summary>
    public required FactScope Scope { get; init; }

    /// <summary>Boundary and meaning in one sentence.</summary>
    public required LocalizedText Meaning { get; init; }

    /// <summary>Least value in <see cref="Unit"/>; null for none.</summary>
    public decimal? Least { get; init; }

    /// <summary>Greatest value in <see cref="Unit"/>; null for none.</summary>
    public decimal? Greatest { get; init; }

    /// <summary>Legal values of a choice, in declared order; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Where the definition is from.</summary>
    public required Provenance Source { get; init; }

    /// <summary>True when the fact is computed from others unless it is stated.</summary>
    public bool IsDerived => Derived is not null;

    internal IReadOnlyDictionary<string, LocalizedText> ChoiceNames { get; init; } = new Dictionary<string, LocalizedText>();

    internal ExpressionText? Derived { get; init; }

    internal ExpressionText? Applies { get; init; }

    /// <summary>Share by which a stated total may differ from its parts before the verdict warns.</summary>
    internal decimal Tolerance { get; init; }

    internal SourceSpan Span { get; init; }

    /// <summary>Position in the table of its scope.</summary>
    internal int Slot { get; init; }
}

/// <summary>A contradiction to look for between facts; true means a warning in the verdict.</summary>
internal sealed partial record ConsistencyCheck(string Id, ExpressionText When, string Path, LocalizedText Message)
{
    public SourceSpan Span { get; init; }

    public SourceSpan PathSpan { get; init; }

    /// <summary>Paths whose values the message shows, written <c>{path}</c>.</summary>
    public static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex("\\{([a-z][a-z0-9_.]*)\\}")]
    public static partial Regex Placeholder();
}
