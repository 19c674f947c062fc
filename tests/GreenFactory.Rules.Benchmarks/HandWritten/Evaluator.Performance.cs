using static GreenFactory.Rules.Speed.HandWritten.Answers;

namespace GreenFactory.Rules.Speed.HandWritten;

internal static partial class Evaluator
{
    private static Mark Performance(FactoryRecord f, FactoryBenchmarks benchmarks, BenchmarkTable? table, Span<Row> rows, ref Tally total)
    {
        var sheet = new Sheet(rows);
        LandUse(f, benchmarks, ref sheet);

        // Harmless materials
        var greenRate = Percent(f.MaterialGreenRate, f.MaterialGreenUsed, f.MaterialGreenTotal);
        sheet.Mandatory(5m, All(f.ResourceInputGreenMaterialsAccounted, greenRate.AtLeast(0m))); // 6.2.1
        sheet.Optional(3.33m, greenRate.AtLeast(30m)); // 6.2.2

        var airOrWater = Any(f.EmissionAirPresent, f.EmissionWaterPresent);
        var products = new ProductFigures();
        products.Read(f, benchmarks, table, airOrWater);

        // Clean production
        Guarded(ref sheet, airOrWater, products.Pollutant); // 6.3.1, 6.3.2
        Guarded(ref sheet, f.EmissionAirPresent, products.Wastegas); // 6.3.3, 6.3.4
        Guarded(ref sheet, f.EmissionWaterPresent, products.Wastewater); // 6.3.5, 6.3.6

        // Waste as a resource
        Guarded(ref sheet, Answer.Yes, products.Material); // 6.4.1, 6.4.2
        SolidWaste(f, ref sheet);
        Wastewater(f, benchmarks, ref sheet);

        // Low-carbon energy
        sheet.Mandatory(5m, products.Energy.Mean); // 6.5.1
        sheet.Scale(3.33m, products.Energy.Share); // 6.5.2
        sheet.Mandatory(5m, products.Carbon.Mean); // 6.5.3
        sheet.Scale(3.37m, products.Carbon.Share); // 6.5.4
        return sheet.Close(0.3m, ref total);
    }

    private static void LandUse(FactoryRecord f, FactoryBenchmarks benchmarks, ref Sheet sheet)
    {
        var floorAreaRatio = f.LandFloorAreaRatio.State == AmountState.Unknown
            ? Amount.Quotient(Amount.Sum(f.LandFloorArea, f.LandStructureArea), f.LandArea)
            : f.LandFloorAreaRatio;
        sheet.Mandatory(5m, floorAreaRatio.AtLeast(benchmarks.FloorAreaRatio)); // 6.1.1
        sheet.Scale(3.33m, Share.Rising(Amount.Quotient(floorAreaRatio, benchmarks.FloorAreaRatio), leading: 2m, baseline: 1.2m)); // 6.1.2

        var density = f.LandBuildingDensity.State == AmountState.Unknown
            ? Amount.Quotient(Amount.Sum(f.LandBuildingFootprint, f.LandStructureFootprint), f.LandArea, 100m)
            : f.LandBuildingDensity;
        sheet.Mandatory(5m, density.AtLeast(30m)); // 6.1.3
        sheet.Optional(3.33m, density.AtLeast(40m)); // 6.1.4

        var capacity = f.LandCapacityPerArea.State == AmountState.Unknown ? Amount.Quotient(Capacity(f), f.LandArea) : f.LandCapacityPerArea;
        var outputValue = f.LandOutputValue.State == AmountState.Unknown ? Amount.Quotient(f.OutputValue, f.LandArea) : f.LandOutputValue;
        sheet.Mandatory(5m, Any(capacity.AtLeast(benchmarks.CapacityPerAreaMean), outputValue.AtLeast(benchmarks.LandOutputValue))); // 6.1.5
        sheet.Scale(3.33m, LeadingOutput(capacity, outputValue, benchmarks)); // 6.1.6
    }

