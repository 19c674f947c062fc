using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli;

/// <summary>Help in the language asked for; widths count Chinese characters as two.</summary>
internal sealed class HelpText(Speech speech, Shell shell) : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, speech, shell.Output);
        return ExitCode.Positive;
    }

    public static void Write(Command command, Speech speech, TextWriter output)
    {
        var page = new TextPage(Width);
        page.Hang(string.Empty, command.Description ?? string.Empty);
        page.Heading(speech.Say(CommandPhrases.Usage));
        page.Hang("  ", UsageOf(command, speech));
        Rows(page, speech.Say(CommandPhrases.Commands), command.Subcommands.Select(c => new[] { c.Name, c.Description ?? string.Empty }));
        Rows(page, speech.Say(CommandPhrases.Arguments), command.Arguments.Select(a => new[] { a.Name, a.Description ?? string.Empty }));
        var inherited = command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive);
        Rows(page, speech.Say(CommandPhrases.Options), command.Options.Concat(inherited).Distinct().Select(o => new[] { NameOf(o), o.Description ?? string.Empty }));
        page.Blank();
        page.Hang(string.Empty, command is DocumentedCommand documented ? documented.Exits : speech.Say(CommandPhrases.MoreHelp));
        output.Write(page.ToString());
    }

    private static string UsageOf(Command command, Speech speech)
    {
        var usage = new StringBuilder(Tool.Name);
        if (command is RootCommand)
        {
            return usage.Append(' ').Append(speech.Say(CommandPhrases.CommandPlace)).Append(' ').Append(speech.Say(CommandPhrases.OptionsPlace)).ToString();
        }

        usage.Append(' ').Append(command.Name);
        foreach (var argument in command.Arguments)
        {
            usage.Append(' ').Append(argument.Arity.MaximumNumberOfValues > 1 ? $"[{argument.Name}…]" : argument.Name);
        }

        foreach (var option in command.Options.Where(o => o is not HelpOption))
        {
            var written = NameOf(option);
            var isNeeded = command is DocumentedCommand documented && documented.Needed.Contains(option);
            usage.Append(' ').Append(isNeeded ? written : $"[{written}]").Append(option.Arity.MaximumNumberOfValues > 1 ? "…" : string.Empty);
        }

        return usage.ToString();
    }

    private static string NameOf(Option option) => option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";

    private static void Rows(TextPage page, string title, IEnumerable<string[]> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        page.Heading(title);
        page.Columns("  ", [false, false], list);
    }
}
