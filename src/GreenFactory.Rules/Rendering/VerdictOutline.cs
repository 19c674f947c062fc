using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rendering;

/// <summary>Assumptions that are alike: what is assumed, how sure it is, and by how many rules of which groups.</summary>
internal sealed record AssumptionGroup(string What, ProvenanceLabel Label, IReadOnlyList<string> Rules);

/// <summary>What a verdict says, in the order people read it. Text and Markdown only lay it out.</summary>
internal sealed class VerdictOutline
{
    private const int MostRules = 6;
    private const string Conditions = "conditions ";
    private const string Tier = "tier ";
    private const string Weight = "weight ";

    public VerdictOutline(Verdict verdict, Language language)
    {
        Verdict = verdict;
        Words = Wording.Of(verdict.Context, language);
        Reasons = new FindingReasons(Words);
    }

    public Verdict Verdict { get; }

    public Wording Words { get; }

    public FindingReasons Reasons { get; }

    public IReadOnlyList<Finding> Vetoes => Verdict.Gates;

    /// <summary>Findings that lost points for certain or are not met, gates left out, by group in pack order.</summary>
    public IEnumerable<(GroupScore Group, IReadOnlyList<Finding> Findings)> Lost => ByGroup(f =>
        f.Kind != FindingKind.Gate && f.Status != FindingStatus.InsufficientEvidence && (f.Status is FindingStatus.NotMet or FindingStatus.PartlyMet || LossOf(f) > 0));

    public IEnumerable<(GroupScore Group, IReadOnlyList<Finding> Findings)> Open => ByGroup(f => f.Status == FindingStatus.InsufficientEvidence);

    public IReadOnlyList<Finding> NotApplicable => [.. Verdict.Findings.Where(f => f.Status == FindingStatus.NotApplicable)];

    public static decimal LossOf(Finding finding) => finding.Points.Full - finding.Points.Upper;

    /// <summary>True where points that do not apply leave the count and the rest is scaled up.</summary>
    public bool IsScaledUp => Verdict.Context.Program.Rules.Any(r =>
        r.Definition.Points is { Value: > 0 } && Verdict.Findings[r.Index].Status == FindingStatus.NotApplicable && !Verdict.Findings[r.Index].Points.Applies);

    /// <summary>Groups that carry points or have findings; a base pack may leave others empty.</summary>
    public IEnumerable<(GroupScore Score, int Index)> Groups => Verdict.Groups.Select((g, i) => (g, i)).Where(p => p.g.Weight > 0 || p.g.Score.Full > 0 || Verdict.Findings.Any(f => f.Group == p.g.Id));

    /// <summary>What a group adds to the total, before the whole pack is scaled up or rounded.</summary>
    public Score Contribution(int group)
    {
        var score = Verdict.Groups[group].Score;
        var definition = Verdict.Context.Program.Groups[group];
        if (definition.Definition.IsBonus || definition.Full == 0)
        {
            return score;
        }

        return new Score(score.Lower * definition.Weight / definition.Full, score.Upper * definition.Weight / definition.Full, definition.Weight);
    }

    /// <summary>One line with region and industry, codes first; empty when neither is known.</summary>
    public string Place()
    {
        var vocabulary = Verdict.Context.Program.Vocabulary;
        var parts = new List<string>();
        if (Verdict.Factory.Region is { } region)
        {
            parts.Add(Words.Say(Phrases.Region, Named(region, vocabulary.Regions.Name(region) ?? vocabulary.Regions.Name(region[..2] + "0000"))));
        }

        if (Verdict.Factory.Industry is { } industry)
        {
            parts.Add(Words.Say(Phrases.Industry, Named(industry, vocabulary.Industries.Name(industry))));
        }

        return Words.Join(parts, Phrases.Comma);

        static string Named(string code, string? name) => name is null ? code : $"{code} {name}";
    }

    public string ScoreLine()
    {
        var score = Verdict.Score;
        if (score.Full == 0)
        {
            return Words.Say(Phrases.Unscored);
        }

        return score.Applies ? Words.Of(score) : Words.Say(Phrases.NothingApplies);
    }

