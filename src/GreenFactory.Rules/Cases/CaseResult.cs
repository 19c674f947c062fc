using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Cases;

/// <summary>How one case ended. It passed when there are neither differences nor diagnostics that were not expected.</summary>
internal sealed record CaseResult(string File, RuleCase Case, IReadOnlyList<CaseLine> Lines, IReadOnlyList<Diagnostic> Diagnostics, Verdict? Verdict)
{
    public IReadOnlyList<LocalizedText> Differences => [.. Lines.Where(l => !l.Same).Select(l => l.Difference)];

    public bool Passed => Lines.All(l => l.Same) && Diagnostics.Count == 0;

    /// <summary>The finding of the case's rule, for showing the derivation of a failure.</summary>
    public Finding? Finding => Case.Rule is { } rule ? Verdict?.Find(rule.Text) : null;
}

/// <summary>How a file of cases ended: what is wrong with the file itself, and its cases in order.</summary>
internal sealed record CaseFileResult(string File, string? Pack, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<CaseResult> Cases)
{
    public bool Passed => !Diagnostics.Any(d => d.Code.Severity == DiagnosticSeverity.Error) && Cases.All(c => c.Passed);
}
