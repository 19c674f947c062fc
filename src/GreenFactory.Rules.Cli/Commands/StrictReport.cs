using System.Globalization;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>What <c>--strict</c> says instead of a verdict: the values that stand in the way of a conclusion.</summary>
internal sealed class StrictReport(Verdict verdict, IReadOnlyList<Assumption> assumptions)
{
    /// <summary>Null where nothing stands in the way.</summary>
    public static StrictReport? Of(Verdict verdict) => verdict.DecidingAssumptions is { Count: > 0 } deciding ? new StrictReport(verdict, deciding) : null;

    public string Write(string shape, Language language, int width) => shape switch
    {
        "json" => Json(),
        "markdown" => Markdown(new VerdictOutline(verdict, language)),
        _ => Text(new VerdictOutline(verdict, language), width),
    };

    private string Count => assumptions.Count.ToString(CultureInfo.InvariantCulture);

    private string Text(VerdictOutline outline, int width)
    {
        var page = new TextPage(width);
        page.Line(outline.Words.Say(CommandPhrases.StrictHead, verdict.Pack.ToString()));
        page.Hang(string.Empty, outline.Words.Say(CommandPhrases.StrictWhy, Count));
        page.Columns("  ", [false, false, false], [.. Rows(outline)]);
        page.Blank();
        page.Hang(string.Empty, outline.Words.Say(CommandPhrases.StrictCure));
        return page.ToString();
    }

    private string Markdown(VerdictOutline outline)
    {
        var lines = new List<string> { "# " + outline.Words.Say(CommandPhrases.StrictHead, verdict.Pack.ToString()), string.Empty, outline.Words.Say(CommandPhrases.StrictWhy, Count), string.Empty };
        lines.AddRange(Rows(outline).Select(r => "- " + string.Join(" · ", r.Select(Printable.Markdown))));
        lines.AddRange([string.Empty, outline.Words.Say(CommandPhrases.StrictCure)]);
        return string.Join('\n', lines) + "\n";
    }

    private IEnumerable<string[]> Rows(VerdictOutline outline) => outline.Assumptions(assumptions).Select(outline.Row);

    private string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", "greenfactory.strict/v1");
        writer.WriteString("pack", verdict.Pack.ToString());
        writer.WriteString("conclusion", "undetermined");
        writer.WriteStartArray("assumptions");
        foreach (var assumption in assumptions)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", assumption.Rule);
            writer.WriteString("what", assumption.What);
            writer.WriteString("label", Provenance.Spell(assumption.Label));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
