using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Tables;

/// <summary>What a column says something about.</summary>
internal enum ColumnSubject
{
    /// <summary>A key of the factory itself: id, name, region, industry, founded.</summary>
    Factory,
    Period,

    /// <summary>A fact of the reporting year.</summary>
    Fact,

    /// <summary>A fact of an earlier year.</summary>
    Past,

    /// <summary>Id or name of a product.</summary>
    Product,
    ProductFact,
}

/// <summary>One column of the table, checked. Immutable.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Key">The key it is in a fact file: a path, or <c>id</c>, <c>name</c> and so on.</param>
/// <param name="Number">The product's number or the year; 0 otherwise.</param>
/// <param name="Fact">The fact's declaration; null for keys.</param>
/// <param name="Unit">Unit written in the header; null when cells bring their own.</param>
/// <param name="Conversion">From that unit, or from a plain number, to the declared one; null when cells have to be looked at one by one.</param>
internal sealed record TableColumn(int Index, ColumnSubject Subject, string Key, int Number, FactDeclaration? Fact, string? Unit, Conversion? Conversion)
{
    /// <summary>The header without the unit: two columns with the same are a contradiction in waiting.</summary>
    public string Name => Subject switch
    {
        ColumnSubject.Product or ColumnSubject.ProductFact => $"products[{Number}].{Key}",
        ColumnSubject.Past => $"history[{Number}].{Key}",
        _ => Key,
    };
}
