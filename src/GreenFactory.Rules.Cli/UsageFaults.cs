using System.CommandLine;
using System.CommandLine.Parsing;
using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Cli;

/// <summary>What is wrong with a command line itself, in our words and with the nearest thing that exists.</summary>
internal static class UsageFaults
{
    private static readonly string[] Languages = ["zh", "en"];

    public static void Collect(ParseResult parse, DiagnosticBag bag)
    {
        var place = SourceSpan.WholeFile(Tool.Name);
        if (parse.GetResult(SharedOptions.LangName) is OptionResult { Tokens: [var language] } && !Languages.Contains(language.Value))
        {
            bag.Add(DiagnosticCodes.BadOption, place, SharedOptions.LangName, language.Value, Speech.Both(CommandPhrases.OneOf, string.Join(" | ", Languages)));
        }

        foreach (var word in parse.UnmatchedTokens)
        {
            bag.Add(DiagnosticCodes.UnknownArgument, place, word, NearestName.Hint(word, Legal(parse.CommandResult, word)));
        }

        // An option nobody knows is taken for an argument; two dashes give it away.
        var afterDashes = false;
        foreach (var token in parse.Tokens)
        {
            afterDashes |= token.Type == TokenType.DoubleDash;
            if (!afterDashes && token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !parse.UnmatchedTokens.Contains(token.Value))
            {
                bag.Add(DiagnosticCodes.UnknownArgument, place, token.Value, NearestName.Hint(token.Value, Legal(parse.CommandResult, token.Value)));
            }
        }

        foreach (var error in parse.Errors)
        {
            if (error.SymbolResult is not OptionResult option)
            {
                continue;
            }

            if (option.Tokens.Count == 0)
            {
                bag.Add(DiagnosticCodes.ArgumentMissing, place, Speech.Both(CommandPhrases.ValueOf, option.Option.Name));
            }
            else
            {
                bag.Add(DiagnosticCodes.BadOption, place, option.Option.Name, string.Join(' ', option.Tokens.Select(t => t.Value)), CommandPhrases.WriteOnce);
            }
        }
    }

    private static IEnumerable<string> Legal(CommandResult command, string word)
    {
        var options = command.Command.Options.Select(o => o.Name).Append(SharedOptions.LangName);
        return word.StartsWith('-') || command.Command.Subcommands.Count == 0 ? options : command.Command.Subcommands.Select(c => c.Name);
    }
}
