using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tests.Generators;

/// <summary>One thing a fact file can say and that can be taken away again.</summary>
internal sealed record Place(PlaceKind Kind, FactDeclaration? Fact = null, int Index = -1)
{
    /// <summary>The place as verdicts name it.</summary>
    public string PathIn(FactoryFacts facts) => Kind switch
    {
        PlaceKind.Fact => Fact!.Path,
        PlaceKind.ProductFact => $"products[{facts.Products![Index].Id}].{Fact!.Path}",
        PlaceKind.PastFact => $"history[{new ReportingPeriod(Index)}].{Fact!.Path}",
        PlaceKind.Products => "products",
        _ => $"factory.{Kind.ToString().ToLowerInvariant()}",
    };
}

internal enum PlaceKind
{
    Fact,
    ProductFact,
    PastFact,
    Products,
    Region,
    Industry,
    Founded,
}

/// <summary>What is known of a factory, piece by piece.</summary>
internal static class Knowledge
{
    /// <summary>Everything that is stated.</summary>
    public static IEnumerable<Place> Of(FactoryFacts facts) => Places(facts).Where(p => IsStated(facts, p));

    /// <summary>What somebody who knows more states beyond these facts, a narrower code included; of products that are not even named, only the list.</summary>
    public static IEnumerable<Place> Beyond(FactoryFacts facts, FactoryFacts more) =>
        Of(more).Where(p => p.Kind switch
        {
            PlaceKind.Region => facts.Identity.Region != more.Identity.Region,
            PlaceKind.Industry => facts.Identity.Industry != more.Identity.Industry,
            PlaceKind.ProductFact => facts.Products is not null && !IsStated(facts, p),
            _ => !IsStated(facts, p),
        });

    public static FactoryFacts Without(FactoryFacts facts, Place place) => place.Kind switch
    {
        PlaceKind.Region => facts.With(identity: facts.Identity with { Region = null }),
        PlaceKind.Industry => facts.With(identity: facts.Identity with { Industry = null }),
        PlaceKind.Founded => facts.With(identity: facts.Identity with { Founded = null }),
        PlaceKind.Products => WithoutProducts(facts),
        _ => With(facts, place, default),
    };

    /// <summary>The facts with one thing more, as somebody else knows it.</summary>
    public static FactoryFacts Taken(FactoryFacts facts, FactoryFacts from, Place place) => place.Kind switch
    {
        PlaceKind.Region => facts.With(identity: facts.Identity with { Region = from.Identity.Region }),
        PlaceKind.Industry => facts.With(identity: facts.Identity with { Industry = from.Identity.Industry }),
        PlaceKind.Founded => facts.With(identity: facts.Identity with { Founded = from.Identity.Founded }),
        PlaceKind.Products => facts.With(products: from.Products),
        PlaceKind.ProductFact => With(facts.With(products: [.. facts.Products!.Select((p, i) => i == place.Index ? p with { CountedIn = p.CountedIn ?? from.Products![i].CountedIn } : p)]), place, Cell(from, place)),
        _ => With(facts, place, Cell(from, place)),
    };

    /// <summary>The same facts with another value in one cell.</summary>
    public static FactoryFacts With(FactoryFacts facts, Place place, FactCell cell)
    {
        var slot = place.Fact!.Slot;
        switch (place.Kind)
        {
            case PlaceKind.Fact:
                return facts.With(cells: Replaced(facts.Cells, slot, cell));
            case PlaceKind.PastFact:
                var history = facts.History.ToDictionary(p => p.Key, p => p.Value);
                history[place.Index] = Replaced(history.GetValueOrDefault(place.Index) ?? new FactCell[facts.Vocabulary.FactorySlots], slot, cell);
                return facts.With(history: history);
            default:
                var products = facts.Products!.ToArray();
                var product = products[place.Index];
                var cells = Replaced(product.Cells, slot, cell);
                products[place.Index] = product with { Cells = cells, CountedIn = IsCounted(facts.Vocabulary, cells) ? product.CountedIn : null };
                return facts.With(products: products);
        }
    }

    public static FactCell Cell(FactoryFacts facts, Place place) => place.Kind switch
    {
        PlaceKind.Fact => facts.Cells[place.Fact!.Slot],
        PlaceKind.ProductFact => facts.Products?[place.Index].Cells[place.Fact!.Slot] ?? default,
        PlaceKind.PastFact => facts.History.GetValueOrDefault(place.Index)?[place.Fact!.Slot] ?? default,
        _ => default,
    };

    public static bool IsStated(FactoryFacts facts, Place place) => place.Kind switch
    {
        PlaceKind.Region => facts.Identity.Region is not null,
        PlaceKind.Industry => facts.Identity.Industry is not null,
        PlaceKind.Founded => facts.Identity.Founded is not null,
        PlaceKind.Products => facts.Products is not null,
        _ => Cell(facts, place).State != FactState.Unknown,
    };

    /// <summary>Whether any amount says what the product is counted in; a fact file has no other way of saying it.</summary>
    public static bool IsCounted(FactVocabulary vocabulary, FactCell[] cells) =>
        vocabulary.Facts.Any(f => f.Scope == FactScope.Product && f.Unit.IsProduct && cells[f.Slot].State == FactState.Known);

    private static IEnumerable<Place> Places(FactoryFacts facts)
    {
        yield return new Place(PlaceKind.Region);
        yield return new Place(PlaceKind.Industry);
        yield return new Place(PlaceKind.Founded);
        yield return new Place(PlaceKind.Products);
        foreach (var fact in facts.Vocabulary.Facts)
        {
            if (fact.Scope == FactScope.Product)
            {
                for (var p = 0; p < (facts.Products?.Count ?? 0); p++)
                {
                    yield return new Place(PlaceKind.ProductFact, fact, p);
                }

                continue;
            }

            yield return new Place(PlaceKind.Fact, fact);
            foreach (var year in facts.HistoryYears)
            {
                yield return new Place(PlaceKind.PastFact, fact, year);
            }
        }
    }

    private static FactoryFacts WithoutProducts(FactoryFacts facts) =>
        new(facts.Vocabulary, facts.Identity, facts.Period, facts.Cells, null, facts.History, facts.EvidenceList);

    private static FactCell[] Replaced(FactCell[] cells, int slot, FactCell cell)
    {
        var copy = (FactCell[])cells.Clone();
        copy[slot] = cell;
        return copy;
    }
}
