using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads <c>pack.yaml</c> and the rule files beside it into a definition. Nothing is resolved or bound yet.</summary>
internal sealed partial class PackReader(DiagnosticBag bag)
{
    public const string Schema = "greenfactory.pack/v1";
    public const string FileName = "pack.yaml";

    private static readonly string[] Requirements = ["gates", "mandatory"];
    private static readonly string[] Modes = ["half-up", "half-even", "down"];
    private static readonly string[] Dispositions = ["encoded", "not-machine-checkable", "out-of-scope"];
    private static readonly string[] ParameterKinds = ["number", "quantity", "flag", "choice"];

    public PackDefinition? Read(Node? root, IEnumerable<Node?> ruleFiles)
    {
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return null;
        }

        var idNode = file.Scalar("id", required: true);
        var version = file.Scalar("version", required: true);
        var title = file.Localized("title", required: true);
        var summary = file.Localized("summary");
        var jurisdiction = file.Text("jurisdiction", required: true);
        var inForce = file.Map("in-force", required: true);
        var from = inForce?.Date("from", required: true);
        var until = inForce?.Date("until");
        inForce?.Done();
        if (until <= from)
        {
            bag.Add(DiagnosticCodes.EmptyInterval, inForce!.Span, Scalars.Date(from!.Value), Scalars.Date(until!.Value));
        }

        var source = Provenance.Read(file, null);
        var rules = new RuleReader(bag);
        var inline = rules.ReadList(file.List("rules"), null, source);
        PackId id = default;
        if (idNode is not null && !PackId.TryParse(idNode.Text, out id))
        {
            bag.Add(DiagnosticCodes.BadPackId, idNode.Span, idNode.Text);
        }

