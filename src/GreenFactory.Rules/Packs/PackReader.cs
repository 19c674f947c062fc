using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs.Layers;

namespace GreenFactory.Rules.Packs;

/// <summary>Reads <c>pack.yaml</c> and the rule files beside it into a definition. Nothing is resolved or bound yet.</summary>
internal sealed partial class PackReader(DiagnosticBag bag)
{
    public const string Schema = "greenfactory.pack/v1";
    public const string FileName = "pack.yaml";

    /// <summary>The longest standard known has some hundred.</summary>
    private const int MostRules = 2000;

    private static readonly string[] Requirements = [TierWords.Gates, TierWords.Mandatory];
    public static readonly string[] Modes = ["half-up", "half-even", "down"];

    private static readonly string[] ClaimNames = ["tightens"];
    private static readonly string[] ChangeKeys = [Sections.Claims, Changes.Refine, Changes.Deselect, Changes.Select];
    private static readonly LocalizedText NothingBelow = new("没有写 extends", "there is no extends");

    private bool _hasGaps;

    /// <summary>Reads one pack; null when there is no pack file to speak of.</summary>
    /// <param name="root">The pack file.</param>
    /// <param name="ruleFiles">The rule files beside it; they are read even when the pack file cannot be.</param>
    /// <param name="folder">The id that the folder stands for; taken while the file's own id is broken.</param>
    public PackDefinition? Read(Node? root, IReadOnlyList<Node?> ruleFiles, PackId folder = default)
    {
        var rules = new RuleReader(bag);
        var filed = ruleFiles.SelectMany(rules.ReadFile).ToList();
        var file = MapReader.OpenFile(root, Schema, bag);
        if (file is null)
        {
            return null;
        }

        var idNode = file.Scalar("id", required: true);
        var version = file.Scalar("version", required: true);
        var title = file.Localized("title", required: true);
        var summary = file.Localized("summary");
        var jurisdiction = file.Scalar("jurisdiction", required: true);
        var inForce = file.Map("in-force", required: true);
        var from = inForce?.Date("from", required: true);
        var until = inForce?.Date("until");
        inForce?.Done();
        if (until <= from)
        {
            bag.Add(DiagnosticCodes.EmptyInterval, inForce!.Span, Scalars.Date(from!.Value), Scalars.Date(until!.Value));
        }

        var source = Provenance.Read(file, null);
        var inline = rules.ReadList(file.List("rules"), null, source);
        var id = folder;
        if (idNode is not null && !PackId.TryParse(idNode.Text, out id))
        {
            bag.Add(DiagnosticCodes.BadPackId, idNode.Span, idNode.Text);
            id = folder;
        }

        if (version is not null && !SemVer().IsMatch(version.Text))
        {
            bag.Add(DiagnosticCodes.BadVersion, version.Span, version.Text);
        }

        if (source is null)
        {
            bag.Add(DiagnosticCodes.MissingSource, file.Span, id);
        }

        var gaps = file.List("gaps").Select(file.AsLocalized).OfType<LocalizedText>().ToList();
        var batches = BatchReader.Read(file, source, from, until);
        var extends = ReadExtends(file);
        var overlays = file.ScalarList("overlays");
        var definition = ReadContent(
            file,
            new PackDefinition
            {
                Id = id,
                Version = version?.Text ?? "0.0.0",
                Title = title ?? LocalizedText.Same(string.Empty),
                Summary = summary,
                Jurisdiction = jurisdiction?.Text ?? string.Empty,
                JurisdictionSpan = jurisdiction?.Span,
                InForceFrom = from ?? DateOnly.MinValue,
                InForceUntil = until,
                Supersedes = ReadPackReference(file, "supersedes"),
                SupersededBy = ReadPackReference(file, "superseded-by"),
                SupersessionSpans = (file.Get("supersedes")?.Span, file.Get("superseded-by")?.Span),
                Batches = batches,
                Gaps = gaps,
                Extends = extends,
                Overlays = [.. overlays.Select(o => o.Text)],
                Source = source ?? Provenance.Unstated,
                Rules = Bounded([.. inline, .. filed], id, idNode?.Span ?? file.Span),
                Span = idNode?.Span ?? file.Span,
                Citations = Citations.Of([root, .. ruleFiles]),
                Content = Layer.Gather((MapNode)root!, ruleFiles),
            },
            source,
            isLayer: extends.Count > 0);
        file.Done();
        if (extends.Count == 0)
        {
            foreach (var key in ChangeKeys)
            {
                file.WithoutEffect(key, NothingBelow);
            }
        }

        return definition with { HasGaps = definition.HasGaps || rules.HasGaps };
    }

