using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Programs;

/// <summary>Which facts a program can read, and for which rules.</summary>
internal static class RequiredFactList
{
    public static IReadOnlyList<FactDeclaration> Of(RuleProgram program)
    {
        var read = program.Rules.SelectMany(Roots).SelectFacts().Where(f => f.Derived is null).Select(f => f.Fact);
        return [.. read.Concat(program.Rules.Any(LooksUpByProduct) ? Kind(program) : []).Distinct().OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Rule ids by the path of each fact they can read, derived facts followed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByFact(RuleProgram program) =>
        program.Rules
            .SelectMany(r => Roots(r).SelectFacts().Select(f => f.Fact).Concat(LooksUpByProduct(r) ? Kind(program) : []).Select(f => (f.Path, r.Definition.Id)))
            .GroupBy(p => p.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Id).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

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
