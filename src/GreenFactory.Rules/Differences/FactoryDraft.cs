using System.Globalization;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Documents.Yaml;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs.Layers;
using GreenFactory.Rules.Programs;

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
    private const string Factory = "factory";

    /// <summary>A factory that states nothing.</summary>
    public static FactoryDraft Empty(DateOnly asOf) => new(CaseFacts.File(new CaseSetting { AsOf = asOf }, null, default), asOf, null);

    public IReadOnlyList<MapEntry> Stated => Facts.Find(CaseFacts.Facts) is MapNode map ? map.Entries : [];

    /// <summary>Who the factory is and what it makes, in one text.</summary>
    public string Identity => NodeText.Of(Facts.Find(Factory) ?? Facts.Find("period")!) + string.Join('\n', Facts.Items(Products).OfType<MapNode>().Select(p => (p.Find(CaseFacts.Facts) as MapNode)?.Scalar(FrameBuilder.ProductKindPath)?.Text));

    public FactoryDraft With(MapEntry change) => this with { Facts = CaseFacts.Changed(Facts, change) };

    public FactoryDraft Only(IEnumerable<MapEntry> stated) => this with { Facts = Facts.With(CaseFacts.Facts, new MapNode([.. stated], Facts.Span)) };

    /// <summary>The draft with a fact stated of the factory or, by its scope, of every product.</summary>
    public FactoryDraft With(FactDeclaration fact, Node value)
    {
        var change = new MapEntry(NodeEditing.Key(fact.Path, Facts.Span), value);
        return fact.Scope == FactScope.Factory ? With(change) : EachProduct(facts => facts.With(change.Key, change.Value));
    }

    /// <summary>The draft without some facts, in whatever year they are stated.</summary>
    public FactoryDraft Without(IEnumerable<FactDeclaration> facts)
    {
        var paths = facts.Select(f => f.Path).ToArray();
        var bare = this with { Facts = Facts.With(CaseFacts.Facts, new MapNode([.. Stated.Where(s => !paths.Contains(s.Key.Text))], Facts.Span)) };
        if (bare.Facts.Find(History) is MapNode history)
        {
            bare = bare with { Facts = bare.Facts.With(History, new MapNode([.. history.Entries.Select(y => y.Value is MapNode year ? y with { Value = year.Without(paths) } : y)], history.Span)) };
        }

        return bare.EachProduct(stated => stated.Without(paths));
    }

    /// <summary>True when a fact is stated of the factory or, by its scope, of any product.</summary>
    public bool States(FactDeclaration fact) => Statements(fact).Any();

    /// <summary>A stated amount with its unit as written; null when it is not stated, or is no amount.</summary>
    public (decimal Value, string Unit)? Number(FactDeclaration fact) =>
        Statements(fact).FirstOrDefault() is ScalarNode scalar && QuantityText.TrySplit(scalar.Text, out var value, out var unit) ? (value, unit) : null;

    /// <summary>The draft judged on another day, in a region if one is given.</summary>
    public FactoryDraft On(DateOnly asOf, string? region)
    {
        var factory = Facts.Find(Factory) as MapNode ?? new MapNode([], Facts.Span);
        return this with { AsOf = asOf, Facts = region is null ? Facts : Facts.With(Factory, factory.With("region", new ScalarNode(region, true, Facts.Span))) };
    }

    private IEnumerable<Node> Statements(FactDeclaration fact) => fact.Scope == FactScope.Factory
        ? Stated.Where(s => s.Key.Text == fact.Path).Select(s => s.Value)
        : Facts.Items(Products).OfType<MapNode>().Select(p => (p.Find(CaseFacts.Facts) as MapNode)?.Find(fact.Path)).OfType<Node>();

    private FactoryDraft EachProduct(Func<MapNode, MapNode> change) => Facts.Find(Products) is not ListNode list ? this : this with
    {
        Facts = Facts.With(Products, new ListNode([.. list.Items.Select(i => i is MapNode product && product.Find(CaseFacts.Facts) is MapNode facts ? product.With(CaseFacts.Facts, change(facts)) : i)], list.Span)),
    };

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
        foreach (var section in other.Facts.Entries.Where(e => e.Key.Text is CaseFacts.Facts or Products or Factory or History))
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

    /// <summary>The drafts of a pack's own cases, and after them those of the packs it is laid over where their folders lie beside its own.</summary>
    public static IReadOnlyList<FactoryDraft> OfPack(string folder, RulePack pack, RulePackCatalog catalog)
    {
        var root = Path.GetFullPath(Path.Combine(folder, "..", ".."));
        var folders = new List<string>();
        for (var packs = new Queue<RulePack>([pack]); packs.TryDequeue(out var next);)
        {
            var place = ReferenceEquals(next, pack) ? folder : Path.Combine(root, next.Id.Slug, next.Id.Edition);
            if (folders.Contains(place) || !Directory.Exists(place))
            {
                continue;
            }

            folders.Add(place);
            foreach (var lower in next.Program.Pack.Extends.Select(e => catalog.TryLoad(e.Text).Pack).OfType<RulePack>())
            {
                packs.Enqueue(lower);
            }
        }

        return [.. folders.SelectMany(OfCases)];
    }

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
