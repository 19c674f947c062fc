using System.Linq.Expressions;
using global::NRules.RuleModel;
using global::NRules.RuleModel.Builders;
using GreenFactory.Rules.Evaluation.Compiled;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.NRules;

/// <summary>Turns a rule of a pack into a rule of NRules' own model.</summary>
internal static class RuleLowering
{
    /// <summary>Properties of a lowered rule.</summary>
    public const string Id = "id", Clause = "clause", Group = "group", Pack = "pack", Kernel = "kernel";

    /// <summary>The right-hand side of every rule; one instance, so that it is compiled once.</summary>
    public static readonly Expression<Action<IContext, EvaluationBlock>> RightHandSide = (context, block) => Record(context, block);

    private const string BlockName = "block";

    public static IRuleDefinition Lower(RuleKernel kernel, PackId pack)
    {
        var rule = kernel.Definition;
        var clause = rule.Source.Clause ?? string.Empty;
        var builder = new RuleBuilder();
        builder.Name(rule.Id);
        builder.Description(rule.Title.Zh);
        builder.Priority(Stage(rule.Kind));
        builder.Repeatability(RuleRepeatability.NonRepeatable);
        builder.Tags([$"{Pack}:{pack}", $"{Group}:{rule.Group}", $"{Clause}:{clause}"]);
        builder.Property(Id, rule.Id);
        builder.Property(Clause, clause);
        builder.Property(Group, rule.Group);
        builder.Property(Pack, pack.ToString());
        builder.Property(Kernel, kernel);
        var pattern = builder.LeftHandSide().Pattern(typeof(EvaluationBlock), BlockName);
        if (kernel.Applies is not null)
        {
            pattern.Condition(Applies(kernel));
        }

        builder.RightHandSide().Action(RightHandSide);
        return builder.Build();
    }

    /// <summary>Stages, the greater first: what can refuse a factory before what it can score by, and what is on top last.</summary>
    private static int Stage(RuleKind kind) => kind switch
    {
        RuleKind.Gate => 3,
        RuleKind.Mandatory or RuleKind.Optional => 2,
        RuleKind.Indicator => 1,
        _ => 0,
    };

    private static LambdaExpression Applies(RuleKernel kernel)
    {
        var block = Expression.Parameter(typeof(EvaluationBlock), BlockName);
        return Expression.Lambda(Expression.Call(block, nameof(EvaluationBlock.Applies), null, Expression.Constant(kernel)), block);
    }

    private static void Record(IContext context, EvaluationBlock block) => block.Record((RuleKernel)context.Rule.Properties[Kernel]);
}
