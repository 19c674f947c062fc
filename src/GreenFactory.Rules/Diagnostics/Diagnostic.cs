using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules;

/// <summary>Something wrong with a file or a request, said once: code, place, message and cure. Never about a factory's merit.</summary>
public sealed record Diagnostic
{
    internal Diagnostic(DiagnosticCode code, SourceSpan span, params object?[] arguments)
    {
        Code = code;
        Span = span;
        Message = code.Format(arguments);
    }

    /// <summary>Which kind of trouble.</summary>
    public DiagnosticCode Code { get; }

    /// <summary>Where.</summary>
    public SourceSpan Span { get; }

    /// <summary>What is wrong and how to cure it.</summary>
    public LocalizedText Message { get; }

    /// <summary>One line, <c>file:line:column: error GFRnnnn: message</c>, the message in the given language. The word before the code stays English, for tools that read it.</summary>
    public string Render(Language language)
    {
        var kind = Code.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{Span}: {kind} {Code.Id}: {Message.In(language)}";
    }

    /// <summary>The line as <see cref="Render"/> gives it in Chinese.</summary>
    public override string ToString() => Render(Language.Chinese);
}
