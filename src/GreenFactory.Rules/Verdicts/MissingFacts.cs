using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Verdicts;

/// <summary>Finds what leaves a finding open, following derived facts down to what would have to be reported.</summary>
internal sealed class MissingFacts(VerdictContext context, ExplanationBuilder explain)
{
    private const string ProductList = "products";

    private readonly List<string> _paths = [];
    private readonly HashSet<(BoundFact, ExplanationBuilder.Scope)> _visited = [];

    /// <summary>What is missing to close one finding, in the order the rule reads it.</summary>
    public IReadOnlyList<string> Of(BoundRule rule)
    {
        var factory = ExplanationBuilder.Scope.Factory;
        if (rule.When is not null && explain.Evaluate(rule.When, factory).IsUnknown)
        {
            Collect(rule.When, factory);
        }
        else if (rule.Condition is not null)
        {
            Collect(rule.Condition, factory);
        }
        else if (rule.Fraction is not null)
        {
            Collect(rule.Fraction, factory);
        }
        else
        {
            Forms(rule);
        }

        return [.. _paths.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All missing facts of a verdict; those that alone would close many points, or a gate, come first.</summary>
    public static IReadOnlyList<string> Rank(VerdictContext context, IReadOnlyList<Finding> findings)
    {
        var weights = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (finding.Status != FindingStatus.InsufficientEvidence)
            {
                continue;
            }

            var facts = finding.Missing.Where(IsFact).ToList();
            var stake = ((finding.Points.Upper - finding.Points.Lower) * context.TotalPerPoint(i)) + Veto(context, finding);
            foreach (var path in facts)
            {
                weights[path] = weights.GetValueOrDefault(path) + (stake / facts.Count);
            }
        }

        return [.. weights.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key)];
    }

    /// <summary>A finding that can turn the conclusion by itself weighs as much as everything together.</summary>
    private static decimal Veto(VerdictContext context, Finding finding)
    {
        var conclusion = context.Program.Pack.Conclusion!;
        var turns = (finding.Kind == FindingKind.Gate && conclusion.NeedsGates) || (finding.Kind == FindingKind.Mandatory && conclusion.NeedsMandatory);
        return turns && context.Card.Conclusion == Conclusion.Undetermined ? Math.Max(1, context.Program.Pack.Full ?? 1) : 0;
    }

    private static bool IsFact(string path) =>
        !path.StartsWith("benchmark.", StringComparison.Ordinal) && !path.StartsWith("coefficient.", StringComparison.Ordinal) && !path.StartsWith("parameter.", StringComparison.Ordinal);

    private void Forms(BoundRule rule)
    {
        var factory = ExplanationBuilder.Scope.Factory;
        foreach (var form in rule.Forms)
        {
            var when = form.When is null ? Value.True : explain.Evaluate(form.When, factory);
            if (when.IsUnknown)
            {
                Collect(form.When!, factory);
                return;
            }

            if (when != Value.True)
            {
                continue;
            }

            if (!form.OverProducts)
            {
                Form(form, factory);
            }
            else if (context.Frame.Facts.Products is not { } products)
            {
                _paths.Add(ProductList);
            }
            else
            {
                OverProducts(form, products.Count);
            }

            return;
        }
    }

    /// <summary>A product that does not apply is asked for nothing; a weight is needed only where there is something to weigh.</summary>
    private void OverProducts(BoundForm form, int count)
    {
        var scopes = Enumerable.Range(0, count)
            .Select(p => new ExplanationBuilder.Scope(p, 0))
            .Where(s => !explain.Evaluate(form.Measure, s).IsNotApplicable)
            .ToList();
        foreach (var scope in scopes)
        {
            Form(form, scope);
            if (scopes.Count > 1)
            {
                Collect(form.Weight!, scope);
            }
        }
    }

    private void Form(BoundForm form, ExplanationBuilder.Scope scope)
    {
        foreach (var bound in new[] { form.Measure, form.Leading, form.Baseline }.Concat(form.Steps.Select(s => s.At)).OfType<Bound>())
        {
            Collect(bound, scope);
        }
    }

    private void Collect(Bound bound, ExplanationBuilder.Scope scope)
    {
        if (!explain.Evaluate(bound, scope).IsUnknown)
        {
            return;
        }

        switch (bound)
        {
            case BoundFact fact:
                Fact(fact, scope);
                break;
            case BoundExternal external:
                External(external, scope);
                break;
            case BoundContext or BoundConstant { Origin: ConstantOrigin.Parameter }:
                _paths.Add(bound.Text);
                break;
            case BoundAggregate aggregate:
                Aggregate(aggregate);
                break;
            case BoundIf choice when explain.Evaluate(choice.Condition, scope) is TruthValue { Truth: var truth }:
                Collect(truth ? choice.Then : choice.Else, scope);
                break;
            default:
                foreach (var child in BoundTree.Children(bound))
                {
                    Collect(child, scope);
                }

                break;
        }
    }

    private void Fact(BoundFact fact, ExplanationBuilder.Scope scope)
    {
        if (!_visited.Add((fact, scope)))
        {
            return;
        }

        if (fact.Applies is not null && explain.Evaluate(fact.Applies, scope).IsUnknown)
        {
            // Whether it applies comes first: one answer settles it for every fact that hangs on it.
            Collect(fact.Applies, scope);
            return;
        }

        if (fact.Derived is null)
        {
            _paths.Add(explain.Path(fact.Fact, scope));
            return;
        }

        Collect(fact.Derived, scope);
    }

    private void External(BoundExternal external, ExplanationBuilder.Scope scope)
    {
        var entry = context.Program.Externals.Entry(external);
        if (entry.Series is null)
        {
            _paths.Add(context.Frame.Facts.Identity.Region is null && entry.Coefficient!.IsRegional ? "factory.region" : external.Text);
            return;
        }

        var match = explain.Match(entry, scope);
        if (!match.IsOpen)
        {
            // Where no amount of a product is known, neither is its unit: the amounts are missing, the benchmark is not.
            if (match.Row?.CountedDimension is null || scope.Product < 0 || context.Frame.Facts.Products![scope.Product].CountedIn is not null)
            {
                _paths.Add(external.Text);
            }

            return;
        }

        _paths.Add(match.Gap switch
        {
            Benchmarks.BenchmarkGap.Industry => "factory.industry",
            Benchmarks.BenchmarkGap.ProductKind when context.Program.Vocabulary.Find(FrameBuilder.ProductKindPath) is { } kind => explain.Path(kind, scope),
            _ => "factory.region",
        });
    }

    private void Aggregate(BoundAggregate aggregate)
    {
        var count = aggregate.Years > 0 ? aggregate.Years : context.Frame.Facts.Products?.Count ?? -1;
        if (count < 0)
        {
            _paths.Add(ProductList);
        }

        for (var i = 0; i < count; i++)
        {
            var scope = aggregate.Years > 0 ? new ExplanationBuilder.Scope(-1, i) : new ExplanationBuilder.Scope(i, 0);
            if (aggregate.Where is not null)
            {
                Collect(aggregate.Where, scope);
            }

            Collect(aggregate.Body, scope);
        }
    }
}