        if (version is not null && !SemVer().IsMatch(version.Text))
        {
            bag.Add(DiagnosticCodes.BadVersion, version.Span, version.Text);
        }

        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, file.Span, "pack");
        }

        var policy = file.Map("not-applicable");
        var policyName = policy?.Choice("policy", RuleReader.Policies, required: true);
        var policySource = policy is null ? null : Provenance.Read(policy, source);
        policy?.Done();
        var between = file.Map("between");
        var method = between?.Scalar("method", required: true);
        var betweenSource = between is null ? null : Provenance.Read(between, source);
        between?.Done();

        var definition = new PackDefinition
        {
            Id = id,
            Version = version?.Text ?? "0.0.0",
            Title = title ?? LocalizedText.Same(string.Empty),
            Summary = summary,
            Jurisdiction = jurisdiction ?? string.Empty,
            InForceFrom = from ?? DateOnly.MinValue,
            InForceUntil = until,
            Supersedes = ReadPackReference(file, "supersedes"),
            SupersededBy = ReadPackReference(file, "superseded-by"),
            Extends = file.Scalar("extends"),
            Deselected = file.ScalarList("deselect"),
            Source = source ?? Provenance.Unstated,
            Documents = DocumentList.Read(file),
            Clauses = ReadClauses(file),
            Parameters = ReadParameters(file, source, isOverlay: false),
            Rounding = ReadRounding(file, source),
            Policy = policyName is null ? null : (NotApplicablePolicy)Array.IndexOf(RuleReader.Policies, policyName),
            PolicySource = policySource,
            Between = method,
            BetweenSource = betweenSource,
            Full = file.Number("full"),
            Groups = ReadGroups(file, null, source),
            Conclusion = ReadConclusion(file, source),
            Tiers = ReadTiers(file, source),
            Span = idNode?.Span ?? file.Span,
            Rules = [.. inline, .. ruleFiles.SelectMany(rules.ReadFile)],
        };
        file.Done();
        return definition;
    }

    private string? ReadPackReference(MapReader file, string key)
    {
        var written = file.Scalar(key);
        if (written is not null && !PackId.TryParse(written.Text, out _))
        {
            bag.Add(DiagnosticCodes.BadPackId, written.Span, written.Text);
        }

        return written?.Text;
    }

    private List<ClauseEntry> ReadClauses(MapReader file)
    {
        var clauses = new List<ClauseEntry>();
        foreach (var node in file.List("clauses"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var clause = item.Scalar("clause", required: true);
            var title = item.Localized("title", required: true);
            var disposition = item.Choice("disposition", Dispositions, required: true);
            var note = item.Localized("note");
            Provenance.ReadLabel(item);
            item.Text("citation");
            item.Done();
            if (clause is null || title is null || disposition is null)
            {
                continue;
            }

            if (clauses.Any(c => c.Clause == clause.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, clause.Span, clause.Text);
                continue;
            }

            clauses.Add(new ClauseEntry(clause.Text, title, disposition, note));
        }

        return clauses;
    }

    public List<ParameterDefinition> ReadParameters(MapReader file, Provenance? inherited, bool isOverlay)
    {
        var parameters = new List<ParameterDefinition>();
        foreach (var node in file.List("parameters"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var name = isOverlay ? null : item.Localized("name", required: true);
            var kind = isOverlay ? null : item.Choice("kind", ParameterKinds, required: true);
            var unit = isOverlay ? null : item.Text("unit");
            var values = isOverlay ? [] : item.ScalarList("values").Select(v => v.Text).ToList();
            var value = item.Scalar("value", required: isOverlay);
            var source = Provenance.Read(item, inherited);
            var meaning = isOverlay ? null : item.Localized("meaning", required: true);
            item.Done();
            if (id is null || (!isOverlay && (name is null || kind is null || meaning is null)))
            {
                continue;
            }

            if (parameters.Any(p => p.Id == id.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
                continue;
            }

            var empty = LocalizedText.Same(string.Empty);
            parameters.Add(new ParameterDefinition(
                id.Text, name ?? empty, kind is null ? ParameterKind.Number : (ParameterKind)Array.IndexOf(ParameterKinds, kind), value, unit, values, source ?? Provenance.Unstated, meaning ?? empty, id.Span));
        }

        return parameters;
    }

    private static Rounding? ReadRounding(MapReader file, Provenance? inherited)
    {
        var item = file.Map("rounding");
        if (item is null)
        {
            return null;
        }

        var decimals = item.Number("decimals", required: true);
        var mode = item.Choice("mode", Modes, required: true);
        var source = Provenance.Read(item, inherited);
        item.Done();
        if (decimals is null || mode is null)
        {
            return null;
        }

        if (decimals is < 0 or > 10 || decimals != decimal.Truncate(decimals.Value))
        {
            file.Bag.Add(DiagnosticCodes.BadRounding, item.Span, Scalars.Number(decimals.Value));
            return null;
        }

        return new Rounding((int)decimals.Value, (RoundingMode)Array.IndexOf(Modes, mode), source ?? Provenance.Unstated);
    }

    private List<GroupDefinition> ReadGroups(MapReader owner, string? parent, Provenance? inherited)
    {
        var groups = new List<GroupDefinition>();
        foreach (var node in owner.List("groups"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var title = item.Localized("title", required: true);
            var source = Provenance.Read(item, inherited);
            if (parent is null)
            {
                var weight = RuleReader.ReadPoints(item, source, "weight");
                var isBonus = item.Flag("bonus") ?? false;
                var full = item.Number("full");
                var cap = item.Number("cap");
                var policy = RuleReader.ReadPolicy(item);
                if (weight is null && !isBonus)
                {
                    bag.Add(DiagnosticCodes.MissingKey, item.Span, "weight");
                }

                if (isBonus != cap is not null)
                {
                    bag.Add(DiagnosticCodes.BonusNeedsCap, item.Span, id?.Text);
                }

                if (weight is { Value: < 0 } || full < 0 || cap < 0)
                {
                    bag.Add(DiagnosticCodes.NegativePoints, item.Span, id?.Text, Scalars.Number(weight?.Value ?? full ?? cap ?? 0));
                }

                if (id is not null && title is not null)
                {
                    groups.Add(new GroupDefinition(id.Text, null, title, weight, full, policy, isBonus, cap, id.Span));
                    groups.AddRange(ReadGroups(item, id.Text, inherited));
                }
            }
            else if (id is not null && title is not null)
            {
                groups.Add(new GroupDefinition(id.Text, parent, title, null, null, null, false, null, id.Span));
            }

            item.Done();
        }

        return groups;
    }

    private static (bool Gates, bool Mandatory) ReadRequires(MapReader item)
    {
        var gates = false;
        var mandatory = false;
        foreach (var word in item.ScalarList("requires"))
        {
            gates |= word.Text == Requirements[0];
            mandatory |= word.Text == Requirements[1];
            if (!Requirements.Contains(word.Text))
            {
                item.Bag.Add(DiagnosticCodes.NotOneOf, word.Span, word.Text, string.Join(" | ", Requirements));
            }
        }

        return (gates, mandatory);
    }

    private static ConclusionDefinition? ReadConclusion(MapReader file, Provenance? inherited)
    {
        var item = file.Map("conclusion");
        if (item is null)
        {
            return null;
        }

        var (gates, mandatory) = ReadRequires(item);
        var mark = item.Scalar("pass-mark");
        var source = Provenance.Read(item, inherited);
        item.Done();
        return new ConclusionDefinition(gates, mandatory, mark, source ?? Provenance.Unstated, item.Span);
    }

    private List<TierDefinition> ReadTiers(MapReader file, Provenance? inherited)
    {
        var tiers = new List<TierDefinition>();
        foreach (var node in file.List("tiers"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var id = item.Scalar("id", required: true);
            var title = item.Localized("title", required: true);
            var least = item.Number("at-least", required: true);
            var (gates, mandatory) = ReadRequires(item);
            var source = Provenance.Read(item, inherited);
            item.Done();
            if (id is null || title is null || least is null)
            {
                continue;
            }

            if (tiers.Any(t => t.Id == id.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, id.Span, id.Text);
            }

            tiers.Add(new TierDefinition(id.Text, title, least.Value, gates, mandatory, source ?? Provenance.Unstated, id.Span));
        }

        return tiers;
    }

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?\\z")]
    private static partial Regex SemVer();
}
