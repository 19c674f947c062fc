using System.Globalization;
using System.Text;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Scoring;

/// <summary>
/// Packs of a few rules over five facts with two or three values each, so that every completion of what is unknown can be
/// looked at. Points and weights are awkward on purpose, pass mark and tiers lie on scores that occur.
/// </summary>
internal sealed class SmallPack
{
    private static readonly FactCell Out = FactCell.NotApplicable("not here");

    /// <summary>What each fact can be once it is known, by path.</summary>
    public static IReadOnlyList<(string Path, FactCell[] Values)> Domains { get; } =
    [
        ("law.a", [FactCell.Of(true), FactCell.Of(false), Out]),
        ("law.b", [FactCell.Of(true), FactCell.Of(false), Out]),
        ("law.c", [FactCell.Of(true), FactCell.Of(false)]),
        ("law.n", [FactCell.Of(0), FactCell.Of(1), FactCell.Of(3), FactCell.Of(4), Out]),
        ("law.x", [FactCell.Of(0, "none"), FactCell.Of(0.3333333333333333333333333333m, "a third"), FactCell.Of(1, "all")]),
    ];

    private const string VocabularyFile = """
        schema: greenfactory.vocabulary/v1
        source: { document: law, clause: "1", label: seen }
        documents: [{ id: law, number: LAW 1, title: { zh: 律, en: Law } }]
        facts:
          - { path: law.a, name: { zh: 甲, en: A }, kind: flag, meaning: { zh: 甲, en: A } }
          - { path: law.b, name: { zh: 乙, en: B }, kind: flag, meaning: { zh: 乙, en: B } }
          - { path: law.c, name: { zh: 丙, en: C }, kind: flag, meaning: { zh: 丙, en: C } }
          - { path: law.n, name: { zh: 数, en: N }, kind: count, meaning: { zh: 数, en: N } }
          - { path: law.x, name: { zh: 评, en: X }, kind: assessment, meaning: { zh: 评, en: X } }
        """;

    private static readonly string[] Policies = ["renormalise", "renormalise-group", "full", "zero", "forbid"];
    private static readonly string[] Modes = ["half-up", "half-even", "down"];
    private static readonly decimal[] Amounts = [1m, 2m, 3m, 7m, 10m, 3.33m, 13.34m, 0.1m];

    /// <summary>One pack for each seed, in one catalog.</summary>
    /// <param name="seeds">Seeds; the pack of seed 7 is called <c>small-7@1</c>.</param>
    /// <param name="shared">Whether rules may read the same facts.</param>
    public static RulePackCatalog Catalog(IEnumerable<int> seeds, bool shared) => RulePackCatalog.Open(MemoryRules.OverPackage(
    [
        ("vocabulary/law.yaml", VocabularyFile),
        .. seeds.Select(s => ($"small-{s}/1/pack.yaml", Write(s, shared))),
    ]));

    /// <summary>Every state of knowledge about the facts a pack reads: each fact open or one of its values.</summary>
    public static IEnumerable<FactCell[]> States(IReadOnlyList<(string Path, FactCell[] Values)> domains, bool withOpen)
    {
        var states = new List<FactCell[]> { Array.Empty<FactCell>() };
        foreach (var (_, values) in domains)
        {
            states = [.. states.SelectMany(s => (withOpen ? values.Prepend(default) : values).Select(v => (FactCell[])[.. s, v]))];
        }

        return states;
    }

