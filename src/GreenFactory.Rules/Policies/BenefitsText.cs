using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Policies;

/// <summary>An answer about policies as plain text.</summary>
internal static class BenefitsText
{
    public static string Render(BenefitsAnswer answer, Language language, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, VerdictText.NarrowestWidth);
        var outline = new BenefitsOutline(answer, language);
        var page = new TextPage(width);
        page.Line(outline.Of(PolicyPhrases.Title));
        page.Line($"{outline.Factory}  {outline.PlaceAndDate}");
        page.Hang(outline.Of(PolicyPhrases.From) + "  ", string.Join(", ", answer.Policies.Select(p => p.Policy.Id)));
        foreach (var kind in Enum.GetValues<LineKind>())
        {
            Section(page, outline, outline.Of(PolicyPhrases.Kinds[(int)kind]), outline.Lines(kind));
            if (kind == LineKind.Reward)
            {
                page.Hang("  ", $"{outline.Of(PolicyPhrases.TotalCertain)}: {outline.TotalOf(LineState.Certain)}");
                page.Hang("  ", $"{outline.Of(PolicyPhrases.TotalConditional)}: {outline.TotalOf(LineState.Conditional)}");
                page.Hang("  ", outline.Say(Phrases.Parenthesis, outline.Of(PolicyPhrases.TotalRule)).Trim());
            }
        }

        Section(page, outline, outline.Of(PolicyPhrases.NotYet), [.. outline.Lines(LineKind.Reward, LineState.NotMet), .. outline.Lines(LineKind.Privilege, LineState.NotMet)]);
        List(page, outline.Of(PolicyPhrases.Priority), answer.Priorities.Select(outline.Priority));
        List(page, outline.Of(PolicyPhrases.Machines), answer.Machines.Select(outline.Machine));
        List(page, outline.Of(PolicyPhrases.Warnings), answer.Warnings.Select(w => w.Render(language)));
        return page.ToString();
    }

    private static void Section(TextPage page, BenefitsOutline outline, string title, IReadOnlyList<AnswerLine> lines)
    {
        if (lines.Count == 0 && title != outline.Of(PolicyPhrases.Kinds[0]))
        {
            return;
        }

        page.Heading(title);
        foreach (var line in lines)
        {
            var amount = outline.Amount(line.Line.Amount) is { } money ? $"  {money}" : string.Empty;
            page.Hang("  ", $"[{outline.Of(PolicyPhrases.States[(int)line.State])}] {outline.Heading(line)}{amount}");
            foreach (var detail in outline.Details(line))
            {
                page.Hang("      ", Printable.Line(detail));
            }
        }
    }

    private static void List(TextPage page, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            page.Heading(title);
            all.ForEach(item => page.Hang("  ", item));
        }
    }
}
