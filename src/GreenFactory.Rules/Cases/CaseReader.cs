using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cases;

/// <summary>Reads <c>*.cases.yaml</c>. The schema is closed: an expectation nobody reads is a fault.</summary>
internal sealed class CaseReader(DiagnosticBag bag)
{
    public const string Schema = "greenfactory.cases/v1";
    public const string FileSuffix = ".cases.yaml";

    /// <summary>Stands for "no tier" where a tier is expected.</summary>
    public const string NoTier = "none";

    private static readonly string[] Statuses = [.. Enum.GetValues<FindingStatus>().Select(VerdictJson.Spell)];
    private static readonly string[] Conclusions = [.. Enum.GetValues<Conclusion>().Select(VerdictJson.Spell)];

    public CaseFile? Read(Node? root)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return null;
        }

        var pack = file.Scalar("pack");
        var shared = ReadSetting(file);
        var cases = new List<RuleCase>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("cases", required: true))
        {
            if (MapReader.Open(node, bag) is { } item && ReadCase(item, shared) is { } read)
            {
                if (!names.Add(read.Name))
                {
                    bag.Add(DiagnosticCodes.DuplicateId, read.Span, read.Name);
                }

                cases.Add(read);
            }
        }

        file.Done();
        if (cases.Count == 0 && !bag.HasErrors)
        {
            bag.Add(DiagnosticCodes.NoCases, file.Span);
        }

        return new CaseFile(pack, cases);
    }

    private RuleCase? ReadCase(MapReader item, CaseSetting shared)
    {
        var name = item.Scalar("name", required: true);
        var rule = item.Scalar("rule");
        var setting = ReadSetting(item);
        var expect = item.Map("expect", required: true) is { } map ? ReadExpectation(map, rule is not null) : null;
        item.Done();
        return name is null || expect is null ? null : new RuleCase(name.Text, rule, shared.With(setting), expect, name.Span) { Own = setting };
    }

    private static CaseSetting ReadSetting(MapReader item) => new()
    {
        AsOf = item.Date("as-of"),
        Period = item.Scalar("period"),
        Factory = item.Entries("factory"),
        Given = item.Entries("given"),
        Products = item.Get("products"),
        History = item.Get("history"),
        Evidence = item.Get("evidence"),
        Parameters = item.Entries("parameters"),
        FactsFile = item.Scalar("facts-file"),
        Overlays = item.ScalarList("overlays"),
        Benchmarks = item.ScalarList("benchmarks"),
    };

    private Expectation ReadExpectation(MapReader map, bool ofRule)
    {
        var measured = ofRule ? ReadMeasured(map) : default;
        var expectation = ofRule
            ? new Expectation
            {
                Status = Legal(map.Scalar("status"), Statuses),
                Points = ReadInterval(map, "points"),
                Measured = measured.Value,
                MeasuredTolerance = measured.Tolerance,
                Missing = ReadTexts(map, "missing"),
                Diagnostics = ReadTexts(map, "diagnostics"),
                Tolerance = map.Number("tolerance") ?? 0,
                Span = map.Span,
            }
            : new Expectation
            {
                Conclusion = Legal(map.Scalar("conclusion"), Conclusions),
                Score = ReadInterval(map, "score"),
                Tier = ReadTier(map),
                Gates = ReadTexts(map, "gates"),
                Missing = ReadTexts(map, "missing"),
                Warnings = ReadTexts(map, "warnings"),
                Diagnostics = ReadTexts(map, "diagnostics"),
                Statuses = [.. map.Entries("statuses").Where(e => e.Value is ScalarNode status && Legal(status, Statuses) is not null)],
                Labels = ReadLabels(map),
                Tolerance = map.Number("tolerance") ?? 0,
                Span = map.Span,
            };
        map.Done();
        if (expectation == new Expectation { Tolerance = expectation.Tolerance, Statuses = expectation.Statuses, Span = map.Span } && expectation.Statuses.Count == 0)
        {
            bag.Add(DiagnosticCodes.NothingExpected, map.Span);
        }

        return expectation;
    }

    private static Dictionary<ProvenanceLabel, decimal>? ReadLabels(MapReader map)
    {
        if (map.Map("labels") is not { } labels)
        {
            return null;
        }

        var counts = Enum.GetValues<ProvenanceLabel>().ToDictionary(l => l, l => labels.Number(Provenance.Spell(l)) ?? 0);
        labels.Done();
        return counts;
    }

    private ScalarNode? Legal(ScalarNode? written, string[] legal)
    {
        if (written is null || legal.Contains(written.Text))
        {
            return written;
        }

        bag.Add(DiagnosticCodes.NotOneOf, written.Span, written.Text, string.Join(" | ", legal));
        return null;
    }

    private ExpectedInterval? ReadInterval(MapReader map, string key)
    {
        var (node, tolerance) = Apart(map, key);
        switch (node)
        {
            case null:
                return null;
            case ScalarNode scalar:
                return map.AsNumber(scalar) is { } value ? new ExpectedInterval(value, value, tolerance) : null;
            case ListNode { Items: [ScalarNode lower, ScalarNode upper] }:
                return map.AsNumber(lower) is { } least && map.AsNumber(upper) is { } most ? new ExpectedInterval(least, most, tolerance) : null;
            default:
                bag.Add(DiagnosticCodes.WrongShape, node.Span, new LocalizedText("一个数，或 [下限, 上限]", "a number or [lower, upper]"));
                return null;
        }
    }

    private (ScalarNode? Value, decimal? Tolerance) ReadMeasured(MapReader map)
    {
        var (node, tolerance) = Apart(map, "measured");
        if (node is not (null or ScalarNode))
        {
            bag.Add(DiagnosticCodes.WrongShape, node.Span, new LocalizedText("一个值", "a single value"));
        }

        return (node as ScalarNode, tolerance);
    }

    /// <summary>What is expected, and its own tolerance where it is written as <c>{ value: …, tolerance: … }</c>.</summary>
    private (Node? Value, decimal? Tolerance) Apart(MapReader map, string key)
    {
        var node = map.Get(key);
        if (node is not MapNode || MapReader.Open(node, bag) is not { } inner)
        {
            return (node, null);
        }

        var value = inner.Get("value");
        if (value is null)
        {
            bag.Add(DiagnosticCodes.MissingKey, inner.Span, "value");
        }

        var tolerance = inner.Number("tolerance", required: true);
        inner.Done();
        return (value, tolerance);
    }

    private (string Lower, string Upper)? ReadTier(MapReader map)
    {
        switch (map.Get("tier"))
        {
            case null:
                return null;
            case ScalarNode scalar:
                return (scalar.Text, scalar.Text);
            case ListNode { Items: [ScalarNode lower, ScalarNode upper] }:
                return (lower.Text, upper.Text);
            case var other:
                bag.Add(DiagnosticCodes.WrongShape, other.Span, new LocalizedText("一个等级，或 [已定, 可达]", "a tier or [certain, reachable]"));
                return null;
        }
    }

    private static List<string>? ReadTexts(MapReader map, string key) => map.Has(key) ? [.. map.ScalarList(key).Select(s => s.Text)] : null;
}
