using System.Text;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Rendering;

/// <summary>The whole derivation of a finding as a tree of sentences: every step with its value, unit, origin and source. Pure and thread-safe.</summary>
public static class ExplanationText
{
    /// <summary>Renders a finding with its derivation.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">Language of the text.</param>
    /// <param name="width">Columns of a line, at least 60; East Asian wide characters count two.</param>
    /// <returns>Lines that end with \n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is less than 60.</exception>
    public static string Render(Finding finding, Language language = Language.Chinese, int width = VerdictText.DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, VerdictText.NarrowestWidth);
        var words = Wording.Of(finding.Context, language);
        var text = new StringBuilder();
        Paragraph(text, $"{finding.Id} {words.Of(finding.Title)}{words.Say(Phrases.Parenthesis, words.Of(finding.Kind))} [{words.Of(finding.Source)}]", width);
        Paragraph(text, words.Say(Phrases.Requirement) + words.Say(Phrases.Colon) + words.Of(finding.Requirement), width);
        Paragraph(text, words.Say(Phrases.Answer) + words.Say(Phrases.Colon) + words.Join([words.Of(finding.Status), PointsOf(words, finding)], Phrases.Comma), width);
        if (finding.Status == FindingStatus.InsufficientEvidence)
        {
            Paragraph(text, new FindingReasons(words).Missing(finding), width);
        }

        if (finding.Evidence.Count > 0)
        {
            Paragraph(text, words.Say(Phrases.Evidence) + words.Say(Phrases.Colon) + words.Join(finding.Evidence.Select(Printable.Line)), width);
        }

        text.Append('\n');
        TreeText.Append(text, new ExplanationTree(words).Below(finding.Explanation), width);
        text.Append('\n');
        Paragraph(text, words.Say(Phrases.DecidesLegend), width);
        Paragraph(text, words.Say(Phrases.LabelLegend), width);
        return text.ToString();
    }

    /// <summary>A derivation without a finding: an expression that somebody tries out.</summary>
    internal static string Render(ExplanationStep step, FactVocabulary vocabulary, Language language, int width = VerdictText.DefaultWidth)
    {
        var text = new StringBuilder();
        TreeText.Append(text, [new ExplanationTree(new Wording(language, vocabulary)).Node(step)], width);
        return text.ToString();
    }

    /// <summary>Points with the source of full marks, or what takes their place.</summary>
    private static string PointsOf(Wording words, Finding finding)
    {
        var root = finding.Explanation;
        if (root.Operation == "not-applicable")
        {
            var policy = words.Say(Phrases.Policies[Array.IndexOf(Packs.RuleReader.Policies, root.Expression)]);
            return finding.Kind == FindingKind.Gate ? words.Say(Phrases.NoPoints) : policy;
        }

        if (finding.Points.Full == 0)
        {
            return words.Say(Phrases.NoPoints);
        }

        var shown = ShownNumber.Together(finding.Points.Lower, finding.Points.Upper, finding.Points.Full);
        var points = finding.Points.Value is null ? words.Say(Phrases.PointsOpen, shown[2]) : words.Say(Phrases.GetsPoints, shown[0], shown[2]);
        return root.Operands[0].Source is { } source ? $"{points} [{words.Of(source)}]" : points;
    }

    private static void Paragraph(StringBuilder text, string line, int width)
    {
        foreach (var part in TextWrap.Lines(line, width))
        {
            text.Append(part).Append('\n');
        }
    }
}
