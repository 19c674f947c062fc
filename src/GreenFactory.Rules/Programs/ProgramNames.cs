using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Programs;

/// <summary>Gives names in rules and derived facts their meaning, and notes on the way what has to be looked up and remembered.</summary>
/// <param name="vocabulary">Facts, coefficients and series by name.</param>
/// <param name="parameters">Settings of the pack by id.</param>
/// <param name="given">Names with values of their own; they hide every other meaning, in derivations too.</param>
internal sealed class ProgramNames(FactVocabulary vocabulary, IReadOnlyDictionary<string, BoundConstant> parameters, IReadOnlyDictionary<string, BoundConstant>? given = null) : INameResolver
{
    private const string ParameterPrefix = "parameter.";
    private const string CoefficientPrefix = "coefficient.";
    private const string BenchmarkPrefix = "benchmark.";

    private static readonly Dictionary<string, (ContextName Name, ExpressionType Type)> ContextNames = new(StringComparer.Ordinal)
    {
        ["as_of"] = (ContextName.AsOf, ExpressionType.Date),
        ["period.start"] = (ContextName.PeriodStart, ExpressionType.Date),
        ["period.end"] = (ContextName.PeriodEnd, ExpressionType.Date),
        ["factory.id"] = (ContextName.FactoryId, ExpressionType.Text),
        ["factory.name"] = (ContextName.FactoryName, ExpressionType.Text),
        ["factory.region"] = (ContextName.FactoryRegion, ExpressionType.Text),
        ["factory.industry"] = (ContextName.FactoryIndustry, ExpressionType.Text),
        ["factory.founded"] = (ContextName.FactoryFounded, ExpressionType.Date),
    };

    private readonly Dictionary<string, BoundFact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundExternal> _externals = new(StringComparer.Ordinal);
    private readonly List<ExternalEntry> _factoryExternals = [];
    private readonly List<ExternalEntry> _productExternals = [];
    private readonly List<BoundFact> _memory = [];
    private readonly List<string> _open = [];
    private readonly HashSet<string> _folding = new(StringComparer.Ordinal);

    public ExternalTable Externals => new(_factoryExternals, _productExternals);

    public IReadOnlyList<BoundFact> Memory => _memory;

    public Bound? Resolve(string path, BindingDomain domain, SourceSpan span, DiagnosticBag bag)
    {
        if (given?.GetValueOrDefault(path) is { } own)
        {
            return own;
        }

        if (ContextNames.TryGetValue(path, out var context))
        {
            return new BoundContext(context.Name, context.Type, path);
        }

        if (path.StartsWith(ParameterPrefix, StringComparison.Ordinal))
        {
            return parameters.GetValueOrDefault(path[ParameterPrefix.Length..]) ?? Unknown(path, parameters.Keys.Select(k => ParameterPrefix + k), span, bag);
        }

        if (path.StartsWith(CoefficientPrefix, StringComparison.Ordinal))
        {
            return vocabulary.Coefficients.TryGetValue(path, out var coefficient)
                ? External(path, ExternalKind.Coefficient, FactScope.Factory, ExpressionType.Number(coefficient.Unit), new ExternalEntry(path, coefficient, null, null, FactScope.Factory))
                : Unknown(path, vocabulary.Coefficients.Keys, span, bag);
        }

        if (path.StartsWith(BenchmarkPrefix, StringComparison.Ordinal))
        {
            return Benchmark(path, domain, span, bag);
        }

        return vocabulary.Find(path) is { } fact ? Fact(fact, domain, span, bag) : Unknown(path, vocabulary.Paths.Concat(ContextNames.Keys).Concat(given?.Keys ?? []), span, bag);
    }

    /// <summary>A fact by declaration, for those who need all derived ones.</summary>
    public BoundFact? Fact(FactDeclaration fact, BindingDomain domain, SourceSpan span, DiagnosticBag bag)
    {
        if (fact.Scope == FactScope.Product && domain != BindingDomain.Product)
        {
            bag.Add(DiagnosticCodes.ProductOutsideFold, span, fact.Path);
            return null;
        }

        if (_open.Contains(fact.Path))
        {
            bag.Add(DiagnosticCodes.DerivedCycle, fact.Derived?.Span ?? fact.Applies?.Span ?? span, string.Join(" → ", _open.SkipWhile(p => p != fact.Path).Append(fact.Path)));
            return null;
        }

        if (!_facts.TryGetValue(fact.Path, out var bound))
        {
            bound = BindFact(fact, bag);
            _facts[fact.Path] = bound!;
        }

        if (bound is not null && domain == BindingDomain.Year && _folding.Contains(fact.Path))
        {
            bag.Add(DiagnosticCodes.NestedAggregate, span, fact.Path);
            return null;
        }

        return bound;
    }

