using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Populations;

/// <summary>
/// Makes up factories to try packs on where nobody has real ones. Each stands somewhere between a bad and a good factory of its
/// industry: one hidden share says how far, and every fact follows it with some scatter, so that facts hang together. All numbers
/// come from the boundaries of the packs themselves; it is no picture of real plants.
/// </summary>
internal sealed class PopulationGenerator
{
    private const int MostIndustries = 4;
    private const decimal Scatter = 0.15m;

    /// <summary>From this standing on a factory has all that good ones have.</summary>
    private const decimal Enough = 0.85m;

    private const decimal Unstated = 0.03m;
    private const int Digits = 4;

    private readonly IReadOnlyList<(FactoryDraft Bad, FactoryDraft Good)> _ends;
    private readonly ulong _seed;

    /// <param name="packs">The packs the factories are for: all that their rules read is stated.</param>
    /// <param name="drafts">Factories whose industries and products are taken; none leaves the industry open.</param>
    /// <param name="asOf">The date.</param>
    /// <param name="seed">The same seed makes the same factories.</param>
    public PopulationGenerator(IReadOnlyList<ComparedPack> packs, IEnumerable<FactoryDraft> drafts, DateOnly asOf, ulong seed)
    {
        _seed = seed;
        var ends = drafts
            .Where(d => d.Rule is null && d.Settings.IsNone)
            .GroupBy(d => ((d.Facts.Find("factory") as MapNode)?.Find("industry") as ScalarNode)?.Text, StringComparer.Ordinal)
            .Where(g => g.Key is not null)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostIndustries)
            .Select(g => g.First())
            .ToList();
        if (ends.Count == 0)
        {
            ends.Add(FactoryDraft.Empty(asOf));
        }

        // The bad end is looked for from the good one, so that it lies just beyond the boundaries and not anywhere.
        _ends = [.. ends.Select(d => Ends(packs, d with { AsOf = asOf }, ExtremeFactory.Good)).Select(good => (Ends(packs, good, ExtremeFactory.Bad), good))];
    }

    /// <summary>Factory number so and so, from 0; the same whoever asks and in whatever order.</summary>
    public FactoryDraft Make(int number)
    {
        var random = SplitMix.Of(_seed, number);
        var (bad, good) = _ends[(int)(random.Next() % (ulong)_ends.Count)];

        // Who asks to be judged is rather good: the product of two draws is seldom large.
        var standing = 1 - (random.Share() * random.Share());
        var draft = good with { Facts = good.Facts.With("factory", Named(good.Facts.Find("factory") as MapNode, number)) };
        var stated = new List<MapEntry>();
        var (better, worse) = (Facts(good), Facts(bad));
        foreach (var fact in good.Stated.Concat(bad.Stated.Where(f => !better.ContainsKey(f.Key.Text))))
        {
            var name = fact.Key.Text;
            var share = Math.Clamp((standing + ((random.Share() - 0.5m) * 2 * Scatter)) / Enough, 0, 1);
            if (random.Share() < Unstated)
            {
                continue;
            }

            if (Between(worse.GetValueOrDefault(name), better.GetValueOrDefault(name), share, Hardness(name)) is { } value)
            {
                stated.Add(fact with { Value = value });
            }
        }

        return draft.Only(stated);
    }

    /// <summary>How good a factory has to be to have what a fact says, from 0 up to 1: some things nearly all have, some only the best.</summary>
    private decimal Hardness(string fact)
    {
        // A hash of the text that no release changes.
        var hash = fact.Aggregate(_seed, (h, c) => unchecked((h ^ c) * 0x100000001B3));
        return SplitMix.Of(hash, 0).Share();
    }

    /// <summary>Pack after pack pulls the same way; what an earlier one set stays unless a later one has to change it.</summary>
    private static FactoryDraft Ends(IReadOnlyList<ComparedPack> packs, FactoryDraft draft, Func<ComparedPack, IEnumerable<FactoryDraft>, FactoryDraft?> toward) =>
        packs.Aggregate(draft, (d, pack) => toward(pack, [d]) ?? d);

    private static MapNode Named(MapNode? factory, int number) =>
        (factory ?? new MapNode([], default)).With("id", new ScalarNode($"made-up-{Scalars.Number(number + 1)}", true, default));

    private static Dictionary<string, Node> Facts(FactoryDraft draft) => draft.Stated.ToDictionary(f => f.Key.Text, f => f.Value, StringComparer.Ordinal);

    /// <summary>A number between two of one unit; of anything else one or the other, which may be that nothing is stated.</summary>
    private static Node? Between(Node? bad, Node? good, decimal share, decimal hardness)
    {
        if (bad is ScalarNode { } low && good is ScalarNode { } high && QuantityText.TrySplit(low.Text, out var from, out var unit) && QuantityText.TrySplit(high.Text, out var to, out var other) && unit == other)
        {
            var isWhole = unit.Length == 0 && from == decimal.Truncate(from) && to == decimal.Truncate(to) && !Scalars.TryDate(low.Text, out _);
            var value = from + ((to - from) * share);
            var text = Scalars.Number(isWhole ? Math.Round(value, MidpointRounding.ToEven) : Significant(value));
            return new ScalarNode(unit.Length == 0 ? text : $"{text} {unit}", high.Quoted, default);
        }

        return share >= hardness ? good : bad;
    }

    private static decimal Significant(decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        var scale = 1m;
        for (var size = Math.Abs(value); size >= 10; size /= 10)
        {
            scale *= 10;
        }

        for (var size = Math.Abs(value); size < 1 && scale > 0.000000001m; size *= 10)
        {
            scale /= 10;
        }

        return Math.Round(value / scale, Digits - 1, MidpointRounding.ToEven) * scale;
    }
}