    /// <summary>The pass mark with its label; null for packs that have none.</summary>
    public string? PassMark()
    {
        var program = Verdict.Context.Program;
        if (program.Pack.Conclusion!.PassMark is not { } mark || !program.Parameters.TryGetValue(mark.Text["parameter.".Length..], out var parameter))
        {
            return null;
        }

        var shown = program.PassMark is { } value ? ShownNumber.Of(value) : Words.Say(Phrases.NoPassMark);
        return shown + Words.Say(Phrases.Parenthesis, Words.Of(parameter.Source!));
    }

    public string? TierLine()
    {
        if (Verdict.Tier is not { } tier)
        {
            return null;
        }

        return tier.Lower == tier.Upper ? TitleOfTier(tier.Lower) : Words.Say(Phrases.TierOpen, TitleOfTier(tier.Lower), TitleOfTier(tier.Upper));
    }

    /// <summary>The tier, or from the certain to the reachable one; null for a pack without tiers.</summary>
    public string? TierRange() => Verdict.Tier is not { } tier ? null : tier.Lower == tier.Upper ? TitleOfTier(tier.Lower) : Words.Say(Phrases.Interval, TitleOfTier(tier.Lower), TitleOfTier(tier.Upper));

    /// <summary>Why the conclusion is what it is.</summary>
    public IReadOnlyList<string> Because()
    {
        var needs = Verdict.Context.Program.Pack.Conclusion!;
        var lines = new List<string>();
        if (needs.NeedsGates)
        {
            Required(FindingKind.Gate, Phrases.BecauseVeto, Phrases.BecauseGateOpen, Phrases.BecauseGatesHold);
        }

        if (needs.NeedsMandatory)
        {
            Required(FindingKind.Mandatory, Phrases.BecauseMandatory, Phrases.BecauseMandatoryOpen, Phrases.BecauseMandatoryHold);
        }

        if (needs.PassMark is not null && Mark(Verdict.Context.Program.PassMark) is { } line)
        {
            lines.Add(line);
        }

        return lines;

        void Required(FindingKind kind, LocalizedText failing, LocalizedText open, LocalizedText holding)
        {
            var failed = Named(kind, FindingStatus.NotMet, FindingStatus.PartlyMet);
            var undecided = Named(kind, FindingStatus.InsufficientEvidence);
            if (failed.Count > 0)
            {
                lines.Add(Words.Say(failing, Words.JoinFirst(failed, 6)));
            }
            else if (undecided.Count > 0)
            {
                lines.Add(Words.Say(open, Words.JoinFirst(undecided, 6)));
            }
            else if (Verdict.Findings.Any(f => f.Kind == kind))
            {
                lines.Add(Words.Say(holding));
            }
        }
    }

    /// <summary>Statuses with how often each was given, in the order of the enumeration.</summary>
    public string Counts()
    {
        var counts = Verdict.Findings.GroupBy(f => f.Status).OrderBy(g => (int)g.Key).Select(g => $"{Words.Of(g.Key)} {Wording.Count(g.Count())}");
        return Words.Say(Phrases.Summary, Wording.Count(Verdict.Findings.Count), Words.Join(counts, Phrases.Comma));
    }

    /// <summary>Hundreds of assumptions, alike ones together: those of the whole pack first, then by how many rules rest on them.</summary>
    public IReadOnlyList<AssumptionGroup> Assumptions() => Assumptions(Verdict.Assurance.Assumptions);

    /// <summary>Some of them, grouped the same way.</summary>
    public IReadOnlyList<AssumptionGroup> Assumptions(IReadOnlyList<Assumption> all)
    {
        var weights = all.Where(a => a.Rule is null && IsWeight(a.What))
            .GroupBy(a => a.Label)
            .Select(g => new AssumptionGroup(Words.Say(Phrases.WhatWeights, Words.Join(g.Select(a => TitleOfGroup(a.What[Weight.Length..])))), g.Key, []));
        var ofPack = all.Where(a => a.Rule is null && !IsWeight(a.What)).Select(a => new AssumptionGroup(NameOfAssumption(a.What), a.Label, [])).Concat(weights);
        var ofRules = all.Where(a => a.Rule is not null)
            .GroupBy(a => (What: NameOfAssumption(a.What), a.Label))
            .Select(g => new AssumptionGroup(g.Key.What, g.Key.Label, [.. g.Select(a => a.Rule!).Distinct(StringComparer.Ordinal)]))
            .OrderByDescending(g => g.Rules.Count)
            .ThenByDescending(g => g.Label)
            .ThenBy(g => g.What, StringComparer.Ordinal);
        return [.. ofPack, .. ofRules];
    }

