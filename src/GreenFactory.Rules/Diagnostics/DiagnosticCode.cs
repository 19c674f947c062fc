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

    /// <summary>The stable number, <c>GFRnnnn</c>. A number is never given another meaning.</summary>
    public string Id { get; }

    /// <summary>Message with placeholders <c>{0}</c>, <c>{1}</c> … as <see cref="string.Format(string, object?[])"/> takes them: what is wrong and how to cure it.</summary>
    public LocalizedText Template { get; }

    /// <summary>Error or warning.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>Fills the placeholders. Texts of the user are shortened; arguments with two readings are given to each language in its own.</summary>
    internal LocalizedText Format(params object?[] arguments)
    {
        var zh = new object?[arguments.Length];
        var en = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var read = arguments[i] switch
            {
                LocalizedText text => text,
                IMessagePart part => part.ToText(),
                string written => LocalizedText.Same(WrittenText.Shorten(written)),
                _ => null,
            };
            zh[i] = read?.Zh ?? arguments[i];
            en[i] = read?.En ?? arguments[i];
        }

        return new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, Template.Zh, zh),
            string.Format(CultureInfo.InvariantCulture, Template.En, en));
    }
}
