using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation;

/// <summary>The default engine: typed expression trees, compiled once per group of rules. Thread-safe; every run has its own state.</summary>
internal sealed class CompiledEngine : IRuleEngine
{
    public const string EngineName = "compiled";

    private readonly Compiled.RunMemory _memory;
    private readonly Compiled.RuleGroupAction[] _groups;

    public CompiledEngine(RuleProgram program)
    {
        _memory = new Compiled.RunMemory(program.Memory);
        _groups = new Compiled.GroupCompiler(program).Compile();
    }

    public string Name => EngineName;

    public void Run(EvaluationFrame frame, OutcomeTable outcomes)
    {
        var run = new Compiled.Run(frame, outcomes, _memory);
        foreach (var group in _groups)
        {
            group(run);
        }
    }
}
