using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Mutations;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Differences;

/// <summary>Drives the score of a factory down onto a mark, one fact at a time.</summary>
internal sealed class ScoreWalk(ComparedPack pack, decimal mark)
{
    private const int MostSteps = 12;
    private const int MostHalvings = 16;
    private const string Fraction = "fraction";

    /// <summary>The factories passed on the way, the last ones nearest to the mark, on it or above and below.</summary>
    public IEnumerable<FactoryDraft> From(FactoryDraft draft)
    {
        var now = Total(draft);
        for (var step = 0; step < MostSteps && now > mark; step++)
        {
            var moves = Moves(draft).ToList();
            foreach (var (next, _, _) in moves.Where(m => m.Total < mark).OrderByDescending(m => m.Total).Take(3))
            {
                yield return next;
            }

            foreach (var halved in moves.Where(m => m.Total < mark).Take(3).SelectMany(m => Halves(draft, m.Change)))
            {
                yield return halved;
            }

            var nearest = moves.Where(m => m.Total >= mark && m.Total < now).OrderBy(m => m.Total).FirstOrDefault();
            if (nearest.Draft is null)
            {
                yield break;
            }

            (draft, now) = (nearest.Draft, nearest.Total!.Value);
            yield return draft;
        }
    }

    private IEnumerable<(FactoryDraft Draft, MapEntry Change, decimal? Total)> Moves(FactoryDraft draft)
    {
        if (pack.Judge(draft) is not { } verdict)
        {
            yield break;
        }

        foreach (var rule in pack.Program.Rules.Where(r => r.Definition.Points is { Value: > 0 }))
        {
            foreach (var change in FactChanges.Of(rule, verdict.Context.Frame))
            {
                var next = draft.With(change);
                yield return (next, change, Total(next));
            }
        }
    }

    /// <summary>Values between the one stated now, whose total lies above the mark, and the one of a change, whose total lies below.</summary>
    private IEnumerable<FactoryDraft> Halves(FactoryDraft draft, MapEntry change)
    {
        if (Number(draft.Stated.FirstOrDefault(f => f.Key.Text == change.Key.Text)?.Value) is not { } above || Number(change.Value) is not { } below || above.Unit != below.Unit)
        {
            yield break;
        }

        var (high, low) = (above.Value, below.Value);
        for (var i = 0; i < MostHalvings; i++)
        {
            var middle = (high + low) / 2;
            var next = draft.With(change with { Value = With(change.Value, middle, above.Unit) });
            yield return next;
            if (Total(next) >= mark)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
    }

    private static (decimal Value, string Unit)? Number(Node? node) => node switch
    {
        ScalarNode scalar when QuantityText.TrySplit(scalar.Text, out var value, out var unit) => (value, unit),
        MapNode assessment => Number(assessment.Find(Fraction)),
        _ => null,
    };

    private static Node With(Node node, decimal value, string unit) => node is MapNode assessment
        ? assessment.With(Fraction, new ScalarNode(Scalars.Number(value), false, default))
        : new ScalarNode(unit.Length == 0 ? Scalars.Number(value) : $"{Scalars.Number(value)} {unit}", unit.Length > 0, default);

    private decimal? Total(FactoryDraft draft) => pack.Judge(draft)?.Score.Lower;
}
