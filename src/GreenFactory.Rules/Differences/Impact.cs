using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Differences;

/// <summary>What a rule moved over many factories, in points of the total that are certain.</summary>
/// <param name="Rule">Id of the rule; in both packs or in one of them.</param>
/// <param name="Title">Its title in the second pack, or in the first where only that has it.</param>
/// <param name="Factories">How many factories it moved.</param>
/// <param name="Up">Points gained, all factories together.</param>
/// <param name="Down">Points lost, all factories together.</param>
internal sealed record MovedRule(string Rule, LocalizedText Title, int Factories, decimal Up, decimal Down);

/// <summary>How many factories went from one answer to another.</summary>
internal sealed record Migration(string From, string To, int Count);

/// <summary>What becomes of many factories when one pack takes the place of another.</summary>
/// <param name="Factories">How many there were.</param>
/// <param name="Conclusions">Conclusions, from and to, those that occur.</param>
/// <param name="Tiers">Highest certain tiers, from and to; empty when neither pack has tiers.</param>
/// <param name="Scores">Certain points lost and gained on average, as <c>(down, up)</c> per factory.</param>
/// <param name="Rules">Rules that moved points, the most first.</param>
internal sealed record Impact(int Factories, IReadOnlyList<Migration> Conclusions, IReadOnlyList<Migration> Tiers, (decimal Down, decimal Up) Scores, IReadOnlyList<MovedRule> Rules)
{
    public const string NoTier = "none";

    /// <param name="from">The first pack.</param>
    /// <param name="to">The second pack.</param>
    /// <param name="factories">Each factory in the words of either pack.</param>
    /// <param name="asOf">The date; null for the end of each period.</param>
    /// <param name="progress">Told how many factories are done.</param>
    public static Impact Of(RuleEvaluator from, RuleEvaluator to, IEnumerable<(FactoryFacts From, FactoryFacts To)> factories, DateOnly? asOf, Action<int>? progress = null)
    {
        var tally = new Tally(from.Pack, to.Pack);
        foreach (var chunk in factories.Chunk(256))
        {
            var options = BulkOptions.Default with { AsOf = asOf };
            foreach (var (a, b) in from.EvaluateMany(chunk.Select(f => f.From), options).Zip(to.EvaluateMany(chunk.Select(f => f.To), options)))
            {
                tally.Add(a, b);
            }

            progress?.Invoke(tally.Factories);
        }

        return tally.Result();
    }

    /// <summary>Adds up in the order of the factories, so that sums have one value.</summary>
    private sealed class Tally(RulePack from, RulePack to)
    {
        private readonly Dictionary<(string, string), int> _conclusions = [];
        private readonly Dictionary<(string, string), int> _tiers = [];
        private readonly Dictionary<string, MovedRule> _rules = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (int From, int To)> _places = Places(from, to);
        private (decimal Down, decimal Up) _scores;

        public int Factories { get; private set; }

        public void Add(Verdict a, Verdict b)
        {
            Factories++;
            Count(_conclusions, VerdictJson.Spell(a.Conclusion), VerdictJson.Spell(b.Conclusion));
            Count(_tiers, a.Tier?.Lower ?? NoTier, b.Tier?.Lower ?? NoTier);
            var shift = b.Score.Lower - a.Score.Lower;
            _scores = (_scores.Down + Math.Max(0, -shift), _scores.Up + Math.Max(0, shift));
            foreach (var (rule, (first, second)) in _places)
            {
                var moved = Points(b, second) - Points(a, first);
                if (moved != 0)
                {
                    var before = _rules.GetValueOrDefault(rule) ?? new MovedRule(rule, Title(first, second), 0, 0, 0);
                    _rules[rule] = before with { Factories = before.Factories + 1, Up = before.Up + Math.Max(0, moved), Down = before.Down + Math.Max(0, -moved) };
                }
            }
        }

        public Impact Result() => new(
            Factories,
            InOrder(_conclusions, c => c, c => c),
            from.Program.Tiers.Count + to.Program.Tiers.Count == 0 ? [] : InOrder(_tiers, t => Place(from, t), t => Place(to, t)),
            Factories == 0 ? (0, 0) : (_scores.Down / Factories, _scores.Up / Factories),
            [.. _rules.Values.OrderByDescending(r => r.Up + r.Down).ThenBy(r => r.Rule, StringComparer.Ordinal)]);

        private static Dictionary<string, (int From, int To)> Places(RulePack from, RulePack to)
        {
            var first = from.Program.Rules.ToDictionary(r => r.Definition.Id, r => r.Index, StringComparer.Ordinal);
            var second = to.Program.Rules.ToDictionary(r => r.Definition.Id, r => r.Index, StringComparer.Ordinal);
            return first.Keys.Concat(second.Keys).Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => (first.GetValueOrDefault(id, -1), second.GetValueOrDefault(id, -1)), StringComparer.Ordinal);
        }

        private static decimal Points(Verdict verdict, int rule) => rule < 0 ? 0 : verdict.Context.Card.Rule(rule).Lower * verdict.Context.TotalPerPoint(rule);

        private LocalizedText Title(int first, int second) => second >= 0 ? to.Program.Rules[second].Definition.Title : from.Program.Rules[first].Definition.Title;

        private static void Count(Dictionary<(string, string), int> counts, string from, string to) => counts[(from, to)] = counts.GetValueOrDefault((from, to)) + 1;

        private static string Place(RulePack pack, string tier) => pack.Program.Tiers.TakeWhile(t => t.Definition.Id != tier).Count() is var place && tier == NoTier ? string.Empty : place.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

        private static IReadOnlyList<Migration> InOrder(Dictionary<(string From, string To), int> counts, Func<string, string> first, Func<string, string> second) =>
            [.. counts.OrderBy(c => first(c.Key.From), StringComparer.Ordinal).ThenBy(c => second(c.Key.To), StringComparer.Ordinal).Select(c => new Migration(c.Key.From, c.Key.To, c.Value))];
    }
}
