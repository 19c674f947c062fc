using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Changes one fact so that a measure falls on its threshold, or a hair beside it. What <paramref name="kept"/> states is not touched.</summary>
internal sealed class Marksman(PackReading reading, Draw draw, FactoryFacts? kept = null)
{
    private const int Steps = 4;
    private static readonly decimal[] Hairs = [0m, 0m, 1e-20m, -1e-20m, 1e-6m, -1e-6m];

    /// <summary>Works on the arrays in place; does nothing where the aim cannot be reached by one fact.</summary>
    public void Shoot(FactoryFacts facts, Sight sight, Aim aim)
    {
        var product = aim.PerProduct ? facts.Products is { Count: > 0 } products ? draw.Below(products.Count) : -2 : -1;
        var leaves = BoundTree.All([aim.Left, aim.Right]).OfType<BoundFact>()
            .Where(f => f.Derived is null && f.Type.Kind == ValueKind.Number && CellsOf(f.Fact) is { } cells && cells[f.Fact.Slot].State == FactState.Known && !IsKept(f.Fact))
            .Select(f => f.Fact)
            .ToList();
        if (product == -2 || leaves.Count == 0)
        {
            return;
        }

        var leaf = draw.Of(leaves);
        var table = CellsOf(leaf)!;
        var before = table[leaf.Slot];
        if (Solve(x => Difference(x), before.Number) is not { } root || !Fits(leaf, root))
        {
            table[leaf.Slot] = before;
            return;
        }

        var hair = draw.Of(Hairs);
        var value = hair == 0 ? root : leaf.Kind == FactKind.Count ? root + Math.Sign(hair) : root + (hair * Math.Max(1e-3m, Math.Abs(root)));
        table[leaf.Slot] = Fits(leaf, value) ? Of(leaf, value, before) : Of(leaf, root, before);

        bool IsKept(FactDeclaration fact) =>
            kept is not null && (fact.Scope == FactScope.Factory ? kept.Cells : kept.Products?[product].Cells)?[fact.Slot].State is FactState.Known;

        FactCell[]? CellsOf(FactDeclaration fact) => fact.Scope == FactScope.Factory ? facts.Cells : product >= 0 ? facts.Products![product].Cells : null;

        decimal? Difference(decimal x)
        {
            table[leaf.Slot] = Of(leaf, x, before);
            var left = product >= 0 ? sight.Product(aim.Left, product) : sight.Factory(aim.Left);
            var right = product >= 0 ? sight.Product(aim.Right, product) : sight.Factory(aim.Right);
            return left is NumberValue l && right is NumberValue r ? (l.Number * aim.Scales.Numerator) - (r.Number * aim.Scales.Denominator) : null;
        }
    }

    public void ShootSome(FactoryFacts facts, Sight sight, int most)
    {
        for (var shots = reading.Aims.Count == 0 ? 0 : draw.Between(0, most); shots > 0; shots--)
        {
            Shoot(facts, sight, draw.Of(reading.Aims));
        }
    }

    private static FactCell Of(FactDeclaration fact, decimal value, FactCell before) =>
        FactCell.Of(fact.Kind == FactKind.Count ? Math.Round(value) : value, before.Reference as string);

    private static bool Fits(FactDeclaration fact, decimal value) => !(value < fact.Least) && !(value > fact.Greatest) && (fact.Kind != FactKind.Count || value >= 0);

    /// <summary>A few steps of the secant method; one step is exact where the difference is linear, as it mostly is.</summary>
    private static decimal? Solve(Func<decimal, decimal?> difference, decimal start)
    {
        try
        {
            var (x0, x1) = (start, (start * 2) + 1);
            if (difference(x0) is not { } d0 || difference(x1) is not { } d1)
            {
                return null;
            }

            for (var i = 0; i < Steps && d0 != d1; i++)
            {
                var next = x1 - (d1 * (x1 - x0) / (d1 - d0));
                if (difference(next) is not { } d)
                {
                    return null;
                }

                (x0, d0, x1, d1) = (x1, d1, next, d);
                if (d == 0)
                {
                    return next;
                }
            }

            return d0 == d1 ? null : x1;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
