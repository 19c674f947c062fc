using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Policies;

/// <summary>
/// What titles and events come to on one day in one place: facts named <c>standing.…</c> and <c>record.…</c>. What lies after the
/// day is left out; a section that a file does not have leaves its facts unknown.
/// </summary>
internal sealed class StandingFacts
{
    private const string Latest = "_latest";

    private readonly FactoryFacts _facts;
    private readonly FactVocabulary _vocabulary;
    private readonly DateOnly _asOf;
    private readonly string? _region;
    private readonly FactCell[] _cells;

    private StandingFacts(FactoryFacts facts, DateOnly asOf, string? region)
    {
        _facts = facts;
        _vocabulary = facts.Vocabulary;
        _asOf = asOf;
        _region = region;
        _cells = [.. facts.Cells];
    }

    /// <summary>The same facts with those of the register on <paramref name="asOf"/>, as they count in <paramref name="region"/>.</summary>
    public static FactoryFacts On(FactoryFacts facts, DateOnly asOf, string? region)
    {
        if (facts.Register.IsEmpty)
        {
            return facts;
        }

        var standing = new StandingFacts(facts, asOf, region);
        standing.Titles();
        standing.Events();
        return facts.With(standing._cells);
    }

    /// <summary>Where the factory lay on a day, by its moves; null where nobody says.</summary>
    public static string? PlaceOn(FactoryFacts facts, DateOnly day)
    {
        var place = facts.Identity.Region;
        foreach (var move in (facts.Register.Events ?? []).Where(e => e.Kind == FactoryRegister.Move).OrderByDescending(e => e.Date).TakeWhile(e => day < e.Date))
        {
            place = move.From;
        }

        return place;
    }

    /// <summary>What is dated after the day, which therefore does not count yet.</summary>
    public static void Future(FactoryFacts facts, DateOnly asOf, DiagnosticBag bag)
    {
        foreach (var title in (facts.Register.Titles ?? []).Where(t => t.Named > asOf))
        {
            bag.Add(DiagnosticCodes.AfterAsOf, title.Span, title.Level, Scalars.Date(title.Named), Scalars.Date(asOf));
        }

        foreach (var happened in (facts.Register.Events ?? []).Where(e => e.Date > asOf))
        {
            bag.Add(DiagnosticCodes.AfterAsOf, happened.Span, happened.Kind, Scalars.Date(happened.Date), Scalars.Date(asOf));
        }
    }

    /// <summary>The title of a level that is held on the day, wherever it was given; null when none is.</summary>
    public static FactoryTitle? Held(FactoryFacts facts, string level, DateOnly asOf) => (facts.Register.Titles ?? [])
        .Where(t => t.Level == level && t.Named <= asOf && (t.Expires is null || asOf <= t.Expires) && !IsDelisted(facts, t, asOf))
        .MaxBy(t => t.Named);

    private static bool IsDelisted(FactoryFacts facts, FactoryTitle title, DateOnly asOf) => (facts.Register.Events ?? [])
        .Any(e => e.Kind == FactoryRegister.Delisted && (e.Level is null || e.Level == title.Level) && e.Date >= title.Named && e.Date <= asOf);

    private void Titles()
    {
        if (_facts.Register.Titles is null)
        {
            return;
        }

        foreach (var level in FactoryRegister.Levels)
        {
            var held = Held(_facts, level, _asOf);
            var counts = held is null ? false : Counts(held);
            if (level == FactoryRegister.StarLevel)
            {
                Stars(held, counts);
                continue;
            }

            Set(level, counts is { } known ? FactCell.Of(known) : default);
            Set(level + "_named", counts == true ? FactCell.Of(held!.Named) : counts is null ? default : None);
            Set(level + "_reviewed", counts == true ? FactCell.Of(held!.Renewed.LastOrDefault(r => r <= _asOf, held.Named)) : counts is null ? default : None);
        }
    }

    /// <summary>A factory nobody has judged has no stars; that is not the same as too few.</summary>
    private void Stars(FactoryTitle? held, bool? counts)
    {
        Set("star", counts == true ? FactCell.Of((decimal)held!.Star!.Value) : counts is null ? default : None);
        Set("star_named", counts == true ? FactCell.Of(held!.Named) : counts is null ? default : None);
    }

    private static FactCell None { get; } = FactCell.NotApplicable("none");

    /// <summary>A title below the national counts where it was given: in its province, its city, its district.</summary>
    private bool? Counts(FactoryTitle title)
    {
        var depth = title.Level switch { "national" => 0, "candidate" or "provincial" => 2, "district" => 6, _ => 4 };
        if (depth == 0)
        {
            return true;
        }

        if ((title.Region ?? PlaceOn(_facts, title.Named)) is not { } given || _region is null)
        {
            return null;
        }

        var whole = Math.Min(depth, RegionCode.Depth(given));
        var known = Math.Min(whole, RegionCode.Depth(_region));
        return !given.AsSpan(0, known).SequenceEqual(_region.AsSpan(0, known)) ? false : known == whole ? true : null;
    }

    private void Events()
    {
        if (_facts.Register.Events is not { } all)
        {
            return;
        }

        var past = all.Where(e => e.Date <= _asOf).ToList();
        foreach (var kind in FactoryRegister.Occurrences)
        {
            Record(kind + Latest, past.Where(e => e.Kind == kind));
        }

        Graded(past, "accident_larger", 1);
        Graded(past, "accident_major", 2);
        foreach (var kind in FactoryRegister.States)
        {
            var states = past.Where(e => e.Kind == kind).OrderBy(e => e.Date).ToList();
            Put($"{kind}_open", FactCell.Of(states.Any(Lasts)));
            Put(kind + Latest, states.Count == 0 ? None : FactCell.Of(states.Max(s => Lasts(s) ? _asOf : s.Until!.Value)));
            Put($"{kind}_since", states.Count == 0 ? None : FactCell.Of(states[^1].Date));
        }

        bool Lasts(FactoryEvent state) => state.Until is null || state.Until >= _asOf;
    }

    /// <summary>An accident that nobody has graded may be of this grade: then the latest is not known, unless a later one is.</summary>
    private void Graded(List<FactoryEvent> past, string name, int least)
    {
        var accidents = past.Where(e => e.Kind == FactoryRegister.Accident).ToList();
        var sure = accidents.Where(a => a.Grade is not null && FactoryRegister.Grades.ToList().IndexOf(a.Grade) >= least).Select(a => (DateOnly?)a.Date).Max();
        var open = accidents.Where(a => a.Grade is null).Select(a => (DateOnly?)a.Date).Max();
        Put(name + Latest, open is { } maybe && (sure is null || maybe > sure) ? default : sure is { } day ? FactCell.Of(day) : None);
    }

    private void Record(string name, IEnumerable<FactoryEvent> events) => Put(name, events.Select(e => (DateOnly?)e.Date).Max() is { } day ? FactCell.Of(day) : None);

    private void Set(string name, FactCell cell) => Write(FactoryRegister.TitlePrefix + name, cell);

    private void Put(string name, FactCell cell) => Write(FactoryRegister.EventPrefix + name, cell);

    private void Write(string path, FactCell cell)
    {
        if (_vocabulary.Find(path) is { Scope: FactScope.Factory } fact)
        {
            _cells[fact.Slot] = cell;
        }
    }
}
