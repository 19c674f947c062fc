using System.CommandLine;

namespace GreenFactory.Rules.Cli;

/// <summary>Options that several commands take, defined once. All are read as text: what is wrong with a value is said in our own words.</summary>
internal sealed class SharedOptions
{
    public const string FormatName = "--format";
    public const string LangName = "--lang";

    public SharedOptions(Speech speech)
    {
        Pack = Text("--pack", "ID", speech.Say(CommandPhrases.Pack));
        AsOf = Text("--as-of", "DATE", speech.Say(CommandPhrases.AsOf));
        Rules = Text("--rules", "DIR", speech.Say(CommandPhrases.Rules));
        Benchmarks = Texts("--benchmarks", "FILE", speech.Say(CommandPhrases.Benchmarks));
        Overlays = Texts("--overlay", "FILE", speech.Say(CommandPhrases.Overlay));
        Out = Text("--out", "FILE", speech.Say(CommandPhrases.Out));
        Lang = Text(LangName, "zh|en", speech.Say(CommandPhrases.Lang));
        Width = Text("--width", "N", speech.Say(CommandPhrases.Width));
    }

    public Option<string?> Pack { get; }

    public Option<string?> AsOf { get; }

    public Option<string?> Rules { get; }

    public Option<string[]> Benchmarks { get; }

    public Option<string[]> Overlays { get; }

    public Option<string?> Out { get; }

    public Option<string?> Lang { get; }

    public Option<string?> Width { get; }

    public static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    public static Option<string[]> Texts(string name, string value, string description) => new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore };

    public static Option<string?> FormatOf(Speech speech, string formats) => Text(FormatName, formats.Replace(" ", string.Empty, StringComparison.Ordinal), speech.Say(CommandPhrases.Format, formats));
}
