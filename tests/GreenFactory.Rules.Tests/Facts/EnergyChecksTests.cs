namespace GreenFactory.Rules.Tests.Facts;

/// <summary>What does not apply drops out of "and": a check has to ask first whether the other flow is there at all.</summary>
public sealed class EnergyChecksTests
{
    private static readonly RuleEvaluator Evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load("gb-t-36132@2018"));

    [Theory]
    [InlineData("[natural_gas]", "'energy.natural_gas': '9 万m3'", 0)]
    [InlineData("[natural_gas, natural_gas_gas_field]", "'energy.natural_gas': '9 万m3', 'energy.natural_gas_gas_field': '9 万m3'", 1)]
    [InlineData("[natural_gas, natural_gas_gas_field]", "'energy.natural_gas': '9 万m3', 'energy.natural_gas_gas_field': '8 万m3'", 0)]
    [InlineData("[natural_gas_gas_field]", "'energy.natural_gas_gas_field': '9 万m3'", 0)]
    [InlineData("[bituminous_coal, anthracite]", "'energy.bituminous_coal': '9 t', 'energy.anthracite': '9 t'", 0)]
    [InlineData("[raw_coal]", "'energy.raw_coal': '9 t'", 0)]
    [InlineData("[raw_coal, lignite]", "'energy.raw_coal': '9 t', 'energy.lignite': '9 t'", 1)]
    [InlineData("[electricity]", "'energy.electricity.purchased': '9 万kWh'", 0)]
    [InlineData("[heat, heat_sold]", "'energy.heat.purchased': '9 GJ', 'energy.heat.sold': '10 GJ'", 1)]
    [InlineData("[heat, heat_sold]", "'energy.heat.purchased': '9 GJ', 'energy.heat.sold': '9 GJ'", 0)]
    public void An_energy_flow_is_called_contradictory_only_where_it_occurs(string carriers, string amounts, int warnings)
    {
        var text = $"schema: greenfactory.facts/v1\nfactory: {{}}\nperiod: '2024'\nfacts: {{ energy.carriers_used: {carriers}, {amounts} }}\n";

        var verdict = Evaluator.Evaluate(FactoryFacts.Parse(text, "facts.yaml"));

        Assert.Equal(warnings, verdict.Warnings.Count(w => w.Code == "GFR4202"));
    }
}
