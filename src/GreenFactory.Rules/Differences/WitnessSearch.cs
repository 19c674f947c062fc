using GreenFactory.Rules.Mutations;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Differences;

/// <summary>
/// Looks for factories on which two packs differ: first among those their cases speak of, then one and two facts beside them, on and
/// beside every number a changed rule is held against. Bounded work; what is not found may still be there. Not thread-safe.
/// </summary>
internal sealed class WitnessSearch
{
    private const int MostPerChange = 3000;
    private const int MostPerRule = 12;

    private readonly ComparedPack _from;
    private readonly ComparedPack _to;
    private readonly Reach _reach;
    private readonly Neighbours _near;
    private readonly List<FactoryDraft> _drafts;
    private readonly Dictionary<(Conclusion From, Conclusion To), FactoryDraft> _moves = [];
    private List<(FactoryDraft Draft, IReadOnlyList<ObservedDifference> Differences)>? _judged;

    public WitnessSearch(ComparedPack from, ComparedPack to)
    {
        _from = from;
        _to = to;
        _reach = new Reach(from.Program, to.Program);
        var day = to.Pack.InForceFrom > from.Pack.InForceFrom ? to.Pack.InForceFrom : from.Pack.InForceFrom;
        _drafts = [.. from.Drafts.Concat(to.Drafts).Append(FactoryDraft.Empty(day)).DistinctBy(d => (d.ToYaml(), d.AsOf, d.Rule, d.Settings.Key))];
        _near = new Neighbours(from, to, _reach, _drafts);
    }

    /// <summary>Factories that pass by one pack and fail by the other, one each way where one was come across or can be built. Slow: worked out at each call.</summary>
    public IReadOnlyList<Witness> Moves()
    {
        LookForMoves();
        return
        [
            .. _moves.OrderByDescending(m => m.Key.From)
                .Select(m => Confirmed(m.Value, IsMove(m.Key.From, m.Key.To)))
                .OfType<Witness>(),
        ];
    }

    /// <summary>A witness for each change that can turn a verdict, where one is found; in the order of the changes.</summary>
    public IReadOnlyList<WitnessedChange> Find(IReadOnlyList<TraitChange> changes, Action<int, int>? progress = null)
    {
        var found = new List<WitnessedChange>();
        foreach (var change in changes)
        {
            progress?.Invoke(found.Count, changes.Count);
            found.Add(new WitnessedChange(change, change.Kind == TraitKind.Content ? Find(change) : null));
        }

        return found;
    }

    /// <summary>A factory that the first pack concludes one thing of and the second another; null when none was found.</summary>
    public Witness? Move(Conclusion from, Conclusion to, IEnumerable<TraitChange> changes)
    {
        _ = Judged();
        if (Passing(_from) is { } passing)
        {
            // What passes by the one and is changed a little is what a looser rule lets through.
            _drafts.Insert(0, passing);
        }

        Towards(_from, _to, (from, to));
        foreach (var draft in changes.Where(c => c.Kind == TraitKind.Content).SelectMany(c => _near.Of(c).Take(MostPerChange)))
        {
            if (_moves.ContainsKey((from, to)))
            {
                break;
            }

            Differences(draft);
        }

        return _moves.TryGetValue((from, to), out var found) ? Confirmed(found, IsMove(from, to)) : null;
    }

    private static Func<IReadOnlyList<ObservedDifference>, bool> IsMove(Conclusion from, Conclusion to) =>
        differences => differences.Any(d => d.What == Observation.Conclusion && d.From == VerdictJson.Spell(from) && d.To == VerdictJson.Spell(to));

    private Witness? Find(TraitChange change)
    {
        foreach (var draft in Judged().Where(j => _reach.Shows(change, j.Differences)).Select(j => j.Draft).Concat(_near.Of(change).Take(MostPerChange).Where(d => _reach.Shows(change, Differences(d)))))
        {
            if (Confirmed(draft, d => _reach.Shows(change, d)) is { } witness)
            {
                return witness;
            }
        }

        return null;
    }

