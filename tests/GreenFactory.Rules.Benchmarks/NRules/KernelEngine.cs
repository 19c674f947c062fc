using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>The kernels that NRules fires, run by a loop: what is left when NRules is taken away.</summary>
internal sealed class KernelEngine(RuleProgram program) : IRuleEngine
{
    private readonly RuleKernel[] _kernels = new GroupCompiler(program).CompileRules(CancellationToken.None);

    private readonly RunMemory _memory = new(program.Memory);

    public string Name => "kernels";

    public void Run(EvaluationFrame frame, OutcomeTable outcomes)
    {
        var run = new Run(frame, outcomes, _memory);
        foreach (var kernel in _kernels)
        {
            Decide(kernel, run);
        }
    }

    /// <summary>Records the outcome of one rule, whether it applies or not.</summary>
    public static void Decide(RuleKernel kernel, Run run)
    {
        if (kernel.Applies?.Invoke(run) is { } applies and not Truth.True)
        {
            Judgements.RecordClosed(run.Outcomes, kernel.Index, applies);
            return;
        }

        kernel.Judge(run);
    }
}
