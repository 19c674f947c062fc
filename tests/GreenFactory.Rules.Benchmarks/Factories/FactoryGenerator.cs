using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Speed.HandWritten;

namespace GreenFactory.Rules.Speed.Factories;

/// <summary>
/// Makes up fact files for <c>miit-green-factory@2018</c>: flags, counts and fractions by chance, ratios around the values they
/// are held against. The same seed gives the same files.
/// </summary>
internal sealed class FactoryGenerator(int seed, RulePack pack, BenchmarkLookup benchmarks)
{
    private static readonly string[] Regions = ["330500", "320200", "110000", "440300", "510100"];
    private static readonly int[] Years = [2022, 2022, 2022, 2024, 2025];

    private static readonly Trade[] Trades =
    [
        new("3011", ["cement", "cement-clinker"], "t", "mass"),
        new("3011", ["cement-clinker"], "t", "mass"),
        new("3041", ["flat-glass-500-to-800", "flat-glass-above-800", "flat-glass-up-to-500"], "t", "mass"),
        new("3831", ["cable"], "t", "mass"),
        new("3831", ["cable"], "m", "length"),
        new("3982", ["printed-board"], "m2", "area"),
        new("3110", ["crude-steel", "steel-converter"], "t", "mass"),
        new("1311", ["flour"], "t", "mass"),
        new("2710", ["tablet"], "件", "piece"),
    ];

    private readonly Random _random = new(seed);
    private readonly IReadOnlyList<FactDeclaration> _required = pack.RequiredFacts;
    private readonly FactVocabulary _vocabulary = pack.Program.Vocabulary;
    /// <summary>What corrects the limits of quota standards; the hand-written evaluator knows the printed limits only.</summary>
    private readonly List<FactDeclaration> _corrections = [.. pack.Program.Corrections.SelectMany(g => g).Select(f => f.Fact).Where(f => f.Applies is not null).Distinct()];

    private Mood _mood = Mood.Applicant;

    /// <summary>Text of one fact file.</summary>
    public string Next(Mood mood)
    {
        _mood = mood;
        var trade = Pick(Trades);
        var known = mood.Unknown == 0 || !Chance(mood.Unknown / 2);
        var place = new PlaceKey(known ? trade.Industry : null, Chance(mood.Unknown / 2) ? null : Pick(Regions), Pick(Years), trade.Dimension);
        var facts = new JsonObject();
        NoCorrections(facts, FactScope.Factory);
        foreach (var fact in _required.Where(f => f.Scope == FactScope.Factory).Except(_corrections))
        {
            Add(facts, fact.Path, Plain(fact), trade);
        }

        Ratios(facts, place, trade);
        var file = new JsonObject
        {
            ["schema"] = FactoryFactsReader.Schema,
            ["factory"] = Identity(place),
            ["period"] = place.Year.ToString(CultureInfo.InvariantCulture),
            ["facts"] = facts,
        };
        if (!Chance(mood.Unknown / 4))
        {
            file["products"] = Products(place, trade);
        }

        return file.ToJsonString();
    }

    private static JsonObject Identity(PlaceKey place)
    {
        var identity = new JsonObject { ["name"] = "工厂" };
        if (place.Industry is not null)
        {
            identity["industry"] = place.Industry;
        }

        if (place.Region is not null)
        {
            identity["region"] = place.Region;
        }

        return identity;
    }

