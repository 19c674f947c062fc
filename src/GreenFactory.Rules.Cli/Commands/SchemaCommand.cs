using System.CommandLine;

namespace GreenFactory.Rules.Cli.Commands;

internal static class SchemaCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech) => new DocumentedCommand("schema", speech.Say(CommandPhrases.Schema), speech.Say(CommandPhrases.PlainExits)) { Options = { options.Out } };
}
