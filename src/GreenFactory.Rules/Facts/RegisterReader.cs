using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Facts;

/// <summary>Reads the sections <c>titles</c> and <c>events</c> of a fact file.</summary>
internal sealed class RegisterReader(FactVocabulary vocabulary, DiagnosticBag bag)
{
    private const int Most = 10_000;

    private static readonly LocalizedText Entries = new("称号或事件", "titles or events");
    private static readonly LocalizedText OnlyForStars = new("只有 level: star 有星级", "only level: star has stars");
    private static readonly LocalizedText OnlyForStates = new("这类事件只有一天", "events of this kind have one day");
    private static readonly LocalizedText OnlyForAccidents = new("只有 kind: accident 有等级", "only kind: accident has a grade");
    private static readonly LocalizedText OnlyForDelisting = new("只有 kind: delisted 指明级别", "only kind: delisted names a level");
    private static readonly LocalizedText OnlyForMoves = new("只有 kind: site_change 有原址", "only kind: site_change has a place left");
    private static readonly string[] Kinds = [.. FactoryRegister.Occurrences, .. FactoryRegister.States];

    /// <param name="file">The fact file.</param>
    /// <param name="cells">Its facts: what a section says may not be stated beside it.</param>
    public FactoryRegister Read(MapReader file, FactCell[] cells)
    {
        var titles = Section(file, "titles", FactoryRegister.TitlePrefix, cells, Title);
        var events = Section(file, "events", FactoryRegister.EventPrefix, cells, Event);
        if (titles is not null)
        {
            Overlaps(titles, events ?? []);
        }

        return titles is null && events is null ? FactoryRegister.Nothing : new FactoryRegister(titles, events);
    }

    private List<T>? Section<T>(MapReader file, string key, string prefix, FactCell[] cells, Func<MapReader, T?> read)
        where T : class
    {
        if (!file.Has(key))
        {
            return null;
        }

        if (vocabulary.Facts.FirstOrDefault(f => f.Scope == FactScope.Factory && f.Path.StartsWith(prefix, StringComparison.Ordinal) && cells[f.Slot].State != FactState.Unknown) is { } twice)
        {
            bag.Add(DiagnosticCodes.RegisterStatedTwice, file.Get(key)!.Span, key, twice.Path);
        }

        var items = new List<T>();
        foreach (var node in file.List(key))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            if (items.Count == Most)
            {
                bag.Add(DiagnosticCodes.TooMany, item.Span, Entries, Most);
                break;
            }

            if (read(item) is { } entry)
            {
                items.Add(entry);
            }
        }

        return items;
    }

    private FactoryTitle? Title(MapReader item)
    {
        var level = item.Choice("level", FactoryRegister.Levels, required: true);
        var named = item.Date("named", required: true);
        var isStar = level == FactoryRegister.StarLevel;
        var star = isStar ? item.Number("star", required: true) : null;
        if (level is not null && !isStar)
        {
            item.WithoutEffect("star", OnlyForStars);
        }

        if (star is { } written && (written is < 0 or > 10 || written != decimal.Truncate(written)))
        {
            bag.Add(DiagnosticCodes.NotOneOf, item.Get("star")!.Span, Scalars.Number(written), "0 – 10");
            star = null;
        }

        var batch = item.Text("batch");
        var region = Region(item, "region");
        var expires = item.Date("expires");
        var renewed = item.ScalarList("renewed").Select(Date).OfType<DateOnly>().Order().ToList();
        item.Done();
        if (level is null || named is not { } day || (isStar && star is null))
        {
            return null;
        }

        if (expires < day || (renewed.Count > 0 && renewed[0] < day))
        {
            bag.Add(DiagnosticCodes.EmptyInterval, item.Span, Scalars.Date(day), Scalars.Date(expires < day ? expires.Value : renewed[0]));
        }

        return new FactoryTitle(level, day, item.Span) { Star = (int?)star, Batch = batch, Region = region, Expires = expires, Renewed = renewed };
    }

    private FactoryEvent? Event(MapReader item)
    {
        var kind = item.Choice("kind", Kinds, required: true);
        var date = item.Date("date", required: true);
        var until = Only(FactoryRegister.States.Contains(kind), "until", OnlyForStates) ? item.Date("until") : null;
        var grade = Only(kind == FactoryRegister.Accident, "grade", OnlyForAccidents) ? item.Choice("grade", FactoryRegister.Grades) : null;
        var level = Only(kind == FactoryRegister.Delisted, "level", OnlyForDelisting) ? item.Choice("level", FactoryRegister.Levels) : null;
        var from = Only(kind == FactoryRegister.Move, "from", OnlyForMoves) ? Region(item, "from") : null;
        item.Text("note");
        item.Done();
        if (kind is null || date is not { } day)
        {
            return null;
        }

        if (until < day)
        {
            bag.Add(DiagnosticCodes.EmptyInterval, item.Span, Scalars.Date(day), Scalars.Date(until.Value));
        }

        return new FactoryEvent(kind, day, item.Span) { Until = until, Grade = grade, Level = level, From = from };

        bool Only(bool legal, string key, LocalizedText why)
        {
            if (kind is not null && !legal)
            {
                item.WithoutEffect(key, why);
                return false;
            }

            return true;
        }
    }

    private DateOnly? Date(ScalarNode scalar)
    {
        if (Scalars.TryDate(scalar.Text, out var date))
        {
            return date;
        }

        bag.Add(DiagnosticCodes.NotADate, scalar.Span, scalar.Text);
        return null;
    }

    private string? Region(MapReader item, string key)
    {
        var region = item.Scalar(key);
        if (region is not null && !vocabulary.Regions.IsRegion(region.Text))
        {
            bag.Add(DiagnosticCodes.UnknownRegion, region.Span, region.Text);
        }

        return region?.Text;
    }

    /// <summary>Two titles of one level may follow each other, not run side by side; each grade of a star scheme ends the one before.</summary>
    private void Overlaps(List<FactoryTitle> titles, IReadOnlyList<FactoryEvent> events)
    {
        foreach (var level in titles.Where(t => t.Level != FactoryRegister.StarLevel).GroupBy(t => (t.Level, t.Region)))
        {
            FactoryTitle? before = null;
            foreach (var title in level.OrderBy(t => t.Named))
            {
                if (before is not null && (before.Expires is null || before.Expires >= title.Named) && !events.Any(e => Ends(e, before, title)))
                {
                    bag.Add(DiagnosticCodes.TitlesOverlap, title.Span, title.Level, Scalars.Date(title.Named), Scalars.Date(before.Named));
                }

                before = title;
            }
        }

        foreach (var stars in titles.Where(t => t.Level == FactoryRegister.StarLevel).GroupBy(t => (t.Named, t.Region)).Where(g => g.Count() > 1))
        {
            bag.Add(DiagnosticCodes.TitlesOverlap, stars.ElementAt(1).Span, FactoryRegister.StarLevel, Scalars.Date(stars.Key.Named), Scalars.Date(stars.Key.Named));
        }
    }

    private static bool Ends(FactoryEvent happened, FactoryTitle before, FactoryTitle after) =>
        happened.Kind == FactoryRegister.Delisted && (happened.Level is null || happened.Level == before.Level) && happened.Date >= before.Named && happened.Date <= after.Named;
}
