using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Two numbers of one rule whose difference decides something: a measure and its threshold, the sides of a comparison.</summary>
internal sealed record Aim(Bound Left, Bound Right, Conversion Scales, bool PerProduct);

/// <summary>What a pack reads, as a generator wants to know it: facts, past years, thresholds, industries and kinds of product with benchmarks.</summary>
internal sealed class PackReading
{
    private const int ClassDigits = 4;

    public PackReading(RuleProgram program)
    {
        var all = BoundTree.All(program.Rules.SelectMany(RequiredFactList.Roots)).ToList();
        Facts = [.. all.OfType<BoundFact>().Concat(all.OfType<BoundExternal>().SelectMany(e => program.Corrections[e.Text])).Concat(KindOfProduct(program)).DistinctBy(f => f.Fact).OrderBy(f => f.Fact.Path, StringComparer.Ordinal)];
        var folds = all.OfType<BoundAggregate>().Where(a => a.Years > 0).ToList();
        PastYears = folds.Count == 0 ? 0 : folds.Max(a => a.Years) - 1;
        PastFacts = [.. BoundTree.All(folds.SelectMany(f => new[] { f.Body, f.Where })).OfType<BoundFact>().Where(f => f.Fact.Scope == FactScope.Factory).OrderBy(f => f.Fact.Path, StringComparer.Ordinal)];
        Aims = [.. all.OfType<BoundComparison>().Where(c => c.Left.Type.Kind == ValueKind.Number && c.Right.Type.Kind == ValueKind.Number).Select(c => AimAt(c.Left, c.Right, c.Scales)), .. program.Rules.SelectMany(r => r.Forms).SelectMany(AimsOf)];
        var rows = program.Benchmarks.Rows.ToList();

        // Classes of four digits: a wider code leaves open which rows of benchmarks apply.
        var industries = program.Vocabulary.Industries.Codes.Where(c => c.Length == ClassDigits).Order(StringComparer.Ordinal).ToList();
        Industries = [.. industries.Where(i => rows.Any(r => r.IndustryMatch(i) > 0))];
        var covered = Industries.ToDictionary(i => i, i => rows.Where(r => r.IndustryMatch(i) > 0).Select(r => r.Series.Id).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        BestIndustries = [.. Industries.Where(i => covered[i] * 3 >= covered.Values.Max() * 2)];
        OtherIndustries = [.. industries.Except(Industries, StringComparer.Ordinal)];
        Kinds = industries.ToDictionary(i => i, i => (IReadOnlyList<string>)[.. rows.Where(r => r.Product is not null && r.IndustryMatch(i) >= 0).Select(r => r.Product!).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
        Counted = rows.Where(r => r.Product is not null && r.CountedDimension is not null)
            .GroupBy(r => r.Product!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => program.Vocabulary.Units.ProductUnits[g.First().CountedDimension!], StringComparer.Ordinal);
    }

    /// <summary>Every fact the rules can read, derived ones and what they are derived from included.</summary>
    public IReadOnlyList<BoundFact> Facts { get; }

    public IReadOnlyList<BoundFact> PastFacts { get; }

    /// <summary>How many years before the reporting year are read.</summary>
    public int PastYears { get; }

    public IReadOnlyList<Aim> Aims { get; }

    /// <summary>Industries that have benchmark rows of their own.</summary>
    public IReadOnlyList<string> Industries { get; }

    /// <summary>Those of them with rows in most of the series.</summary>
    public IReadOnlyList<string> BestIndustries { get; }

    public IReadOnlyList<string> OtherIndustries { get; }

    /// <summary>Kinds of product that have benchmark rows, by industry.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; }

    /// <summary>What the benchmarks of a kind of product are counted in.</summary>
    public IReadOnlyDictionary<string, UnitSymbol> Counted { get; }

    /// <summary>Read whenever a product has benchmarks, though no expression names it.</summary>
    private static IEnumerable<BoundFact> KindOfProduct(RuleProgram program) =>
        program.Externals.Product.Count > 0 && program.Vocabulary.Find("product.kind") is { } kind ? [new BoundFact(kind, null, null, ExpressionType.Text)] : [];

    private static IEnumerable<Aim> AimsOf(BoundForm form) =>
        new[] { form.Leading, form.Baseline }.OfType<Bound>().Concat(form.Steps.Select(s => s.At)).Select(t => AimAt(form.Measure, t, new Conversion(1, 1)));

    private static Aim AimAt(Bound left, Bound right, Conversion scales) => new(left, right, scales, ReadsProduct(left) || ReadsProduct(right));

    private static bool ReadsProduct(Bound bound) => bound switch
    {
        BoundAggregate => false,
        BoundFact { Fact.Scope: FactScope.Product } or BoundExternal { Scope: FactScope.Product } => true,
        _ => BoundTree.Children(bound).Any(ReadsProduct),
    };
}
