namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Takes facts away for as long as a factory still shows what it was caught at.</summary>
internal static class Shrinker
{
    public static FactoryFacts Smallest(FactoryFacts facts, Func<FactoryFacts, bool> still)
    {
        var smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (var candidate in Candidates(facts))
            {
                if (still(candidate))
                {
                    facts = candidate;
                    smaller = true;
                    break;
                }
            }
        }

        return facts;
    }

    private static IEnumerable<FactoryFacts> Candidates(FactoryFacts facts)
    {
        // Large pieces first: whole products and years, then halves of what is left, then single facts.
        for (var p = 0; p < (facts.Products?.Count ?? 0); p++)
        {
            var index = p;
            yield return facts.With(products: [.. facts.Products!.Where((_, i) => i != index)]);
        }

        foreach (var year in facts.HistoryYears)
        {
            yield return facts.With(history: facts.History.Where(h => h.Key != year).ToDictionary(h => h.Key, h => h.Value));
        }

        var stated = Knowledge.Of(facts).ToList();
        for (var size = stated.Count / 2; size > 1; size /= 2)
        {
            for (var start = 0; start < stated.Count; start += size)
            {
                // The product list goes last, so that places within it stay valid.
                yield return stated.Skip(start).Take(size).OrderBy(p => p.Kind == PlaceKind.Products).Aggregate(facts, Knowledge.Without);
            }
        }

        foreach (var place in stated)
        {
            yield return Knowledge.Without(facts, place);
        }
    }
}