    /// <summary>A group of assumptions as columns: label, how much of the pack rests on it, what it is and by which rules when they are few.</summary>
    public string[] Row(AssumptionGroup group) =>
    [
        Words.Of(group.Label),
        group.Rules.Count == 0 ? Words.Say(Phrases.AssumedOfPack) : Words.Say(Phrases.AssumedOfRules, Wording.Count(group.Rules.Count)),
        group.What + (group.Rules.Count is > 0 and <= MostRules ? Words.Say(Phrases.Colon) + Words.Join(group.Rules) : string.Empty),
    ];

    /// <summary>What is assumed, in words.</summary>
    private string NameOfAssumption(string what) => what switch
    {
        "points" => Words.Say(Phrases.WhatPoints),
        "content" => Words.Say(Phrases.WhatContent),
        "condition" => Words.Say(Phrases.WhatCondition),
        "earns" => Words.Say(Phrases.WhatEarns),
        "conclusion" => Words.Say(Phrases.WhatConclusion),
        "rounding" => Words.Say(Phrases.WhatRounding),
        "not-applicable" => Words.Say(Phrases.WhatPolicy),
        "between" => Words.Say(Phrases.WhatBetween),
        _ when what.StartsWith(Conditions, StringComparison.Ordinal) => Words.Say(Phrases.WhatConditions, TitleOfTier(what[Conditions.Length..])),
        _ when what.StartsWith(Tier, StringComparison.Ordinal) => Words.Say(Phrases.WhatTier, TitleOfTier(what[Tier.Length..])),
        _ when char.IsAsciiDigit(what[0]) => Words.Say(Phrases.WhatConstant),
        _ when what.Split(" = ") is [var path, var value] => Words.Say(Phrases.Equal, Words.PathWithName(path), value == "unknown" ? Words.Say(Phrases.NoPassMark) : value),
        _ when what.Split(" (") is [var path, var row] => Words.PathWithName(path) + Words.Say(Phrases.Colon) + Words.Say(Phrases.Row, row.TrimEnd(')')),
        _ => Words.PathWithName(what),
    };

    private static bool IsWeight(string what) => what.StartsWith(Weight, StringComparison.Ordinal);

    public string TitleOfGroup(string id) => Verdict.Groups.FirstOrDefault(g => g.Id == id) is { } group ? Words.Of(group.Title) : id;

    public string TitleOfRule(string id) => Verdict.Findings.FirstOrDefault(f => f.Id == id) is { } finding ? Words.Of(finding.Title) : id;

    private string TitleOfTier(string? id) => Verdict.Context.Program.Pack.Tiers.FirstOrDefault(t => t.Id == id) is { } tier ? Words.Of(tier.Title) : Words.Say(Phrases.NoTier);

    private List<string> Named(FindingKind kind, params FindingStatus[] statuses) =>
        [.. Verdict.Findings.Where(f => f.Kind == kind && statuses.Contains(f.Status)).Select(f => $"{f.Id} {Words.Of(f.Title)}")];

    private string? Mark(decimal? mark)
    {
        if (mark is not { } wanted)
        {
            return Words.Say(Phrases.BecauseMarkUnknown);
        }

        // A mark of nothing decides nothing; saying that it is reached would sound like praise.
        if (wanted <= 0)
        {
            return null;
        }

        var shown = ShownNumber.Together(Verdict.Score.Lower, Verdict.Score.Upper, wanted);
        return Verdict.Score.Lower >= wanted ? Words.Say(Phrases.BecauseAtMark, shown[0], shown[2])
            : Verdict.Score.Upper < wanted ? Words.Say(Phrases.BecauseBelowMark, shown[1], shown[2])
            : Words.Say(Phrases.BecauseMarkOpen, shown[2], shown[0], shown[1]);
    }

    private IEnumerable<(GroupScore Group, IReadOnlyList<Finding> Findings)> ByGroup(Func<Finding, bool> wanted)
    {
        foreach (var group in Verdict.Groups)
        {
            var findings = Verdict.Findings.Where(f => f.Group == group.Id && wanted(f)).ToList();
            if (findings.Count > 0)
            {
                yield return (group, findings);
            }
        }
    }
}
