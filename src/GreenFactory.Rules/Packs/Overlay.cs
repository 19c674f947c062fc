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
        DocumentList.Read(file);
        var parameters = new PackReader(bag).ReadParameters(file, source, isOverlay: true);
        var rules = new List<RuleRefinement>();
        var groups = new List<GroupRefinement>();
        foreach (var node in file.List("refine"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            if (item.Has("group"))
            {
                groups.Add(new GroupRefinement(item.Scalar("group")!, RuleReader.ReadPoints(item, source, "weight")));
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

        return new Overlay(id.Text, extends.Text, parameters, rules, groups, deselected, id.Span);
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
            bag.Add(DiagnosticCodes.OverlayForOtherPack, Span, Id, Extends, pack.Id);
            return pack;
        }

        var rules = pack.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var refinement in Rules)
        {
            if (!rules.TryGetValue(refinement.Rule.Text, out var rule))
            {
                bag.Add(DiagnosticCodes.UnknownReference, refinement.Rule.Span, "rule", refinement.Rule.Text, NearestName.Hint(refinement.Rule.Text, rules.Keys));
                continue;
            }

            rules[rule.Id] = Refine(rule, refinement);
        }

        foreach (var name in Deselected.Where(d => !rules.Remove(d.Text)))
        {
            bag.Add(DiagnosticCodes.UnknownReference, name.Span, "rule", name.Text, NearestName.Hint(name.Text, rules.Keys));
        }

        var groups = pack.Groups.ToList();
        foreach (var refinement in Groups)
        {
            var index = groups.FindIndex(g => g.Id == refinement.Group.Text);
            if (index < 0)
            {
                bag.Add(DiagnosticCodes.UnknownReference, refinement.Group.Span, "group", refinement.Group.Text, NearestName.Hint(refinement.Group.Text, groups.Select(g => g.Id)));
                continue;
            }

            groups[index] = groups[index] with { Weight = refinement.Weight ?? groups[index].Weight };
        }

        return pack with
        {
            Rules = [.. pack.Rules.Where(r => rules.ContainsKey(r.Id)).Select(r => rules[r.Id])],
            Groups = groups,
            Parameters = Set(pack.Parameters, bag),
            Overlays = [.. pack.Overlays, Id],
        };
    }

    private RuleDefinition Refine(RuleDefinition rule, RuleRefinement change) => rule with
    {
        Points = change.Points ?? rule.Points,
        Kind = change.Kind ?? rule.Kind,
        Policy = change.Policy ?? rule.Policy,
        Condition = change.Condition ?? rule.Condition,
        Forms = change.Leading is null && change.Baseline is null
            ? rule.Forms
            : [.. rule.Forms.Select(f => f with { Leading = change.Leading ?? f.Leading, Baseline = change.Baseline ?? f.Baseline })],
        Layer = Id,
    };

    private List<ParameterDefinition> Set(IReadOnlyList<ParameterDefinition> parameters, DiagnosticBag bag)
    {
        var set = parameters.ToList();
        foreach (var change in Parameters)
        {
            var index = set.FindIndex(p => p.Id == change.Id);
            if (index < 0)
            {
                bag.Add(DiagnosticCodes.UnknownReference, change.Span, "parameter", change.Id, NearestName.Hint(change.Id, set.Select(p => p.Id)));
                continue;
            }

            set[index] = set[index] with { Value = change.Value, Source = change.Source };
        }

        return set;
    }
}
