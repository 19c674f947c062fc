using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Scoring;

/// <summary>Tiers over one small pack: a score of up to ten, two clauses, one route.</summary>
public sealed class TierTests
{
    private const string Head = """
        schema: greenfactory.pack/v1
        id: ladder@1
        version: 1.0.0
        title: { zh: 阶梯, en: Ladder }
        jurisdiction: "100000"
        in-force: { from: 2020-01-01 }
        source: { document: own, clause: "1", label: seen }
        documents: [{ id: own, number: TEST 1, title: { zh: 测试, en: Test } }]
        clauses: [{ clause: "1", title: { zh: 测试, en: Test }, disposition: encoded }]
        parameters:
          - { id: cut, name: { zh: 线, en: Cut }, kind: number, value: 8, source: { label: assumed, clause: "1" }, meaning: { zh: 线, en: Cut } }
          - { id: unset, name: { zh: 未设, en: Not set }, kind: number, value: null, meaning: { zh: 未设, en: Not set } }
        rounding: { decimals: 1, mode: half-up }
        not-applicable: { policy: renormalise }
        between: { method: range }
        full: 10
        groups: [{ id: all, title: { zh: 全部, en: All }, weight: 10 }]
        conclusion: { requires: [gates] }
        rules:
          - { id: lawful, group: all, kind: gate, title: { zh: 守法, en: Lawful }, requirement: { zh: 守法, en: Lawful }, condition: compliance.lawful_conduct }
          - { id: score, group: all, kind: optional, title: { zh: 分, en: Score }, requirement: { zh: 分, en: Score }, points: 10, fraction: assessment.green_design }
          - { id: plan, group: all, kind: optional, title: { zh: 规划, en: Plan }, requirement: { zh: 规划, en: Plan }, points: 0, condition: management.plan }
          - { id: body, group: all, kind: optional, title: { zh: 机构, en: Body }, requirement: { zh: 机构, en: Body }, points: 0, when: management.leadership, condition: management.green_factory_body }
          - { id: title, group: all, kind: optional, title: { zh: 称号, en: Title }, requirement: { zh: 称号, en: Title }, points: 0, when: management.training, condition: management.annual_targets }
        tiers:

        """;

    private const string Lawful = "compliance.lawful_conduct: true";

