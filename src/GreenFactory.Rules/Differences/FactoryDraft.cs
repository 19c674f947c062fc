using System.Globalization;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Documents.Yaml;

namespace GreenFactory.Rules.Differences;

/// <summary>A factory as a fact file that can still be changed, and the date it is judged on.</summary>
/// <param name="Facts">The fact file.</param>
/// <param name="AsOf">The date; null for the end of the period.</param>
/// <param name="Rule">The rule it was made for; null for the whole pack.</param>
internal sealed record FactoryDraft(MapNode Facts, DateOnly? AsOf, string? Rule)
{
    /// <summary>Under which settings it is judged; both packs get the same.</summary>
    public DraftSettings Settings { get; init; } = DraftSettings.None;

    private const string Products = "products";
    private const string History = "history";

    /// <summary>A factory that states nothing.</summary>
    public static FactoryDraft Empty(DateOnly asOf) => new(CaseFacts.File(new CaseSetting { AsOf = asOf }, null, default), asOf, null);

    public IReadOnlyList<MapEntry> Stated => Facts.Find(CaseFacts.Facts) is MapNode map ? map.Entries : [];

    public FactoryDraft With(MapEntry change) => this with { Facts = CaseFacts.Changed(Facts, change) };

    public FactoryDraft Only(IEnumerable<MapEntry> stated) => this with { Facts = Facts.With(CaseFacts.Facts, new MapNode([.. stated], Facts.Span)) };

    /// <summary>The draft with a fact stated the same in so many years before the period.</summary>
    public FactoryDraft WithHistory(MapEntry fact, int years)
    {
        var history = Facts.Find(History) as MapNode ?? new MapNode([], Facts.Span);
        if (!int.TryParse((Facts.Find("period") as ScalarNode)?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var period))
        {
            return this;
        }

        for (var year = period - years; year < period; year++)
        {
            var key = NodeEditing.Key(year.ToString(CultureInfo.InvariantCulture), Facts.Span);
            var stated = (MapNode)CaseFacts.Changed(new MapNode([new MapEntry(NodeEditing.Key(CaseFacts.Facts, Facts.Span), history.Find(key.Text) ?? new MapNode([], Facts.Span))], Facts.Span), fact).Find(CaseFacts.Facts)!;
            history = history.With(key, stated);
        }

        return this with { Facts = Facts.With(History, history) };
    }

    /// <summary>The draft with everything another one states: facts, what is said of the factory, and products one by one.</summary>
    public FactoryDraft With(FactoryDraft other)
    {
        var facts = Facts;
        foreach (var section in other.Facts.Entries.Where(e => e.Key.Text is CaseFacts.Facts or Products or "factory" or History))
        {
            facts = facts.With(section.Key, Merge(facts.Find(section.Key.Text), section.Value));
        }

        return this with { Facts = facts };
    }

    /// <summary>The fact file as its reader reads it.</summary>
    public string ToYaml() => YamlNodeWriter.Write(Facts);

    /// <summary>A fact file as a draft; null when it is none, and the bag says why.</summary>
    public static FactoryDraft? OfFile(string path, DateOnly? asOf, DiagnosticBag bag) =>
        DocumentReader.ReadFile(path, path.Replace('\\', '/'), bag) is MapNode map ? new FactoryDraft(map, asOf, null) : null;

    /// <summary>The drafts that the case files of a pack's folder hold. Cases that lay an overlay over the pack speak of another pack and are left out.</summary>
    public static IReadOnlyList<FactoryDraft> OfCases(string folder)
    {
        var drafts = new List<FactoryDraft>();
        var bases = new Dictionary<string, MapNode?>(StringComparer.Ordinal);
        foreach (var path in CaseRunner.Discover([folder]))
        {
            var bag = new DiagnosticBag();
            var file = new CaseReader(bag).Read(DocumentReader.ReadFile(path, path, bag));
            foreach (var item in bag.HasErrors || file is null || file.Pack is not null ? [] : file.Cases)
            {
                var setting = item.Setting;
                if (setting.Overlays.Count == 0 && item.Expect.Diagnostics is null)
                {
                    var beside = Path.GetDirectoryName(path) ?? string.Empty;
                    var settings = new DraftSettings([.. setting.Benchmarks.Select(b => Path.Combine(beside, b.Text))], setting.Parameters);
                    drafts.Add(new FactoryDraft(CaseFacts.File(setting, Basis(path, setting.FactsFile), default), setting.AsOf, item.Rule?.Text) { Settings = settings });
                }
            }
        }

        return drafts;

        MapNode? Basis(string path, ScalarNode? written)
        {
            if (written is null)
            {
                return null;
            }

            var file = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, written.Text);
            if (!bases.TryGetValue(file, out var node))
            {
                bases[file] = node = DocumentReader.ReadFile(file, file, new DiagnosticBag()) as MapNode;
            }

            return node;
        }
    }

    private static Node Merge(Node? lower, Node upper) => (lower, upper) switch
    {
        (MapNode a, MapNode b) => b.Entries.Aggregate(a, (map, e) => map.With(e.Key, e.Value is MapNode or ListNode ? Merge(map.Find(e.Key.Text), e.Value) : e.Value)),
        (ListNode a, ListNode b) when a.Items.Count == b.Items.Count => new ListNode([.. a.Items.Zip(b.Items, Merge)], a.Span),
        _ => upper,
    };
}

/// <summary>What is set beside the facts: further benchmark files and parameters of the pack.</summary>
internal sealed record DraftSettings(IReadOnlyList<string> Benchmarks, IReadOnlyList<MapEntry> Parameters)
{
    public static DraftSettings None { get; } = new([], []);

    /// <summary>One text for one setting.</summary>
    public string Key { get; } = string.Join('\n', [.. Benchmarks, .. Parameters.Select(p => $"{p.Key.Text}={(p.Value as ScalarNode)?.Text}")]);

    public bool IsNone => Benchmarks.Count + Parameters.Count == 0;
}
