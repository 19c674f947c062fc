using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Policies;

/// <summary>Puts together what the policies of a place say to one factory.</summary>
internal sealed class BenefitsBuilder
{
    private const string ZoneFact = "standing.zone";

    private readonly PolicyCatalog _catalog;
    private readonly FactoryFacts _facts;
    private readonly DateOnly _asOf;
    private readonly BenefitsRequest _request;
    private readonly DiagnosticBag _bag = new();

    private BenefitsBuilder(PolicyCatalog catalog, FactoryFacts facts, DateOnly asOf, BenefitsRequest request)
    {
        _catalog = catalog;
        _facts = facts;
        _asOf = asOf;
        _request = request;
    }

    /// <exception cref="InvalidInputException">It is not known where the factory lies, or the place was abolished.</exception>
    public static BenefitsAnswer Build(PolicyCatalog catalog, FactoryFacts facts, DateOnly asOf, BenefitsRequest request) => new BenefitsBuilder(catalog, facts, asOf, request).Build();

    private BenefitsAnswer Build()
    {
        _catalog.ThrowIfBroken();
        var region = Region();
        StandingFacts.Future(_facts, _asOf, _bag);
        var standing = StandingFacts.On(_facts, _asOf, region);
        var policies = Policies(region);
        var lines = new List<AnswerLine>();
        var machines = new List<MachineAnswer>();
        foreach (var policy in policies)
        {
            var program = Program(policy.Policy);
            var judged = program.Judge(standing, _asOf);
            var ended = policies.Where(p => p.Policy.Id.Slug == policy.Policy.Id.Slug && p.Policy.InForceFrom > policy.Policy.InForceFrom).SelectMany(p => p.Policy.Ended).ToHashSet(StringComparer.Ordinal);
            lines.AddRange(policy.Policy.Lines.Where(l => !ended.Contains(l.Id)).Select(l => Line(policy, l, program, judged, standing, region)).OfType<AnswerLine>());
            if (policy.Policy.ThirdParty is { } thirdParty)
            {
                lines.Add(new AnswerLine(policy.Policy, thirdParty, null, LineState.Certain, Reserves(policy, thirdParty, false, false), [], null) is var line && line.Reserves.Count > 0 ? line with { State = LineState.Conditional } : line);
            }

            machines.AddRange(policy.Policy.Machines.Where(m => Place(policy, m.Area, region, standing) == true).Select(m => StateMachine.Walk(m, policy.Policy, program, _facts, _asOf, region)));
        }

        var priorities = policies.Where(p => p.IsCurrent || p.Policy.Priorities.Count > 0).SelectMany(p => p.Policy.Priorities.Where(l => Place(p, l.Area, region, standing) != false)
            .Select(l => new PriorityAnswer(p.Policy, l, Named(l)))).ToList();
        return new BenefitsAnswer(_facts.Identity, region, _asOf, policies, [.. lines.OrderBy(l => l.Line.Kind)], priorities, machines, _bag.ToList());
    }

    private string Region()
    {
        var region = _request.Region ?? StandingFacts.PlaceOn(_facts, _asOf);
        if (region is null)
        {
            _bag.Add(DiagnosticCodes.RegionNotKnown, SourceSpan.WholeFile(_facts.Identity.Id ?? "facts"));
            throw new InvalidInputException(_bag.ToList());
        }

        foreach (var code in new[] { region, _facts.Identity.Region }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (_catalog.Abolished(code) is { } abolished && abolished.Since <= _asOf)
            {
                _bag.Add(DiagnosticCodes.RegionAbolished, _request.Region == code ? SourceSpan.WholeFile("--region") : _facts.RegionSpan ?? SourceSpan.WholeFile("facts"), code, Scalars.Date(abolished.Since), abolished.Now);
            }
        }

        if (_bag.HasErrors)
        {
            throw new InvalidInputException(_bag.ToList());
        }

        return region;
    }