    private static Amount Capacity(FactoryRecord f)
    {
        if (f.LandCapacity.State != AmountState.Unknown)
        {
            return f.LandCapacity;
        }

        if (f.Products is not { } products)
        {
            return default;
        }

        var sum = Amount.NotApplicable;
        foreach (var product in products)
        {
            var factor = product.CapacityFactor.State == AmountState.Unknown
                ? Amount.Quotient(product.TimeQuota, f.LandRepresentativeTimeQuota)
                : product.CapacityFactor;
            sum = Amount.Sum(sum, Amount.Product(product.Capacity, factor));
        }

        return sum;
    }

    /// <summary>The better of capacity and output value where the tables know both, else the one they know.</summary>
    private static Share LeadingOutput(in Amount capacity, in Amount outputValue, FactoryBenchmarks benchmarks)
    {
        var both = All(benchmarks.CapacityPerAreaExists, benchmarks.LandOutputValueExists);
        if (both == Answer.Yes)
        {
            var byCapacity = !capacity.IsKnown ? capacity : Amount.Quotient(
                Amount.Difference(capacity, benchmarks.CapacityPerAreaTop20),
                Amount.Difference(benchmarks.CapacityPerAreaTop5, benchmarks.CapacityPerAreaTop20));
            var byValue = !outputValue.IsKnown ? outputValue : Amount.Quotient(Amount.Difference(Amount.Quotient(outputValue, benchmarks.LandOutputValue), new Amount(1.2m)), new Amount(0.8m));
            return Share.Rising(Amount.Greater(byCapacity, byValue), leading: 1m, baseline: 0m);
        }

        if (both == Answer.Unknown || benchmarks.CapacityPerAreaExists == Answer.Unknown)
        {
            return Share.Open(AmountState.Unknown);
        }

        return benchmarks.CapacityPerAreaExists == Answer.Yes
            ? Share.Rising(capacity, benchmarks.CapacityPerAreaTop5, benchmarks.CapacityPerAreaTop20)
            : Share.Rising(Amount.Quotient(outputValue, benchmarks.LandOutputValue), leading: 2m, baseline: 1.2m);
    }

    /// <summary>A mandatory row against the mean and an optional row between the best 20 % and 5 %.</summary>
    private static void Guarded(ref Sheet sheet, Answer when, in ProductFigures.Figure figure)
    {
        sheet.Mandatory(5m, Given(when, figure.Mean));
        if (when == Answer.Yes)
        {
            sheet.Scale(3.33m, figure.Share);
        }
        else
        {
            sheet.Optional(3.33m, Given(when, Answer.Yes));
        }
    }

    private static void SolidWaste(FactoryRecord f, ref Sheet sheet)
    {
        const decimal Floor = 65m;
        if (f.EmissionSolidPresent != Answer.Yes)
        {
            sheet.Mandatory(5m, Given(f.EmissionSolidPresent, Answer.Yes)); // 6.4.3
            sheet.Optional(3.33m, Given(f.EmissionSolidPresent, Answer.Yes)); // 6.4.4
            return;
        }

        var rate = f.WasteUtilisationRate.State == AmountState.Unknown
            ? Amount.Quotient(f.WasteUtilised, Amount.Sum(f.WasteGenerated, f.WasteStockUtilised), 100m)
            : f.WasteUtilisationRate;
        sheet.Mandatory(5m, rate.Above(Floor)); // 6.4.3
        sheet.Scale(3.33m, Share.Rising(rate, leading: 90m, baseline: 73m)); // 6.4.4
    }

    private static void Wastewater(FactoryRecord f, FactoryBenchmarks benchmarks, ref Sheet sheet)
    {
        if (f.EmissionWaterPresent != Answer.Yes)
        {
            sheet.Mandatory(5m, Given(f.EmissionWaterPresent, Answer.Yes)); // 6.4.5
            sheet.Optional(3.33m, Given(f.EmissionWaterPresent, Answer.Yes)); // 6.4.6
            return;
        }

        var rate = f.WastewaterReuseRate.State == AmountState.Unknown
            ? Amount.Quotient(f.WastewaterReused, Amount.Sum(f.WastewaterDischarged, f.WastewaterReused), 100m)
            : f.WastewaterReuseRate;
        sheet.Mandatory(5m, rate.AtLeast(benchmarks.WastewaterReuseMean)); // 6.4.5
        sheet.Scale(3.33m, Share.Rising(rate, benchmarks.WastewaterReuseTop5, benchmarks.WastewaterReuseTop20)); // 6.4.6
    }
}
