using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs.Layers;

/// <summary>Reads <c>refine</c>, <c>deselect</c> and <c>select</c>: how a layer changes what lies below. Only the shape is looked at here; what is changed is known when layers are laid on each other.</summary>
internal static class Changes
{
    public const string Refine = "refine";
    public const string Deselect = "deselect";
    public const string Select = "select";

    public const string Rule = "rule";
    public const string Tier = "tier";
    public const string Form = "form";

    /// <summary>Values that carry a source of their own; the others stand under the source of their item.</summary>
    public static readonly string[] SourcedKeys = ["points", "weight", "condition", "leading", "baseline"];

    /// <summary>Keys of a way of measuring; a rule with several has them in its forms.</summary>
    public static readonly string[] ScaleKeys = ["leading", "baseline", "steps", "between"];

    /// <summary>Keys a rule must have before they can be changed: a layer changes limits, not the way of judging.</summary>
    public static readonly string[] WayKeys = ["condition", "fraction", "leading", "baseline", "steps"];

    public static readonly IReadOnlyDictionary<string, string[]> Keys = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Rule] = ["title", "requirement", "points", "kind", "when", "not-applicable", "evidence", "condition", "fraction", "leading", "baseline", "between", "steps"],
        [Sections.Group] = ["title", "weight", "full", "cap", "not-applicable"],
        [Tier] = ["title", "at-least", "below", "requires", "met", "direct", "authority"],
    };

    public static readonly IReadOnlyDictionary<string, (string Section, LocalizedText Kind)> Targets = new Dictionary<string, (string, LocalizedText)>(StringComparer.Ordinal)
    {
        [Rule] = (Sections.Rules, ReferenceKinds.Rule),
        [Sections.Group] = (Sections.Groups, ReferenceKinds.Group),
        [Tier] = (Sections.Tiers, ReferenceKinds.Tier),
    };

    private static readonly LocalizedText NothingWritten = new("没有写要改什么", "nothing to change is written");

    /// <summary>What a change is about: the target word and the name after it.</summary>
    public static (string Target, ScalarNode Name)? TargetOf(Node node) => node switch
    {
        ScalarNode { IsNull: false } rule => (Rule, rule),
        MapNode map => Targets.Keys.Where(t => map.Scalar(t) is not null).Select(t => ((string, ScalarNode)?)(t, map.Scalar(t)!)).FirstOrDefault(),
        _ => null,
    };

    /// <summary>Reports everything wrong with the shape of the changes of a file.</summary>
    public static void Check(MapReader file, Provenance? source, DiagnosticBag bag)
    {
        foreach (var node in file.List(Refine))
        {
            if (MapReader.Open(node, bag) is { } item)
            {
                CheckRefinement(item, source, bag);
            }
        }

        foreach (var key in new[] { Deselect, Select })
        {
            foreach (var node in file.List(key))
            {
                CheckName(node, bag);
            }
        }
    }

    private static void CheckRefinement(MapReader item, Provenance? inherited, DiagnosticBag bag)
    {
        var source = Provenance.Read(item, inherited);
        var target = Targets.Keys.FirstOrDefault(item.Has) ?? Rule;
        var name = item.Scalar(target, required: true);
        var keys = Keys[target];
        if (name is not null && !keys.Any(k => item.GetEvenNull(k) is not null))
        {
            bag.Add(DiagnosticCodes.RefinesNothing, name.Span, name.Text, NothingWritten);
        }

        if (target == Rule)
        {
            item.Scalar(Form);
        }

        foreach (var key in keys)
        {
            CheckValue(item, key, name?.Text ?? key, source);
        }

        item.Done();
    }

    private static void CheckValue(MapReader item, string key, string name, Provenance? source)
    {
        switch (key)
        {
            case "title" or "requirement" or "authority":
                item.Localized(key);
                break;
            case "points" or "weight":
                if (RuleReader.ReadPoints(item, source, key) is { Value: < 0 } negative)
                {
                    item.Bag.Add(DiagnosticCodes.NegativePoints, negative.Span, name, Scalars.Number(negative.Value));
                }

                break;
            case "full" or "cap":
                item.Number(key);
                break;
            case "kind":
                item.Choice(key, RuleReader.Kinds);
                break;
            case "not-applicable":
                RuleReader.ReadPolicy(item);
                break;
            case "between":
                item.Choice(key, RuleReader.Methods);
                break;
            case "condition" or "leading" or "baseline":
                RuleReader.ReadSourced(item, key, source);
                break;
            case "when" or "fraction":
                FactVocabularyReader.ReadExpression(item, key);
                break;
            case "steps":
                RuleReader.ReadSteps(item, source);
                break;
            case "requires" or "met" or "direct":
                item.ScalarList(key);
                break;
            case "at-least" or "below":
                item.Scalar(key);
                break;
            case "evidence":
                foreach (var node in item.List(key))
                {
                    item.AsLocalized(node);
                }

                break;
            default:
                throw new NotSupportedException(key);
        }
    }

    private static void CheckName(Node node, DiagnosticBag bag)
    {
        if (node is ScalarNode)
        {
            return;
        }

        if (MapReader.Open(node, bag) is { } item)
        {
            item.Scalar(Targets.Keys.FirstOrDefault(item.Has) ?? Rule, required: true);
            item.Done();
        }
    }
}
