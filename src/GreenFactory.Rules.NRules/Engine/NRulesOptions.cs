using GreenFactory.Rules.NRules;

namespace GreenFactory.Rules;

/// <summary>Chooses the NRules engine. Thread-safe.</summary>
public static class NRulesOptions
{
    /// <summary>
    /// The same options with the NRules engine: <see cref="RuleEvaluator.Compile(RulePack, RuleEvaluatorOptions?)"/> then builds one NRules
    /// session factory, shared by all threads, and every evaluation gets a session of its own. Verdicts are those of the other engines, byte for byte.
    /// </summary>
    /// <param name="options">What else is chosen.</param>
    /// <param name="compilation">Stops compiling a pack with an <see cref="OperationCanceledException"/>; a half-built engine is never returned.</param>
    public static RuleEvaluatorOptions UseNRules(this RuleEvaluatorOptions options, CancellationToken compilation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { EngineFactory = program => new NRulesEngine(program, compilation) };
    }
}