    private void Ratios(JsonObject facts, PlaceKey place, Trade trade)
    {
        var industry = benchmarks.Of(place);
        Percent("infrastructure.permeable_share", "infrastructure.permeable_area", "infrastructure.outdoor_area", 30m);
        Percent("infrastructure.building_renewable_share", "infrastructure.building_renewable_energy", "infrastructure.building_energy", 10m);
        Percent("material.green_rate", "material.green.used", "material.green.total", 0m, 30m);
        Percent("waste.utilisation_rate", "waste.utilised", "waste.generated", 65m, 73m, 90m);
        Add(facts, "waste.stock_utilised", 0m, trade);
        Percent("land.building_density", "land.building_footprint", "land.area", 30m, 40m);
        Add(facts, "land.structure_footprint", 0m, trade);
        Add(facts, "land.structure_area", 0m, trade);
        Stated("infrastructure.water_fittings_saving", Around([10m]));
        Counted("lighting.energy_saving_share", "lighting.lamps.energy_saving", "lighting.lamps.total", 50);
        Counted(null, "metering.separate_uses.metered", "metering.separate_uses.present", 100);

        // All four share the land area that was drawn for the building density.
        var land = facts["land.area"] is JsonValue written && QuantityText.TrySplit(written.GetValue<string>(), out var area, out _) ? area : 1000m;
        var floor = Known(industry.FloorAreaRatio);
        OverLand("land.floor_area_ratio", "land.floor_area", Multiples(floor, 1m, 1.2m, 2m));
        OverLand("land.output_value", "output.value", Multiples(Known(industry.LandOutputValue), 1m, 1.2m, 2m));
        OverLand("land.capacity_per_area", "land.capacity", [.. Known(industry.CapacityPerAreaMean), .. Known(industry.CapacityPerAreaTop20), .. Known(industry.CapacityPerAreaTop5)]);
        Add(facts, "land.representative_time_quota", Pick(1m, 2m, 0.5m), trade);

        var reuse = Around([.. Known(industry.WastewaterReuseMean), .. Known(industry.WastewaterReuseTop20), .. Known(industry.WastewaterReuseTop5)]);
        reuse = Math.Clamp(reuse, 0m, 100m);
        Add(facts, "wastewater.reused", reuse * 100m, trade);
        Add(facts, "wastewater.discharged", (100m - reuse) * 100m, trade);
        if (Chance(_mood.Stated))
        {
            Stated("wastewater.reuse_rate", reuse);
        }

        void Percent(string ratio, string part, string whole, params decimal[] edges)
        {
            var value = Math.Clamp(Around(edges), 0m, 100m);
            if (Chance(_mood.Stated))
            {
                Stated(ratio, value);
            }

            var size = Round(1000, 200000);
            Add(facts, whole, size, trade);
            Add(facts, part, value * size / 100m, trade);
        }

        void Counted(string? ratio, string part, string whole, int edge)
        {
            decimal size = _random.Next(0, 40) * 2;
            decimal some = Chance(_mood.Edge) ? decimal.Truncate(size * edge / 100) : _random.Next(0, (int)size + 1);
            Add(facts, whole, size, trade);
            Add(facts, part, some, trade);
            if (ratio is not null && Chance(_mood.Stated))
            {
                Stated(ratio, Math.Clamp(Around([edge]), 0m, 100m));
            }
        }

        void OverLand(string ratio, string part, decimal[] edges)
        {
            var value = Around(edges);
            if (Chance(_mood.Stated))
            {
                Stated(ratio, value);
            }

            Add(facts, part, value * land, trade);
        }

        void Stated(string path, decimal value) => Add(facts, path, value, trade);
    }

    private JsonArray Products(PlaceKey place, Trade trade)
    {
        var products = new JsonArray();
        var count = Chance(0.03) ? 0 : Pick(1, 1, 1, 2, 2, 3);
        for (var i = 0; i < count; i++)
        {
            products.Add(new JsonObject { ["id"] = $"p{i}", ["facts"] = Product(place, Chance(0.05) ? Pick(Trades) : trade) });
        }

        return products;
    }

    private JsonObject Product(PlaceKey place, Trade trade)
    {
        var kind = Chance(_mood.Unknown) ? null : Pick(trade.Kinds);
        var own = benchmarks.Of(new ProductKey(place, kind, trade.Dimension));
        var industry = benchmarks.Of(place);
        var facts = new JsonObject();
        if (kind is not null)
        {
            facts["product.kind"] = kind;
        }

        NoCorrections(facts, FactScope.Product);
        var output = Round(100, 2000000);
        Add(facts, "product.qualified_output", output, trade);
        Figure("product.pollutant_generated_per_unit", "product.pollutant_generated", 1000m, Steps(own.Pollutant));
        Figure("product.wastegas_generated_per_unit", "product.wastegas_generated", 1m, Steps(own.Wastegas));
        Figure("product.wastewater_generated_per_unit", "product.wastewater_generated", 1m, Steps(own.Wastewater));
        Figure("product.material_per_unit", "product.material", 1000m, Steps(own.Material));
        Figure("product.carbon_per_unit", "product.carbon", 1000m, Steps(own.Carbon));
        var energy = Figure("product.energy_per_unit", "product.energy", 1000m, [.. Known(own.EnergyThreshold), .. Known(own.EnergyLeading)]);
        var intensity = Around([.. Known(industry.EnergyPerOutputValueMean), .. Known(industry.EnergyPerOutputValueTop20), .. Known(industry.EnergyPerOutputValueTop5)]);
        Add(facts, "product.output_value", intensity == 0m ? 0m : Math.Min(energy / intensity, 1000000000m), trade);
        if (Chance(_mood.Stated))
        {
            Add(facts, "product.energy_per_output_value", intensity, trade);
        }

        Add(facts, "product.capacity", output * 1.25m, trade);
        Add(facts, "product.time_quota", Pick(1m, 2m, 0.5m), trade);
        if (Chance(_mood.Stated))
        {
            Add(facts, "product.capacity_factor", Pick(1m, 1m, 1.5m), trade);
        }

        return facts;

        decimal Figure(string ratio, string amount, decimal factor, decimal[] edges)
        {
            var value = Around(edges);
            if (Chance(_mood.Stated))
            {
                Add(facts, ratio, value, trade);
            }

            var total = value * output / factor;
            Add(facts, amount, total, trade);
            return total;
        }
    }

