using System.Text;
using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Rendering;

/// <summary>A verdict as Markdown with tables, every finding included, to be pasted into a report. Pure and thread-safe.</summary>
public static class VerdictMarkdown
{
    /// <summary>Renders a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="language">Language of the text.</param>
    /// <returns>Lines that end with \n.</returns>
    public static string Render(Verdict verdict, Language language = Language.Chinese)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var outline = new VerdictOutline(verdict, language);
        var words = outline.Words;
        var text = new StringBuilder();
        text.Append("# ").Append(Printable.Markdown(words.Of(verdict.PackTitle))).Append("\n\n");
        Head(text, outline);
        Because(text, outline);
        Tiers(text, outline);
        Groups(text, outline);
        Findings(text, outline);
        List(text, words.Say(Phrases.MissingFacts), verdict.Missing.Select(words.PathWithName));
        List(text, words.Say(Phrases.Warnings), verdict.Warnings.Select(w => $"{w.Code} {words.Of(w.Message)}"));
        Assurance(text, outline);
        return text.ToString();
    }

    private static void Head(StringBuilder text, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        var rows = new List<string[]>
        {
            Row(Phrases.Pack, words.Say(Phrases.PackVersion, verdict.Pack, verdict.PackVersion)),
            Row(Phrases.Factory, verdict.Factory.Name ?? verdict.Factory.Id ?? words.Say(Phrases.Unnamed)),
        };
        if (verdict.Overlays.Count > 0)
        {
            rows.Insert(1, Row(Phrases.Overlays, words.Join(verdict.Overlays)));
        }

        if (outline.Place() is { Length: > 0 } place)
        {
            rows.Add(Row(Phrases.Place, place));
        }

        rows.Add(Row(Phrases.Dates, words.Say(Phrases.PeriodAndDate, verdict.Period, Scalars.Date(verdict.AsOf))));
        rows.Add([Printable.Markdown(words.Say(Phrases.Conclusion)), $"**{words.Of(verdict.Conclusion)}**"]);
        if (outline.TierLine() is { } tier)
        {
            rows.Add(Row(Phrases.Tier, tier));
        }

        rows.Add(Row(Phrases.Score, outline.ScoreLine()));
        if (outline.PassMark() is { } mark)
        {
            rows.Add(Row(Phrases.PassMark, mark));
        }

        Table(text, [words.Say(Phrases.Item), words.Say(Phrases.Content)], rows);

        string[] Row(LocalizedText label, string value) => [Printable.Markdown(words.Say(label)), Printable.Markdown(value)];
    }

    private static void Because(StringBuilder text, VerdictOutline outline) => List(text, outline.Words.Say(Phrases.Because), outline.Because());

    private static void Tiers(StringBuilder text, VerdictOutline outline)
    {
        var (ladder, words) = (new TierLadder(outline), outline.Words);
        if (ladder.IsEmpty)
        {
            return;
        }

        Heading(text, words.Say(Phrases.Tiers));
        Table(text, [string.Empty, words.Say(Phrases.Tier), words.Say(Phrases.TierCutOff), words.Say(Phrases.Status), words.Say(Phrases.Because)], ladder.Rows().Select(r => r.Select(Printable.Markdown).ToArray()));
        if (ladder.Assumed() is { } sentence)
        {
            text.Append(Printable.Markdown(sentence)).Append("\n\n");
        }
    }

    private static void Groups(StringBuilder text, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        Heading(text, words.Say(Phrases.Groups));
        var rows = outline.Groups.Select(g => new[]
        {
            Printable.Markdown(words.Of(g.Score.Title)),
            !g.Score.Score.Applies ? words.Say(Phrases.GroupNotApplicable) : g.Score.Score.Full == 0 ? "–" : Printable.Markdown(words.Of(g.Score.Score)),
            g.Score.Weight == 0 ? "–" : ShownNumber.Of(g.Score.Weight),
            g.Score.Score.Full == 0 || !g.Score.Score.Applies ? "–" : Printable.Markdown(words.Of(outline.Contribution(g.Index))),
        });
        Table(text, [words.Say(Phrases.Group), words.Say(Phrases.Points), words.Say(Phrases.Weight), words.Say(Phrases.Contribution)], rows);
        if (outline.IsScaledUp)
        {
            text.Append(words.Say(Phrases.ScaledUp)).Append("\n\n");
        }
    }

    private static void Findings(StringBuilder text, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        Heading(text, words.Say(Phrases.Findings));
        text.Append(outline.Counts()).Append("\n\n");
        var withEvidence = verdict.Findings.Any(f => f.Evidence.Count > 0);
        string[] head = [words.Say(Phrases.Rule), words.Say(Phrases.Title), words.Say(Phrases.Kind), words.Say(Phrases.Status), words.Say(Phrases.Points), words.Say(Phrases.Grounds), words.Say(Phrases.Label)];
        foreach (var group in verdict.Groups)
        {
            var findings = verdict.Findings.Where(f => f.Group == group.Id).ToList();
            if (findings.Count == 0)
            {
                continue;
            }

            text.Append("### ").Append(Printable.Markdown(words.Of(group.Title))).Append("\n\n");
            Table(text, withEvidence ? [.. head, words.Say(Phrases.Evidence)] : head, findings.Select(f => withEvidence ? [.. Row(f), Printable.Markdown(words.Join(f.Evidence))] : Row(f)));
        }

        string[] Row(Finding f) =>
        [
            Printable.Markdown(f.Id),
            Printable.Markdown(words.Of(f.Title)),
            words.Of(f.Kind),
            f.Status is FindingStatus.NotMet or FindingStatus.InsufficientEvidence ? $"**{words.Of(f.Status)}**" : words.Of(f.Status),
            f.Points.Full == 0 ? "–" : Printable.Markdown(words.Of(f.Points)),
            Printable.Markdown(outline.Reasons.Of(f)),
            Printable.Markdown(outline.Reasons.SourceOf(f)),
        ];
    }

    private static void Assurance(StringBuilder text, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        Heading(text, words.Say(Phrases.Assurance));
        if (verdict.Score.Full > 0)
        {
            var assurance = verdict.Assurance;
            var shown = ShownNumber.Together(assurance.SourcedPoints + assurance.AssumedPoints, assurance.SourcedPoints, assurance.AssumedPoints);
            text.Append(words.Say(Phrases.AssuranceLine, shown[0], shown[1], shown[2])).Append("\n\n");
        }

        var groups = outline.Assumptions();
        if (groups.Count > 0)
        {
            Table(text, [words.Say(Phrases.Label), words.Say(Phrases.Content), words.Say(Phrases.Rule)], groups.Select(g => new[]
            {
                words.Of(g.Label),
                Printable.Markdown(g.What),
                g.Rules.Count == 0 ? words.Say(Phrases.AssumedOfPack) : Printable.Markdown(words.Join(g.Rules)),
            }));
        }

        text.Append(Printable.Markdown(words.Say(Phrases.LabelLegend))).Append('\n');
    }

    private static void Heading(StringBuilder text, string title) => text.Append("## ").Append(title).Append("\n\n");

    private static void List(StringBuilder text, string title, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            return;
        }

        Heading(text, title);
        foreach (var line in lines)
        {
            text.Append("- ").Append(Printable.Markdown(line)).Append('\n');
        }

        text.Append('\n');
    }

    /// <summary>Cells come ready for Markdown.</summary>
    internal static void Table(StringBuilder text, IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        text.Append("| ").AppendJoin(" | ", head).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", head.Count))).Append('\n');
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        text.Append('\n');
    }
}
