using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>
/// A fact that follows from others may be stated only as what follows. Facts that break this have two answers to one
/// question, and which of them a verdict rests on changes when the stated one is taken away.
/// </summary>
internal static class Consistency
{
    /// <summary>What the fact would be if it were not stated: derived, or not applicable by its declaration; unknown when nothing follows.</summary>
    public static Value Follows(FactoryFacts facts, Sight sight, BoundFact fact, Place place)
    {
        var cells = CellsOf(facts, place);
        var stated = cells[fact.Fact.Slot];
        cells[fact.Fact.Slot] = default;
        var value = sight.At(fact, place);
        cells[fact.Fact.Slot] = stated;
        return value;
    }

    /// <summary>Brings what is stated into line with what follows from the rest; changes the arrays in place.</summary>
    public static void Restore(FactoryFacts facts, Sight sight, IEnumerable<(BoundFact Fact, Place Place)> places)
    {
        foreach (var (fact, place) in places)
        {
            var cells = CellsOf(facts, place);
            if ((fact.Derived is null && fact.Applies is null) || cells[fact.Fact.Slot].State == FactState.Unknown)
            {
                continue;
            }

            var follows = Follows(facts, sight, fact, place);
            if (!follows.IsUnknown)
            {
                cells[fact.Fact.Slot] = CellOf(fact.Fact, follows) ?? default;
            }
        }
    }

    /// <summary>A value as a fact file may state it; null when it may not: out of range, not whole, or not applicable.</summary>
    public static FactCell? CellOf(FactDeclaration fact, Value value) => value switch
    {
        NumberValue number when number.Number < fact.Least || number.Number > fact.Greatest => null,
        NumberValue number when fact.Kind == FactKind.Count && (number.Number < 0 || number.Number != decimal.Truncate(number.Number)) => null,
        NumberValue number => fact.Kind == FactKind.Assessment ? FactCell.Of(number.Number, "derived") : FactCell.Of(number.Number),
        TruthValue truth => FactCell.Of(truth.Truth),
        TextValue text => FactCell.Of(text.Text),
        DateValue date => FactCell.Of(date.Date),
        TextSetValue set => FactCell.Of(set.Items),
        _ => null,
    };

    public static FactCell[] CellsOf(FactoryFacts facts, Place place) => place.Kind switch
    {
        PlaceKind.ProductFact => facts.Products![place.Index].Cells,
        PlaceKind.PastFact => facts.History[place.Index],
        _ => facts.Cells,
    };
}
