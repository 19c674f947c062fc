using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Differences;

/// <summary>Everything that can be said of a bound pack, one line each. Layout, comments, order of keys and spelling of expressions leave no trace in it.</summary>
internal sealed class PackTraits
{
    private readonly List<Trait> _traits = [];
    private readonly RuleProgram _program;

    private PackTraits(RuleProgram program) => _program = program;

    public static IReadOnlyList<Trait> Of(RuleProgram program)
    {
        var traits = new PackTraits(program);
        traits.Pack();
        traits.Parameters();
        traits.Groups();
        traits.Tiers();
        foreach (var rule in program.Rules)
        {
            traits.Rule(rule);
        }

        return traits._traits;
    }

    /// <summary>What two packs do not share: in the order of the first, then what only the second has. An item that one of them lacks is one change, not many.</summary>
    public static IReadOnlyList<TraitChange> Compare(RuleProgram from, RuleProgram to)
    {
        var (first, second) = (ByPath(from, to), ByPath(to, from));
        var changes = new List<TraitChange>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var (firstItems, secondItems) = (Items(from), Items(to));
        foreach (var path in first.Keys.Concat(second.Keys.Where(p => !first.ContainsKey(p))))
        {
            var (a, b) = (first.GetValueOrDefault(path), second.GetValueOrDefault(path));
            var item = ItemOf(path, firstItems, secondItems);
            if (firstItems.Contains(item) != secondItems.Contains(item))
            {
                if (told.Add(item))
                {
                    changes.Add(new TraitChange(item, TraitKind.Content, a is null ? null : a with { Text = item }, b is null ? null : b with { Text = item }) { Item = item, IsWhole = true });
                }
            }
            else if (a?.Text != b?.Text)
            {
                changes.Add(new TraitChange(path, (a ?? b)!.Kind, a, b) { Item = item });
            }
        }

        return changes;
    }

    private static Dictionary<string, Trait> ByPath(RuleProgram program, RuleProgram other) =>
        Of(program).Concat(ReadTraits.Of(program, other)).DistinctBy(t => t.Path, StringComparer.Ordinal).ToDictionary(t => t.Path, StringComparer.Ordinal);

    /// <summary>Ids hold points, so an item cannot be told from its path alone.</summary>
    private static HashSet<string> Items(RuleProgram program) =>
    [
        .. program.Rules.Select(r => $"rules.{r.Definition.Id}"),
        .. program.Pack.Groups.Select(g => $"groups.{g.Id}"),
        .. program.Tiers.Select(t => $"tiers.{t.Definition.Id}"),
        .. program.Pack.Parameters.Select(p => $"parameters.{p.Id}"),
    ];

