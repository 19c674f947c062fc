using System.CommandLine;
using System.Text;
using System.Text.Json;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>required --pack ID</c>: what has to be reported, derived facts followed down to it, by the group that first asks for it.</summary>
internal static class RequiredCommand
{
    private sealed record Needed(FactDeclaration Fact, IReadOnlyList<string> Rules);

    private sealed record Section(LocalizedText Title, IReadOnlyList<Needed> Facts);

    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var format = SharedOptions.FormatOf(speech, "text | json | markdown");
        var command = new DocumentedCommand("required", speech.Say(CommandPhrases.Required), speech.Say(CommandPhrases.PlainExits))
        {
            Options = { options.Pack, options.AsOf, options.Rules, options.Overlays, format, options.Out, options.Width },
            Needed = [options.Pack],
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "json", "markdown");
            var width = request.Width();
            var pack = request.Pack(request.Catalog(), request.AsOf());
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var sections = Sections(pack!);
            var text = shape switch
            {
                "json" => Json(pack!, sections),
                "markdown" => Markdown(pack!, sections, speech),
                _ => Text(pack!, sections, speech, width),
            };
            return request.Emit(text, ExitCode.Positive);
        }
    }

    private static List<Section> Sections(RulePack pack)
    {
        var rulesOf = RequiredFactList.ByFact(pack.Program);
        var groupOf = pack.Program.Groups.SelectMany(g => g.Rules.Select(r => (Rule: pack.Program.Rules[r].Definition.Id, g.Definition))).ToDictionary(p => p.Rule, p => p.Definition, StringComparer.Ordinal);
        var order = pack.Program.Groups.Select(g => g.Definition.Id).ToList();
        var facts = pack.RequiredFacts.Select(f => new Needed(f, rulesOf.GetValueOrDefault(f.Path, [])));
        return
        [
            .. facts
                .GroupBy(n => n.Rules.Select(r => groupOf[r]).MinBy(g => order.IndexOf(g.Id))!)
                .OrderBy(g => order.IndexOf(g.Key.Id))
                .Select(g => new Section(g.Key.Title, [.. g])),
        ];
    }

    private static string KindOf(FactDeclaration fact, Speech speech)
    {
        var kind = speech.Say(Phrases.FactKinds[(int)fact.Kind]);
        return fact.Choices.Count is > 0 and <= 6 ? $"{kind}{speech.Say(Phrases.Parenthesis, string.Join(" | ", fact.Choices))}" : kind;
    }

    private static string UnitOf(FactDeclaration fact) => fact.Unit.Symbol == "1" ? string.Empty : fact.Unit.Symbol;

    private static string Head(RulePack pack, IReadOnlyList<Section> sections, Speech speech) =>
        speech.Say(CommandPhrases.RequiredHead, pack.Id, Wording.Count(sections.Sum(s => s.Facts.Count)));

    private static string Text(RulePack pack, List<Section> sections, Speech speech, int width)
    {
        var page = new TextPage(width);
        page.Hang(string.Empty, Head(pack, sections, speech));
        page.Hang(string.Empty, speech.Say(CommandPhrases.IdentityNote));
        foreach (var section in sections)
        {
            page.Heading(section.Title.In(speech.Language) + speech.Say(CommandPhrases.RequiredCount, Wording.Count(section.Facts.Count)));
            foreach (var (fact, rules) in section.Facts)
            {
                var kind = string.Join(' ', new[] { KindOf(fact, speech), UnitOf(fact) }.Where(p => p.Length > 0));
                page.Hang("  ", $"{fact.Path}  {fact.Name.In(speech.Language)}{speech.Say(Phrases.Parenthesis, kind)}");
                var scope = fact.Scope == FactScope.Product ? speech.Say(CommandPhrases.PerProduct) + speech.Say(Phrases.Semicolon) : string.Empty;
                page.Hang("    ", fact.Meaning.In(speech.Language));
                page.Hang("    ", $"{scope}{speech.Say(CommandPhrases.UsedBy, string.Join(", ", rules))}");
            }
        }

        return page.ToString();
    }

    private static string Markdown(RulePack pack, List<Section> sections, Speech speech)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Printable.Markdown(Head(pack, sections, speech))).Append("\n\n");
        text.Append(Printable.Markdown(speech.Say(CommandPhrases.IdentityNote))).Append("\n\n");
        string[] head = [.. new[] { CommandPhrases.Path, CommandPhrases.Name, CommandPhrases.FactKind, CommandPhrases.Unit, CommandPhrases.Meaning, CommandPhrases.UsedByHead }.Select(p => speech.Say(p))];
        foreach (var section in sections)
        {
            text.Append("## ").Append(Printable.Markdown(section.Title.In(speech.Language))).Append("\n\n");
            VerdictMarkdown.Table(text, head, section.Facts.Select(n => new[]
            {
                $"`{n.Fact.Path}`",
                Printable.Markdown(n.Fact.Name.In(speech.Language)),
                Printable.Markdown(KindOf(n.Fact, speech)),
                Printable.Markdown(UnitOf(n.Fact)),
                Printable.Markdown(n.Fact.Meaning.In(speech.Language)),
                Printable.Markdown(string.Join(", ", n.Rules)),
            }));
        }

        return text.ToString();
    }

    private static string Json(RulePack pack, List<Section> sections) => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.required-facts/v1");
        writer.WriteString("pack", pack.Id.ToString());
        writer.WriteStartArray("facts");
        foreach (var (fact, rules) in sections.SelectMany(s => s.Facts))
        {
            Write(writer, fact, rules);
        }

        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, FactDeclaration fact, IReadOnlyList<string> rules)
    {
        writer.WriteStartObject();
        writer.WriteString("path", fact.Path);
        CommandJson.Localized(writer, "name", fact.Name);
        writer.WriteString("kind", FactVocabularyReader.Spell(fact.Kind));
        writer.WriteString("unit", UnitOf(fact) is { Length: > 0 } unit ? unit : null);
        writer.WriteString("scope", fact.Scope == FactScope.Product ? "product" : "factory");
        Bound(writer, "min", fact.Least);
        Bound(writer, "max", fact.Greatest);
        writer.WriteStartArray("values");
        foreach (var choice in fact.Choices)
        {
            writer.WriteStringValue(choice);
        }

        writer.WriteEndArray();
        CommandJson.Localized(writer, "meaning", fact.Meaning);
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStringValue(rule);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Bound(Utf8JsonWriter writer, string name, decimal? bound)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(bound is { } value ? Scalars.Number(value) : "null");
    }
}
