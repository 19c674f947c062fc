using GreenFactory.Rules.Evaluation;

namespace GreenFactory.Rules;

/// <summary>Which engine runs the rules. All give the same bytes.</summary>
public enum RuleEngineKind
{
    /// <summary>Typed expression trees, compiled once per group (the default).</summary>
    Compiled = 0,

    /// <summary>A plain interpreter: the meaning of the rules, and slow.</summary>
    Reference = 1,
}

/// <summary>How a pack is compiled. Immutable.</summary>
public sealed record RuleEvaluatorOptions
{
    /// <summary>The defaults.</summary>
    public static RuleEvaluatorOptions Default { get; } = new();

    /// <summary>The engine; <see cref="RuleEngineKind.Compiled"/> unless said otherwise.</summary>
    public RuleEngineKind Engine { get; init; } = RuleEngineKind.Compiled;

    /// <summary>An engine of another assembly; takes precedence.</summary>
    internal RuleEngineFactory? EngineFactory { get; init; }

    internal RuleEngineFactory Factory => EngineFactory ?? (Engine == RuleEngineKind.Reference ? p => new ReferenceEngine(p) : p => new CompiledEngine(p));
}
