using global::NRules;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.NRules;

/// <summary>
/// NRules selects, orders and fires the rules; the compiled engine's kernels judge. The session factory is shared by all
/// threads, every block of evaluations has a session of its own.
/// </summary>
internal sealed class NRulesEngine : IRuleEngine
{
    private readonly RunMemory _memory;
    private readonly RuleKernel[] _kernels;

    public NRulesEngine(RuleProgram program, CancellationToken compilation)
    {
        _memory = new RunMemory(program.Memory);
        _kernels = new GroupCompiler(program).CompileRules(compilation);
        Sessions = RuleNetwork.Compile(_kernels.Select(k => RuleLowering.Lower(k, program.Pack.Id)), compilation);
    }

    public string Name => NRulesSwitch.EngineName;

    public ISessionFactory Sessions { get; }

    public void Run(EvaluationFrame frame, OutcomeTable outcomes) => Run([new Run(frame, outcomes, _memory)], CancellationToken.None);

    public void Run(IReadOnlyList<EvaluationFrame> frames, IReadOnlyList<OutcomeTable> outcomes, CancellationToken cancellation) =>
        Run([.. frames.Zip(outcomes, (frame, table) => new Run(frame, table, _memory))], cancellation);

    private void Run(Run[] runs, CancellationToken cancellation)
    {
        var block = new EvaluationBlock(runs, _kernels.Length);
        var session = Sessions.CreateSession();
        session.Insert(block);
        session.Fire(cancellation);

        // Cancelled, NRules stops firing and returns as if it were done.
        cancellation.ThrowIfCancellationRequested();
        block.RecordClosed(_kernels);
    }
}
