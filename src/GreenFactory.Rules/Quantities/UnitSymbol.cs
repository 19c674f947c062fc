
namespace GreenFactory.Rules.Quantities;

/// <summary>A dimension such as mass, coal equivalent or money.</summary>
internal sealed record Dimension(string Id, LocalizedText Name)
{
    /// <summary>The dimension of plain numbers and percentages.</summary>
    public const string None = "none";

    /// <summary>The dimension of the product's own counting unit.</summary>
    public const string Product = "product";
}

/// <summary>One named unit: symbol, dimension and exact factor to the dimension's base.</summary>
internal sealed record UnitSymbol(string Symbol, Dimension Dimension, Factor Factor);