    private void NoCorrections(JsonObject facts, FactScope scope)
    {
        foreach (var fact in _corrections.Where(f => f.Scope == scope))
        {
            facts[fact.Path] = new JsonObject { ["notApplicable"] = "no correction" };
        }
    }

    /// <summary>A value for a fact that stands alone; null where ratios are drawn together.</summary>
    private object? Plain(FactDeclaration fact) => fact.Kind switch
    {
        FactKind.Flag => Chance(_mood.Yes),
        FactKind.Count => Chance(_mood.Yes) ? 0m : (decimal)_random.Next(0, 4),
        FactKind.Assessment => Chance(_mood.Edge) ? Pick(0m, 1m) : _random.Next(0, 21) / 20m,
        _ => null,
    };

    private void Add(JsonObject facts, string path, object? value, Trade trade)
    {
        if (value is null)
        {
            return;
        }

        var fact = _vocabulary.Find(path)!;
        var luck = _random.NextDouble();
        if (luck < _mood.Unknown)
        {
            facts[path] = null;
        }
        else if (luck < _mood.Unknown + _mood.NotApplicable)
        {
            facts[path] = new JsonObject { ["notApplicable"] = "made up" };
        }
        else
        {
            facts[path] = Written(fact, value, trade);
        }
    }

    private JsonNode Written(FactDeclaration fact, object value, Trade trade)
    {
        if (value is bool flag)
        {
            return flag;
        }

        var number = Within(fact, Chance(_mood.Extreme) ? Extreme(fact) : (decimal)value);
        return fact.Kind switch
        {
            FactKind.Assessment => new JsonObject { ["fraction"] = number, ["reason"] = "made up" },
            FactKind.Count => decimal.Truncate(number),
            _ => number.ToString(CultureInfo.InvariantCulture) + " " + fact.Unit.Symbol.Replace("product-unit", trade.Unit, StringComparison.Ordinal),
        };
    }

    private decimal Extreme(FactDeclaration fact) => fact.Kind == FactKind.Count
        ? Pick(0m, 1m, 1000000m)
        : Pick(0m, 0m, 0.00000000000000000001m, 0.0000000000000000000000000001m, fact.Greatest ?? 79228162514264337593543950335m, fact.Least ?? 0m);

    private static decimal Within(FactDeclaration fact, decimal value) =>
        Math.Clamp(value, fact.Least ?? decimal.MinValue, fact.Greatest ?? decimal.MaxValue);

    /// <summary>On one of the edges, a hair beside it, or somewhere around all of them.</summary>
    private decimal Around(decimal[] edges)
    {
        if (edges.Length == 0)
        {
            return Round(1, 10000) / 100m;
        }

        if (Chance(_mood.Edge))
        {
            return Pick(edges) + Pick(0m, 0m, 0m, 0.00000000000000000001m, -0.00000000000000000001m);
        }

        var low = edges.Min() * 0.8m;
        var high = edges.Max() * 1.2m;
        return decimal.Round(low + ((high - low) * (decimal)_random.NextDouble()), 4);
    }

    private static decimal[] Steps(in Ladder ladder) => [.. Known(ladder.Mean), .. Known(ladder.Top20), .. Known(ladder.Top5)];

    private static decimal[] Known(in Amount amount) => amount.IsKnown ? [amount.Value] : [];

    private static decimal[] Multiples(decimal[] values, params decimal[] factors) => [.. values.SelectMany(v => factors.Select(f => v * f))];

    private decimal Round(int least, int most) => _random.Next(least, most);

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    private sealed record Trade(string Industry, string[] Kinds, string Unit, string Dimension);
}
