using System.CommandLine;
using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>One factory through every pack: conclusion, tier, score and how much of it rests on values that were read in their source.</summary>
internal sealed class Comparison(IReadOnlyList<Verdict> verdicts, DateOnly asOf)
{
    /// <summary>What <c>--pack</c> names for this.</summary>
    public const string AllPacks = "all";

    private const string Schema = "greenfactory.comparison/v1";

    private static readonly bool[] Right = [false, false, false, true, true, false];

    /// <summary>Judges by every pack of the catalog, in the order of their ids; null when something is wrong, and the bag says what.</summary>
    public static Comparison? Read(Request request, Argument<string?> file, Option<string?> engine)
    {
        var asOf = request.AsOf();
        var options = Evaluation.Options(request, engine);
        var named = request.Needed(file);
        var catalog = request.Catalog();
        if (request.Bag.HasErrors)
        {
            return null;
        }

        var facts = request.Facts(named, catalog);
        var packs = new List<RulePack>();
        foreach (var id in catalog.Ids)
        {
            var (pack, diagnostics) = catalog.TryLoad(id.ToString());
            request.Bag.AddRange(diagnostics.Where(d => d.Code.Severity == DiagnosticSeverity.Error));
            if (pack is not null)
            {
                packs.Add(pack);
            }
        }

        return facts is null || request.Bag.HasErrors
            ? null
            : new Comparison([.. packs.Select(p => RuleEvaluator.Compile(p, options).Evaluate(facts, asOf))], asOf);
    }

    public string Text(Language language, int width)
    {
        var page = new TextPage(width);
        var words = new Wording(language);
        page.Line(words.Say(CommandPhrases.ComparisonTitle, verdicts.Count, Scalars.Date(asOf)));
        page.Blank();
        page.Columns(string.Empty, Right, [Head(words), .. verdicts.Select(v => Cells(v, words))]);
        page.Blank();
        page.Hang(string.Empty, words.Say(CommandPhrases.ComparisonNote));
        return page.ToString();
    }

    public string Markdown(Language language)
    {
        var words = new Wording(language);
        var text = new StringBuilder().Append("# ").Append(words.Say(CommandPhrases.ComparisonTitle, verdicts.Count, Scalars.Date(asOf))).Append("\n\n");
        Row(Head(words));
        Row([.. Right.Select(r => r ? "---:" : "---")]);
        foreach (var verdict in verdicts)
        {
            Row([.. Cells(verdict, words).Select(Printable.Markdown)]);
        }

        return text.Append('\n').Append(words.Say(CommandPhrases.ComparisonNote)).Append('\n').ToString();

        void Row(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    public string Json() => CommandJson.Write(writer =>
    {
        writer.WriteString("schema", Schema);
        writer.WriteString("asOf", Scalars.Date(asOf));
        writer.WriteStartArray("packs");
        foreach (var verdict in verdicts)
        {
            writer.WriteStartObject();
            writer.WriteString("id", verdict.Pack.ToString());
            writer.WriteString("version", verdict.PackVersion);
            CommandJson.Localized(writer, "title", verdict.PackTitle);
            writer.WriteBoolean("inForce", IsInForce(verdict));
            writer.WriteString("conclusion", VerdictJson.Spell(verdict.Conclusion));
            writer.WriteString("tierLower", verdict.Tier?.Lower);
            writer.WriteString("tierUpper", verdict.Tier?.Upper);
            writer.WritePropertyName("scoreLower");
            writer.WriteRawValue(Scalars.Number(verdict.Score.Lower));
            writer.WritePropertyName("scoreUpper");
            writer.WriteRawValue(Scalars.Number(verdict.Score.Upper));
            writer.WritePropertyName("scoreFull");
            writer.WriteRawValue(Scalars.Number(verdict.Score.Full));
            writer.WritePropertyName("sourcedPoints");
            writer.WriteRawValue(Scalars.Number(verdict.Assurance.SourcedPoints));
            writer.WritePropertyName("assumedPoints");
            writer.WriteRawValue(Scalars.Number(verdict.Assurance.AssumedPoints));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static string[] Head(Wording words) =>
        [words.Say(Phrases.Pack), words.Say(Phrases.Conclusion), words.Say(Phrases.Tier), words.Say(Phrases.Score), words.Say(CommandPhrases.SourcedShare), words.Say(CommandPhrases.InForceOnDate)];

    private string[] Cells(Verdict verdict, Wording words) =>
    [
        verdict.Pack.ToString(),
        words.Of(verdict.Conclusion),
        new VerdictOutline(verdict, words.Language).TierRange() ?? "–",
        verdict.Score.Full == 0 ? "–" : words.Of(verdict.Score),
        verdict.Assurance.SourcedPoints + verdict.Assurance.AssumedPoints is var points && points == 0 ? "–" : $"{ShownNumber.Of(Math.Round(100 * verdict.Assurance.SourcedPoints / points, 1))} %",
        words.Say(IsInForce(verdict) ? CommandPhrases.Yes : CommandPhrases.No),
    ];

    private bool IsInForce(Verdict verdict) => verdict.Context.Program.Pack.IsInForce(asOf);
}
