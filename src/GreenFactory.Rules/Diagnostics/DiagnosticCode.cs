using System.Globalization;

namespace GreenFactory.Rules.Diagnostics;

/// <summary>One kind of trouble: a stable number and a message with numbered placeholders. All are listed in <see cref="DiagnosticCodes"/>.</summary>
public sealed record DiagnosticCode
{
    internal DiagnosticCode(string id, string zh, string en, DiagnosticSeverity severity = DiagnosticSeverity.Error)
    {
        Id = id;
        Template = new LocalizedText(zh, en);
        Severity = severity;
    }

    /// <summary>The stable number, <c>GFRnnnn</c>.</summary>
    public string Id { get; }

    /// <summary>Message with placeholders <c>{0}</c>, <c>{1}</c> …: what is wrong and how to cure it.</summary>
    public LocalizedText Template { get; }

    /// <summary>Error or warning.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>The message with its arguments; an argument that has two readings is read in the language of the message.</summary>
    internal LocalizedText Format(params object?[] arguments) => new(
        string.Format(CultureInfo.InvariantCulture, Template.Zh, In(Language.Chinese, arguments)),
        string.Format(CultureInfo.InvariantCulture, Template.En, In(Language.English, arguments)));

    private static object?[] In(Language language, object?[] arguments) => [.. arguments.Select(a => a is LocalizedText text ? text.In(language) : a)];
}
