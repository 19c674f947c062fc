using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>A change to one rule: whatever is null stays as it was.</summary>
internal sealed record RuleRefinement(
    ScalarNode Rule, Sourced<decimal>? Points, RuleKind? Kind, NotApplicablePolicy? Policy, Sourced<ExpressionText>? Condition, Sourced<ExpressionText>? Leading, Sourced<ExpressionText>? Baseline);

internal sealed record GroupRefinement(ScalarNode Group, Sourced<decimal>? Weight);

/// <summary>A file that changes values of a pack without copying it: an authority's official points, a region's pass mark.</summary>
internal sealed record Overlay(
    string Id,
    string Extends,
    IReadOnlyList<ParameterDefinition> Parameters,
    IReadOnlyList<RuleRefinement> Rules,
    IReadOnlyList<GroupRefinement> Groups,
    IReadOnlyList<ScalarNode> Deselected,
    SourceSpan Span)
{
    public const string Schema = "greenfactory.overlay/v1";

    private static readonly string[] Changes = ["weight", "points", "kind", "not-applicable", "condition", "leading", "baseline"];

    public IReadOnlyList<CitedDocument> Documents { get; private init; } = [];

    public Citations Citations { get; private init; } = new([], []);

    public SourceSpan ExtendsSpan { get; private init; } = Span;

    public static Overlay? Read(Node? root, DiagnosticBag bag)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return null;
        }

        var id = file.Scalar("id", required: true);
        file.Localized("title", required: true);
        var extends = file.Scalar("extends", required: true);
        var source = Provenance.Read(file, null);
        var documents = DocumentList.Read(file);
        var parameters = new ParameterReader(bag).Read(file, source, isOverlay: true);
        var rules = new List<RuleRefinement>();
        var groups = new List<GroupRefinement>();
        foreach (var node in file.List("refine"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            if (!Changes.Any(item.Has) && (item.Scalar("group") ?? item.Scalar("rule")) is { } unchanged)
            {
                bag.Add(DiagnosticCodes.RefinesNothing, unchanged.Span, unchanged.Text, new LocalizedText("没有写要改什么", "nothing to change is written"));
            }

            if (item.Has("group"))
            {
                var weight = RuleReader.ReadPoints(item, source, "weight");
                if (item.Scalar("group") is { } group)
                {
                    groups.Add(new GroupRefinement(group, weight));
                }
            }
            else if (item.Scalar("rule", required: true) is { } rule)
            {
                var kind = item.Choice("kind", RuleReader.Kinds);
                rules.Add(new RuleRefinement(
                    rule,
                    RuleReader.ReadPoints(item, source),
                    kind is null ? null : (RuleKind)Array.IndexOf(RuleReader.Kinds, kind),
                    RuleReader.ReadPolicy(item),
                    RuleReader.ReadSourced(item, "condition", source),
                    RuleReader.ReadSourced(item, "leading", source),
                    RuleReader.ReadSourced(item, "baseline", source)));
            }

            item.Done();
        }

        var deselected = file.ScalarList("deselect");
        file.Done();
        if (id is null || extends is null)
        {
            return null;
        }

        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
        }

        Names.CheckId(id, bag);
        return new Overlay(id.Text, extends.Text, parameters, rules, groups, deselected, id.Span)
        {
            Documents = documents,
            Citations = Citations.Of([root]),
            ExtendsSpan = extends.Span,
        };
    }

    /// <summary>An overlay that sets parameters only, for trying a pack out with other settings.</summary>
    public static Overlay OfParameters(string id, string pack, IReadOnlyList<(ScalarNode Id, ScalarNode? Value)> values)
    {
        var none = LocalizedText.Same(string.Empty);
        return new Overlay(
            id,
            pack,
            [.. values.Select(v => new ParameterDefinition(v.Id.Text, none, ParameterKind.Number, v.Value is { IsNull: true } ? null : v.Value, null, [], Provenance.Unstated, none, v.Id.Span))],
            [],
            [],
            [],
            default);
    }

    /// <summary>The pack with this overlay laid on.</summary>
    public PackDefinition Apply(PackDefinition pack, DiagnosticBag bag)
    {
        if (pack.Id.ToString() != Extends && pack.Id.Slug != Extends)
        {
            bag.Add(DiagnosticCodes.OverlayForOtherPack, ExtendsSpan, Id, Extends, pack.Id);
            return pack;
        }

        var documents = Laid(pack.Documents);
        Citations.CheckDocuments(documents, Documents, bag);
        CheckClauses(pack, bag);
        return pack with
        {
            Rules = RefineRules(pack, bag),
            Groups = RefineGroups(pack, bag),
            Parameters = Set(pack.Parameters, bag),
            Documents = documents,
            Overlays = [.. pack.Overlays, Id],
            OverlaySpan = Span.Line == 0 ? pack.OverlaySpan : Span,
        };
    }

    private IReadOnlyList<CitedDocument> Laid(IReadOnlyList<CitedDocument> documents)
    {
        var own = Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return [.. documents.Where(d => !own.Contains(d.Id)), .. Documents];
    }

    private void CheckClauses(PackDefinition pack, DiagnosticBag bag)
    {
        var clauses = pack.Clauses.Select(c => c.Clause).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in Citations.Clauses.Where(c => !clauses.Contains(c.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownClause, clause.Span, clause.Text, NearestName.Hint(clause.Text, clauses));
        }
    }

    private IReadOnlyList<RuleDefinition> RefineRules(PackDefinition pack, DiagnosticBag bag)
    {
        var rules = pack.Rules.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var known = rules.Keys.ToList();
        var refined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var refinement in Rules)
        {
            if (!rules.TryGetValue(refinement.Rule.Text, out var rule))
            {
                Unknown(refinement.Rule);
                continue;
            }

            if (!refined.Add(rule.Id))
            {
                bag.Add(DiagnosticCodes.DuplicateId, refinement.Rule.Span, rule.Id);
            }

            CheckRefinement(rule, refinement, bag);
            rules[rule.Id] = Refine(rule, refinement);
        }

        foreach (var name in Deselected.Where(d => !rules.Remove(d.Text)))
        {
            Unknown(name);
        }

        return [.. pack.Rules.Where(r => rules.ContainsKey(r.Id)).Select(r => rules[r.Id])];

        void Unknown(ScalarNode name) =>
            bag.Add(DiagnosticCodes.UnknownReference, name.Span, ReferenceKinds.Rule, name.Text, NearestName.Hint(name.Text, known));
    }

    /// <summary>A refinement changes only what the rule has; laid on, the rule still has to make sense.</summary>
    private static void CheckRefinement(RuleDefinition rule, RuleRefinement change, DiagnosticBag bag)
    {
        if (change.Condition is { } condition && rule.Condition is null)
        {
            bag.Add(DiagnosticCodes.RefinesNothing, condition.Span, rule.Id, new LocalizedText("这条规则不是用 condition 评判的", "the rule is not judged by a condition"));
        }

        if ((change.Leading ?? change.Baseline) is { } end && !rule.Forms.Any(f => f.Leading is not null))
        {
            bag.Add(DiagnosticCodes.RefinesNothing, end.Span, rule.Id, new LocalizedText("这条规则没有 leading 和 baseline", "the rule has no leading and baseline"));
        }

        var kind = change.Kind ?? rule.Kind;
        if (kind == RuleKind.Gate && (change.Points ?? rule.Points) is not null)
        {
            bag.Add(DiagnosticCodes.GateWithPoints, change.Points?.Span ?? change.Rule.Span, rule.Id);
        }
        else if (kind != RuleKind.Gate && (change.Points ?? rule.Points) is null)
        {
            bag.Add(DiagnosticCodes.MissingKey, change.Rule.Span, "points");
        }

        if (change.Points is { Value: < 0 } negative)
        {
            bag.Add(DiagnosticCodes.NegativePoints, negative.Span, rule.Id, Scalars.Number(negative.Value));
        }
    }

    private List<GroupDefinition> RefineGroups(PackDefinition pack, DiagnosticBag bag)
    {
        var groups = pack.Groups.ToList();
        var places = groups.Select((g, i) => (g.Id, i)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var refined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (group, weight) in Groups)
        {
            if (!places.TryGetValue(group.Text, out var index))
            {
                bag.Add(DiagnosticCodes.UnknownReference, group.Span, ReferenceKinds.Group, group.Text, NearestName.Hint(group.Text, places.Keys));
                continue;
            }

            if (!refined.Add(group.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, group.Span, group.Text);
            }

            if (weight?.Value < 0)
            {
                bag.Add(DiagnosticCodes.NegativePoints, weight.Span, group.Text, Scalars.Number(weight.Value));
            }

            groups[index] = groups[index] with { Weight = weight is null ? groups[index].Weight : weight with { Source = weight.Source.Over(groups[index].Weight?.Source) } };
        }

        return groups;
    }

    private RuleDefinition Refine(RuleDefinition rule, RuleRefinement change) => rule with
    {
        Points = Over(change.Points, rule) ?? rule.Points,
        Kind = change.Kind ?? rule.Kind,
        Policy = change.Policy ?? rule.Policy,
        Condition = Over(change.Condition, rule) ?? rule.Condition,
        Forms = change.Leading is null && change.Baseline is null
            ? rule.Forms
            : [.. rule.Forms.Select(f => f with { Leading = Over(change.Leading, rule) ?? f.Leading, Baseline = Over(change.Baseline, rule) ?? f.Baseline })],
        Layer = Id,
    };

    /// <summary>A value of the overlay stands where the rule's stood: what its source leaves out is the rule's.</summary>
    private static Sourced<T>? Over<T>(Sourced<T>? changed, RuleDefinition rule) => changed is null ? null : changed with { Source = changed.Source.Over(rule.Source) };

    private List<ParameterDefinition> Set(IReadOnlyList<ParameterDefinition> parameters, DiagnosticBag bag)
    {
        var set = parameters.ToList();
        var places = set.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        foreach (var change in Parameters)
        {
            if (!places.TryGetValue(change.Id, out var index))
            {
                bag.Add(DiagnosticCodes.UnknownReference, change.Span, ReferenceKinds.Parameter, change.Id, NearestName.Hint(change.Id, places.Keys));
                continue;
            }

            set[index] = set[index] with { Value = change.Value, Source = change.Source.Over(set[index].Source) };
        }

        return set;
    }
}
