using System.Linq.Expressions;
using global::NRules;
using global::NRules.RuleModel;
using global::NRules.RuleModel.Builders;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Speed.Candidates;

/// <summary>
/// NRules the way it invites to be used: a fact per measurement, a rule that matches every measurement it reads, a result
/// inserted per rule, and per group a rule that collects the results. The judging itself is done by the same kernels, which
/// flatters it.
/// </summary>
internal sealed class NaiveNRulesEngine : IRuleEngine
{
    private readonly RuleProgram _program;
    private readonly FactDeclaration[] _measured;
    private readonly ISessionFactory _sessions;

    public NaiveNRulesEngine(RuleProgram program)
    {
        _program = program;
        _measured = [.. program.Rules.SelectMany(Measured).DistinctBy(f => f.Path)];
        var kernels = new GroupCompiler(program).CompileRules(CancellationToken.None);
        _sessions = new RuleCompiler().Compile(kernels.Select(k => RuleOf(k, program)).Concat(program.Groups.Where(g => g.Rules.Count > 0).Select((g, i) => GroupOf(g, i))));
    }

    public string Name => "naive";

    public void Run(EvaluationFrame frame, OutcomeTable outcomes)
    {
        var sheet = new Sheet(new Run(frame, outcomes, new RunMemory(_program.Memory)), new decimal[_program.Groups.Count]);
        var session = _sessions.CreateSession();
        session.Insert(sheet);
        session.InsertAll(_measured.Select(f => new Measurement(f.Path, frame.Facts.Cells[f.Slot])));
        session.Fire();
    }

    private static IEnumerable<FactDeclaration> Measured(BoundRule rule) =>
        BoundTree.All(RequiredFactList.Roots(rule)).OfType<BoundFact>().Where(f => f.Fact.Scope == FactScope.Factory && f.Derived is null).Select(f => f.Fact).DistinctBy(f => f.Path);

    private static IRuleDefinition RuleOf(RuleKernel kernel, RuleProgram program)
    {
        var builder = new RuleBuilder();
        builder.Name(kernel.Id);
        builder.LeftHandSide().Pattern(typeof(Sheet), "sheet");
        foreach (var (i, fact) in Measured(program.Rules[kernel.Index]).Index())
        {
            var measurement = Expression.Parameter(typeof(Measurement), $"m{i}");
            builder.LeftHandSide().Pattern(typeof(Measurement), measurement.Name).Condition(Expression.Lambda(
                Expression.Equal(Expression.Property(measurement, nameof(Measurement.Path)), Expression.Constant(fact.Path)), measurement));
        }

        var group = program.GroupOf(kernel.Index);
        Expression<Action<IContext, Sheet>> action = (context, sheet) => Judge(context, sheet, kernel, group);
        builder.RightHandSide().Action(action);
        return builder.Build();
    }

    private static IRuleDefinition GroupOf(ProgramGroup group, int index)
    {
        var builder = new RuleBuilder();
        builder.Name($"group {group.Definition.Id}");
        builder.LeftHandSide().Pattern(typeof(Sheet), "sheet");
        var results = builder.LeftHandSide().Pattern(typeof(IEnumerable<Result>), "results");
        var collect = results.Aggregate();
        Expression<Func<Result, bool>> ofGroup = result => result.Group == index;
        collect.Pattern(typeof(Result), "result").Condition(ofGroup);
        collect.Collect();
        var expected = group.Rules.Count;
        Expression<Func<IEnumerable<Result>, bool>> complete = results => results.Count() == expected;
        results.Condition(complete);
        Expression<Action<IContext, Sheet, IEnumerable<Result>>> action = (_, sheet, results) => Sum(sheet, index, results);
        builder.RightHandSide().Action(action);
        return builder.Build();
    }

    private static void Judge(IContext context, Sheet sheet, RuleKernel kernel, int group)
    {
        KernelEngine.Decide(kernel, sheet.Run);
        var outcome = sheet.Run.Outcomes[kernel.Index];
        context.Insert(new Result(group, outcome.Earned / outcome.Whole));
    }

    private static void Sum(Sheet sheet, int group, IEnumerable<Result> results) => sheet.Sums[group] = results.Sum(r => r.Share);

    private sealed class Sheet(Run run, decimal[] sums)
    {
        public Run Run => run;

        public decimal[] Sums => sums;
    }

    private sealed class Measurement(string path, FactCell cell)
    {
        public string Path => path;

        public FactCell Cell => cell;
    }

    private sealed class Result(int group, decimal share)
    {
        public int Group => group;

        public decimal Share => share;
    }
}