    private BoundFact? BindFact(FactDeclaration fact, DiagnosticBag bag)
    {
        _open.Add(fact.Path);
        var inner = fact.Scope == FactScope.Product ? BindingDomain.Product : BindingDomain.Factory;
        var before = bag.Count;
        var applies = fact.Applies is null ? null : Binder.BindTruth(fact.Applies, this, vocabulary.Units, inner, bag);
        var derived = fact.Derived is null ? null : BindDerived(fact, inner, bag);
        _open.RemoveAt(_open.Count - 1);
        if (bag.Count > before && ((fact.Applies is not null && applies is null) || (fact.Derived is not null && derived is null)))
        {
            return null;
        }

        var bound = new BoundFact(fact, applies, derived, TypeOf(fact));
        if ((derived is not null && Folds(derived)) || (applies is not null && Folds(applies)))
        {
            _folding.Add(fact.Path);
        }

        if (fact.Scope == FactScope.Factory && (applies is not null || derived is not null))
        {
            bound.Memory = _memory.Count;
            _memory.Add(bound);
        }

        return bound;
    }

    private Bound? BindDerived(FactDeclaration fact, BindingDomain inner, DiagnosticBag bag) => fact.Kind switch
    {
        FactKind.Flag => Binder.BindTruth(fact.Derived!, this, vocabulary.Units, inner, bag),
        FactKind.Quantity or FactKind.Count or FactKind.Assessment => Binder.BindNumber(fact.Derived!, fact.Unit, this, vocabulary.Units, inner, bag),
        _ => Binder.Bind(fact.Derived!, this, vocabulary.Units, inner, bag),
    };

    private bool Folds(Bound bound) => bound switch
    {
        BoundAggregate => true,
        BoundFact fact => _folding.Contains(fact.Fact.Path),
        _ => BoundTree.Children(bound).Any(Folds),
    };

    private static ExpressionType TypeOf(FactDeclaration fact) => fact.Kind switch
    {
        FactKind.Quantity => ExpressionType.Number(fact.Unit),
        FactKind.Count or FactKind.Assessment => ExpressionType.Number(Unit.One),
        FactKind.Flag => ExpressionType.Truth,
        FactKind.Date => ExpressionType.Date,
        FactKind.Choice => ExpressionType.Text with { Choices = fact.Choices },
        FactKind.Choices => new ExpressionType(ValueKind.TextSet, Unit.One, fact.Choices),
        _ => ExpressionType.Text,
    };

    private BoundExternal? Benchmark(string path, BindingDomain domain, SourceSpan span, DiagnosticBag bag)
    {
        var parts = path.Split('.');
        if (parts.Length != 3 || !vocabulary.Series.TryGetValue(parts[1], out var series) || (parts[2] != BenchmarkSeries.Exists && !series.Columns.Contains(parts[2])))
        {
            var legal = vocabulary.Series.Values.SelectMany(s => s.Columns.Append(BenchmarkSeries.Exists).Select(c => $"{BenchmarkPrefix}{s.Id}.{c}"));
            Unknown(path, legal, span, bag);
            return null;
        }

        if (series.Scope == FactScope.Product && domain != BindingDomain.Product)
        {
            bag.Add(DiagnosticCodes.ProductOutsideFold, span, path);
            return null;
        }

        var type = parts[2] == BenchmarkSeries.Exists ? ExpressionType.Truth : ExpressionType.Number(series.Unit);
        return External(path, ExternalKind.Benchmark, series.Scope, type, new ExternalEntry(path, null, series, parts[2], series.Scope));
    }

    private BoundExternal External(string path, ExternalKind kind, FactScope scope, ExpressionType type, ExternalEntry entry)
    {
        if (!_externals.TryGetValue(path, out var external))
        {
            var table = scope == FactScope.Factory ? _factoryExternals : _productExternals;
            external = new BoundExternal(path, kind, scope, table.Count, type);
            table.Add(entry);
            _externals[path] = external;
        }

        return external;
    }

    private static Bound? Unknown(string path, IEnumerable<string> legal, SourceSpan span, DiagnosticBag bag)
    {
        bag.Add(DiagnosticCodes.UnknownName, span, path, NearestName.Hint(path, legal));
        return null;
    }
}
