using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Differences;

/// <summary>Drives the facts behind a derived one through their magnitudes, and onto the value at which the rule answers otherwise.</summary>
internal sealed class FactDrive(ComparedPack side, BoundRule rule)
{
    private const int Decades = 7;
    private const int MostHalvings = 40;
    private const int MostTurns = 3;
    private const int Digits = 9;

    /// <summary>No fact of the vocabulary is greater; what is written so cannot be read, and its decades would leave the numbers there are.</summary>
    private const decimal MostStated = 1_000_000_000_000_000m;

    private static readonly bool[] Both = [true, false];
    private static readonly bool[] First = [true];

    /// <summary>Factories in which the carriers are worked out, with one driver at a time on many values.</summary>
    /// <param name="lever">What is left out, stated and driven.</param>
    /// <param name="settings">Factories to do it with: not every one leads to the expression the lever is about.</param>
    /// <returns>One sequence per driver and setting, all settings of a driver first.</returns>
    public IEnumerable<IEnumerable<FactoryDraft>> Of(Lever lever, IReadOnlyList<FactoryDraft> settings)
    {
        var bare = settings.Select(s => s.Without(lever.Carriers.Select(c => c.Fact))).ToList();
        var answers = lever.Needs.Any(n => n.Fact.Kind is FactKind.Flag or FactKind.Choice) ? Both : First;
        return from driver in lever.Drivers
               from alone in Sets(driver).Any() ? Both : [false]
               from first in answers
               from setting in bare
               select Drive(Filled(lever, alone ? Alone(setting, lever, driver) : setting, alone ? driver : null, first), driver);
    }

    /// <summary>What the driver needs is there and nothing else of its kind: of all fuels the one.</summary>
    private static FactoryDraft Alone(FactoryDraft draft, Lever lever, BoundFact driver)
    {
        var words = BoundTree.All([driver.Applies]).OfType<BoundConstant>().Select(c => c.Value).OfType<Expressions.TextValue>().Select(t => t.Text).ToList();
        return Sets(driver).Aggregate(draft.Without(lever.Needs.Where(n => Hangs(n, driver)).Select(n => n.Fact)), (d, s) => d.With(s.Fact, new ListNode([.. words.Where(w => s.Type.Choices?.Contains(w) == true).Select(Plain)], default)));
    }

    /// <summary>Every need that is not stated gets a value; what does not apply where the driver is alone is left open.</summary>
    private FactoryDraft Filled(Lever lever, FactoryDraft draft, BoundFact? alone, bool first)
    {
        var counted = lever.Needs.Any(n => n.Type.Unit.IsProduct) ? side.Read(draft)?.Products?.Select(p => p.CountedIn).FirstOrDefault(c => c is not null) : null;
        return lever.Needs.Where(n => alone is null || n == alone || !Hangs(n, alone)).Aggregate(draft, (d, n) => !d.States(n.Fact) && Filling(n, first, counted) is { } value ? State(d, n, value, lever.Years) : d);
    }

    private static bool Hangs(BoundFact fact, BoundFact driver) => fact != driver && Sets(fact).Any(s => Sets(driver).Any(o => o.Fact.Path == s.Fact.Path));

    private static IEnumerable<BoundFact> Sets(BoundFact fact) => BoundTree.All([fact.Applies]).OfType<BoundFact>().Where(f => f.Fact.Kind == FactKind.Choices);

    private static FactoryDraft State(FactoryDraft draft, BoundFact fact, Node value, int years)
    {
        var entry = new MapEntry(NodeEditing.Key(fact.Fact.Path, default), value);
        var stated = draft.With(fact.Fact, value);
        return years > 1 && fact.Fact.Scope == FactScope.Factory ? stated.WithHistory(entry, years - 1) : stated;
    }

