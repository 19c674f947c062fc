using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Policies;

/// <summary>A factory on a day, and what the policies of its place have to answer.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="Facts">The factory as a fact file.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Request">Another place, and settings.</param>
/// <param name="Expect">What is expected of what: <c>lines.ID</c>, <c>due.ID</c>, <c>states.ID</c>, <c>warnings</c>; with the place it is written at.</param>
internal sealed record AnswerCase(string Name, MapNode Facts, DateOnly AsOf, BenefitsRequest Request, IReadOnlyList<(string What, string Says, SourceSpan Span)> Expect);

/// <summary>One thing that came out otherwise.</summary>
internal sealed record AnswerDifference(string What, string Expected, string Got, SourceSpan Span);

/// <summary>Reads <c>*.answers.yaml</c>, the cases beside policies, and holds answers against them. The schema is closed.</summary>
internal sealed class AnswerCases(DiagnosticBag bag)
{
    public const string Schema = "greenfactory.answers/v1";

    /// <summary>Stands for a line that is not in the answer at all.</summary>
    public const string Absent = "absent";

    private const string Lines = "lines.";
    private const string Due = "due.";
    private const string States = "states.";
    private const string Warnings = "warnings";

    private static readonly string[] LineStates = ["certain", "conditional", "not-met", Absent];

    public IReadOnlyList<AnswerCase> Read(Node? root)
    {
        if (MapReader.OpenFile(root, Schema, bag) is not { } file)
        {
            return [];
        }

        var cases = new List<AnswerCase>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("cases", required: true))
        {
            if (MapReader.Open(node, bag) is { } item && ReadCase(item) is { } read)
            {
                if (!names.Add(read.Name))
                {
                    bag.Add(DiagnosticCodes.DuplicateId, item.Span, read.Name);
                }

                cases.Add(read);
            }
        }

        file.Done();
        return cases;
    }

    /// <summary>What differs; none when the case passes. A line, a machine or a deadline that no policy has is a difference as well.</summary>
    public static IReadOnlyList<AnswerDifference> Differences(AnswerCase item, PolicyCatalog catalog)
    {
        var faults = new DiagnosticBag();
        var facts = FactoryFactsReader.Read(item.Facts, catalog.Vocabulary, faults);
        InvalidInputException.ThrowIfAny(faults);
        var answer = catalog.Answer(facts!, item.AsOf, item.Request);
        return
        [
            .. item.Expect
                .Select(e => new AnswerDifference(e.What, e.Says, Say(e.What, answer, catalog), e.Span))
                .Where(d => d.Expected != d.Got),
        ];
    }

    private AnswerCase? ReadCase(MapReader item)
    {
        var name = item.Words("name");
        var asOf = item.Date("as-of", required: true);
        var entries = new List<MapEntry>
        {
            Entry("schema", FactoryFactsReader.Schema, item.Span),
            Entry("period", asOf is { } day ? Scalars.Date(day)[..4] : string.Empty, item.Span),
        };
        foreach (var (key, section) in new[] { ("factory", "factory"), ("given", "facts"), ("titles", "titles"), ("events", "events") })
        {
            if (item.Get(key, required: key == "factory") is { } stated)
            {
                entries.Add(new MapEntry(new ScalarNode(section, true, stated.Span), stated));
            }
        }

        var region = item.Text("region");
        var settings = item.Entries("set").Where(e => e.Value is ScalarNode).ToDictionary(e => e.Key.Text, e => ((ScalarNode)e.Value).Text, StringComparer.Ordinal);
        var expect = item.Map("expect", required: true);
        var says = expect is null ? [] : ReadExpectations(expect);
        expect?.Done();
        item.Done();
        return name is null || asOf is not { } date ? null : new AnswerCase(name, new MapNode(entries, item.Span), date, new BenefitsRequest { Region = region, Settings = settings }, says);
    }

    private List<(string What, string Says, SourceSpan Span)> ReadExpectations(MapReader expect)
    {
        var says = new List<(string, string, SourceSpan)>();
        foreach (var (key, prefix) in new[] { ("lines", Lines), ("due", Due), ("states", States) })
        {
            foreach (var entry in expect.Entries(key))
            {
                if (entry.Value is not ScalarNode scalar)
                {
                    bag.Add(DiagnosticCodes.WrongShape, entry.Value.Span, Shapes.Scalar);
                }
                else if (key == "lines" && !LineStates.Contains(scalar.Text))
                {
                    bag.Add(DiagnosticCodes.NotOneOf, scalar.Span, scalar.Text, string.Join(" | ", LineStates));
                }
                else
                {
                    says.Add((prefix + entry.Key.Text, scalar.Text, entry.Key.Span));
                }
            }
        }

        if (expect.Has(Warnings))
        {
            says.Add((Warnings, string.Join(", ", expect.ScalarList(Warnings).Select(w => w.Text).Order(StringComparer.Ordinal)), expect.Span));
        }

        if (says.Count == 0)
        {
            bag.Add(DiagnosticCodes.MissingKey, expect.Span, "lines | due | states | warnings");
        }

        return says;
    }

    private static string Say(string what, BenefitsAnswer answer, PolicyCatalog catalog)
    {
        if (what == Warnings)
        {
            return string.Join(", ", answer.Warnings.Select(w => w.Code.Id).Order(StringComparer.Ordinal));
        }

        var id = what[(what.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (what.StartsWith(States, StringComparison.Ordinal))
        {
            return answer.Machines.FirstOrDefault(m => m.Machine.Id == id)?.State.Id ?? (catalog.Policies.Any(p => p.Machines.Any(m => m.Id == id)) ? Absent : Unknown(id, catalog.Policies.SelectMany(p => p.Machines).Select(m => m.Id)));
        }

        var lines = answer.Lines.Where(l => l.Line.Id == id).ToList();
        if (lines.Count == 0)
        {
            return catalog.Policies.Any(p => p.Lines.Any(l => l.Id == id)) ? Absent : Unknown(id, catalog.Policies.SelectMany(p => p.Lines).Select(l => l.Id));
        }

        return what.StartsWith(Lines, StringComparison.Ordinal)
            ? string.Join(", ", lines.Select(l => LineStates[(int)l.State]))
            : string.Join(", ", lines.Select(l => l.Due is not { } due ? Absent : (due.Date is { } date ? Scalars.Date(date) : "working-days") + (due.IsOverdue ? " overdue" : string.Empty)));
    }

    private static string Unknown(string id, IEnumerable<string> legal) => NearestName.Hint(id, legal.Distinct(StringComparer.Ordinal)).ToText().En;

    private static MapEntry Entry(string key, string text, SourceSpan span) => new(new ScalarNode(key, true, span), new ScalarNode(text, true, span));
}
