using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads rules from a rule file or from a pack's own <c>rules:</c> list.</summary>
internal sealed class RuleReader(DiagnosticBag bag)
{
    public const string Schema = "greenfactory.rules/v1";

    public static readonly string[] Kinds = ["gate", "mandatory", "optional", "indicator", "bonus"];
    public static readonly string[] Policies = ["renormalise", "renormalise-group", "full", "zero", "forbid"];
    public static readonly string[] Methods = ["range", "ratio"];
    private static readonly string[] Directions = ["lower", "higher"];

    public IEnumerable<RuleDefinition> ReadFile(Node? root)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return [];
        }

        var group = file.Scalar("group", required: true);
        var source = Provenance.Read(file, null);
        var rules = file.List("rules", required: true);
        var read = group is null ? [] : ReadList(rules, group.Text, source);
        file.Done();
        return read;
    }

    public List<RuleDefinition> ReadList(IReadOnlyList<Node> nodes, string? group, Provenance? inherited) =>
        [.. nodes.Select(n => ReadRule(MapReader.Open(n, bag), group, inherited)).OfType<RuleDefinition>()];

    private RuleDefinition? ReadRule(MapReader? item, string? fileGroup, Provenance? inherited)
    {
        if (item is null)
        {
            return null;
        }

        var id = item.Scalar("id", required: true);
        var group = fileGroup ?? item.Text("group", required: true);
        var kindName = item.Choice("kind", Kinds, required: true);
        var title = item.Localized("title", required: true);
        var requirement = item.Localized("requirement", required: true);
        var source = Provenance.Read(item, inherited);
        var points = ReadPoints(item, source);
        var when = FactVocabularyReader.ReadExpression(item, "when");
        var policy = ReadPolicy(item);
        var evidence = item.List("evidence").Select(item.AsLocalized).OfType<LocalizedText>().ToList();
        var condition = ReadSourced(item, "condition", source);
        var fraction = FactVocabularyReader.ReadExpression(item, "fraction");
        var forms = ReadForms(item, source);
        item.Done();
        if (id is null || group is null || kindName is null || title is null || requirement is null)
        {
            return null;
        }

        Names.CheckId(id, bag);

        if (source is null || source.Clause is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
            return null;
        }

        var kind = (RuleKind)Array.IndexOf(Kinds, kindName);
        var ways = (condition is null ? 0 : 1) + (fraction is null ? 0 : 1) + (forms.Count > 0 ? 1 : 0);
        if (ways != 1)
        {
            bag.Add(DiagnosticCodes.OneWayOfJudging, id.Span, id.Text);
            return null;
        }

        if (kind == RuleKind.Gate && points is not null)
        {
            bag.Add(DiagnosticCodes.GateWithPoints, points.Span, id.Text);
        }
        else if (kind != RuleKind.Gate && points is null)
        {
            bag.Add(DiagnosticCodes.MissingKey, item.Span, "points");
        }

        if (points is { Value: < 0 })
        {
            bag.Add(DiagnosticCodes.NegativePoints, points.Span, id.Text, Scalars.Number(points.Value));
        }

        return new RuleDefinition(id.Text, group, kind, title, requirement, source, points, when, policy, evidence, condition, fraction, forms, id.Span);
    }

    /// <summary>A number, or a map with value and source of its own.</summary>
    public static Sourced<decimal>? ReadPoints(MapReader item, Provenance? inherited, string key = "points")
    {
        if (item.Get(key) is not { } node)
        {
            return null;
        }

        if (node is MapNode)
        {
            var map = item.Map(key)!;
            var value = map.Number("value", required: true);
            var source = Provenance.Read(map, inherited);
            map.Done();
            return value is null ? null : new Sourced<decimal>(value.Value, source ?? Provenance.Unstated, node.Span);
        }

        return item.Number(key) is { } number ? new Sourced<decimal>(number, inherited ?? Provenance.Unstated, node.Span) : null;
    }

    public static Sourced<ExpressionText>? ReadSourced(MapReader item, string key, Provenance? inherited)
    {
        if (item.Get(key) is not { } node)
        {
            return null;
        }

        if (node is MapNode)
        {
            var map = item.Map(key)!;
            var value = FactVocabularyReader.ReadExpression(map, "value", required: true);
            var source = Provenance.Read(map, inherited);
            map.Done();
            return value is null ? null : new Sourced<ExpressionText>(value, source ?? Provenance.Unstated, node.Span);
        }

        return FactVocabularyReader.ReadExpression(item, key) is { } text ? new Sourced<ExpressionText>(text, inherited ?? Provenance.Unstated, node.Span) : null;
    }

    public static NotApplicablePolicy? ReadPolicy(MapReader item) =>
        item.Choice("not-applicable", Policies) is { } written ? (NotApplicablePolicy)Array.IndexOf(Policies, written) : null;

    private List<FormDefinition> ReadForms(MapReader item, Provenance? source)
    {
        var nested = item.List("forms");
        if (nested.Count == 0)
        {
            return item.Has("measure") && ReadForm(item, "measure", source, isRule: true) is { } single ? [single] : ReadStray(item);
        }

        var forms = new List<FormDefinition>();
        foreach (var node in nested)
        {
            if (MapReader.Open(node, bag) is not { } form)
            {
                continue;
            }

            var id = form.Scalar("id", required: true);
            var read = ReadForm(form, id?.Text ?? string.Empty, source, isRule: false);
            form.Done();
            if (read is not null && id is not null)
            {
                if (forms.Any(f => f.Id == read.Id))
                {
                    bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                }

                forms.Add(read);
            }
        }

        for (var i = 0; i < forms.Count; i++)
        {
            if (forms[i].When is null != (i == forms.Count - 1))
            {
                if (forms[i].When is null)
                {
                    bag.Add(DiagnosticCodes.FormsAfterLast, forms[i].Span, forms[i].Id);
                }
            }
        }

        return forms;
    }

    /// <summary>Keys of a measure without a measure: asked for here so that the fault is "measure is missing", not "unknown key".</summary>
    private static List<FormDefinition> ReadStray(MapReader item)
    {
        foreach (var key in new[] { "unit", "better", "leading", "baseline", "between", "steps", "over", "weight" })
        {
            if (item.Has(key))
            {
                item.Get("measure", required: true);
            }
        }

        return [];
    }

    private FormDefinition? ReadForm(MapReader form, string id, Provenance? inherited, bool isRule)
    {
        var title = isRule ? null : form.Localized("title");
        var source = isRule ? inherited : Provenance.Read(form, inherited);
        var when = isRule ? null : FactVocabularyReader.ReadExpression(form, "when");
        var over = form.Choice("over", ["products"]) is not null;
        var weight = FactVocabularyReader.ReadExpression(form, "weight");
        var measure = FactVocabularyReader.ReadExpression(form, "measure", required: true);
        var unit = form.Scalar("unit");
        var better = form.Choice("better", Directions, required: true);
        var leading = ReadSourced(form, "leading", source);
        var baseline = ReadSourced(form, "baseline", source);
        var between = form.Choice("between", Methods);
        var steps = form.List("steps").Select(n => ReadStep(MapReader.Open(n, bag), source)).OfType<StepDefinition>().ToList();
        if (measure is null || better is null)
        {
            return null;
        }

        var scaled = leading is not null && baseline is not null;
        if (scaled == (steps.Count > 0) || (leading is null) != (baseline is null))
        {
            bag.Add(DiagnosticCodes.ScaleIncomplete, measure.Span, id);
            return null;
        }

        if (over != (weight is not null))
        {
            bag.Add(DiagnosticCodes.OverNeedsWeight, measure.Span, id);
            return null;
        }

        return new FormDefinition(
            id,
            title,
            source ?? Provenance.Unstated,
            when,
            over,
            weight,
            measure,
            unit,
            better == "lower",
            leading,
            baseline,
            between is null ? null : (BetweenMethod)Array.IndexOf(Methods, between),
            steps,
            measure.Span);
    }

    private static StepDefinition? ReadStep(MapReader? item, Provenance? inherited)
    {
        if (item is null)
        {
            return null;
        }

        var at = FactVocabularyReader.ReadExpression(item, "at", required: true);
        var earns = item.Scalar("earns", required: true);
        var source = Provenance.Read(item, inherited);
        item.Done();
        return at is null || earns is null ? null : new StepDefinition(at, earns, source ?? Provenance.Unstated);
    }
}