    /// <summary>What packs and overlays have in common: everything but what the pack is called and when it holds. Rules are read before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="definition">What has been read of it.</param>
    /// <param name="source">Source of the file.</param>
    /// <param name="isLayer">True when something lies below that it can change.</param>
    public PackDefinition ReadContent(MapReader file, PackDefinition definition, Provenance? source, bool isLayer)
    {
        var claim = isLayer ? file.Choice(Sections.Claims, ClaimNames) : null;
        var policy = file.Map("not-applicable");
        var policyName = policy?.Choice("policy", RuleReader.Policies, required: true);
        var policySource = policy is null ? null : Provenance.Read(policy, source);
        policy?.Done();
        var between = file.Map("between");
        var method = between?.Scalar("method", required: true);
        var betweenSource = between is null ? null : Provenance.Read(between, source);
        between?.Done();
        Changes.Check(file, source, bag);

        var groups = new GroupReader(bag);
        var tiers = new TierReader(bag);
        var read = definition with
        {
            Tightens = claim is null ? null : file.Get(Sections.Claims)!.Span,
            Documents = DocumentList.Read(file),
            Clauses = ReadClauses(file),
            Parameters = new ParameterReader(bag).Read(file, source, isLayer),
            Coefficients = CoefficientReader.Read(file, source),
            Rounding = ReadRounding(file, source),
            Policy = policy is null ? null : policyName is null ? default : (NotApplicablePolicy)Array.IndexOf(RuleReader.Policies, policyName),
            PolicySource = policySource,
            Between = method,
            BetweenSource = betweenSource,
            Full = ReadFull(file),
            Groups = groups.Read(file, null, source),
            Conclusion = ReadConclusion(file, source),
            Tiers = tiers.Read(file, source),
        };
        return read with { HasGaps = _hasGaps || groups.HasGaps || tiers.HasGaps };
    }

    /// <summary>One pack to build on, or a list.</summary>
    private static IReadOnlyList<ScalarNode> ReadExtends(MapReader file) =>
        file.Get("extends") is ListNode ? file.ScalarList("extends") : file.Scalar("extends") is { } one ? [one] : [];

    private List<RuleDefinition> Bounded(List<RuleDefinition> rules, PackId id, SourceSpan span)
    {
        if (rules.Count <= MostRules)
        {
            return rules;
        }

        bag.Add(DiagnosticCodes.TooManyRules, span, id, MostRules);
        _hasGaps = true;
        return rules[..MostRules];
    }

    private decimal? ReadFull(MapReader file)
    {
        var full = file.Number("full");
        if (full < 0)
        {
            bag.Add(DiagnosticCodes.NegativePoints, file.Get("full")!.Span, "full", Scalars.Number(full.Value));
        }

        if (full is not null || !file.Has("full"))
        {
            return full;
        }

        _hasGaps = true;
        return 0;
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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.List("clauses"))
        {
            if (MapReader.Open(node, bag) is not { } item)
            {
                continue;
            }

            var clause = item.Scalar("clause", required: true);
            var title = item.Localized("title", required: true);
            var disposition = item.Choice("disposition", ClauseEntry.Dispositions, required: true);
            var note = item.Localized("note");
            Provenance.ReadLabel(item);
            item.Text("citation");
            item.Done();
            if (clause is null || title is null || disposition is null)
            {
                continue;
            }

            if (!seen.Add(clause.Text))
            {
                bag.Add(DiagnosticCodes.DuplicateId, clause.Span, clause.Text);
                continue;
            }

            clauses.Add(new ClauseEntry(clause.Text, title, disposition, note));
        }

        return clauses;
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
        if (decimals is < 0 or > 10 || (decimals is { } written && written != decimal.Truncate(written)))
        {
            file.Bag.Add(DiagnosticCodes.BadRounding, item.Get("decimals")!.Span, Scalars.Number(decimals.Value));
            decimals = 0;
        }

        return new Rounding((int)(decimals ?? 0), mode is null ? default : (RoundingMode)Array.IndexOf(Modes, mode), source ?? Provenance.Unstated);
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

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?\\z")]
    private static partial Regex SemVer();
}
