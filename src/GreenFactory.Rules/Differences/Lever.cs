using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Differences;

/// <summary>What has to be stated, and what must not be, so that something deep inside derived facts decides what a rule comes to.</summary>
/// <param name="Carriers">Derived facts between the rule and the thing: stated, they would hide it.</param>
/// <param name="Needs">What the carriers need beside it.</param>
/// <param name="Drivers">Numbers that move what comes out of it.</param>
/// <param name="Years">Years that are looked at together; 0 where only the reporting year counts.</param>
internal sealed record Lever(IReadOnlyList<BoundFact> Carriers, IReadOnlyList<BoundFact> Needs, IReadOnlyList<BoundFact> Drivers, int Years)
{
    /// <summary>One for each expression of a rule that leads to the thing.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isThing">True for the thing: a derived fact, a coefficient, a benchmark.</param>
    public static IEnumerable<Lever> Of(BoundRule rule, Func<Bound, bool> isThing) =>
        RulePart.Of(rule).Select(p => Path(p.Root, isThing, new HashSet<Bound>(ReferenceEqualityComparer.Instance))).OfType<List<Bound>>().Select(Of).Where(l => l.Drivers.Count > 0);

    private static Lever Of(List<Bound> path)
    {
        var carriers = path.OfType<BoundFact>().ToList();
        var inner = carriers.Count == 0 ? -1 : path.FindLastIndex(n => n is BoundFact);

        // The nearest part around the thing that holds facts at all: what a coefficient is multiplied with.
        var drivers = path[^1] is BoundFact thing
            ? Direct(thing)
            : Enumerable.Range(inner + 1, path.Count - inner - 1).Reverse().Select(i => Facts(path[i]).ToList()).FirstOrDefault(f => f.Count > 0) ?? [];
        var needs = Facts(path[0]).Concat(carriers.SelectMany(Direct)).Concat(drivers).Except(carriers).Distinct().ToList();
        var folds = path.Concat(carriers.SelectMany(c => BoundTree.All([c.Derived]))).OfType<BoundAggregate>();
        return new Lever(carriers, needs, [.. drivers.Except(carriers).Where(IsNumber)], folds.Select(a => a.Years).DefaultIfEmpty(0).Max());
    }

    private static bool IsNumber(BoundFact fact) => fact.Fact.Kind is FactKind.Quantity or FactKind.Count;

    private static List<BoundFact> Direct(BoundFact fact) => [.. new[] { fact.Derived, fact.Applies }.OfType<Bound>().SelectMany(Facts)];

    /// <summary>The facts an expression names itself, in reading order.</summary>
    private static IEnumerable<BoundFact> Facts(Bound bound) => bound is BoundFact fact ? [fact] : BoundTree.Children(bound).SelectMany(Facts);

    /// <summary>From an expression down to the thing, both included; null where it is not below.</summary>
    private static List<Bound>? Path(Bound bound, Func<Bound, bool> isThing, HashSet<Bound> seen)
    {
        if (isThing(bound))
        {
            return [bound];
        }

        if (!seen.Add(bound))
        {
            return null;
        }

        foreach (var child in BoundTree.Children(bound))
        {
            if (Path(child, isThing, seen) is { } rest)
            {
                rest.Insert(0, bound);
                return rest;
            }
        }

        return null;
    }
}
