using System.Text;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Results of cases for people: every sentence, and of a failed one what was expected, what came out and the whole derivation.</summary>
internal sealed class TestReport(Speech speech, int width)
{
    private const string Passed = "✓ ";
    private const string Failed = "✗ ";

    private readonly StringBuilder _text = new();

    public string Write(CaseSuiteResult result)
    {
        foreach (var file in result.Files)
        {
            _text.Append(file.File).Append('\n');
            foreach (var one in file.Cases)
            {
                Case(one);
            }

            _text.Append('\n');
        }

        foreach (var fixture in result.Fixtures)
        {
            _text.Append("  ").Append(fixture.Passed ? Passed : Failed).Append(fixture.Folder).Append(' ').Append(speech.Say(TestPhrases.Variant)).Append(' ').Append(fixture.Pack).Append('\n');
            Lines(fixture.Lines, fixture.Passed);
            Faults(fixture.Diagnostics);
        }

        return _text.Append(TestCommand.Total(speech, result)).Append('\n').ToString();
    }

    /// <summary>What is shown of a case that failed, without its sentence.</summary>
    public string Detail(CaseResult one)
    {
        _text.Clear();
        Faults(one.Diagnostics);
        Lines(one.Lines, one.Passed);
        Derivations(one);
        return _text.ToString();
    }

    private void Case(CaseResult one)
    {
        var sentence = Printable.Line(one.Case.Name);
        if (one.Passed)
        {
            _text.Append("  ").Append(Passed).Append(sentence).Append('\n');
            return;
        }

        _text.Append("  ").Append(Failed).Append(sentence).Append("  ").Append(one.Case.Span);
        if (one.Case.Rule is { } rule)
        {
            _text.Append("  ").Append(rule.Text);
        }

        _text.Append('\n');
        Faults(one.Diagnostics);
        Lines(one.Lines, one.Passed);
        Derivations(one);
    }

    private void Faults(IReadOnlyList<Diagnostic> faults)
    {
        foreach (var fault in faults)
        {
            _text.Append("      ").Append(fault.Render(speech.Language)).Append('\n');
        }
    }

    private void Lines(IReadOnlyList<CaseLine> lines, bool passed)
    {
        if (passed || lines.Count == 0)
        {
            return;
        }

        var first = lines.ToList().FindIndex(l => !l.Same);
        var page = new TextPage(width);
        page.Columns(
            "    ",
            [false, false, false, false],
            [
                [string.Empty, string.Empty, speech.Say(TestPhrases.Expected), speech.Say(TestPhrases.Got)],
                .. lines.Select((l, i) => new[] { i == first ? "→" : l.Same ? string.Empty : "✗", l.What, Printable.Line(l.Expected), Printable.Line(l.Actual) }),
            ]);
        _text.Append(page);
    }

    /// <summary>The finding of the case's rule; of a case of the whole pack the findings that differ, or else how the total came about.</summary>
    private void Derivations(CaseResult one)
    {
        if (one.Verdict is not { } verdict || one.Passed)
        {
            return;
        }

        var findings = one.Finding is { } own ? [own] : one.Lines.Where(l => !l.Same).Select(l => verdict.Find(l.What.Split('.', 2)[^1])).OfType<Finding>().ToList();
        if (findings.Count == 0)
        {
            Indented(ExplanationText.Render(verdict.Explanation, verdict.Context.Program.Vocabulary, speech.Language, width - 4));
        }

        foreach (var finding in findings)
        {
            Indented(ExplanationText.Render(finding, speech.Language, Math.Max(VerdictText.NarrowestWidth, width - 4)));
        }
    }

    private void Indented(string text)
    {
        _text.Append('\n');
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            _text.Append(line.Length == 0 ? string.Empty : "    ").Append(line).Append('\n');
        }

        _text.Append('\n');
    }
}
