using GreenFactory.Rules.Benchmarks;
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
    private bool _uncounted;

    /// <summary>
    /// What is missing to close one finding, in the order the rule reads it. Whether something applies comes first: what would be
    /// asked then is listed once that is known. A fact that can be derived is listed by what it is derived from, unless all of
    /// that is known and gives nothing.
    /// </summary>
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

        return [.. (_uncounted && !_paths.Any(IsFact) ? _paths.Concat(Amounts()) : _paths).Distinct(StringComparer.Ordinal)];
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
            .Where(s => !Marks(form).Prepend(form.Measure).Any(b => explain.Evaluate(b, s).IsNotApplicable))
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
        Collect(form.Measure, scope);
        foreach (var mark in Marks(form))
        {
            Collect(mark, scope);
        }
    }

    private static IEnumerable<Bound> Marks(BoundForm form) => new[] { form.Leading, form.Baseline }.Concat(form.Steps.Select(s => s.At)).OfType<Bound>();

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
                return External(external, scope);
            case BoundContext or BoundConstant { Origin: ConstantOrigin.Parameter }:
                return Add(bound.Text);
            case BoundAggregate aggregate:
                return Aggregate(aggregate);
            case BoundIf choice when explain.Evaluate(choice.Condition, scope) is TruthValue { Truth: var truth }:
                return Collect(truth ? choice.Then : choice.Else, scope);
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

        // Whether it applies comes first: one answer settles it for every fact that hangs on it.
        var found = fact.Applies is not null && explain.Evaluate(fact.Applies, scope).IsUnknown
            ? Collect(fact.Applies, scope)
            : (fact.Derived is not null && Collect(fact.Derived, scope)) || Add(explain.Path(fact.Fact, scope));
        _visited[(fact, scope)] = found;
        return found;
    }

    private bool External(BoundExternal external, ExplanationBuilder.Scope scope)
    {
        var entry = context.Program.Externals.Entry(external);
        var identity = context.Frame.Facts.Identity;
        if (entry.Series is null)
        {
            return Add(identity.Region is null && entry.Coefficient!.IsRegional ? "factory.region" : external.Text);
        }

        var match = explain.Match(entry, scope);
        if (!match.IsOpen)
        {
            return match.Row?.CountedDimension is null ? Add(external.Text) : Counting(external, scope);
        }

        // Each of these alone may rule out the last row there is.
        if (match.Gap.HasFlag(BenchmarkGap.Industry))
        {
            Add("factory.industry");
        }

        if (match.Gap.HasFlag(BenchmarkGap.ProductKind) && context.Program.Vocabulary.Find(FrameBuilder.ProductKindPath) is { } kind)
        {
            Add(explain.Path(kind, scope));
        }

        if (match.Gap.HasFlag(BenchmarkGap.Region))
        {
            Add("factory.region");
        }

        // An edition that is not held is nothing a fact file could state: a scheme has to supply its values.
        return !match.Gap.HasFlag(BenchmarkGap.Edition) || Add(external.Text);
    }

    /// <summary>Where no amount of a product is known, neither is its unit: the amounts are missing, the benchmark is not.</summary>
    private bool Counting(BoundExternal external, ExplanationBuilder.Scope scope)
    {
        var products = context.Frame.Facts.Products;
        if (scope.Product >= 0)
        {
            return products![scope.Product].CountedIn is not null && Add(external.Text);
        }

        if (products is null)
        {
            return Add(ProductList);
        }

        var isCounted = products.All(p => p.CountedIn is not null);
        _uncounted |= !isCounted;
        return isCounted && Add(external.Text);
    }

    /// <summary>Every amount of a product that the pack reads says what the product is counted in.</summary>
    private IEnumerable<string> Amounts() =>
        from fact in RequiredFactList.Of(context.Program)
        where fact.Scope == FactScope.Product && fact.Unit.IsProduct
        from product in Enumerable.Range(0, context.Frame.Facts.Products!.Count)
        where context.Frame.Facts.Products![product].CountedIn is null
        select explain.Path(fact, new ExplanationBuilder.Scope(product, 0));

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
            found |= where.IsUnknown ? Collect(aggregate.Where!, scope) : where == Value.True && Collect(aggregate.Body, scope);
        }

        return found;
    }
}