    /// <summary>Every draft at hand with what the packs say differently of it; those that differ least first.</summary>
    private List<(FactoryDraft Draft, IReadOnlyList<ObservedDifference> Differences)> Judged() =>
        _judged ??= [.. _drafts.Select(d => (Draft: d, Differences: Differences(d))).Where(j => j.Differences.Count > 0).OrderBy(j => j.Differences.Count)];

    private IReadOnlyList<ObservedDifference> Differences(FactoryDraft draft)
    {
        // Where both sides speak the same words, the facts are read once.
        if (_from.Read(draft) is not { } first
            || (ReferenceEquals(_from.Program.Vocabulary, _to.Program.Vocabulary) ? first : _to.Read(draft)) is not { } second
            || _from.Judge(draft, first) is not { } from
            || _to.Judge(draft, second) is not { } to)
        {
            return [];
        }

        if (from.Conclusion != to.Conclusion && from.Conclusion != Conclusion.Undetermined && to.Conclusion != Conclusion.Undetermined)
        {
            _moves.TryAdd((from.Conclusion, to.Conclusion), draft);
        }

        return Observation.Compare(from, to);
    }

    /// <summary>Where no case passes by either pack, a factory is built that does.</summary>
    private void LookForMoves()
    {
        _ = Judged();
        foreach (var (side, other, move) in new[] { (_from, _to, (Conclusion.Met, Conclusion.NotMet)), (_to, _from, (Conclusion.NotMet, Conclusion.Met)) })
        {
            if (!_moves.ContainsKey(move))
            {
                Towards(side, other, move);
            }
        }
    }

    /// <summary>From a factory that passes here to one that fails there: one fact away, by the rules of the other side.</summary>
    private void Towards(ComparedPack side, ComparedPack other, (Conclusion, Conclusion) move)
    {
        var best = Passing(side);
        if (best is null)
        {
            return;
        }

        Differences(best);
        foreach (var rule in other.Program.Rules)
        {
            foreach (var change in other.Judge(best) is { } verdict ? FactChanges.Of(rule, verdict.Context.Frame).Take(MostPerRule) : [])
            {
                if (_moves.ContainsKey(move))
                {
                    return;
                }

                Differences(best.With(change));
            }
        }
    }

    private FactoryDraft? Passing(ComparedPack side)
    {
        bool Passes(FactoryDraft draft) => side.Judge(draft)?.Conclusion == Conclusion.Met;
        var whole = _drafts.Where(d => d.Rule is null).ToList();
        return whole.FirstOrDefault(Passes) ?? (ExtremeFactory.Good(side, whole) is { } built && Passes(built) ? built : null);
    }

    /// <summary>The factory with nothing in it that the difference does not need, judged again from its text; null when the text says something else.</summary>
    private Witness? Confirmed(FactoryDraft draft, Func<IReadOnlyList<ObservedDifference>, bool> shows)
    {
        var small = Shrunk(draft, shows);
        if (_from.JudgeText(small) is not { } from || _to.JudgeText(small) is not { } to)
        {
            return null;
        }

        var differences = Observation.Compare(from, to);
        return shows(differences) ? new Witness(small, from.AsOf, differences) : null;
    }

    /// <summary>Facts are taken out in halves, quarters and so on as long as the difference stays.</summary>
    private FactoryDraft Shrunk(FactoryDraft draft, Func<IReadOnlyList<ObservedDifference>, bool> shows)
    {
        var stated = draft.Stated.ToList();
        for (var size = Math.Max(1, stated.Count / 2); ; size /= 2)
        {
            for (var at = 0; at < stated.Count;)
            {
                var rest = stated.Where((_, i) => i < at || i >= at + size).ToList();
                if (shows(Differences(draft.Only(rest))))
                {
                    stated = rest;
                }
                else
                {
                    at += size;
                }
            }

            if (size <= 1)
            {
                return draft.Only(stated);
            }
        }
    }
}
