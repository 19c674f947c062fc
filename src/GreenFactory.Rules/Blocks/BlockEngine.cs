using System.Collections.Concurrent;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Scoring;

namespace GreenFactory.Rules.Blocks;

/// <summary>
/// Judges many factories at once by columns, and those that binary numbers cannot decide by the exact engine: the results are the
/// same, whichever way they came about. Thread-safe; every run takes columns of its own.
/// </summary>
internal sealed class BlockEngine(BlockPlan plan, IRuleEngine exact, Scorer scorer)
{
    private readonly ConcurrentBag<(BlockState State, FactoryBlock Block)> _idle = [];

    /// <summary>At most 256 frames.</summary>
    public SummaryBlock Run(IReadOnlyList<EvaluationFrame> frames)
    {
        var (state, block) = _idle.TryTake(out var idle) ? idle : (plan.NewState(), plan.NewBlock());
        block.Fill(frames);
        plan.Run(state, block);
        var result = Collect(state, block);
        _idle.Add((state, block));
        return result;
    }

    /// <summary>What a state holds, with the rows that need it decided exactly.</summary>
    public SummaryBlock Collect(BlockState state, FactoryBlock block)
    {
        var result = new SummaryBlock(plan.Program, state, block);
        if (!state.Exact.IsEmpty)
        {
            var outcomes = new OutcomeTable(plan.Program);
            foreach (var row in state.Exact)
            {
                exact.Run(block.Frame(row), outcomes);
                result.Replace(row, scorer.Score(outcomes), outcomes);
            }
        }

        return result;
    }
}
