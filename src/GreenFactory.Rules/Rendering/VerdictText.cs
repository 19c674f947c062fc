using GreenFactory.Rules.Documents;

namespace GreenFactory.Rules.Rendering;

/// <summary>
/// A verdict as plain text for a terminal or a mail: conclusion and why, bars per group, every point lost with its reason, what
/// is missing, how much rests on assumptions. Pure and thread-safe; nothing of the machine goes in.
/// </summary>
public static class VerdictText
{
    /// <summary>Columns a line takes when nobody says otherwise.</summary>
    public const int DefaultWidth = 100;

    internal const int NarrowestWidth = 60;

    private const int MostMissing = 10;
    private const int MostAssumptions = 12;
    private static readonly bool[] LabelColumns = [false, false];
    private static readonly bool[] TierColumns = [false, false, false, false];
    private static readonly bool[] GroupColumns = [false, false, true, true, true];
    private static readonly bool[] FindingColumns = [true, false, false];

    /// <summary>Renders a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="language">Language of the text.</param>
    /// <param name="width">Columns of a line, at least 60; East Asian wide characters count two.</param>
    /// <returns>Lines that end with \n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is less than 60.</exception>
    public static string Render(Verdict verdict, Language language = Language.Chinese, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, NarrowestWidth);
        var outline = new VerdictOutline(verdict, language);
        var page = new TextPage(width);
        Head(page, outline);
        Tiers(page, outline);
        Groups(page, outline);
        Vetoes(page, outline);
        Lost(page, outline);
        Open(page, outline);
        NotApplicable(page, outline);
        Missing(page, outline);
        Warnings(page, outline);
        Assurance(page, outline);
        return page.ToString();
    }

    private static void Head(TextPage page, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        page.Hang(string.Empty, words.Of(verdict.PackTitle));
        page.Blank();
        var rows = new List<string[]>
        {
            Row(Phrases.Pack, words.Say(Phrases.PackVersion, verdict.Pack, verdict.PackVersion)),
        };
        if (verdict.Overlays.Count > 0)
        {
            rows.Add(Row(Phrases.Overlays, words.Join(verdict.Overlays)));
        }

        rows.Add(Row(Phrases.Factory, Printable.Line(verdict.Factory.Name ?? verdict.Factory.Id ?? words.Say(Phrases.Unnamed))));
        if (outline.Place() is { Length: > 0 } place)
        {
            rows.Add(Row(Phrases.Place, place));
        }

        rows.Add(Row(Phrases.Dates, words.Say(Phrases.PeriodAndDate, verdict.Period, Scalars.Date(verdict.AsOf))));
        rows.Add(Row(Phrases.Conclusion, words.Of(verdict.Conclusion)));
        if (outline.TierLine() is { } tier)
        {
            rows.Add(Row(Phrases.Tier, tier));
        }

        var score = outline.ScoreLine();
        rows.Add(Row(Phrases.Score, verdict.Score is { Value: null, Applies: true, Full: > 0 } ? score + words.Say(Phrases.Parenthesis, words.Say(Phrases.IntervalMeaning)) : score));
        if (outline.PassMark() is { } mark)
        {
            rows.Add(Row(Phrases.PassMark, mark));
        }

        rows.AddRange(outline.Because().Select((line, i) => new[] { i == 0 ? words.Say(Phrases.Because) : string.Empty, line }));
        page.Columns(string.Empty, LabelColumns, rows);

        string[] Row(LocalizedText label, string value) => [words.Say(label), value];
    }

    private static void Tiers(TextPage page, VerdictOutline outline)
    {
        var (ladder, words) = (new TierLadder(outline), outline.Words);
        if (ladder.IsEmpty)
        {
            return;
        }

        page.Heading(words.Say(Phrases.Tiers));
        page.Columns("  ", TierColumns, [.. ladder.Rows().Select(r => r is [var mark, var title, var least, var state, var why] && why.Length > 0 ? new[] { mark, title, least, state + words.Say(Phrases.Colon) + why } : r[..4])]);
        if (ladder.Assumed() is { } sentence)
        {
            page.Hang("  ", sentence);
        }
    }

    private static void Groups(TextPage page, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        page.Heading(words.Say(Phrases.Groups));
        var rows = new List<string[]>();
        var counts = new List<(string Title, string Text)>();
        var cells = Math.Clamp((page.Width - 50) / 2, 8, 24);
        foreach (var (group, i) in outline.Groups)
        {
            if (group.Score.Full == 0 && group.Score.Applies)
            {
                counts.Add((words.Of(group.Title), CountsOf(group)));
            }
            else if (!group.Score.Applies)
            {
                counts.Add((words.Of(group.Title), words.Say(Phrases.GroupNotApplicable)));
            }
            else
            {
                rows.Add([words.Of(group.Title), ScoreBar.Draw(group.Score, cells), words.Of(group.Score), ShownNumber.Of(group.Weight), Contribution(i)]);
            }
        }

        page.Columns("  ", LabelColumns, [.. counts.Select(c => new[] { c.Title, c.Text })]);
        if (rows.Count > 0)
        {
            string[] head = [string.Empty, string.Empty, words.Say(Phrases.Points), words.Say(Phrases.Weight), words.Say(Phrases.Contribution)];
            if (TextPage.Needs("  ", [head, .. rows]) <= page.Width)
            {
                page.Columns("  ", GroupColumns, [head, .. rows]);
            }
            else
            {
                foreach (var row in rows)
                {
                    page.Hang("  ", row[0]);
                    page.Hang($"    {row[1]}  ", words.Join(Enumerable.Range(2, 3).Select(c => $"{head[c]} {row[c]}"), Phrases.Comma));
                }
            }

            page.Hang("  ", words.Say(Phrases.BarLegend, ScoreBar.Certain, ScoreBar.Open, ScoreBar.Lost));
        }

        if (outline.IsScaledUp)
        {
            page.Hang("  ", words.Say(Phrases.ScaledUp));
        }

        string CountsOf(GroupScore group)
        {
            var statuses = verdict.Findings.Where(f => f.Group == group.Id).Select(f => f.Status).ToList();
            return words.Say(Phrases.GroupCounts, Wording.Count(statuses.Count), Count(FindingStatus.Met), Count(FindingStatus.NotMet), Count(FindingStatus.InsufficientEvidence));

            string Count(FindingStatus status) => Wording.Count(statuses.Count(s => s == status));
        }

        string Contribution(int index)
        {
            var score = outline.Contribution(index);
            var shown = ShownNumber.Together(score.Lower, score.Upper);
            return score.Lower == score.Upper ? shown[0] : words.Say(Phrases.Interval, shown[0], shown[1]);
        }
    }

    private static void Vetoes(TextPage page, VerdictOutline outline)
    {
        if (outline.Vetoes.Count == 0)
        {
            return;
        }

        page.Heading(outline.Words.Say(Phrases.Vetoes));
        foreach (var finding in outline.Vetoes)
        {
            page.Hang("  ", $"{finding.Id}  {Heading(outline, finding)}");
            page.Hang("    ", outline.Reasons.Of(finding));
        }
    }

    private static void Lost(TextPage page, VerdictOutline outline)
    {
        var words = outline.Words;
        page.Heading(words.Say(Phrases.Lost));
        var any = false;
        foreach (var (group, findings) in outline.Lost)
        {
            any = true;
            var lost = findings.Sum(VerdictOutline.LossOf);
            page.Line("  " + words.Of(group.Title) + (lost > 0 ? words.Say(Phrases.Parenthesis, words.Say(Phrases.LostInGroup, ShownNumber.Of(lost))) : string.Empty));
            List(page, outline, findings, f => VerdictOutline.LossOf(f) is > 0 and var loss ? "−" + ShownNumber.Together(loss, f.Points.Full)[0] : string.Empty);
        }

        if (!any)
        {
            page.Line("  " + words.Say(Phrases.NothingLost));
        }
    }

    private static void Open(TextPage page, VerdictOutline outline)
    {
        var groups = outline.Open.ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var words = outline.Words;
        page.Heading(words.Say(Phrases.Open));
        foreach (var (group, findings) in groups)
        {
            var open = findings.Sum(f => f.Points.Upper - f.Points.Lower);
            page.Line("  " + words.Of(group.Title) + (open > 0 ? words.Say(Phrases.Parenthesis, words.Say(Phrases.OpenPoints, ShownNumber.Of(open))) : string.Empty));
            List(page, outline, findings, f => f.Points.Upper > 0 ? "?" + ShownNumber.Of(f.Points.Upper - f.Points.Lower) : string.Empty);
        }
    }

    /// <summary>Points, id and title on one line, the reason under the title, a line for each product.</summary>
    private static void List(TextPage page, VerdictOutline outline, IReadOnlyList<Finding> findings, Func<Finding, string> points) =>
        page.Columns("    ", FindingColumns, [.. findings.SelectMany(f => outline.Reasons.Lines(f)
            .Select(line => new[] { string.Empty, string.Empty, line })
            .Prepend([points(f), f.Id, Heading(outline, f)]))]);

    private static string Heading(VerdictOutline outline, Finding finding)
    {
        var words = outline.Words;
        return words.Of(finding.Title) + words.Say(Phrases.Parenthesis, words.Join([words.Of(finding.Kind), outline.Reasons.SourceOf(finding)], Phrases.Comma));
    }

    private static void NotApplicable(TextPage page, VerdictOutline outline)
    {
        if (outline.NotApplicable.Count == 0)
        {
            return;
        }

        page.Heading(outline.Words.Say(Phrases.NotApplicables));
        page.Columns("  ", LabelColumns, [.. outline.NotApplicable.Select(f => new[] { f.Id, $"{outline.Words.Of(f.Title)}{outline.Words.Say(Phrases.Colon)}{outline.Reasons.Of(f)}" })]);
    }

    private static void Missing(TextPage page, VerdictOutline outline)
    {
        var missing = outline.Verdict.Missing;
        if (missing.Count == 0)
        {
            return;
        }

        page.Heading(outline.Words.Say(Phrases.MissingFacts));
        page.Columns("  ", [true, false], [.. missing.Take(MostMissing).Select((path, i) => new[] { Wording.Count(i + 1), outline.Words.PathWithName(path) })]);
        if (missing.Count > MostMissing)
        {
            page.Line("  " + outline.Words.Say(Phrases.MoreMissing, Wording.Count(missing.Count - MostMissing)));
        }
    }

    private static void Warnings(TextPage page, VerdictOutline outline)
    {
        if (outline.Verdict.Warnings.Count == 0)
        {
            return;
        }

        page.Heading(outline.Words.Say(Phrases.Warnings));
        foreach (var warning in outline.Verdict.Warnings)
        {
            page.Hang("  " + warning.Code + "  ", outline.Words.Of(warning.Message));
        }
    }

    private static void Assurance(TextPage page, VerdictOutline outline)
    {
        var (verdict, words) = (outline.Verdict, outline.Words);
        var assurance = verdict.Assurance;
        page.Heading(words.Say(Phrases.Assurance));
        if (verdict.Score.Full > 0)
        {
            var shown = ShownNumber.Together(assurance.SourcedPoints + assurance.AssumedPoints, assurance.SourcedPoints, assurance.AssumedPoints);
            page.Hang("  ", words.Say(Phrases.AssuranceLine, shown[0], shown[1], shown[2]));
        }

        var groups = outline.Assumptions();
        if (groups.Count > 0)
        {
            page.Line("  " + words.Say(Phrases.AssumptionsHead) + words.Say(Phrases.Colon));
            page.Columns("    ", [false, false, false], [.. groups.Take(MostAssumptions).Select(outline.Row)]);
            if (groups.Count > MostAssumptions)
            {
                page.Line("    " + words.Say(Phrases.OtherAssumptions, Wording.Count(groups.Count - MostAssumptions)));
            }
        }

        page.Hang("  ", words.Say(Phrases.LabelLegend));
    }
}
