using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Draws the outline of a factory: who and where it is, which products and past years there are, what supports its facts. The facts are filled in later.</summary>
internal sealed class OutlineMaker(FactVocabulary vocabulary, PackReading reading)
{
    public FactoryFacts Draw(Draw draw, ValueMaker values, FactoryShape shape)
    {
        var industry = draw.Of([reading.BestIndustries, reading.BestIndustries, reading.Industries, reading.OtherIndustries]) is { Count: > 0 } some ? draw.Of(some) : draw.Of(reading.OtherIndustries);
        var period = new ReportingPeriod(draw.Between(2016, 2027));
        var identity = new FactoryIdentity
        {
            Id = draw.Chance(90) ? "f" + draw.Below(100) : null,
            Name = draw.Chance(90) ? values.Reason() : null,
            Region = draw.Chance(shape.Unknown / 2) ? null : RegionIn(draw),
            Industry = draw.Chance(shape.Unknown / 2) ? null : industry,
            Founded = draw.Chance(shape.Unknown) ? null : draw.Date(1950, period.Year),
        };
        List<FactoryProduct>? products = draw.Chance(shape.Unknown / 4) ? null : [];
        for (var p = draw.Of([0, 1, 1, 1, 2, 2, 3]); p > 0 && products is not null; p--)
        {
            products.Add(Product(draw, values, shape, industry, products.Count));
        }

        var history = new Dictionary<int, FactCell[]>();
        for (var back = 1; back <= reading.PastYears + 1; back++)
        {
            if (!draw.Chance(shape.Unknown) && (back <= reading.PastYears || draw.Chance(10)))
            {
                history[period.Year - back] = new FactCell[vocabulary.FactorySlots];
            }
        }

        return new FactoryFacts(vocabulary, identity, period, new FactCell[vocabulary.FactorySlots], products, history, AllEvidence(draw, period));
    }

    private string RegionIn(Draw draw)
    {
        // A province as such, or a city or county in it.
        var provinces = vocabulary.Regions.IsEmpty ? ["330000", "110000"] : ProvinceCodes();
        var province = draw.Of(provinces)[..2];
        return draw.Chance(30) ? province + "0000" : draw.Chance(50) ? $"{province}{draw.Between(1, 9):00}00" : $"{province}{draw.Between(1, 9):00}{draw.Between(1, 9):00}";
    }

    private List<string> ProvinceCodes() => [.. vocabulary.Regions.Codes.Where(c => c.EndsWith("0000", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private FactoryProduct Product(Draw draw, ValueMaker values, FactoryShape shape, string industry, int index)
    {
        var cells = new FactCell[vocabulary.ProductSlots];
        var kinds = reading.Kinds.GetValueOrDefault(industry, []);
        var kind = kinds.Count > 0 && draw.Chance(85) ? draw.Of(kinds) : null;
        if (vocabulary.Find("product.kind") is { } declaration && !draw.Chance(shape.Unknown))
        {
            cells[declaration.Slot] = FactCell.Of(kind ?? "something-else");
        }

        return new FactoryProduct($"p{index + 1}", draw.Chance(50) ? values.Reason() : null, cells, CountedIn(kind, draw));
    }

    private UnitSymbol CountedIn(string? kind, Draw draw)
    {
        var units = vocabulary.Units.ProductUnits.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => u.Value).ToList();
        return draw.Chance(90) && reading.Counted.TryGetValue(kind ?? string.Empty, out var own) ? own : draw.Of(units);
    }

    /// <summary>The products with a unit for those of which no amount has said one; it counts once an amount is stated.</summary>
    public List<FactoryProduct> Countable(IReadOnlyList<FactoryProduct> products, Draw draw)
    {
        var kind = vocabulary.Find("product.kind");
        return [.. products.Select(p => p.CountedIn is not null ? p : p with { CountedIn = CountedIn(kind is null ? null : p.Cells[kind.Slot].Reference as string, draw) })];
    }

    private static List<Evidence> AllEvidence(Draw draw, ReportingPeriod period)
    {
        var list = new List<Evidence>();
        for (var i = draw.Of([0, 0, 1, 2]); i > 0; i--)
        {
            list.Add(new Evidence
            {
                Id = $"e{list.Count + 1}",
                Kind = draw.Chance(80) ? "certificate" : null,
                Title = draw.Chance(80) ? "证书 ß" : null,
                Supports = draw.Chance(80) ? ["management.quality_system"] : [],
                Issued = draw.Chance(50) ? draw.Date(2008, 2014) : null,
                Expires = draw.Chance(50) ? draw.Date(period.Year - 1, period.Year + 2) : null,
                Sha256 = draw.Chance(30) ? new string('a', 64) : null,
            });
        }

        return list;
    }
}
