using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation;

/// <summary>
/// The seam between a bound program and whatever runs it. An engine records an outcome for every rule, in rule order:
/// silence is not a finding. Implementations are thread-safe.
/// </summary>
internal interface IRuleEngine
{
    /// <summary>Name users choose it by.</summary>
    string Name { get; }

    /// <summary>Judges every rule and records what comes out.</summary>
    void Run(EvaluationFrame frame, OutcomeTable outcomes);
}

/// <summary>Prepares an engine for one program; the expensive part, done once.</summary>
internal delegate IRuleEngine RuleEngineFactory(RuleProgram program);
