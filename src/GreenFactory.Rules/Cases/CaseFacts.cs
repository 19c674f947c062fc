using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Cases;

/// <summary>Puts the setting of a case together as a fact file, so that facts of cases are read by the reader everybody uses.</summary>
internal static class CaseFacts
{
    private const string Absent = "absent";
    private const string NotApplicable = "n/a";

    /// <summary>Key of the facts of the factory in a fact file.</summary>
    public const string Facts = "facts";

    /// <summary>The facts; null when they are faulty (the bag says how, at the place in the case file).</summary>
    public static FactoryFacts? Build(CaseSetting setting, MapNode? basis, SourceSpan span, FactVocabulary vocabulary, DiagnosticBag bag)
    {
        var read = FactoryFactsReader.Read(File(setting, basis, span), vocabulary, bag);
        return bag.HasErrors ? null : read;
    }

    /// <summary>The fact file a setting stands for.</summary>
    public static MapNode File(CaseSetting setting, MapNode? basis, SourceSpan span)
    {
        var facts = CaseSetting.Merge(Entries(basis, Facts), setting.Given);
        var entries = new List<MapEntry>
        {
            Entry("schema", new ScalarNode(FactoryFactsReader.Schema, true, span), span),
            Entry("period", Period(setting, basis, span), span),
            Entry("factory", new MapNode(Present(CaseSetting.Merge(Entries(basis, "factory"), setting.Factory)), span), span),
            Entry(Facts, new MapNode(Present(facts), span), span),
        };
        Add("products", setting.Products);
        Add("history", setting.History);
        Add("evidence", setting.Evidence);
        return new MapNode(entries, span);

        void Add(string key, Node? own)
        {
            if ((own ?? basis?.Find(key)) is { } node)
            {
                entries.Add(Entry(key, WithoutAbsent(node), node.Span));
            }
        }
    }

    /// <summary>A fact file with one fact changed; the words of cases for absent and not applicable are understood.</summary>
    public static MapNode Changed(MapNode file, MapEntry change) =>
        file.With(Facts, new MapNode(Present(CaseSetting.Merge(Entries(file, Facts), [change])), file.Span));

    private static MapEntry Entry(string key, Node value, SourceSpan span) => new(new ScalarNode(key, true, span), value);

    private static ScalarNode Period(CaseSetting setting, MapNode? basis, SourceSpan span) =>
        setting.Period
        ?? basis?.Find("period") as ScalarNode
        ?? new ScalarNode(setting.AsOf is { } date ? new ReportingPeriod(date.Year).ToString() : string.Empty, true, span);

    private static IReadOnlyList<MapEntry> Entries(MapNode? basis, string key) => basis?.Find(key) is MapNode map ? map.Entries : [];

    /// <summary>Takes away what is marked absent and spells <c>n/a</c> out the way a fact file does.</summary>
    private static List<MapEntry> Present(IEnumerable<MapEntry> entries) =>
    [
        .. entries
            .Where(e => e.Value is not ScalarNode { Quoted: false, Text: Absent })
            .Select(e => e.Value is ScalarNode { Quoted: false, Text: NotApplicable } mark
                ? e with { Value = new MapNode([Entry("notApplicable", new ScalarNode("case", true, mark.Span), mark.Span)], mark.Span) }
                : e),
    ];

    private static Node WithoutAbsent(Node node) => node switch
    {
        MapNode map => new MapNode([.. Present(map.Entries).Select(e => new MapEntry(e.Key, WithoutAbsent(e.Value)))], map.Span),
        ListNode list => new ListNode([.. list.Items.Select(WithoutAbsent)], list.Span),
        _ => node,
    };
}
