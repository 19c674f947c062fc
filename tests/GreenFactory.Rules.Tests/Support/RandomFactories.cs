using CsCheck;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>Random factories over the try-out vocabulary: every fact unknown, not applicable or one of a few values, so that equal ones meet.</summary>
internal static class RandomFactories
{
    private static readonly FactVocabulary Vocabulary = TryOut.Vocabulary;
    private static readonly decimal[] Numbers = [0, 0, 1, 1, 2, 3, -1, -2, 0.5m, 5, 1000, 0.00000000000000000001m, decimal.MaxValue];
    private static readonly string[] Texts = ["", "绿色", "绿色工厂", "steel", "glass"];

    public static Gen<FactoryFacts> All { get; } = Gen.Select(
        Cells(FactScope.Factory),
        Products(),
        Cells(FactScope.Factory).Null(),
        Cells(FactScope.Factory).Null(),
        (cells, products, before, earlier) => Factory(cells, products, before, earlier));

    /// <summary>A factory, and the same factory with some of what was unknown of it filled in.</summary>
    public static Gen<(FactoryFacts Less, FactoryFacts More)> LessAndMore { get; } = Gen.Select(All, All, Gen.Int[0, 3], Gen.Int, (less, other, keep, seed) => (less, Filled(less, other, keep, (uint)Math.Abs((long)seed))));

    private static FactoryFacts Factory(FactCell[] cells, IReadOnlyList<FactoryProduct>? products, FactCell[]? before, FactCell[]? earlier)
    {
        var history = new Dictionary<int, FactCell[]>();
        if (before is not null)
        {
            history[TryOut.Factory.Period.Year - 1] = before;
        }

        if (earlier is not null)
        {
            history[TryOut.Factory.Period.Year - 2] = earlier;
        }

        var facts = TryOut.Factory;
        return new FactoryFacts(Vocabulary, facts.Identity, facts.Period, cells, products, history, []);
    }

    private static Gen<IReadOnlyList<FactoryProduct>?> Products() => Gen.Frequency(
        (1, Gen.Const((IReadOnlyList<FactoryProduct>?)null)),
        (5, Cells(FactScope.Product).Array[0, 3].Select(a => (IReadOnlyList<FactoryProduct>?)[.. a.Select((cells, i) => new FactoryProduct($"p{i}", null, cells, null))])));

    private static Gen<FactCell[]> Cells(FactScope scope)
    {
        var facts = Vocabulary.Facts.Where(f => f.Scope == scope).OrderBy(f => f.Slot).ToArray();
        var values = facts.Select(Value).ToArray();
        return Gen.Int[0, int.MaxValue].Array[facts.Length].Select(dice => facts.Select((_, i) => Draw(values[i], (uint)dice[i])).ToArray());
    }

    private static FactCell Draw(FactCell[] values, uint dice) => (dice % 6) switch
    {
        0 or 1 => default,
        2 => FactCell.NotApplicable("没有"),
        _ => values[dice / 6 % values.Length],
    };

    private static FactCell[] Value(FactDeclaration fact) => fact.Kind switch
    {
        FactKind.Flag => [FactCell.Of(true), FactCell.Of(false)],
        FactKind.Date => [FactCell.Of(new DateOnly(2024, 2, 29)), FactCell.Of(new DateOnly(2025, 1, 31)), FactCell.Of(DateOnly.MaxValue), FactCell.Of(DateOnly.MinValue)],
        FactKind.Text => [.. Texts.Select(FactCell.Of)],
        FactKind.Choice => [.. fact.Choices.Select(FactCell.Of)],
        FactKind.Choices => [FactCell.Of((IReadOnlyList<string>)[]), FactCell.Of((IReadOnlyList<string>)["red"]), FactCell.Of((IReadOnlyList<string>)["green", "red"])],
        FactKind.Count => [FactCell.Of(0m), FactCell.Of(1m), FactCell.Of(3m)],
        FactKind.Assessment => [FactCell.Of(0m, "看过"), FactCell.Of(0.5m, "看过"), FactCell.Of(1m, "看过")],
        _ => [.. Numbers.Select(n => FactCell.Of(n))],
    };

    private static FactoryFacts Filled(FactoryFacts less, FactoryFacts other, int keep, uint seed)
    {
        var products = less.Products is null
            ? other.Products
            : [.. less.Products.Select((p, i) => p with { Cells = Fill(p.Cells, other.Products is { Count: > 0 } o ? o[i % o.Count].Cells : p.Cells, FactScope.Product) })];
        var history = new Dictionary<int, FactCell[]>();
        foreach (var year in less.HistoryYears.Concat(other.HistoryYears).Distinct())
        {
            var mine = less.YearCells(year) ?? new FactCell[Vocabulary.FactorySlots];
            history[year] = other.YearCells(year) is { } theirs ? Fill(mine, theirs, FactScope.Factory) : mine;
        }

        return less.With(Fill(less.Cells, other.Cells, FactScope.Factory), products, history);

        FactCell[] Fill(FactCell[] mine, FactCell[] theirs, FactScope scope)
        {
            var filled = (FactCell[])mine.Clone();
            foreach (var fact in Vocabulary.Facts.Where(f => f.Scope == scope))
            {
                // A total stated against its parts is a contradiction, not more knowledge; the verdict warns of it.
                var isReported = fact.Derived is null && fact.Applies is null;
                seed = unchecked((seed * 1664525u) + 1013904223u);
                if (isReported && mine[fact.Slot].State == FactState.Unknown && (seed >> 16) % 4 >= keep)
                {
                    filled[fact.Slot] = theirs[fact.Slot];
                }
            }

            return filled;
        }
    }
}
