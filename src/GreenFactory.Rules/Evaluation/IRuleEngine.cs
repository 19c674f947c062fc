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

    /// <summary>The same for a block of evaluations, one table each.</summary>
    /// <exception cref="OperationCanceledException">The block was cancelled; its tables are then of no use.</exception>
    void Run(IReadOnlyList<EvaluationFrame> frames, IReadOnlyList<OutcomeTable> outcomes, CancellationToken cancellation)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(frames[i], outcomes[i]);
        }
    }
}

/// <summary>Prepares an engine for one program; the expensive part, done once.</summary>
internal delegate IRuleEngine RuleEngineFactory(RuleProgram program);
