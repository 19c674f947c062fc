using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Packs;

/// <summary>Checks a resolved pack as a whole: ids, references, sums, tiers. Expressions are checked when the pack is bound.</summary>
internal sealed class PackValidator(PackDefinition pack, DiagnosticBag bag)
{
    public void Validate()
    {
        Ids();
        References();
        Settings();
        Points();
        Tiers();
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
        var groups = pack.Groups.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        var clauses = pack.Clauses.Select(c => c.Clause).ToHashSet(StringComparer.Ordinal);
        var documents = pack.Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in pack.Rules)
        {
            if (!groups.Contains(rule.Group))
            {
                bag.Add(DiagnosticCodes.UnknownReference, rule.Span, ReferenceKinds.Group, rule.Group, NearestName.Hint(rule.Group, groups));
            }

            if (!clauses.Contains(rule.Source.Clause!))
            {
                bag.Add(DiagnosticCodes.UnknownClause, rule.Span, rule.Source.Clause, NearestName.Hint(rule.Source.Clause!, clauses));
            }

            if (rule.Source.Document is { } document && !documents.Contains(document))
            {
                bag.Add(DiagnosticCodes.UnknownReference, rule.Span, ReferenceKinds.Document, document, NearestName.Hint(document, documents));
            }
        }

        if (pack.Conclusion?.PassMark is { } mark && pack.Parameters.All(p => $"parameter.{p.Id}" != mark.Text))
        {
            bag.Add(DiagnosticCodes.UnknownReference, mark.Span, ReferenceKinds.Parameter, mark.Text, NearestName.Hint(mark.Text, pack.Parameters.Select(p => $"parameter.{p.Id}")));
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

        if (pack.Rules.Count == 0)
        {
            bag.Add(DiagnosticCodes.PackWithoutRules, pack.Span, pack.Id);
        }

        if (pack.Between is { } method && !RuleReader.Methods.Contains(method.Text) && pack.Parameters.All(p => $"parameter.{p.Id}" != method.Text))
        {
            bag.Add(DiagnosticCodes.UnknownReference, method.Span, ReferenceKinds.Method, method.Text, NearestName.Hint(method.Text, RuleReader.Methods.Concat(pack.Parameters.Select(p => $"parameter.{p.Id}"))));
        }

        if (pack.Between is null && pack.Rules.SelectMany(r => r.Forms).FirstOrDefault(f => f.Leading is not null && f.Between is null) is { } form)
        {
            bag.Add(DiagnosticCodes.MissingKey, form.Span, "between");
        }
    }

    private void Points()
    {
        if (pack.Full is not { } full)
        {
            return;
        }

        var weights = 0m;
        foreach (var group in pack.Groups.Where(g => g.Parent is null))
        {
            var rules = pack.Rules.Where(r => TopGroup(r.Group) == group.Id).ToList();
            var points = rules.Where(r => r.Kind is not RuleKind.Bonus).Sum(r => r.Points?.Value ?? 0);
            if (group.IsBonus)
            {
                foreach (var rule in rules.Where(r => r.Kind != RuleKind.Bonus))
                {
                    bag.Add(DiagnosticCodes.BonusMixed, rule.Span, rule.Id, group.Id);
                }

                continue;
            }

            foreach (var rule in rules.Where(r => r.Kind == RuleKind.Bonus))
            {
                bag.Add(DiagnosticCodes.BonusMixed, rule.Span, rule.Id, group.Id);
            }

            var weight = group.Weight?.Value ?? 0;
            weights += weight;
            var wanted = group.Full ?? weight;
            if (points != wanted)
            {
                bag.Add(DiagnosticCodes.PointsDoNotAddUp, group.Span, group.Id, Scalars.Number(points), Scalars.Number(wanted));
            }

            if (weight > 0 && wanted == 0)
            {
                bag.Add(DiagnosticCodes.WeightWithoutPoints, group.Span, group.Id);
            }
        }

        if (weights != full)
        {
            bag.Add(DiagnosticCodes.WeightsDoNotAddUp, pack.Span, Scalars.Number(weights), Scalars.Number(full));
        }
    }

    private void Tiers()
    {
        TierDefinition? previous = null;
        foreach (var tier in pack.Tiers)
        {
            if (tier.AtLeast > (pack.Full ?? 0) + pack.Groups.Sum(g => g.Cap ?? 0) || (previous is not null && tier.AtLeast <= previous.AtLeast))
            {
                bag.Add(DiagnosticCodes.TierUnreachable, tier.Span, tier.Id, Scalars.Number(tier.AtLeast));
            }

            previous = tier;
        }
    }

    private string TopGroup(string id) => pack.Groups.FirstOrDefault(g => g.Id == id)?.Parent ?? id;
}
