using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Programs;

/// <summary>Gives names in rules and derived facts their meaning, and notes on the way what has to be looked up and remembered.</summary>
/// <param name="vocabulary">Facts, coefficients and series by name.</param>
/// <param name="parameters">Settings of the pack by id.</param>
/// <param name="given">Names with values of their own; they hide every other meaning, in derivations too.</param>
/// <param name="dated">Coefficients with values of the pack's own, chosen by date; they hide those of the vocabulary.</param>
internal sealed class ProgramNames(FactVocabulary vocabulary, IReadOnlyDictionary<string, BoundConstant> parameters, IReadOnlyDictionary<string, BoundConstant>? given = null, IReadOnlyDictionary<string, Coefficient>? dated = null) : INameResolver
{
    /// <summary>Derived facts may build on each other this often, and be this long when all are written out: enough for a standard, not for a bomb.</summary>
    private const int DeepestDerivation = 16;
    private const int LongestDerivation = 1_000_000;

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
    private readonly Dictionary<string, (int Depth, long Length)> _sizes = new(StringComparer.Ordinal);

    /// <summary>Ids of the parameters that some expression reads.</summary>
    public HashSet<string> UsedParameters { get; } = new(StringComparer.Ordinal);

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

        if (path.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal))
        {
            UsedParameters.Add(path[ParameterDefinition.Prefix.Length..]);
            return parameters.GetValueOrDefault(path[ParameterDefinition.Prefix.Length..]) ?? Unknown(path, parameters.Keys.Select(k => ParameterDefinition.Prefix + k), span, bag);
        }

        if (path.StartsWith(CoefficientPrefix, StringComparison.Ordinal))
        {
            return (dated?.GetValueOrDefault(path) ?? vocabulary.Coefficients.GetValueOrDefault(path)) is { } coefficient
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
            bound = _open.Count < DeepestDerivation ? BindFact(fact, bag) : TooLarge(fact, DeepestDerivation, bag);
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

        var depth = 0;
        var length = (long)(fact.Applies?.Text.Length ?? 0) + (fact.Derived?.Text.Length ?? 0);
        foreach (var used in References(applies).Concat(References(derived)))
        {
            var size = _sizes.GetValueOrDefault(used.Fact.Path);
            depth = Math.Max(depth, size.Depth + 1);
            length += size.Length;
        }

        _sizes[fact.Path] = (depth, length);
        if (depth >= DeepestDerivation || length > LongestDerivation)
        {
            return TooLarge(fact, DeepestDerivation, bag);
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

    private static BoundFact? TooLarge(FactDeclaration fact, int levels, DiagnosticBag bag)
    {
        bag.Add(DiagnosticCodes.ExpressionTooLarge, fact.Derived?.Span ?? fact.Applies?.Span ?? fact.Span, LongestDerivation, levels);
        return null;
    }

    /// <summary>The facts an expression names, each as often as it does.</summary>
    private static IEnumerable<BoundFact> References(Bound? bound) =>
        bound is null ? [] : bound is BoundFact fact ? [fact] : BoundTree.Children(bound).SelectMany(References);

    private Bound? BindDerived(FactDeclaration fact, BindingDomain inner, DiagnosticBag bag) => fact.Kind switch
    {
        FactKind.Flag => Binder.BindTruth(fact.Derived!, this, vocabulary.Units, inner, bag),
        FactKind.Quantity or FactKind.Count or FactKind.Assessment => Binder.BindNumber(fact.Derived!, fact.Unit, this, vocabulary.Units, inner, bag),
        _ => Binder.BindType(fact.Derived!, TypeOf(fact), this, vocabulary.Units, inner, bag),
    };

    private bool Folds(Bound bound) => bound switch
    {
        BoundAggregate => true,
        BoundFact fact => _folding.Contains(fact.Fact.Path),
        _ => BoundTree.Children(bound).Any(Folds),
    };

    public static ExpressionType TypeOf(FactDeclaration fact) => fact.Kind switch
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
