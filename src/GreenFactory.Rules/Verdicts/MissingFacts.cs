using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Finds what leaves a finding open, following derived facts down to what would have to be reported.</summary>
internal sealed class MissingFacts(VerdictContext context, ExplanationBuilder explain)
{
    private const string ProductList = "products";

    private readonly List<string> _paths = [];
    private readonly Dictionary<(BoundFact, ExplanationBuilder.Scope), bool> _visited = [];

    /// <summary>
    /// What is missing to close one finding, in the order the rule reads it. While it is open whether the rule applies, what it
    /// would ask then belongs to it too. A fact that can be derived is listed by what it is derived from, unless all of that is
    /// known and gives nothing.
    /// </summary>
    public IReadOnlyList<string> Of(BoundRule rule)
    {
        foreach (var bound in new[] { rule.When, rule.Condition, rule.Fraction }.OfType<Bound>())
        {
            Collect(bound, ExplanationBuilder.Scope.Factory);
        }

        Forms(rule);
        return [.. _paths.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>False for benchmarks, coefficients and settings: no fact file can state them.</summary>
    public static bool IsFact(string path) =>
        !path.StartsWith("benchmark.", StringComparison.Ordinal) && !path.StartsWith("coefficient.", StringComparison.Ordinal) && !path.StartsWith("parameter.", StringComparison.Ordinal);

    private void Forms(BoundRule rule)
    {
        var factory = ExplanationBuilder.Scope.Factory;
        foreach (var form in rule.Forms)
        {
            var when = form.When is null ? Value.True : explain.Evaluate(form.When, factory);
            if (!when.IsUnknown && when != Value.True)
            {
                continue;
            }

            if (form.When is not null)
            {
                Collect(form.When, factory);
            }

            if (!form.OverProducts)
            {
                Form(form, factory, isWeighed: false);
            }
            else if (context.Frame.Facts.Products is not { } products)
            {
                _paths.Add(ProductList);
            }
            else
            {
                for (var p = 0; p < products.Count; p++)
                {
                    Form(form, new ExplanationBuilder.Scope(p, 0), isWeighed: products.Count > 1);
                }
            }

            if (when == Value.True)
            {
                return;
            }
        }
    }

    private void Form(BoundForm form, ExplanationBuilder.Scope scope, bool isWeighed)
    {
        if (explain.Evaluate(form.Measure, scope).IsNotApplicable)
        {
            return;
        }

        Collect(form.Measure, scope);
        var marks = new[] { form.Leading, form.Baseline }.Concat(form.Steps.Select(s => s.At)).OfType<Bound>().ToList();
        if (marks.Any(m => explain.Evaluate(m, scope).IsNotApplicable))
        {
            return;
        }

        foreach (var bound in isWeighed ? marks.Append(form.Weight!) : marks)
        {
            Collect(bound, scope);
        }
    }

    /// <summary>Lists what an open part waits for; true when there is a fact among it that somebody could state.</summary>
    private bool Collect(Bound bound, ExplanationBuilder.Scope scope)
    {
        if (!explain.Evaluate(bound, scope).IsUnknown)
        {
            return false;
        }

        switch (bound)
        {
            case BoundFact fact:
                return Fact(fact, scope);
            case BoundExternal external:
                return Add(External(external, scope));
            case BoundContext or BoundConstant { Origin: ConstantOrigin.Parameter }:
                return Add(bound.Text);
            case BoundAggregate aggregate:
                return Aggregate(aggregate);
            case BoundIf choice when explain.Evaluate(choice.Condition, scope) is TruthValue truth:
                return Collect(truth.Truth ? choice.Then : choice.Else, scope);
            default:
                // Every part is looked at, whatever the first ones give.
                return BoundTree.Children(bound).Select(c => Collect(c, scope)).ToList().Contains(true);
        }
    }

    private bool Add(string path)
    {
        _paths.Add(path);
        return IsFact(path);
    }

    private bool Fact(BoundFact fact, ExplanationBuilder.Scope scope)
    {
        if (_visited.TryGetValue((fact, scope), out var known))
        {
            return known;
        }

        var asked = fact.Applies is not null && Collect(fact.Applies, scope);
        var derivable = fact.Derived is not null && Collect(fact.Derived, scope);

        // What it could be derived from is asked for; where that gives nothing, the fact itself.
        var found = derivable || (fact.Derived is not null && asked) || Add(explain.Path(fact.Fact, scope));
        _visited[(fact, scope)] = found;
        return found;
    }

    private string External(BoundExternal external, ExplanationBuilder.Scope scope)
    {
        var entry = context.Program.Externals.Entry(external);
        var identity = context.Frame.Facts.Identity;
        if (entry.Series is null)
        {
            return identity.Region is null && entry.Coefficient!.IsRegional ? "factory.region" : external.Text;
        }

        if (!explain.Match(entry, scope).IsOpen)
        {
            return external.Text;
        }

        return identity.Industry is null ? "factory.industry"
            : scope.Product >= 0 && context.Program.Vocabulary.Find("product.kind") is { } kind && context.Frame.Facts.Products![scope.Product].Cells[kind.Slot].State != FactState.Known ? explain.Path(kind, scope)
            : "factory.region";
    }

    private bool Aggregate(BoundAggregate aggregate)
    {
        if (aggregate.Years == 0 && context.Frame.Facts.Products is null)
        {
            return Add(ProductList);
        }

        var found = false;
        var count = aggregate.Years > 0 ? aggregate.Years : context.Frame.Facts.Products!.Count;
        for (var i = 0; i < count; i++)
        {
            var scope = aggregate.Years > 0 ? new ExplanationBuilder.Scope(-1, i) : new ExplanationBuilder.Scope(i, 0);
            var where = aggregate.Where is null ? Value.True : explain.Evaluate(aggregate.Where, scope);
            if (where.IsUnknown || where == Value.True)
            {
                found |= aggregate.Where is not null && Collect(aggregate.Where, scope);
                found |= Collect(aggregate.Body, scope);
            }
        }

        return found;
    }
}
