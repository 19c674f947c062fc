using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>
/// Checks a pack as a whole: ids, references, sources, sums, tiers. Expressions are checked when the pack is bound.
/// What is only asked of an author's own files (is everything declared here used?) is asked of <paramref name="own"/>, the rest of the resolved pack.
/// </summary>
internal sealed class PackValidator(PackDefinition own, PackDefinition pack, CodeList regions, DiagnosticBag bag)
{
    private readonly Dictionary<string, GroupDefinition> _groups = pack.Groups.DistinctBy(g => g.Id).ToDictionary(g => g.Id, StringComparer.Ordinal);

    public void Validate()
    {
        Ids();
        References();
        Sources();
        Settings();
        Conclusion();
        if (!pack.HasGaps)
        {
            Points();
            new TierCheck(pack, Most(), bag).Check();
        }

        // A rule that names no group is the one that an empty group lacks.
        if (!pack.HasGaps && pack.Rules.Count > 0 && pack.Rules.All(r => _groups.ContainsKey(r.Group)))
        {
            EmptyGroups();
        }
    }

    private void Ids()
    {
        foreach (var rule in pack.Rules.GroupBy(r => r.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            bag.Add(DiagnosticCodes.DuplicateId, rule.Span, rule.Id);
        }

        foreach (var group in pack.Groups.GroupBy(g => g.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            bag.Add(DiagnosticCodes.DuplicateId, group.Span, group.Id);
        }
    }

    private void References()
    {
        foreach (var rule in pack.Rules.Where(r => !_groups.ContainsKey(r.Group) && !pack.HasGaps))
        {
            bag.Add(DiagnosticCodes.UnknownReference, rule.Span, ReferenceKinds.Group, rule.Group, NearestName.Hint(rule.Group, _groups.Keys));
        }

        own.Citations.CheckDocuments(pack.Documents, own.Documents, bag);
        var clauses = pack.Clauses.ToDictionary(c => c.Clause, StringComparer.Ordinal);
        foreach (var clause in own.Citations.Clauses.Where(c => !clauses.ContainsKey(c.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownClause, clause.Span, clause.Text, NearestName.Hint(clause.Text, clauses.Keys));
        }

        foreach (var rule in own.Rules)
        {
            if (clauses.GetValueOrDefault(rule.Source.Clause ?? string.Empty) is { Disposition: not ClauseEntry.Encoded } clause)
            {
                bag.Add(DiagnosticCodes.ClauseOutOfScope, rule.Span, rule.Id, clause.Clause, clause.Disposition);
            }
        }

        if (own.JurisdictionSpan is { } place && !regions.IsRegion(own.Jurisdiction))
        {
            bag.Add(DiagnosticCodes.UnknownRegion, place, own.Jurisdiction);
        }
    }

    /// <summary>Who claims to have read a value, to remember or to have inferred it, can say where it stands.</summary>
    private void Sources()
    {
        var incomplete = PackValues.Of(pack).Where(v => v.Source.Label != ProvenanceLabel.Assumed && (v.Source.Document is null || v.Source.Clause is null));
        foreach (var (name, source, span) in incomplete.DistinctBy(v => v.Name))
        {
            var missing = source.Document is not null
                ? new LocalizedText("条款（clause）", "clause")
                : source.Clause is not null
                ? new LocalizedText("来源文件（document）", "document")
                : new LocalizedText("来源文件和条款（document、clause）", "document and clause");
            bag.Add(DiagnosticCodes.SourceIncomplete, span, name, Provenance.Spell(source.Label), missing);
        }
    }

    private void Settings()
    {
        foreach (var (key, there) in new[] { ("conclusion", pack.Conclusion is not null), ("rounding", pack.Rounding is not null), ("not-applicable", pack.Policy is not null), ("full", pack.Full is not null) })
        {
            if (!there)
            {
                bag.Add(DiagnosticCodes.MissingKey, pack.Span, key);
            }
        }

        if (pack.Rules.Count == 0 && !pack.HasGaps)
        {
            bag.Add(DiagnosticCodes.PackWithoutRules, pack.Span, pack.Id);
        }

        if (pack.Between is { } method)
        {
            Method(method);
        }
        else if (pack.Rules.SelectMany(r => r.Forms).FirstOrDefault(f => f.Leading is not null && f.Between is null) is { } form)
        {
            bag.Add(DiagnosticCodes.MissingKey, form.Span, "between");
        }
    }

    /// <summary>A method by name, or a parameter that can be nothing but one.</summary>
    private void Method(ScalarNode method)
    {
        if (RuleReader.Methods.Contains(method.Text))
        {
            return;
        }

        if (Parameter(method.Text) is not { Kind: ParameterKind.Choice } parameter)
        {
            var legal = pack.Parameters.Where(p => p.Kind == ParameterKind.Choice).Select(p => ParameterDefinition.Prefix + p.Id);
            bag.Add(DiagnosticCodes.UnknownReference, method.Span, ReferenceKinds.Method, method.Text, NearestName.Hint(method.Text, RuleReader.Methods.Concat(legal)));
            return;
        }

        foreach (var value in parameter.Values.Where(v => !RuleReader.Methods.Contains(v)))
        {
            bag.Add(DiagnosticCodes.NotOneOf, parameter.Span, value, string.Join(" | ", RuleReader.Methods));
        }

        if (parameter.Value is null)
        {
            bag.Add(DiagnosticCodes.MissingKey, parameter.Span, "value");
        }
    }

    private void Conclusion()
    {
        if (pack.Conclusion is not { } conclusion)
        {
            return;
        }

        if (conclusion is { NeedsGates: false, NeedsMandatory: false, PassMark: null } && pack.Tiers.Count == 0)
        {
            bag.Add(DiagnosticCodes.NothingDemanded, conclusion.Span);
        }

        if (conclusion.PassMark is not { } mark)
        {
            return;
        }

        if (Parameter(mark.Text) is not { Kind: ParameterKind.Number } parameter)
        {
            var legal = pack.Parameters.Where(p => p.Kind == ParameterKind.Number).Select(p => ParameterDefinition.Prefix + p.Id);
            bag.Add(DiagnosticCodes.UnknownReference, mark.Span, ReferenceKinds.NumberParameter, mark.Text, NearestName.Hint(mark.Text, legal));
        }
        else if (parameter.Value is { } written && Scalars.TryDecimal(written.Text, out var value) && !pack.HasGaps && (value < 0 || value > Most()))
        {
            bag.Add(DiagnosticCodes.PassMarkUnreachable, written.Span, Scalars.Number(value), Scalars.Number(Most()));
        }
    }

    private ParameterDefinition? Parameter(string written) =>
        written.StartsWith(ParameterDefinition.Prefix, StringComparison.Ordinal) ? pack.Parameters.FirstOrDefault(p => p.Id == written[ParameterDefinition.Prefix.Length..]) : null;

    private void Points()
    {
        var byGroup = pack.Rules.GroupBy(r => TopGroup(r.Group), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var weights = 0m;
        foreach (var group in _groups.Values.Where(g => g.Parent is null))
        {
            var rules = byGroup.GetValueOrDefault(group.Id) ?? [];
            var strangers = rules.Where(r => r.Kind != RuleKind.Gate && r.Kind == RuleKind.Bonus != group.IsBonus).ToList();
            foreach (var rule in strangers)
            {
                bag.Add(DiagnosticCodes.BonusMixed, rule.Span, rule.Id, group.Id);
            }

            // The points of a gate are a fault of their own.
            var points = Sum(rules.Where(r => r.Kind != RuleKind.Gate).Select(r => r.Points?.Value ?? 0));
            if (group.IsBonus)
            {
                Cap(group, points);
                continue;
            }

            var weight = group.Weight?.Value ?? 0;
            weights = Sum([weights, weight]);
            var wanted = group.Full ?? weight;
            if (points != wanted && strangers.Count == 0)
            {
                bag.Add(DiagnosticCodes.PointsDoNotAddUp, pack.OverlaySpan ?? group.Span, group.Id, Scalars.Number(points), Scalars.Number(wanted));
            }

            if (weight > 0 && wanted == 0)
            {
                bag.Add(DiagnosticCodes.WeightWithoutPoints, pack.OverlaySpan ?? group.Span, group.Id);
            }
        }

        if (pack.Full is { } full && weights != full)
        {
            bag.Add(DiagnosticCodes.WeightsDoNotAddUp, pack.OverlaySpan ?? pack.Span, Scalars.Number(weights), Scalars.Number(full));
        }
    }

    private void Cap(GroupDefinition group, decimal points)
    {
        if (group.Cap > points)
        {
            bag.Add(DiagnosticCodes.CapAbovePoints, pack.OverlaySpan ?? group.Span, group.Id, Scalars.Number(group.Cap.Value), Scalars.Number(points));
        }
    }

    /// <summary>Groups declared by this pack itself; one of a base may well be emptied by deselecting.</summary>
    private void EmptyGroups()
    {
        var filled = pack.Rules.SelectMany(r => new[] { r.Group, TopGroup(r.Group) }).ToHashSet(StringComparer.Ordinal);
        foreach (var group in own.Groups.Where(g => !filled.Contains(g.Id)))
        {
            bag.Add(DiagnosticCodes.GroupWithoutRules, group.Span, group.Id);
        }
    }

    /// <summary>Full marks with all bonus there can be.</summary>
    private decimal Most() => Sum(pack.Groups.Select(g => g.Cap ?? 0).Append(pack.Full ?? 0));

    private string TopGroup(string id) => _groups.GetValueOrDefault(id)?.Parent ?? id;

    /// <summary>Numbers too large to add are as wrong as any other sum.</summary>
    private static decimal Sum(IEnumerable<decimal> numbers)
    {
        try
        {
            return numbers.Sum();
        }
        catch (OverflowException)
        {
            return decimal.MaxValue;
        }
    }
}
