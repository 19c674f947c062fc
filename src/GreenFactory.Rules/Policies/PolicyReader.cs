using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;

namespace GreenFactory.Rules.Policies;

/// <summary>Reads one policy file. Everything wrong with it goes to the bag.</summary>
internal sealed partial class PolicyReader(FactVocabulary vocabulary, DiagnosticBag bag)
{
    public const string Schema = "greenfactory.policy/v1";

    private const int MostLines = 2000;
    private static readonly string[] TargetLevels = ["unspecified", .. FactoryRegister.Levels, "national_and_provincial"];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public PolicyDefinition? Read(Node? root)
    {
        if (MapReader.OpenFile(root, Schema, bag) is not { } file)
        {
            return null;
        }

        var id = file.Scalar("id", required: true);
        var version = file.Scalar("version", required: true);
        var title = file.Localized("title", required: true);
        var jurisdiction = file.Scalar("jurisdiction", required: true);
        var inForce = file.Map("in-force", required: true);
        var from = inForce?.Date("from", required: true);
        var until = inForce?.Date("trusted-until");
        inForce?.Done();
        var source = Provenance.Read(file, null);
        PackId packId = default;
        if (id is not null && !PackId.TryParse(id.Text, out packId))
        {
            bag.Add(DiagnosticCodes.BadPackId, id.Span, id.Text);
        }

        if (version is not null && !SemVer().IsMatch(version.Text))
        {
            bag.Add(DiagnosticCodes.BadVersion, version.Span, version.Text);
        }

        if (jurisdiction is not null && !vocabulary.Regions.IsRegion(jurisdiction.Text))
        {
            bag.Add(DiagnosticCodes.UnknownRegion, jurisdiction.Span, jurisdiction.Text);
        }

        if (until < from)
        {
            bag.Add(DiagnosticCodes.EmptyInterval, inForce!.Span, Scalars.Date(from!.Value), Scalars.Date(until!.Value));
        }

        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, file.Span, id?.Text ?? "…");
        }

        var lines = new PolicyLineReader(vocabulary, source, _ids, bag);
        var definition = new PolicyDefinition
        {
            Id = packId,
            Version = version?.Text ?? "0.0.0",
            Title = title ?? LocalizedText.Same(string.Empty),
            Jurisdiction = jurisdiction?.Text ?? string.Empty,
            InForceFrom = from ?? default,
            TrustedUntil = until,
            Source = source ?? Provenance.Unstated,
            Documents = DocumentList.Read(file),
            Footnotes = Items(file, "footnotes", Footnote),
            Areas = Items(file, "areas", item => Area(item, source)),
            Policies = Items(file, "policies", Issued),
            Targets = Items(file, "targets", item => Target(item, source)),
            Count = Count(file.Map("count")),
            Priorities = Items(file, "priority", item => Priority(item, source)),
            Parameters = new ParameterReader(bag).Read(file, source, mayChange: false),
            ThirdParty = lines.ThirdParty(file.Map("third-party")),
            Lines =
            [
                .. Items(file, "rewards", i => lines.Read(i, LineKind.Reward)),
                .. Items(file, "privileges", i => lines.Read(i, LineKind.Privilege)),
                .. Items(file, "duties", i => lines.Read(i, LineKind.Duty)),
                .. Items(file, "sanctions", i => lines.Read(i, LineKind.Sanction)),
                .. Items(file, "routes", i => lines.Read(i, LineKind.Route)),
                .. Items(file, "notes", i => lines.Read(i, LineKind.Note)),
            ],
            Machines = Items(file, "machines", item => Machine(item, source)),
            Ended = [.. file.ScalarList("ended").Select(s => s.Text)],
            Span = id?.Span ?? file.Span,
            Citations = Citations.Of([root]),
        };
        file.Done();
        return definition;
    }

    private List<T> Items<T>(MapReader file, string key, Func<MapReader, T?> read)
        where T : class
    {
        var items = new List<T>();
        foreach (var node in file.List(key))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            if (items.Count == MostLines)
            {
                bag.Add(DiagnosticCodes.TooMany, item.Span, new LocalizedText("条目", "lines"), MostLines);
                break;
            }

            var one = read(item);
            item.Done();
            if (one is not null)
            {
                items.Add(one);
            }
        }

        return items;
    }

    private Footnote? Footnote(MapReader item)
    {
        var id = Unique(item);
        var text = item.Localized("text", required: true);
        return id is null || text is null ? null : new Footnote(id.Text, text, id.Span);
    }

    private PolicyArea? Area(MapReader item, Provenance? inherited)
    {
        var id = Unique(item);
        var name = item.Localized("name", required: true);
        var code = Code(item, "code");
        var within = Code(item, "within");
        var hasPolicy = item.Flag("has-policy") ?? false;
        var source = Provenance.Read(item, inherited);
        if (code is null && within is null)
        {
            item.Get("code", required: true);
        }

        return id is null || name is null ? null : new PolicyArea(id.Text, name, code, within, hasPolicy, source ?? Provenance.Unstated, id.Span);
    }

    private string? Code(MapReader item, string key)
    {
        var code = item.Scalar(key);
        if (code is not null && !vocabulary.Regions.IsRegion(code.Text))
        {
            bag.Add(DiagnosticCodes.UnknownRegion, code.Span, code.Text);
        }

        return code?.Text;
    }

    private static IssuedPolicy? Issued(MapReader item)
    {
        var issued = item.Text("issued");
        var title = item.Text("title", required: true);
        var note = item.Localized("note");
        return title is null ? null : new IssuedPolicy(issued, title, note);
    }

    private PolicyTarget? Target(MapReader item, Provenance? inherited)
    {
        var id = Unique(item);
        var area = item.Text("area");
        var year = Whole(item, "year");
        var count = item.Has("count") ? Whole(item, "count") : null;
        var least = count ?? Whole(item, "least");
        var most = count ?? Whole(item, "most");
        var level = item.Choice("level", TargetLevels, required: true);
        var printed = item.Text("printed", required: true);
        var notes = item.ScalarList("footnotes");
        var source = Provenance.Read(item, inherited);
        return id is null || year is null || least is null || most is null || level is null || printed is null
            ? null
            : new PolicyTarget(id.Text, area, year.Value, least.Value, most.Value, level, printed, [.. notes.Select(n => n.Text)], source ?? Provenance.Unstated, id.Span);
    }

    private static int? Whole(MapReader item, string key)
    {
        var number = item.Number(key, required: true);
        if (number is null || (number >= 0 && number <= 1_000_000 && number == decimal.Truncate(number.Value)))
        {
            return (int?)number;
        }

        item.Bag.Add(DiagnosticCodes.NotANumber, item.Get(key)!.Span, Scalars.Number(number.Value));
        return null;
    }

    private static RegionCount? Count(MapReader? item)
    {
        if (item is null)
        {
            return null;
        }

        var upto = item.Text("up-to", required: true);
        var national = Whole(item, "national");
        var notes = item.ScalarList("footnotes");
        item.Done();
        return upto is null || national is null ? null : new RegionCount(upto, national.Value, [.. notes.Select(n => n.Text)]);
    }

    private static PriorityList? Priority(MapReader item, Provenance? inherited)
    {
        var year = item.Text("year");
        var industries = item.ScalarList("industries");
        var isOpen = item.Flag("and-so-on") ?? false;
        var area = item.Text("area");
        var source = Provenance.Read(item, inherited);
        return new PriorityList(year, [.. industries.Select(i => i.Text)], isOpen, area, source ?? Provenance.Unstated, item.Span);
    }

    private PolicyMachine? Machine(MapReader item, Provenance? inherited)
    {
        var id = Unique(item);
        var title = item.Localized("title", required: true);
        var area = item.Text("area");
        var states = Items(item, "states", State);
        var moves = Items(item, "moves", m => Move(m, id?.Text ?? string.Empty));
        var source = Provenance.Read(item, inherited);
        foreach (var move in moves)
        {
            foreach (var name in new[] { move.From, move.To }.Where(n => states.All(s => s.Id != n)))
            {
                bag.Add(DiagnosticCodes.UnknownReference, move.Span, ReferenceKinds.State, name, NearestName.Hint(name, states.Select(s => s.Id)));
            }
        }

        return id is null || title is null || states.Count == 0 ? null : new PolicyMachine(id.Text, title, area, states, moves, source ?? Provenance.Unstated, id.Span);
    }

    private static MachineState? State(MapReader item)
    {
        var id = item.Scalar("id", required: true);
        var title = item.Localized("title", required: true);
        Names.CheckId(id, item.Bag);
        return id is null || title is null ? null : new MachineState(id.Text, title);
    }

    private MachineMove? Move(MapReader item, string machine)
    {
        var from = item.Scalar("from", required: true);
        var to = item.Scalar("to", required: true);
        var when = FactVocabularyReader.ReadExpression(item, "when");
        var after = item.Scalar("after");
        var text = item.Localized("text");
        if (when is null && after is null)
        {
            item.Get("when", required: true);
        }

        int? months = null;
        if (after is not null)
        {
            var (count, unit) = PolicyLineReader.Span(after, bag);
            months = unit == SpanUnit.Years ? count * 12 : count;
            if (unit is not (SpanUnit.Years or SpanUnit.Months))
            {
                bag.Add(DiagnosticCodes.BadSpan, after.Span, after.Text);
            }
        }

        return from is null || to is null
            ? null
            : new MachineMove(string.Create(CultureInfo.InvariantCulture, $"{machine}.{from.Text}.{to.Text}"), from.Text, to.Text, when, months, text, item.Span);
    }

    private ScalarNode? Unique(MapReader item)
    {
        var id = item.Scalar("id", required: true);
        Names.CheckId(id, bag);
        if (id is not null && !_ids.Add(id.Text))
        {
            bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
        }

        return id;
    }

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+\\z")]
    private static partial Regex SemVer();
}
