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
    /// <summary>What the only form of a rule is called.</summary>
    private const string Single = "measure";

    private static readonly string[] Ways = ["condition", "fraction", "measure", "forms"];
    private static readonly LocalizedText EachItsOwn = new("forms 里的每种写法各有自己的", "each of the forms has its own");

    /// <summary>Keys of a rule that is measured in one way only.</summary>
    private static readonly string[] MeasureKeys = ["unit", "better", "leading", "baseline", "between", "steps", "over", "weight"];

    /// <summary>True once a rule or its points could not be read at all: then sums say nothing.</summary>
    public bool HasGaps { get; private set; }

    public IReadOnlyList<RuleDefinition> ReadFile(Node? root)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            HasGaps = true;
            return [];
        }

        var group = file.Scalar("group", required: true);
        var source = Provenance.Read(file, null);
        var rules = ReadList(file.List("rules", required: true), group?.Text ?? string.Empty, source);
        file.Done();
        if (group is not null)
        {
            return rules;
        }

        HasGaps = true;
        return [];
    }

    public List<RuleDefinition> ReadList(IReadOnlyList<Node> nodes, string? group, Provenance? inherited) =>
        [.. nodes.Select(n => ReadRule(MapReader.Open(n, bag), group, inherited)).OfType<RuleDefinition>()];

    private RuleDefinition? ReadRule(MapReader? item, string? fileGroup, Provenance? inherited)
    {
        if (item is null)
        {
            HasGaps = true;
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
        var forms = ReadForms(item, id?.Text ?? string.Empty, source);
        var ways = Ways.Count(item.Has);
        var hasPoints = item.Has("points");
        item.Done();
        if (id is null || group is null || kindName is null)
        {
            HasGaps = true;
            return null;
        }

        // A rule with other faults is kept, so that what it says besides is checked and its points are counted.
        Names.CheckId(id, bag);
        if (source?.Clause is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, id.Span, id.Text);
        }

        if (ways != 1)
        {
            bag.Add(DiagnosticCodes.OneWayOfJudging, id.Span, id.Text);
        }

        var kind = (RuleKind)Array.IndexOf(Kinds, kindName);
        CheckPoints(id, kind, points, hasPoints, item.Span);
        var nothing = LocalizedText.Same(string.Empty);
        return new RuleDefinition(
            id.Text, group, kind, title ?? nothing, requirement ?? nothing, source ?? Provenance.Unstated, points, when, policy, evidence, condition, fraction, forms, id.Span);
    }

    private void CheckPoints(ScalarNode id, RuleKind kind, Sourced<decimal>? points, bool hasPoints, SourceSpan rule)
    {
        HasGaps |= hasPoints && points is null;
        if (kind == RuleKind.Gate && points is not null)
        {
            bag.Add(DiagnosticCodes.GateWithPoints, points.Span, id.Text);
        }
        else if (kind != RuleKind.Gate && !hasPoints)
        {
            HasGaps = true;
            bag.Add(DiagnosticCodes.MissingKey, rule, "points");
        }

        if (points is { Value: < 0 })
        {
            bag.Add(DiagnosticCodes.NegativePoints, points.Span, id.Text, Scalars.Number(points.Value));
        }
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

    private List<FormDefinition> ReadForms(MapReader item, string rule, Provenance? source)
    {
        if (!item.Has("forms"))
        {
            return item.Has("measure") && ReadForm(item, Single, rule, source, isRule: true) is { } single ? [single] : ReadStray(item);
        }

        foreach (var key in MeasureKeys)
        {
            item.WithoutEffect(key, EachItsOwn);
        }

        var forms = new List<FormDefinition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in item.List("forms"))
        {
            if (MapReader.Open(node, bag) is not { } form)
            {
                continue;
            }

            var id = form.Scalar("id", required: true);
            Names.CheckId(id, bag);
            var read = ReadForm(form, id?.Text ?? string.Empty, id?.Text ?? rule, source, isRule: false);
            form.Done();
            if (id is not null && !ids.Add(id.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }

            if (read is not null)
            {
                forms.Add(read);
            }
        }

        foreach (var form in forms.SkipLast(1).Where(f => f.When is null))
        {
            bag.Add(DiagnosticCodes.FormsAfterLast, form.Span, form.Id);
        }

        return forms;
    }

    /// <summary>Keys of a measure without a measure: asked for here so that the fault is "measure is missing", not "unknown key".</summary>
    private static List<FormDefinition> ReadStray(MapReader item)
    {
        foreach (var key in MeasureKeys.Where(item.Has).ToList())
        {
            item.Get("measure", required: true);
        }

        return [];
    }

    private FormDefinition? ReadForm(MapReader form, string id, string shownAs, Provenance? inherited, bool isRule)
    {
        var title = isRule ? null : form.Localized("title");
        var source = isRule ? inherited : Provenance.Read(form, inherited);
        var when = isRule ? null : FactVocabularyReader.ReadExpression(form, "when");
        var over = form.Choice("over", ["products"]) is not null;
        var weight = FactVocabularyReader.ReadExpression(form, "weight");
        var measure = FactVocabularyReader.ReadExpression(form, "measure", required: true);
        var unit = form.Scalar("unit");
        var better = form.Choice("better", Directions, required: true) ?? Directions[0];
        var leading = ReadSourced(form, "leading", source);
        var baseline = ReadSourced(form, "baseline", source);
        var between = form.Choice("between", Methods);
        var steps = ReadSteps(form, source);
        if (measure is null)
        {
            return null;
        }

        var (hasLeading, hasBaseline, hasSteps) = (form.Has("leading"), form.Has("baseline"), form.List("steps").Count > 0);
        if (hasLeading != hasBaseline || hasLeading == hasSteps)
        {
            bag.Add(DiagnosticCodes.ScaleIncomplete, measure.Span, shownAs);
        }
        else if (hasSteps)
        {
            form.WithoutEffect("between", new LocalizedText("台阶之间不按比例计分", "nothing is earned between steps"));
        }

        if (form.Has("over") != form.Has("weight"))
        {
            bag.Add(DiagnosticCodes.OverNeedsWeight, measure.Span, shownAs);
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

    public static List<StepDefinition> ReadSteps(MapReader item, Provenance? source) =>
        [.. item.List("steps").Select(n => ReadStep(MapReader.Open(n, item.Bag), source)).OfType<StepDefinition>()];

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
