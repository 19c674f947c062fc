using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Programs;

/// <summary>Which facts a program can read, and for which rules.</summary>
internal static class RequiredFactList
{
    public static IReadOnlyList<FactDeclaration> Of(RuleProgram program) =>
        [.. program.Rules.SelectMany(r => Read(r, program)).Distinct().OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>Rule ids by the path of each fact they can read, derived facts followed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByFact(RuleProgram program) =>
        program.Rules
            .SelectMany(r => Roots(r).SelectFacts().Select(f => f.Fact).Concat(Read(r, program)).Select(f => (f.Path, r.Definition.Id)))
            .GroupBy(p => p.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Id).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

    /// <summary>What has to be stated for a rule: the facts it reads, and those its benchmarks are chosen and corrected by, which no expression of it names.</summary>
    private static IEnumerable<FactDeclaration> Read(BoundRule rule, RuleProgram program) =>
        Roots(rule).SelectFacts().Where(f => f.Derived is null).Select(f => f.Fact)
            .Concat(LooksUpByProduct(rule) ? Kind(program) : [])
            .Concat(BoundTree.All(Roots(rule)).OfType<BoundExternal>().SelectMany(e => program.Corrections[e.Text]).Where(f => f.Derived is null).Select(f => f.Fact));

    public static IEnumerable<Bound?> Roots(BoundRule rule)
    {
        yield return rule.When;
        yield return rule.Condition;
        yield return rule.Fraction;
        foreach (var form in rule.Forms)
        {
            yield return form.When;
            yield return form.Measure;
            yield return form.Weight;
            yield return form.Leading;
            yield return form.Baseline;
            foreach (var step in form.Steps)
            {
                yield return step.At;
            }
        }
    }

    /// <summary>No expression reads the kind of a product, but benchmarks of products are chosen by it.</summary>
    private static IEnumerable<FactDeclaration> Kind(RuleProgram program) => program.Vocabulary.Find(FrameBuilder.ProductKindPath) is { } kind ? [kind] : [];

    private static bool LooksUpByProduct(BoundRule rule) => BoundTree.All(Roots(rule)).OfType<BoundExternal>().Any(e => e is { Kind: ExternalKind.Benchmark, Scope: FactScope.Product });

    private static IEnumerable<BoundFact> SelectFacts(this IEnumerable<Bound?> roots) => BoundTree.All(roots).OfType<BoundFact>();
}
