using System.Globalization;

namespace GreenFactory.Rules.Cli;

/// <summary>Says the command's phrases in the language asked for.</summary>
internal sealed class Speech(Language language)
{
    public Language Language { get; } = language;

    public string Say(LocalizedText phrase, params object?[] arguments) =>
        arguments.Length == 0 ? phrase.In(Language) : string.Format(CultureInfo.InvariantCulture, phrase.In(Language), arguments);

    public static LocalizedText Both(LocalizedText phrase, params object?[] arguments) => new(
        string.Format(CultureInfo.InvariantCulture, phrase.Zh, arguments),
        string.Format(CultureInfo.InvariantCulture, phrase.En, arguments));
}