    /// <summary>Tiers; facts; the state of each tier (y reached, n out of reach, ? open); certain and reachable tier.</summary>
    public static TheoryData<string, string, string, string> Table() => new()
    {
        // A cut-off decides at, and just beside, the score.
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 6 }", "score 0.6", "y", "a..a" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 6.1 }", "score 0.6", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 6 }", "", "?", "none..a" },

        // A parameter sets it; while it has no value nothing is known.
        { "{ id: a, title: { zh: 甲, en: A }, at-least: parameter.cut }", "score 0.8", "y", "a..a" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: parameter.cut }", "score 0.79", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: parameter.unset }", "score 1", "?", "none..a" },

        // Clauses: all of them, and what does not apply stands in nobody's way.
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan, body] }", "plan true; leadership true; body true", "y", "a..a" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan, body] }", "plan true; leadership true; body false", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan, body] }", "plan true; leadership false", "y", "a..a" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan, body] }", "plan false", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan, body] }", "plan true", "?", "none..a" },

        // A partly met rule is not met.
        { "{ id: a, title: { zh: 甲, en: A }, met: [score] }", "score 0.99", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [score] }", "score 1", "y", "a..a" },

        // A route takes the place of score and clauses, not of what is required.
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 9, met: [plan], direct: [title] }", "score 0; plan false; training true; targets true", "y", "a..a" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 9, direct: [title] }", "score 0; training false", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 9, direct: [title] }", "score 0; training true", "?", "none..a" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 9, direct: [title] }", "score 1", "y", "a..a" },
        { "{ id: a, title: { zh: 甲, en: A }, requires: [gates], at-least: 9, direct: [title] }", "unlawful; score 1; training true; targets true", "n", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, direct: [title] }", "training true; targets false", "n", "none..none" },

        // Cumulative tiers: the higher needs the lower; without requires it stands alone.
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan] }\n{ id: b, title: { zh: 乙, en: B }, requires: [a], at-least: 8 }", "score 1; plan false", "nn", "none..none" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan] }\n{ id: b, title: { zh: 乙, en: B }, at-least: 8 }", "score 1; plan false", "ny", "b..b" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan] }\n{ id: b, title: { zh: 乙, en: B }, requires: [a], at-least: 8 }", "score 1", "??", "none..b" },
        { "{ id: a, title: { zh: 甲, en: A }, met: [plan] }\n{ id: b, title: { zh: 乙, en: B }, requires: [a], at-least: 8 }", "plan true", "y?", "a..b" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 2, below: 8 }\n{ id: b, title: { zh: 乙, en: B }, at-least: 8 }", "score 0.8", "yy", "b..b" },
        { "{ id: a, title: { zh: 甲, en: A }, at-least: 2 }\n{ id: b, title: { zh: 乙, en: B }, at-least: 8, met: [plan] }", "score 0.9; plan false", "yn", "a..a" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_tier_is_reached_out_of_reach_or_open(string tiers, string facts, string states, string tier)
    {
        foreach (var engine in new[] { RuleEngineKind.Reference, RuleEngineKind.Compiled })
        {
            var verdict = Judge(tiers, facts, engine);

            Assert.Equal(states, string.Concat(verdict.Tiers.Select(t => t.State switch { Conclusion.Met => 'y', Conclusion.NotMet => 'n', _ => '?' })));
            Assert.Equal(tier, $"{verdict.Tier!.Lower ?? "none"}..{verdict.Tier.Upper ?? "none"}");
        }
    }

    /// <summary>A rule without points is asked for as long as it can turn a tier, and no longer.</summary>
    [Theory]
    [InlineData("{ id: a, title: { zh: 甲, en: A }, at-least: 6, met: [plan] }", "score 0.6", "management.plan")]
    [InlineData("{ id: a, title: { zh: 甲, en: A }, at-least: 6, met: [plan] }", "score 0.5", "")]
    [InlineData("{ id: a, title: { zh: 甲, en: A }, at-least: 6, met: [plan], direct: [title] }", "score 0.5; training true", "management.annual_targets")]
    [InlineData("{ id: a, title: { zh: 甲, en: A }, at-least: 6, met: [plan], direct: [title] }", "score 0.6; training true; targets true", "")]
    [InlineData("{ id: a, title: { zh: 甲, en: A }, met: [plan] }\n{ id: b, title: { zh: 乙, en: B }, at-least: 6, direct: [title] }", "score 0.6", "")]
    [InlineData("{ id: a, title: { zh: 甲, en: A }, met: [plan] }\n{ id: b, title: { zh: 乙, en: B }, requires: [a], at-least: 6 }", "score 0.6", "management.plan")]
    public void Facts_that_can_turn_a_tier_are_asked_for(string tiers, string facts, string missing) =>
        Assert.Equal(missing, string.Join(", ", Judge(tiers, facts, RuleEngineKind.Compiled).Missing));

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_ladder_shows_what_stands_in_the_way(Language language)
    {
        var verdict = Judge(
            """
            { id: one, title: { zh: 一星, en: One star }, met: [plan], authority: { zh: 区, en: the district } }
            { id: two, title: { zh: 二星, en: Two stars }, requires: [gates, one], at-least: 5, below: parameter.cut }
            { id: three, title: { zh: 三星, en: Three stars }, requires: [two], at-least: parameter.cut, met: [body], authority: { zh: 市, en: the city } }
            { id: four, title: { zh: 四星, en: Four stars }, requires: [three], at-least: 9, direct: [title] }
            { id: five, title: { zh: 五星, en: Five stars }, requires: [four], at-least: parameter.unset }
            """,
            "plan true; score 0.85; training false",
            RuleEngineKind.Compiled);

        Snapshot.Match(VerdictText.Render(verdict, language), variant: language.ToString());
    }

    private static Verdict Judge(string tiers, string facts, RuleEngineKind engine)
    {
        var pack = Head + string.Concat(tiers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(t => $"  - {t.Trim()}\n"));
        var catalog = RulePackCatalog.Open(MemoryRules.OverPackage(("ladder/1/pack.yaml", pack)));
        var stated = facts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => f.Split(' ') switch
        {
            ["score", var part] => $"assessment.green_design: {{ fraction: {part}, reason: seen }}",
            ["plan", var flag] => $"management.plan: {flag}",
            ["leadership", var flag] => $"management.leadership: {flag}",
            ["body", var flag] => $"management.green_factory_body: {flag}",
            ["training", var flag] => $"management.training: {flag}",
            ["targets", var flag] => $"management.annual_targets: {flag}",
            _ => "compliance.lawful_conduct: false",
        }).ToList();
        if (!facts.Contains("unlawful", StringComparison.Ordinal))
        {
            stated.Add(Lawful);
        }

        return RuleEvaluator.Compile(catalog.Load("ladder@1"), new RuleEvaluatorOptions { Engine = engine }).Evaluate(FactoryFacts.Parse($"schema: greenfactory.facts/v1\nperiod: \"2025\"\nfacts: {{ {string.Join(", ", stated)} }}", "facts.yaml", catalog.Vocabulary));
    }
}