    private IEnumerable<FactoryDraft> Drive(FactoryDraft draft, BoundFact driver)
    {
        var (centre, unit) = draft.Number(driver.Fact) ?? (One(driver), driver.Type.Unit.Symbol);
        var scale = centre == 0 || Math.Abs(centre) > MostStated ? 1 : Math.Abs(centre);
        if (!IsAnswered(With(scale)))
        {
            yield break;
        }

        var tried = new List<(decimal Value, string? Said)>();
        foreach (var value in Magnitudes(scale, driver.Fact.Kind == FactKind.Count))
        {
            var next = With(value);
            yield return next;
            tried.Add((value, Said(next)));
        }

        foreach (var (low, high) in tried.Zip(tried.Skip(1)).Where(t => t.First.Said is not null && t.Second.Said is not null && t.First.Said != t.Second.Said).Take(MostTurns))
        {
            foreach (var between in Halves(low.Value, low.Said!, high.Value))
            {
                yield return between;
            }
        }

        FactoryDraft With(decimal value) => draft.With(driver.Fact, Amount(value, unit));

        IEnumerable<FactoryDraft> Halves(decimal low, string below, decimal high)
        {
            for (var i = 0; i < MostHalvings; i++)
            {
                var middle = Rounded((low + high) / 2, driver.Fact.Kind == FactKind.Count);
                if (middle == low || middle == high)
                {
                    yield break;
                }

                var next = With(middle);
                yield return next;
                (low, high) = Said(next) == below ? (middle, high) : (low, middle);
            }
        }
    }

    /// <summary>Nothing, and every decade around a value.</summary>
    private static IEnumerable<decimal> Magnitudes(decimal centre, bool isCount)
    {
        var scale = centre;
        for (var i = 0; i < Decades; i++)
        {
            scale /= 10;
        }

        return Enumerable.Range(0, (2 * Decades) + 1).Select(_ =>
        {
            var value = Rounded(scale, isCount);
            scale *= 10;
            return value;
        }).Prepend(0).Distinct();
    }

    private static decimal Rounded(decimal value, bool isCount)
    {
        if (isCount || value == 0)
        {
            return decimal.Truncate(value);
        }

        // A witness is read by people: no more digits than the halving needs.
        decimal scale = 1;
        for (; Math.Abs(value) < scale && scale > 0.0000000001m; scale /= 10)
        {
        }

        return decimal.Round(value / scale, Digits) * scale;
    }

    /// <summary>What is open stays open whatever the amount.</summary>
    private bool IsAnswered(FactoryDraft draft) => side.Judge(draft) is { } verdict && verdict.Context.Outcomes.Status(rule.Index) != FindingStatus.InsufficientEvidence;

    private string? Said(FactoryDraft draft) => side.Judge(draft) is { } verdict ? Observation.Rule(verdict, rule.Index) : null;

    private static Node? Filling(BoundFact fact, bool first, UnitSymbol? counted) => fact.Fact.Kind switch
    {
        FactKind.Flag => Plain(first ? "true" : "false"),
        FactKind.Count => Plain(Scalars.Number(One(fact))),
        FactKind.Quantity when !fact.Type.Unit.IsProduct => Amount(One(fact), fact.Type.Unit.Symbol),
        FactKind.Quantity when counted is not null => Amount(One(fact), fact.Type.Unit.WithProduct(counted).Symbol),
        FactKind.Choice when fact.Type.Choices is { Count: > 0 } choices => Plain(first ? choices[0] : choices[^1]),
        FactKind.Choices when fact.Type.Choices is { } choices => new ListNode([.. choices.Select(Plain)], default),
        _ => null,
    };

    /// <summary>One, or what is nearest to it in the range of the fact.</summary>
    private static decimal One(BoundFact fact) => Math.Max(fact.Fact.Least ?? 1, Math.Min(fact.Fact.Greatest ?? 1, 1));

    private static ScalarNode Amount(decimal value, string unit) =>
        unit.Length == 0 || unit == Unit.One.Symbol ? Plain(Scalars.Number(value)) : new ScalarNode($"{Scalars.Number(value)} {unit}", true, default);

    private static ScalarNode Plain(string text) => new(text, false, default);
}