    public static bool IsCompletion(FactCell[] whole, FactCell[] part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i].State != FactState.Unknown && !part[i].Equals(whole[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static FactoryFacts Facts(FactVocabulary vocabulary, IReadOnlyList<(string Path, FactCell[] Values)> domains, FactCell[] state)
    {
        var cells = new FactCell[vocabulary.FactorySlots];
        for (var i = 0; i < state.Length; i++)
        {
            cells[vocabulary.Find(domains[i].Path)!.Slot] = state[i];
        }

        return new FactoryFacts(vocabulary, new FactoryIdentity(), new ReportingPeriod(2025), cells, null, new Dictionary<int, FactCell[]>(), []);
    }

    /// <summary>The facts a pack reads, with their values.</summary>
    public static IReadOnlyList<(string Path, FactCell[] Values)> Read(RulePack pack) => [.. Domains.Where(d => pack.RequiredFacts.Any(f => f.Path == d.Path))];

    public static string Show(FactCell[] state) => string.Join(' ', state.Select(c => c.State switch
    {
        FactState.Unknown => "?",
        FactState.NotApplicable => "n/a",
        _ => c.Reference is null && c.Number == 0 ? c.Flag.ToString() : c.Number.ToString(CultureInfo.InvariantCulture),
    }));

    /// <summary>The pack of a seed as its file.</summary>
    public static string Write(int seed, bool shared)
    {
        var draw = new Draw(seed);
        var free = new Queue<string>(Domains.Select(d => d.Path).OrderBy(_ => draw.Below(1000)));
        var groups = new StringBuilder();
        var rules = new StringBuilder();
        var full = 0m;
        var ruleCount = 0;
        for (var g = 0; g < draw.Between(1, 3) && free.Count > 0; g++)
        {
            var points = 0m;
            for (var r = draw.Between(1, 3); r > 0 && free.Count > 0 && ruleCount < 5; r--, ruleCount++)
            {
                points += Rule(rules, draw, free, shared, $"r{ruleCount}", $"g{g}", isBonus: false);
            }

            var weight = points == 0 ? 0 : draw.Of([points, 10m, 33.3m, 7m]);
            full += weight;
            groups.AppendLine(CultureInfo.InvariantCulture, $"  - {{ id: g{g}, title: {{ zh: 组, en: Group }}, weight: {weight}, full: {points}{(draw.Chance(40) ? $", not-applicable: {draw.Of(Policies)}" : string.Empty)} }}");
        }

        var cap = 0m;
        if (draw.Chance(40) && free.Count > 0)
        {
            cap = draw.Of([2m, 4m]);
            for (var r = draw.Between(1, 2); r > 0 && free.Count > 0; r--, ruleCount++)
            {
                Rule(rules, draw, free, shared, $"r{ruleCount}", "extra", isBonus: true);
            }

            groups.AppendLine(CultureInfo.InvariantCulture, $"  - {{ id: extra, title: {{ zh: 加分, en: Bonus }}, bonus: true, cap: {cap} }}");
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            schema: greenfactory.pack/v1
            id: small-{{seed}}@1
            version: 1.0.0
            title: { zh: 小包, en: Small pack }
            jurisdiction: "100000"
            in-force: { from: 2020-01-01 }
            source: { document: law, clause: "1", label: seen }
            documents: [{ id: law, number: LAW 1, title: { zh: 律, en: Law } }]
            clauses: [{ clause: "1", title: { zh: 律, en: Law }, disposition: encoded }]
            rounding: { decimals: {{draw.Between(0, 2)}}, mode: {{draw.Of(Modes)}} }
            not-applicable: { policy: {{draw.Of(Policies)}} }
            between: { method: {{draw.Of(["range", "ratio"])}} }
            full: {{full}}
            parameters:
              - { id: pass, name: { zh: 线, en: Mark }, kind: number, value: {{Score(draw, full, cap)}}, meaning: { zh: 线, en: Mark } }
            groups:
            {{groups}}conclusion: { requires: [{{Needs(draw)}}]{{(draw.Chance(70) ? ", pass-mark: parameter.pass" : string.Empty)}} }
            {{(draw.Chance(50) && full + cap >= 1 ? Tiers(draw, full + cap, ruleCount) : string.Empty)}}
            rules:
            {{rules}}
            """);
    }

    /// <summary>One rule of any kind and way of judging; returns its points.</summary>
    private static decimal Rule(StringBuilder rules, Draw draw, Queue<string> free, bool shared, string id, string group, bool isBonus)
    {
        var kind = isBonus ? "bonus" : draw.Of(["gate", "mandatory", "optional", "indicator", "indicator"]);
        var points = kind == "gate" ? 0 : draw.Of(Amounts);
        rules.AppendLine(CultureInfo.InvariantCulture, $"  - id: {id}").AppendLine(CultureInfo.InvariantCulture, $"    group: {group}").AppendLine(CultureInfo.InvariantCulture, $"    kind: {kind}");
        rules.AppendLine("    title: { zh: 条, en: Rule }").AppendLine("    requirement: { zh: 条, en: Rule }");
        if (kind != "gate")
        {
            rules.AppendLine(CultureInfo.InvariantCulture, $"    points: {points}");
        }

        if (draw.Chance(30))
        {
            rules.AppendLine(CultureInfo.InvariantCulture, $"    not-applicable: {draw.Of(Policies)}");
        }

        var fact = shared ? draw.Of(Domains).Path : free.Dequeue();
        if (shared && draw.Chance(30))
        {
            rules.AppendLine(CultureInfo.InvariantCulture, $"    when: {draw.Of(["law.a", "law.b", "not law.c"])}");
        }

        rules.AppendLine(fact switch
        {
            "law.x" => "    fraction: law.x",
            "law.n" => Measured(draw),
            _ when shared => $"    condition: \"{draw.Of([fact, $"not {fact}", $"{fact} and law.b", $"{fact} or law.c", $"if {fact} then law.b else law.c", $"{fact} = law.b", $"{fact} or not {fact}"])}\"",
            _ => $"    condition: {draw.Of([fact, $"not {fact}"])}",
        });
        return points;
    }

    private static string Measured(Draw draw) => draw.Of(
    [
        "    measure: law.n\n    better: higher\n    leading: \"3\"\n    baseline: \"0\"",
        "    measure: law.n\n    better: lower\n    leading: \"0\"\n    baseline: \"3\"",
        "    measure: law.n + 1\n    better: lower\n    leading: \"1\"\n    baseline: \"4\"",
        "    measure: law.n\n    better: higher\n    steps: [{ at: \"3\", earns: \"100 %\" }, { at: \"1\", earns: \"30 %\" }]",
    ]);

    private static string Needs(Draw draw) => draw.Of([string.Empty, "gates", "mandatory", "gates, mandatory"]);

    private static decimal Score(Draw draw, decimal full, decimal cap) => Math.Min(full + cap, Math.Round((full + cap) * draw.Between(0, 12) / 12, draw.Between(0, 2)));

    /// <summary>Two or three tiers over scores, clauses, routes and each other.</summary>
    private static string Tiers(Draw draw, decimal most, int rules)
    {
        var first = Math.Max(0.01m, Math.Round(most * draw.Between(1, 5) / 12, 2));
        var second = Math.Min(most, Math.Round(most * draw.Between(6, 12) / 12, 2));
        return string.Create(CultureInfo.InvariantCulture, $"""
            tiers:
            {Tier("one", string.Create(CultureInfo.InvariantCulture, $"at-least: {first}"), string.Empty)}
            {Tier("two", $"at-least: {second}", draw.Of([string.Empty, "one"]))}
            {(draw.Chance(50) ? Tier("three", second < most ? $"at-least: {most}" : string.Empty, draw.Of(["one", "two", "one, two"])) : string.Empty)}
            """);

        string Tier(string id, string score, string below)
        {
            var needs = string.Join(", ", new[] { Needs(draw), below }.Where(n => n.Length > 0));
            List<string> keys = [$"id: {id}", "title: { zh: 级, en: Tier }", $"requires: [{needs}]"];
            keys.AddRange(new[] { score, draw.Chance(40) ? $"met: [{Some()}]" : string.Empty, draw.Chance(30) ? $"direct: [{Some()}]" : string.Empty }.Where(k => k.Length > 0));
            return $"  - {{ {string.Join(", ", keys)} }}";
        }

        string Some() => string.Join(", ", Enumerable.Range(0, rules).Where(_ => draw.Chance(40)).Append(draw.Below(rules)).Distinct().Select(r => $"r{r}"));
    }
}
