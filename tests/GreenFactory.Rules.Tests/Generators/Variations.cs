using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>
/// Many factories from few: each drawn factory again and again with a few of its values replaced by those of other factories, which
/// are aimed at the edges of the pack, or moved by a hair. Making one costs a hundredth of drawing one.
/// </summary>
internal static class Variations
{
    private const int PerDrawn = 16;
    private const int MostChanges = 5;

    private static readonly decimal[] Hairs = [0.0000000000000000000001m, 0.000000000000001m, 0.000000001m, 0.0001m];
    private static readonly FactoryShape[] Shapes = [FactoryShape.Partial, FactoryShape.Wild, FactoryShape.Complete];

    public static IEnumerable<FactoryFacts> Of(PackUnderTest pack, int count)
    {
        var drawn = new List<FactoryFacts>();
        for (var i = 0; i < count; i++)
        {
            if (i % PerDrawn == 0)
            {
                drawn.Add(pack.Draw(i, Shapes[i / PerDrawn % Shapes.Length]));
                yield return drawn[^1];
                continue;
            }

            var draw = new Draw(i);
            yield return Changed(drawn[^1], drawn[draw.Below(drawn.Count)], draw);
        }
    }

    private static FactoryFacts Changed(FactoryFacts facts, FactoryFacts other, Draw draw)
    {
        var cells = Changed(facts.Cells, other.Cells, draw);
        if (facts.Products is not { Count: > 0 } products || other.Products is not { Count: > 0 } others)
        {
            return facts.With(cells);
        }

        var from = draw.Of(others).Cells;
        var place = draw.Below(products.Count);
        return facts.With(cells, [.. products.Select((p, i) => i == place ? p with { Cells = Changed(p.Cells, from, draw) } : p)]);
    }

    private static FactCell[] Changed(FactCell[] cells, FactCell[] others, Draw draw)
    {
        var stated = Enumerable.Range(0, cells.Length).Where(i => cells[i].State != FactState.Unknown || others[i].State != FactState.Unknown).ToList();
        var changed = (FactCell[])cells.Clone();
        for (var i = draw.Below(MostChanges); i >= 0 && stated.Count > 0; i--)
        {
            var slot = draw.Of(stated);
            var isNumber = cells[slot] is { State: FactState.Known, Number: not 0 and < 1e20m and > -1e20m };
            changed[slot] = isNumber && draw.Chance(40) ? FactCell.Of(cells[slot].Number * (1 + (draw.Of(Hairs) * (draw.Chance(50) ? 1 : -1))), cells[slot].Reference as string) : others[slot];
        }

        return changed;
    }
}