    /// <summary>Editions of the nation, the province, the city that had begun by the day, the oldest first; where none had, the first there is, with a warning.</summary>
    private List<AnswerPolicy> Policies(string region)
    {
        var policies = new List<AnswerPolicy>();
        foreach (var place in _catalog.Policies.GroupBy(p => p.Id.Slug, StringComparer.Ordinal).OrderBy(g => RegionCode.Depth(g.First().Jurisdiction)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var inside = RegionCode.Covers(place.First().Jurisdiction, region);
            if (!inside && !RegionCode.Covers(region, place.First().Jurisdiction))
            {
                continue;
            }

            var editions = place.OrderBy(p => p.InForceFrom).ThenBy(p => p.Id.ToString(), StringComparer.Ordinal).ToList();
            var begun = editions.Where(p => p.InForceFrom <= _asOf).ToList();
            if (begun.Count == 0)
            {
                begun = [editions[0]];
            }

            foreach (var policy in begun)
            {
                var trusted = policy.InForceFrom <= _asOf && (policy.TrustedUntil is null || _asOf <= policy.TrustedUntil);
                policies.Add(new AnswerPolicy(policy, policy == begun[^1], !inside, trusted));
                if (policy == begun[^1] && !trusted)
                {
                    _bag.Add(DiagnosticCodes.PolicyOfOtherTime, SourceSpan.WholeFile(policy.Id.ToString()), policy.Jurisdiction, Scalars.Date(_asOf), policy.Id.ToString());
                }
            }
        }

        return policies;
    }

    private PolicyProgram Program(PolicyDefinition policy)
    {
        if (!policy.Parameters.Any(p => _request.Settings.ContainsKey(p.Id)))
        {
            return _catalog.Program(policy);
        }

        var changed = policy with
        {
            Parameters = [.. policy.Parameters.Select(p => _request.Settings.TryGetValue(p.Id, out var value) ? p with { Value = new ScalarNode(value, false, SourceSpan.WholeFile("--set")) } : p)],
        };
        var bag = new DiagnosticBag();
        return PolicyProgram.Build(changed, _catalog.Vocabulary, _catalog.Benchmarks, bag) ?? throw new InvalidInputException(bag.ToList());
    }

    private AnswerLine? Line(AnswerPolicy policy, PolicyLine line, PolicyProgram program, PolicyJudgement judged, FactoryFacts standing, string region)
    {
        var place = Place(policy, line.Area, region, standing);
        var likely = place == false && line.Doubts.Any(d => d.LikelyArea is { } area && Place(policy, area, region, standing) != false);
        if (place == false && !likely)
        {
            return null;
        }

        var met = judged.Of(line.Id);
        var area = policy.Policy.Areas.FirstOrDefault(a => a.Id == line.Area);
        if (met == false)
        {
            // Threats, duties and routes that are not this factory's are no news; money that it may still win is.
            return line.Kind is LineKind.Reward or LineKind.Privilege ? new AnswerLine(policy.Policy, line, area, LineState.NotMet, Reserves(policy, line, place is null, likely), [], null) : null;
        }

        var reserves = Reserves(policy, line, place is null, likely);
        if (met is null)
        {
            reserves.Insert(0, ReserveKind.FactsMissing);
        }

        var due = line.Deadline is null || met is null ? null : DueDates.Of(line.Deadline, standing, _asOf);
        if (due is { IsOverdue: true, Date: { } passed } && line.Deadline!.Kind == CountingKind.Yearly && program.Judge(StandingFacts.On(_facts, passed, region), passed).Of(line.Id) == false)
        {
            // Nobody owes a form for a day on which it had no title yet.
            due = new DueDate(passed.AddYears(1), false);
        }

        var missing = judged.Missing(line.Id);
        return new AnswerLine(policy.Policy, line, area, reserves.Count == 0 ? LineState.Certain : LineState.Conditional, reserves, met is null ? missing : place is null && area?.Code is null && area is not null ? [ZoneFact] : [], due);
    }

    private List<ReserveKind> Reserves(AnswerPolicy policy, PolicyLine line, bool openPlace, bool likelyPlace)
    {
        var reserves = new List<ReserveKind>();
        Add(openPlace, ReserveKind.PlaceOpen);
        Add(likelyPlace, ReserveKind.LikelyPlace);
        Add(line.Doubts.Any(d => d.LikelyArea is null), ReserveKind.Doubted);
        Add(line.Source.Label != ProvenanceLabel.Seen, ReserveKind.NotSeen);
        Add(!policy.IsCurrent, ReserveKind.EarlierEdition);
        Add(policy.IsCurrent && !policy.IsTrusted, ReserveKind.OtherTime);
        Add(line.Kind == LineKind.Reward && IsFromElsewhere(policy.Policy, line), ReserveKind.TitleFromElsewhere);
        return reserves;

        void Add(bool holds, ReserveKind reserve)
        {
            if (holds)
            {
                reserves.Add(reserve);
            }
        }
    }

    private bool IsFromElsewhere(PolicyDefinition policy, PolicyLine line) =>
        line.Level is { } level && StandingFacts.Held(_facts, level, _asOf) is { } title
        && (title.Region ?? StandingFacts.PlaceOn(_facts, title.Named)) is { } given && !RegionCode.Covers(policy.Jurisdiction, given);

    /// <summary>True inside an area, false outside, null when the factory's place is not known finely enough.</summary>
    private static bool? Place(AnswerPolicy policy, string? areaId, string region, FactoryFacts standing)
    {
        if (policy.Policy.Areas.FirstOrDefault(a => a.Id == areaId) is not { } area)
        {
            return policy.IsOpenPlace ? null : true;
        }

        if ((area.Code ?? area.Within) is not { } code || (!RegionCode.Covers(code, region) && !RegionCode.Covers(region, code)))
        {
            return false;
        }

        if (area.Code is not null)
        {
            return RegionCode.Covers(code, region) ? true : null;
        }

        // A development zone lies somewhere in a place; only the factory can say whether it lies in the zone.
        return standing.Vocabulary.Find(ZoneFact) is { } fact && standing.Cells[fact.Slot] is { State: not FactState.Unknown } cell ? cell.Reference as string == area.Name.Zh : null;
    }

    private bool? Named(PriorityList list) => _catalog.Industries.Has(list.Industries, _facts.Identity.Industry) switch
    {
        false when list.IsOpen => null,
        var named => named,
    };
}
