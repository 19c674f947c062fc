using System.Globalization;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Packs.Crosswalks;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>packs --crosswalk A B</c>: two packs clause by clause.</summary>
internal sealed class CrosswalkReport(Crosswalk crosswalk, PackDefinition from, PackDefinition to)
{
    /// <summary>Null when the two have no crosswalk; the request says so then.</summary>
    public static CrosswalkReport? Find(Request request, RulePackCatalog catalog, string option, IReadOnlyList<string> pair)
    {
        var written = string.Join(' ', pair);
        if (pair.Count != 2 || !PackId.TryParse(pair[0], out var first) || !PackId.TryParse(pair[1], out var second))
        {
            request.Bad(option, written, CommandPhrases.TwoPacks);
            return null;
        }

        if (catalog.Crosswalk(first, second, request.Bag) is not { } found)
        {
            request.Bad(option, written, Speech.Both(CommandPhrases.NoCrosswalk, string.Join(", ", catalog.Crosswalks.Select(c => $"{c.From} {c.To}"))));
            return null;
        }

        return new CrosswalkReport(found, catalog.OwnContent(found.From)!, catalog.OwnContent(found.To)!);
    }

    public string Text(Speech speech, int width)
    {
        var page = new TextPage(width);
        page.Heading($"{crosswalk.From} → {crosswalk.To}");
        foreach (var row in crosswalk.Rows)
        {
            page.Hang(speech.Say(CommandPhrases.Relations[(int)row.Relation]) + "  ", Sides(row, speech) + (row.Note is { } note ? speech.Say(Phrases.Parenthesis, note.In(speech.Language)) : string.Empty));
        }

        foreach (var (pack, rest, first) in new[] { (from, crosswalk.RestFrom, true), (to, crosswalk.RestTo, false) })
        {
            if (rest is not null)
            {
                page.Hang(string.Empty, speech.Say(CommandPhrases.CrosswalkRest, pack.Id, crosswalk.Unnamed(pack, first).Count.ToString(CultureInfo.InvariantCulture), rest.In(speech.Language)));
            }
        }

        return page.ToString();
    }

    public string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.crosswalk-report/v1");
        writer.WriteString("from", crosswalk.From.ToString());
        writer.WriteString("to", crosswalk.To.ToString());
        writer.WriteStartArray("rows");
        foreach (var row in crosswalk.Rows)
        {
            writer.WriteStartObject();
            WriteClauses("from", from, row.From);
            WriteClauses("to", to, row.To);
            writer.WriteString("relation", CrosswalkReader.Relations[(int)row.Relation]);
            writer.WriteString("label", Provenance.Spell(row.Source.Label));
            if (row.Note is { } note)
            {
                CommandJson.Localized(writer, "note", note);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteRest("restFrom", from, crosswalk.RestFrom, first: true);
        WriteRest("restTo", to, crosswalk.RestTo, first: false);

        void WriteRest(string name, PackDefinition pack, LocalizedText? why, bool first)
        {
            if (why is not null)
            {
                WriteClauses(name, pack, [.. crosswalk.Unnamed(pack, first).Select(c => c.Clause)]);
                CommandJson.Localized(writer, name + "Because", why);
            }
        }

        void WriteClauses(string name, PackDefinition pack, IReadOnlyList<string> clauses)
        {
            writer.WriteStartArray(name);
            foreach (var clause in clauses.Select(c => pack.Clauses.First(e => e.Clause == c)))
            {
                writer.WriteStartObject();
                writer.WriteString("clause", clause.Clause);
                CommandJson.Localized(writer, "title", clause.Title);
                writer.WriteString("disposition", clause.Disposition);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    });

    private string Sides(CrosswalkRow row, Speech speech) =>
        row.From.Count == 0 ? $"{crosswalk.To} {Side(to, row.To, speech)}"
        : row.To.Count == 0 ? $"{crosswalk.From} {Side(from, row.From, speech)}"
        : $"{Side(from, row.From, speech)} → {Side(to, row.To, speech)}";

    private static string Side(PackDefinition pack, IReadOnlyList<string> clauses, Speech speech) => string.Join(speech.Say(Phrases.ListComma), clauses.Select(c => Shown(pack.Clauses.First(e => e.Clause == c), speech)));

    private static string Shown(ClauseEntry clause, Speech speech)
    {
        var disposition = clause.Disposition == ClauseEntry.Encoded ? string.Empty : speech.Say(Phrases.Parenthesis, speech.Say(CommandPhrases.DispositionNames[Array.IndexOf(ClauseEntry.Dispositions, clause.Disposition)]));
        return $"{clause.Clause} {clause.Title.In(speech.Language)}{disposition}";
    }
}
