using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Draws single values that a fact file may state.</summary>
internal sealed class ValueMaker(Draw draw, int extremes)
{
    private static readonly string[] Reasons = ["现场查证", "documents seen", "Iıİi, ß; 1.234,5", "“引号” \"\\\""];
    private static readonly decimal[] Fractions = [0m, 0.2m, 0.25m, 0.3333333333333333333333333333m, 0.5m, 0.8m, 0.9999999999999999999999999999m, 1m, 1m];
    private static readonly decimal[] Odd = [0m, 1e-20m, 0.1234567890123456789012345678m, 7922816251426433759354395.0335m, 100m, 1e18m];

    /// <summary>How often a flag is true; some factories do nearly everything, some hardly anything.</summary>
    private readonly int _goodness = draw.Of([20, 50, 80, 95]);

    public string Reason() => draw.Of(Reasons);

    public FactCell Of(FactDeclaration fact) => fact.Kind switch
    {
        FactKind.Flag => FactCell.Of(draw.Chance(_goodness)),
        FactKind.Count => FactCell.Of(Clamp(fact, draw.Chance(50) ? 0 : draw.Chance(80) ? draw.Between(1, 9) : draw.Between(10, 5000))),
        FactKind.Choice => FactCell.Of(draw.Of(fact.Choices)),
        FactKind.Choices => FactCell.Of([.. draw.Some(fact.Choices, draw.Chance(90) ? 3 : fact.Choices.Count).Order(StringComparer.Ordinal)]),
        FactKind.Date => FactCell.Of(draw.Date(2008, 2028)),
        FactKind.Text => FactCell.Of(draw.Chance(50) ? "名称 " + Reason() : "istanbul"),
        FactKind.Assessment => FactCell.Of(draw.Of(Fractions), Reason()),
        _ => FactCell.Of(Quantity(fact)),
    };

    private decimal Quantity(FactDeclaration fact)
    {
        if (draw.Chance(extremes))
        {
            return Clamp(fact, draw.Chance(50) ? draw.Of(Odd) : draw.Chance(50) ? fact.Least ?? -1e9m : fact.Greatest ?? 1e18m);
        }

        if (fact is { Least: { } least, Greatest: { } greatest } && greatest - least <= 1000)
        {
            return least + ((greatest - least) * draw.Between(0, 1000) / 1000);
        }

        return Clamp(fact, fact.Unit.Symbol == "%" ? draw.Between(0, 1300) / 10m : draw.Magnitude());
    }

    private static decimal Clamp(FactDeclaration fact, decimal value) => Math.Min(Math.Max(value, fact.Least ?? value), fact.Greatest ?? Math.Max(value, fact.Least ?? value));
}
