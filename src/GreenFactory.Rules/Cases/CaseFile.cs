using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Cases;

/// <summary>What a case is judged on; a case's own setting is laid over that of its file.</summary>
internal sealed record CaseSetting
{
    public DateOnly? AsOf { get; init; }

    public ScalarNode? Period { get; init; }

    public IReadOnlyList<MapEntry> Factory { get; init; } = [];

    /// <summary>Facts by path; the plain word <c>absent</c> takes a fact away, <c>n/a</c> says that it does not apply.</summary>
    public IReadOnlyList<MapEntry> Given { get; init; } = [];

    public Node? Products { get; init; }

    public Node? History { get; init; }

    public Node? Evidence { get; init; }

    public IReadOnlyList<MapEntry> Parameters { get; init; } = [];

    /// <summary>A fact file to start from, relative to the case file.</summary>
    public ScalarNode? FactsFile { get; init; }

    /// <summary>Overlays to lay on the pack, relative to the case file.</summary>
    public IReadOnlyList<ScalarNode> Overlays { get; init; } = [];

    /// <summary>Files of benchmark sets to add, relative to the case file.</summary>
    public IReadOnlyList<ScalarNode> Benchmarks { get; init; } = [];

    public CaseSetting With(CaseSetting own) => new()
    {
        AsOf = own.AsOf ?? AsOf,
        Period = own.Period ?? Period,
        Factory = Merge(Factory, own.Factory),
        Given = Merge(Given, own.Given),
        Products = own.Products ?? Products,
        History = own.History ?? History,
        Evidence = own.Evidence ?? Evidence,
        Parameters = Merge(Parameters, own.Parameters),
        FactsFile = own.FactsFile ?? FactsFile,
        Overlays = own.Overlays.Count > 0 ? own.Overlays : Overlays,
        Benchmarks = own.Benchmarks.Count > 0 ? own.Benchmarks : Benchmarks,
    };

    public static IReadOnlyList<MapEntry> Merge(IReadOnlyList<MapEntry> lower, IReadOnlyList<MapEntry> upper)
    {
        if (lower.Count == 0 || upper.Count == 0)
        {
            return lower.Count == 0 ? upper : lower;
        }

        var own = upper.Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        return [.. lower.Where(e => !own.Contains(e.Key.Text)), .. upper];
    }
}

/// <summary>A number or the two ends of an interval that a case expects.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Tolerance">How far either end may lie from what is expected; null for that of the case.</param>
internal sealed record ExpectedInterval(decimal Lower, decimal Upper, decimal? Tolerance = null);

/// <summary>What a case expects; null is not looked at.</summary>
internal sealed record Expectation
{
    public ScalarNode? Status { get; init; }

    public ExpectedInterval? Points { get; init; }

    public ScalarNode? Measured { get; init; }

    /// <summary>Tolerance of the measured value in its own unit; null for that of the case.</summary>
    public decimal? MeasuredTolerance { get; init; }

    public ScalarNode? Conclusion { get; init; }

    public ExpectedInterval? Score { get; init; }

    /// <summary>Tier that is certain and tier still reachable; <c>none</c> for no tier.</summary>
    public (string Lower, string Upper)? Tier { get; init; }

    public IReadOnlyList<string>? Gates { get; init; }

    public IReadOnlyList<string>? Missing { get; init; }

    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Codes of what is wrong with the facts or the pack; then nothing else is judged.</summary>
    public IReadOnlyList<string>? Diagnostics { get; init; }

    /// <summary>Status by rule, for whole-pack cases.</summary>
    public IReadOnlyList<MapEntry> Statuses { get; init; } = [];

    /// <summary>How many values of the pack have which label, for whole-pack cases: how sure a value is must not change unnoticed.</summary>
    public IReadOnlyDictionary<ProvenanceLabel, decimal>? Labels { get; init; }

    /// <summary>How far points, score and measured value may lie from what is expected.</summary>
    public decimal Tolerance { get; init; }

    public required SourceSpan Span { get; init; }
}

/// <summary>One case: a sentence, a setting and what is expected of one rule or of the whole pack.</summary>
internal sealed record RuleCase(string Name, ScalarNode? Rule, CaseSetting Setting, Expectation Expect, SourceSpan Span)
{
    /// <summary>What the case itself says of its setting, without that of its file.</summary>
    public CaseSetting Own { get; init; } = new();
}

/// <summary>The cases of one <c>*.cases.yaml</c>.</summary>
internal sealed record CaseFile(ScalarNode? Pack, IReadOnlyList<RuleCase> Cases);
