using System.Linq.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation.Compiled;

/// <summary>Compiles the rules of each group into one method, or each rule into its own.</summary>
internal sealed class GroupCompiler(RuleProgram program)
{
    private readonly ExpressionCompiler _expressions = new();

    public RuleGroupAction[] Compile() => [.. program.Groups.Where(g => g.Rules.Count > 0).Select(Compile)];

    /// <summary>Each rule on its own, in the order of the program.</summary>
    /// <exception cref="OperationCanceledException">Compiling was cancelled.</exception>
    public RuleKernel[] CompileRules(CancellationToken cancellation)
    {
        var kernels = new RuleKernel[program.Rules.Count];
        for (var i = 0; i < kernels.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            kernels[i] = Compile(program.Rules[i]);
        }

        return kernels;
    }

    private RuleKernel Compile(BoundRule rule)
    {
        var applies = rule.When is null ? null : Lambda<RuleApplies>((_, place) => [_expressions.TruthOf(rule.When, place)]);
        return new RuleKernel(rule, applies, Lambda<RuleGroupAction>((outcomes, place) => [Judged(rule, outcomes, place)]));
    }

    private RuleGroupAction Compile(ProgramGroup group) =>
        Lambda<RuleGroupAction>((outcomes, place) => group.Rules.Select(index => Rule(program.Rules[index], outcomes, place)));

    private static TDelegate Lambda<TDelegate>(Func<ParameterExpression, CodePlace, IEnumerable<Expression>> body)
        where TDelegate : Delegate
    {
        var run = Expression.Parameter(typeof(Run), "run");
        var outcomes = Expression.Variable(typeof(OutcomeTable), "outcomes");
        var place = new CodePlace(run, Expression.Field(run, nameof(Run.Cells)), Expression.Constant(-1), BindingDomain.Factory);
        return Expression.Lambda<TDelegate>(
            Expression.Block([outcomes], [Expression.Assign(outcomes, Expression.Field(run, nameof(Run.Outcomes))), .. body(outcomes, place)]),
            run).Compile();
    }

    private Expression Rule(BoundRule rule, ParameterExpression outcomes, CodePlace place)
    {
        var judged = Judged(rule, outcomes, place);
        return rule.When is null ? judged : Guarded(rule.When, judged, when => Record(nameof(Judgements.RecordClosed), outcomes, Expression.Constant(rule.Index), when), place);
    }

    private Expression Judged(BoundRule rule, ParameterExpression outcomes, CodePlace place)
    {
        var index = Expression.Constant(rule.Index);
        if (rule.Condition is not null)
        {
            return Record(nameof(Judgements.RecordCondition), outcomes, index, _expressions.TruthOf(rule.Condition, place));
        }

        var outcome = Expression.Variable(typeof(RuleOutcome), "outcome");
        return Expression.Block(
            [outcome],
            rule.Fraction is not null ? Judge(nameof(Judgements.Fraction), outcome, _expressions.Number(rule.Fraction, place)) : Forms(rule, 0, outcome, place),
            Record(nameof(Judgements.Record), outcomes, index, outcome));
    }

    /// <summary>Runs one branch when the condition is true and hands the condition to the other otherwise.</summary>
    private BlockExpression Guarded(Bound condition, Expression then, Func<Expression, Expression> otherwise, CodePlace place)
    {
        var when = Expression.Variable(typeof(Truth));
        return Expression.Block(
            [when],
            Expression.Assign(when, _expressions.TruthOf(condition, place)),
            Expression.IfThenElse(Expression.Equal(when, Expression.Constant(Truth.True)), then, otherwise(when)));
    }

    private Expression Forms(BoundRule rule, int index, Expression outcome, CodePlace place)
    {
        if (index == rule.Forms.Count)
        {
            return Judge(nameof(Judgements.Closed), outcome, Expression.Constant(Truth.False));
        }

        var form = rule.Forms[index];
        Expression judged = form.OverProducts ? OverProducts(form, index, outcome, place) : Measured(form, index, outcome, place);
        if (form.When is null)
        {
            return judged;
        }

        return Guarded(
            form.When,
            judged,
            when => Expression.IfThenElse(
                Expression.Equal(when, Expression.Constant(Truth.Unknown)),
                Judge(nameof(Judgements.Closed), outcome, when),
                Forms(rule, index + 1, outcome, place)),
            place);
    }

    private BlockExpression Measured(BoundForm form, int index, Expression outcome, CodePlace place)
    {
        var measured = Expression.Variable(typeof(Num));
        var assign = Expression.Assign(measured, _expressions.Number(form.Measure, place));
        var lower = Expression.Constant(form.LowerIsBetter);
        if (form.Steps.Count == 0)
        {
            return Expression.Block(
                [measured],
                assign,
                Judge(nameof(Judgements.Scale), outcome, measured, _expressions.Number(form.Leading!, place), _expressions.Number(form.Baseline!, place), lower, Expression.Constant(form.Method), Expression.Constant(Listed(form)), Expression.Constant(index)));
        }

        Expression best = Expression.Constant(Num.Of(0));
        foreach (var step in form.Steps)
        {
            best = ExpressionCompiler.Call(typeof(Judgements), nameof(Judgements.Step), best, measured, _expressions.Number(step.At, place), Expression.Constant(step.Earns), lower);
        }

        return Expression.Block([measured], assign, Judge(nameof(Judgements.Steps), outcome, measured, best, Expression.Constant(index)));
    }

    private MethodCallExpression OverProducts(BoundForm form, int index, Expression outcome, CodePlace place)
    {
        var run = Expression.Parameter(typeof(Run), "run");
        var cells = Expression.Parameter(typeof(FactCell[]), "cells");
        var product = Expression.Parameter(typeof(int), "product");
        var one = Expression.Parameter(typeof(RuleOutcome).MakeByRefType(), "outcome");
        var weight = Expression.Parameter(typeof(Num).MakeByRefType(), "weight");
        var inner = new CodePlace(run, cells, product, BindingDomain.Product);
        var judge = Expression.Lambda<ProductJudgement>(
            Expression.Block(
                typeof(void),
                Measured(form, index, one, inner),
                Expression.Assign(weight, _expressions.Number(form.Weight!, inner))),
            run,
            cells,
            product,
            one,
            weight).Compile();
        return Judge(nameof(Judgements.OverProducts), outcome, place.Run, Expression.Constant(judge), Expression.Constant(index));
    }

    private static ListedMarks Listed(BoundForm form) =>
        (form.LeadingIsListed ? ListedMarks.Leading : ListedMarks.None) | (form.BaselineIsListed ? ListedMarks.Baseline : ListedMarks.None);

    private static MethodCallExpression Record(string name, params Expression[] arguments) => Expression.Call(typeof(Judgements).GetMethod(name)!, arguments);

    private static MethodCallExpression Judge(string name, Expression outcome, params Expression[] arguments) =>
        Expression.Call(typeof(Judgements).GetMethod(name)!, [outcome, .. arguments]);
}
