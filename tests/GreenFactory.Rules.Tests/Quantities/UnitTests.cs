using CsCheck;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Quantities;

public sealed class UnitTests
{
    private static readonly UnitCatalog Units = FactVocabulary.Default.Units;
    private static readonly string Folder = Path.Combine(Repository.Tests, "Quantities");

    public static TheoryData<int, string, string, string> Conversions()
    {
        var data = new TheoryData<int, string, string, string>();
        foreach (var (line, left, right) in Table.Read(Path.Combine(Folder, "conversions.txt")))
        {
            var parts = left.Split('|', StringSplitOptions.TrimEntries);
            data.Add(line, parts[0], parts[1], right);
        }

        return data;
    }

    public static TheoryData<string, string> Strangers()
    {
        var data = new TheoryData<string, string>();
        foreach (var pair in File.ReadLines(Path.Combine(Folder, "dimensions.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', StringSplitOptions.TrimEntries)))
        {
            data.Add(pair[0], pair[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public void A_quantity_converts_exactly(int line, string written, string wanted, string expected)
    {
        Assert.True(line > 0);
        var quantity = Parse(written);
        var unit = UnitOf(wanted);
        Assert.True(quantity.Unit.SameDimension(unit));
        Assert.Equal(expected, Scalars.Number(quantity.Unit.FactorTo(unit).ToConversion()!.Value.Apply(quantity.Value)));
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Units_of_different_things_do_not_mix(string a, string b)
    {
        Assert.False(UnitOf(a).SameDimension(UnitOf(b)));
        Assert.False(UnitOf(b).ConvertsTo(UnitOf(a)));
    }

    [Fact]
    public void Every_spelling_of_the_unit_table_is_read_as_its_first_symbol()
    {
        var file = (MapNode)DocumentReader.ReadFile(Path.Combine(Repository.Rules, "vocabulary", "units.yaml"), "units.yaml", new DiagnosticBag())!;
        var spellings = 0;
        foreach (var row in ((ListNode)file.Find("units")!).Items.Cast<MapNode>())
        {
            var symbol = ((ScalarNode)row.Find("symbol")!).Text;
            var aliases = row.Find("aliases") is ListNode list ? list.Items.Cast<ScalarNode>().Select(a => a.Text) : [];
            foreach (var spelling in aliases.Prepend(symbol))
            {
                spellings++;
                Assert.Equal(symbol, UnitOf(spelling).Symbol);
                Assert.Equal($"2.5 {symbol}", symbol == "1" ? $"{Parse($"2.5 {spelling}")} 1" : Parse($"2.5 {spelling}").ToString());
                Assert.Equal(symbol, symbol == "1" ? symbol : Parse($"2.5{spelling}").Unit.Symbol);
                Assert.Equal(symbol == "1" ? "1" : $"{symbol}/t", symbol == "1" ? "1" : UnitOf($"{spelling}/t").Symbol);
                Assert.Equal(symbol, symbol == "1" ? symbol : UnitOf($"kg/{spelling}").Symbol["kg/".Length..]);
            }
        }

        Assert.True(spellings > 150, $"{spellings}");
    }

    [Fact]
    public void Every_unit_of_the_table_converts_into_every_other_of_its_dimension_and_back()
    {
        var units = Units.Symbols.Order(StringComparer.Ordinal).Select(UnitOf).Distinct().ToList();
        foreach (var a in units)
        {
            foreach (var b in units.Where(a.SameDimension))
            {
                Assert.True((a.FactorTo(b) * b.FactorTo(a)).IsOne, $"{a} and {b}");
                Assert.True(a.ConvertsTo(b), $"{a} to {b}");
            }
        }
    }

    [Fact]
    public void A_value_comes_back_from_another_unit_as_it_was()
    {
        var units = Units.Symbols.Order(StringComparer.Ordinal).Select(UnitOf).Distinct().ToArray();
        var pairs = (from a in units from b in units where a.SameDimension(b) select (a, b)).ToArray();
        Gen.Select(Gen.Int[0, pairs.Length - 1], Gen.Decimal[-1_000_000, 1_000_000], Gen.Int[0, 6]).Sample(
            (index, raw, decimals) =>
            {
                var (from, to) = pairs[index];
                var value = Math.Round(raw, decimals);
                var there = from.FactorTo(to).ToConversion()!.Value;
                var back = to.FactorTo(from).ToConversion()!.Value;

                // Not always digit for digit (1 GJ is 277.7… kWh), but nothing a comparison could see while there are digits left to keep.
                var converted = there.Apply(value);
                Assert.True(Math.Abs(converted) < 1 || there.Compare(value, converted) == 0);
                Assert.True(Math.Abs(back.Apply(converted) - value) < 1e-15m);
            },
            iter: 5000);
    }

    [Fact]
    public void Factors_that_end_convert_there_and_back_digit_for_digit()
    {
        var pairs = new[] { ("亩", "hm2", 15m), ("m2", "亩", 1m), ("t", "kg", 1m), ("万元", "元", 1m), ("万kWh", "kWh", 1m), ("tce/t", "kgce/t", 1m), ("kWh", "kJ", 1m) };
        foreach (var (from, to, step) in pairs)
        {
            var there = UnitOf(from).FactorTo(UnitOf(to)).ToConversion()!.Value;
            var back = UnitOf(to).FactorTo(UnitOf(from)).ToConversion()!.Value;
            for (var i = 0; i < 1000; i++)
            {
                var value = i * step;
                Assert.Equal(Scalars.Number(value), Scalars.Number(back.Apply(there.Apply(value))));
            }
        }
    }

    [Theory]
    [InlineData("98 kgce/t", "98 kgce/t")]
    [InlineData("98kgce/t", "98 kgce/t")]
    [InlineData("  98   kgce/t  ", "98 kgce/t")]
    [InlineData("+98 kgce/t", "98 kgce/t")]
    [InlineData("-3.50 t", "-3.5 t")]
    [InlineData("1e3 t", "1000 t")]
    [InlineData("1.5E-2 t", "0.015 t")]
    [InlineData("1 kg·m/s", "1 kg·m/s")]
    [InlineData("1 kg*m/s", "1 kg·m/s")]
    [InlineData("2 kgce/t/h", "2 kgce/t/h")]
    [InlineData("30%", "30 %")]
    [InlineData("5", "5")]
    [InlineData("1 1", "1")]
    [InlineData("1 1/t", "1 1/t")]
    [InlineData("3 e", null)]
    [InlineData("60 dB(A)", "60 dB(A)")]
    [InlineData("60 dBA", "60 dB(A)")]
    [InlineData("3 ton", null)]
    [InlineData("3 KWH", null)]
    [InlineData("3 kwh", null)]
    [InlineData("3 t/", null)]
    [InlineData("3 /t", null)]
    [InlineData("3 kgce//t", null)]
    [InlineData("3 t t", null)]
    [InlineData("t", null)]
    [InlineData("", null)]
    [InlineData("three t", null)]
    [InlineData("1,000 t", null)]
    [InlineData("1_000 t", null)]
    [InlineData("１ t", null)]
    [InlineData("0x10 t", null)]
    [InlineData("1.2.3 t", null)]
    [InlineData("--1 t", null)]
    [InlineData("NaN t", null)]
    [InlineData("1e40 t", null)]
    [InlineData("99999999999999999999999999999999 t", null)]
    [InlineData("1 t/t/t/t/t/t/t", null)]
    public void Quantity_text_is_read_one_way_only(string text, string? expected)
    {
        var bag = new DiagnosticBag();
        var read = QuantityText.Parse(new ScalarNode(text, true, new SourceSpan("q", 1, 1)), Units, bag);
        Assert.Equal(expected, read?.ToString());
        Assert.Equal(expected is null ? 1 : 0, bag.Count);
    }

    [Fact]
    public void Products_and_quotients_of_units_cancel_what_they_can()
    {
        Assert.Equal(("kgce", "1"), Multiply("kgce/t", "t", 1));
        Assert.Equal(("kgce", "1/1000"), Multiply("kgce/t", "kg", 1));
        Assert.Equal(("1", "1000"), Multiply("t", "kg", -1));
        Assert.Equal(("kgce/t", "1"), Multiply("kgce", "t", -1));
        Assert.Equal(("t", "1/100"), Multiply("%", "t", 1));
        Assert.Equal(("t", "100"), Multiply("t", "%", -1));
        Assert.Equal(("m2^2", "10000"), Multiply("m2", "hm2", 1));
        Assert.Equal(("万元/亩", "1"), Multiply("万元", "亩", -1));
        Assert.Equal(("1/亩", "1"), Multiply("万元/亩", "万元", -1));
    }

    [Fact]
    public void A_product_unit_stands_for_whatever_the_product_is_counted_in()
    {
        Assert.Equal(("t", "1"), Towards("kgce/t", "kgce/product-unit"));
        Assert.Equal(("t", "1000"), Towards("kgce/kg", "kgce/product-unit"));
        Assert.Equal(("t", "1/10"), Towards("tce/万t", "kgce/product-unit"));
        Assert.Equal(("t", "20"), Towards("kgce/重量箱", "kgce/product-unit"));
        Assert.Equal(("件", "1"), Towards("kgce/台", "kgce/product-unit"));
        Assert.Equal(("件", "1/10000"), Towards("kgce/万只", "kgce/product-unit"));
        Assert.Equal(("m2", "3/2000"), Towards("kgce/亩", "kgce/product-unit"));
        Assert.Equal(("m", "1/1000"), Towards("kgce/km", "kgce/product-unit"));
        Assert.Equal(("m3", "1"), Towards("m3/m3", "m3/product-unit"));
        Assert.Equal(("t", "1"), Towards("kg/t", "kg/product-unit"));
        Assert.Equal(("kWh", "1"), Towards("gce/kWh", "gce/product-unit"));
        Assert.Equal(("t", "1"), Towards("kWh/t", "kWh/product-unit"));
        Assert.Equal(("t", "10000"), Towards("万t", "product-unit"));
        Assert.Equal(("件", "1"), Towards("套", "product-unit"));
        Assert.Null(Towards("tce", "kgce/product-unit"));
        Assert.Null(Towards("kgce/元", "kgce/product-unit"));
        Assert.Null(Towards("kgce/人", "kgce/product-unit"));
        Assert.Null(Towards("元", "product-unit"));
        Assert.Null(Towards("1", "product-unit"));
        Assert.Null(Towards("product-unit", "product-unit"));
    }

    [Fact]
    public void A_stated_area_in_mu_meets_a_threshold_in_mu()
    {
        var land = ExpressionBench.Bind("land.output_value >= 300 万元/亩 and land.output_value <= 300 万元/亩 and land.area = 1 亩 * renewable.certificates.separate", FactVocabulary.Default).Bench!;
        for (var mu = 1; mu <= 3000; mu++)
        {
            var facts = FactoryFacts.Parse($"schema: greenfactory.facts/v1\nperiod: 2025\nfacts: {{ land.area: {mu} 亩, output.value: {300 * mu} 万元, renewable.certificates.separate: {mu} }}", "mu.yaml");
            Assert.Equal("true", land.Show(land.Interpret(facts)));
        }
    }

    [Theory]
    [InlineData("2000/3", "2000/3")]
    [InlineData("0.001", "1/1000")]
    [InlineData("3.60", "18/5")]
    [InlineData("1.5/2.5", "3/5")]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1/0", null)]
    [InlineData("1/2/3", null)]
    [InlineData("", null)]
    [InlineData("1e3", null)]
    [InlineData("abc", null)]
    public void A_factor_is_an_exact_ratio(string text, string? expected) =>
        Assert.Equal(expected, Factor.TryParse(text, out var factor) ? Show(factor) : null);

    [Fact]
    public void A_unit_table_tells_all_its_faults()
    {
        const string text = """
            schema: greenfactory.units/v1
            dimensions:
              - { id: mass, name: { zh: 质量, en: mass } }
              - { id: mass, name: { zh: 质量, en: mass } }
            units:
              - { symbol: kg, dimension: mass, factor: 1 }
              - { symbol: kg, dimension: mass, factor: 1 }
              - { symbol: t, dimension: mas, factor: 1000 }
              - { symbol: g, dimension: mass, factor: -1 }
              - { symbol: mg, dimension: mass, factor: 0.000001, alias: [毫克] }
            product-units: { mass: t, volume: kg }
            """;
        var bag = new DiagnosticBag();
        UnitCatalog.Read([DocumentReader.ReadText(text, "units.yaml", bag)], bag);
        Assert.Equal(
            ["4:11 GFR3001", "7:15 GFR3001", "8:29 GFR3006", "9:43 GFR1015", "10:54 GFR1010", "11:24 GFR3026", "11:35 GFR3026"],
            [.. bag.ToList().Select(d => $"{d.Span.Line}:{d.Span.Column} {d.Code.Id}")]);
    }

    private static (string Unit, string Factor) Multiply(string a, string b, int sign)
    {
        var (unit, factor) = Unit.Multiply(UnitOf(a), UnitOf(b), sign);
        return (unit.Symbol, Show(factor));
    }

    private static (string Canonical, string Factor)? Towards(string written, string wanted) =>
        Units.TowardsProduct(UnitOf(written), UnitOf(wanted)) is { } turned ? (turned.Canonical.Symbol, Show(turned.Factor)) : null;

    private static string Show(Factor factor) => factor.Denominator.IsOne ? $"{factor.Numerator}" : $"{factor.Numerator}/{factor.Denominator}";

    private static Quantity Parse(string text)
    {
        var bag = new DiagnosticBag();
        return QuantityText.Parse(new ScalarNode(text, true, new SourceSpan("q", 1, 1)), Units, bag) ?? throw new InvalidInputException(bag.ToList());
    }

    private static Unit UnitOf(string text) => Units.TryParse(text, out var unit) ? unit : throw new InvalidDataException(text);
}