    private static string ItemOf(string path, HashSet<string> first, HashSet<string> second)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (path[..end] is var item && (first.Contains(item) || second.Contains(item)))
            {
                return item;
            }
        }

        return path;
    }

    private void Pack()
    {
        var pack = _program.Pack;
        Content("in-force.from", Scalars.Date(pack.InForceFrom), pack.Span);
        Content("in-force.until", pack.InForceUntil is { } until ? Scalars.Date(until) : null, pack.Span);
        Content("jurisdiction", pack.Jurisdiction, pack.JurisdictionSpan ?? pack.Span);
        Content("full", Number(pack.Full), pack.Span);
        Content("rounding", pack.Rounding is { } rounding ? $"{PackReader.Modes[(int)rounding.Mode]} {Scalars.Number(rounding.Decimals)}" : null, pack.Span);
        Content("not-applicable", pack.Policy is { } policy ? RuleReader.Policies[(int)policy] : null, pack.Span);
        Content("between", pack.Between?.Text, pack.Between?.Span ?? pack.Span);
        if (pack.Conclusion is { } conclusion)
        {
            Content("conclusion.requires", $"{(conclusion.NeedsGates ? "gates " : string.Empty)}{(conclusion.NeedsMandatory ? "mandatory" : string.Empty)}", conclusion.Span);
            Content("conclusion.pass-mark", Spelt(conclusion.PassMark?.Text), conclusion.PassMark?.Span ?? conclusion.Span);
            Source("conclusion", conclusion.Source, conclusion.Span);
        }

        Wording("title", pack.Title, pack.Span);
        Wording("summary", pack.Summary, pack.Span);
        Source("source", pack.Source, pack.Span);
        foreach (var clause in pack.Clauses)
        {
            Add($"clauses.{clause.Clause}", TraitKind.Wording, $"{clause.Disposition} {Both(clause.Title)} {Both(clause.Note)}", pack.Span);
        }
    }

    private void Parameters()
    {
        foreach (var parameter in _program.Pack.Parameters)
        {
            var path = $"parameters.{parameter.Id}";
            Content($"{path}.value", $"{Spelt(parameter.Value?.Text)} {parameter.Unit}".Trim(), parameter.Value?.Span ?? parameter.Span);
            Content($"{path}.values", string.Join(", ", parameter.Values), parameter.Span);
            Source(path, parameter.Source, parameter.Span);
            Wording(path, parameter.Name, parameter.Span, parameter.Meaning);
        }

        foreach (var coefficient in _program.Pack.Coefficients)
        {
            Content($"coefficients.{coefficient.Id.Text}.values", string.Join("; ", coefficient.Values.Select(v => $"{Scalars.Date(v.From)} {v.Region}: {Number(v.Value)} {coefficient.Unit.Text}")), coefficient.Id.Span);
            Source($"coefficients.{coefficient.Id.Text}", coefficient.Source, coefficient.Id.Span);
        }
    }

    private void Groups()
    {
        foreach (var group in _program.Pack.Groups)
        {
            var path = $"groups.{group.Id}";
            Content($"{path}.parent", group.Parent, group.Span);
            Content($"{path}.weight", Number(group.Weight?.Value), group.Weight?.Span ?? group.Span);
            Content($"{path}.full", Number(group.Full), group.Span);
            Content($"{path}.not-applicable", group.Policy is { } policy ? RuleReader.Policies[(int)policy] : null, group.Span);
            Content($"{path}.bonus", group.IsBonus ? $"bonus, at most {Number(group.Cap) ?? "—"}" : null, group.Span);
            Source($"{path}.weight", group.Weight?.Source, group.Span);
            Wording(path, group.Title, group.Span);
        }
    }

    private void Tiers()
    {
        foreach (var (tier, place) in _program.Tiers.Select((t, i) => (t.Definition, i)))
        {
            var path = $"tiers.{tier.Id}";
            Content($"{path}.place", Scalars.Number(place), tier.Span);
            Content($"{path}.at-least", Spelt(tier.AtLeast?.Text), tier.AtLeast?.Span ?? tier.Span);
            Content($"{path}.requires", string.Join(", ", new[] { tier.NeedsGates ? "gates" : null, tier.NeedsMandatory ? "mandatory" : null }.OfType<string>().Concat(Sorted(tier.Tiers))), tier.Span);
            Content($"{path}.met", string.Join(", ", Sorted(tier.Met)), tier.Span);
            Content($"{path}.direct", string.Join(", ", Sorted(tier.Direct)), tier.Span);
            Source(path, tier.Source, tier.Span);
            Wording(path, tier.Title, tier.Span, tier.Authority);
        }
    }

    private void Rule(BoundRule rule)
    {
        var written = rule.Definition;
        var path = $"rules.{written.Id}";
        Content($"{path}.group", written.Group, written.Span);
        Content($"{path}.kind", VerdictJson.Spell((FindingKind)written.Kind), written.Span);
        Content($"{path}.points", Number(written.Points?.Value), written.Points?.Span ?? written.Span);
        Content($"{path}.not-applicable", written.Policy is { } policy ? RuleReader.Policies[(int)policy] : null, written.Span);
        foreach (var part in RulePart.Of(rule))
        {
            Content($"{path}.{part.Name}", BoundText.Of(part.Root), part.Text.Span);
        }

        foreach (var (form, i) in rule.Forms.Select((f, i) => (f, i)))
        {
            var place = $"{path}.{RulePart.FormName(i)}";
            Content($"{place}.better", form.LowerIsBetter ? "lower" : "higher", form.Definition.Span);
            Content($"{place}.unit", form.Unit.Symbol, form.Definition.Unit?.Span ?? form.Definition.Span);
            Content($"{place}.over", form.OverProducts ? "products" : "factory", form.Definition.Span);
            Content($"{place}.between", form.Steps.Count == 0 ? RuleReader.Methods[(int)form.Method] : null, form.Definition.Span);
            foreach (var (step, s) in form.Steps.Select((s, n) => (s, n)))
            {
                Content($"{place}.steps.{Scalars.Number(s)}.earns", Number(step.Earns), form.Definition.Steps[s].Earns.Span);
                Source($"{place}.steps.{Scalars.Number(s)}", step.Source, form.Definition.Span);
            }

            Source($"{place}.leading", form.Definition.Leading?.Source, form.Definition.Span);
            Source($"{place}.baseline", form.Definition.Baseline?.Source, form.Definition.Span);
            Source(place, form.Definition.Source, form.Definition.Span);
            Wording(place, form.Definition.Title, form.Definition.Span);
        }

        Source(path, written.Source, written.Span);
        Source($"{path}.points", written.Points?.Source, written.Span);
        Source($"{path}.condition", written.Condition?.Source, written.Span);
        Wording(path, written.Title, written.Span, [written.Requirement, .. written.Evidence]);
    }

    private void Content(string path, string? text, SourceSpan span) => Add(path, TraitKind.Content, text, span);

    private void Source(string path, Provenance? source, SourceSpan span) =>
        Add($"{path}.source", TraitKind.Source, source is null ? null : string.Join("; ", new[] { $"{Provenance.Spell(source.Label)} {source.Document} {source.Clause}".Trim(), source.Citation, source.Note }.Where(t => !string.IsNullOrEmpty(t))), span);

    private void Wording(string path, LocalizedText? text, SourceSpan span, params LocalizedText?[] more)
    {
        if (text is not null)
        {
            Add($"{path}.text", TraitKind.Wording, string.Join(" / ", more.Prepend(text).Select(Both)), span);
        }
    }

    private void Add(string path, TraitKind kind, string? text, SourceSpan span)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _traits.Add(new Trait(path, kind, text, span));
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<ScalarNode> names) => names.Select(n => n.Text).Order(StringComparer.Ordinal);

    /// <summary>A number in one spelling; a name as it is.</summary>
    private static string? Spelt(string? text) => text is not null && Scalars.TryDecimal(text, out var number) ? Scalars.Number(number) : text;

    private static string? Number(decimal? number) => number is { } value ? Scalars.Number(value) : null;

    private static string Both(LocalizedText? text) => text is null ? string.Empty : text.Zh == text.En ? text.Zh : $"{text.Zh} | {text.En}";
}
