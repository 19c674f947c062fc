using static GreenFactory.Rules.Speed.HandWritten.Answers;

namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>What all products together say on each figure: read in one pass, each quotient once.</summary>
internal ref struct ProductFigures
{
    public Figure Pollutant;
    public Figure Wastegas;
    public Figure Wastewater;
    public Figure Material;
    public Figure Energy;
    public Figure Carbon;

    public void Read(FactoryRecord f, FactoryBenchmarks benchmarks, BenchmarkTable? table, Answer airOrWater)
    {
        if (f.Products is not { } products)
        {
            Pollutant = Wastegas = Wastewater = Material = Energy = Carbon = Figure.Open;
            return;
        }

        var pollutant = new Collector();
        var wastegas = new Collector();
        var wastewater = new Collector();
        var material = new Collector();
        var carbon = new Collector();
        var energy = new EnergyCollector();
        foreach (var product in products)
        {
            var own = table is null ? product.Benchmarks : table.Of(product.Key);
            var output = product.QualifiedOutput;
            if (airOrWater == Answer.Yes)
            {
                pollutant.Add(PerUnit(product.PollutantGeneratedPerUnit, product.PollutantGenerated, output, 1000m), product.PollutantGenerated, own.Pollutant);
            }

            if (f.EmissionAirPresent == Answer.Yes)
            {
                wastegas.Add(PerUnit(product.WastegasGeneratedPerUnit, product.WastegasGenerated, output), product.WastegasGenerated, own.Wastegas);
            }

            if (f.EmissionWaterPresent == Answer.Yes)
            {
                wastewater.Add(PerUnit(product.WastewaterGeneratedPerUnit, product.WastewaterGenerated, output), product.WastewaterGenerated, own.Wastewater);
            }

            material.Add(PerUnit(product.MaterialPerUnit, product.Material, output, 1000m), product.Material, own.Material);
            carbon.Add(PerUnit(product.CarbonPerUnit, product.Carbon, output, 1000m), product.Carbon, own.Carbon);
            energy.Add(product, own, benchmarks);
        }

        Pollutant = pollutant.Result();
        Wastegas = wastegas.Result();
        Wastewater = wastewater.Result();
        Material = material.Result();
        Carbon = carbon.Result();
        Energy = energy.Result();
    }

    private static Amount PerUnit(in Amount stated, in Amount amount, in Amount output, decimal factor) =>
        stated.State == AmountState.Unknown ? Amount.Quotient(amount, output, factor) : stated;

    private static Amount PerUnit(in Amount stated, in Amount amount, in Amount output) =>
        stated.State == AmountState.Unknown ? Amount.Quotient(amount, output) : stated;

    /// <summary>Whether every product reaches the mean, and the share earned on the way to the best.</summary>
    internal readonly struct Figure(Answer mean, Share share)
    {
        public readonly Answer Mean = mean;

        public readonly Share Share = share;

        public static Figure Open => new(Answer.Unknown, Share.Open(AmountState.Unknown));
    }

    private struct Collector()
    {
        private Answer _mean = Answer.NotApplicable;
        private ProductAverage _average = new();

        public void Add(in Amount perUnit, in Amount weight, in Ladder ladder)
        {
            _mean = All(_mean, perUnit.AtMost(ladder.Mean));
            _average.Add(Share.Falling(perUnit, ladder.Top5, ladder.Top20), weight);
        }

        public readonly Figure Result() => new(_mean, _average.Result());
    }

    /// <summary>Energy is held against the quota of the product where there is one, else against the industry's energy per output value.</summary>
    private struct EnergyCollector()
    {
        private Answer _mean = Answer.NotApplicable;
        private Answer _anyQuota = Answer.NotApplicable;
        private ProductAverage _byQuota = new();
        private ProductAverage _byMean = new();

        public void Add(ProductRecord product, ProductBenchmarks own, FactoryBenchmarks industry)
        {
            _anyQuota = Any(_anyQuota, own.EnergyExists);
            var perUnit = PerUnit(product.EnergyPerUnit, product.Energy, product.QualifiedOutput, 1000m);
            _byQuota.Add(Share.AtMost(perUnit, own.EnergyLeading), product.Energy);
            if (own.EnergyExists == Answer.Yes)
            {
                // One quota is enough for all to be judged by quota: the other average will not be asked for.
                _mean = All(_mean, perUnit.AtMost(own.EnergyThreshold));
                return;
            }

            var perValue = PerUnit(product.EnergyPerOutputValue, product.Energy, product.OutputValue);
            _mean = All(_mean, Choose(own.EnergyExists, perUnit.AtMost(own.EnergyThreshold), perValue.AtMost(industry.EnergyPerOutputValueMean)));
            _byMean.Add(Share.Falling(perValue, industry.EnergyPerOutputValueTop5, industry.EnergyPerOutputValueTop20), product.Energy);
        }

        public readonly Figure Result() => new(
            _mean,
            _anyQuota == Answer.Yes ? _byQuota.Result()
            : _anyQuota == Answer.Unknown ? Share.Open(AmountState.Unknown)
            : _byMean.Result());
    }
}
