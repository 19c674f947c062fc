using System.Text;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Policies;

/// <summary>An answer about policies as Markdown.</summary>
internal static class BenefitsMarkdown
{
    public static string Render(BenefitsAnswer answer, Language language)
    {
        var outline = new BenefitsOutline(answer, language);
        var text = new StringBuilder();
        text.Append("# ").Append(outline.Of(PolicyPhrases.Title)).Append("\n\n").Append(Escape(outline.Factory)).Append("  \n").Append(outline.PlaceAndDate).Append('\n');
        foreach (var kind in Enum.GetValues<LineKind>())
        {
            var lines = outline.Lines(kind);
            if (lines.Count > 0)
            {
                Table(text, outline, outline.Of(PolicyPhrases.Kinds[(int)kind]), lines);
            }

            if (kind == LineKind.Reward)
            {
                text.Append("\n- ").Append(outline.Of(PolicyPhrases.TotalCertain)).Append(": ").Append(outline.TotalOf(LineState.Certain))
                    .Append("\n- ").Append(outline.Of(PolicyPhrases.TotalConditional)).Append(": ").Append(outline.TotalOf(LineState.Conditional)).Append('\n');
            }
        }

        List(text, outline.Of(PolicyPhrases.Priority), answer.Priorities.Select(outline.Priority));
        List(text, outline.Of(PolicyPhrases.Machines), answer.Machines.Select(outline.Machine));
        List(text, outline.Of(PolicyPhrases.Warnings), answer.Warnings.Select(w => w.Render(language)));
        return text.ToString();
    }

    private static void Table(StringBuilder text, BenefitsOutline outline, string title, IReadOnlyList<AnswerLine> lines)
    {
        text.Append("\n## ").Append(title).Append("\n\n| ").Append(outline.Of(PolicyPhrases.Item)).Append(" | ").Append(outline.Of(PolicyPhrases.State)).Append(" | ")
            .Append(outline.Of(PolicyPhrases.Amount)).Append(" | ").Append(outline.Of(PolicyPhrases.Details)).Append(" |\n|---|---|---|---|\n");
        foreach (var line in lines)
        {
            text.Append("| ").Append(Escape(outline.Heading(line))).Append(" | ").Append(outline.Of(PolicyPhrases.States[(int)line.State])).Append(" | ")
                .Append(outline.Amount(line.Line.Amount)).Append(" | ").Append(string.Join("<br>", outline.Details(line).Select(Escape))).Append(" |\n");
        }
    }

    private static void List(StringBuilder text, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            text.Append("\n## ").Append(title).Append("\n\n");
            all.ForEach(item => text.Append("- ").Append(Escape(item)).Append('\n'));
        }
    }

    private static string Escape(string text) => Printable.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
