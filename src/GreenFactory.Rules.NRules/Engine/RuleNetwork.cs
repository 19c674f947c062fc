using System.Linq.Expressions;
using global::NRules;
using global::NRules.Extensibility;
using global::NRules.RuleModel;

namespace GreenFactory.Rules.NRules;

/// <summary>Compiles lowered rules into NRules' network.</summary>
internal static class RuleNetwork
{
    /// <exception cref="OperationCanceledException">Compiling was cancelled.</exception>
    public static ISessionFactory Compile(IEnumerable<IRuleDefinition> rules, CancellationToken cancellation)
    {
        var sessions = new RuleCompiler { ExpressionCompiler = new SharedActionCompiler() }.Compile(rules, cancellation);

        // Cancelled, NRules returns a network of the rules it got to; such a network judges wrongly and says nothing.
        cancellation.ThrowIfCancellationRequested();
        return sessions;
    }

    /// <summary>Compiles the right-hand side that all rules share once, where NRules would compile it once per rule.</summary>
    private sealed class SharedActionCompiler : IExpressionCompiler
    {
        private Delegate? _action;

        public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
            where TDelegate : Delegate =>
            expression.Body is BlockExpression { Expressions: [.., var last] } && ReferenceEquals(last, RuleLowering.RightHandSide.Body)
                ? (TDelegate)(_action ??= expression.Compile())
                : expression.Compile();
    }
}
