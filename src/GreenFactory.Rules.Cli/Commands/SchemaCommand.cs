using System.CommandLine;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>schema NAME</c>: a JSON Schema for editors and validators.</summary>
internal static class SchemaCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var legal = string.Join(" | ", JsonSchemas.Names);
        var name = new Argument<string?>("NAME") { Description = speech.Say(CommandPhrases.SchemaName, legal), Arity = ArgumentArity.ZeroOrOne };
        var command = new DocumentedCommand("schema", speech.Say(CommandPhrases.Schema), speech.Say(CommandPhrases.PlainExits))
        {
            Arguments = { name },
            Options = { options.Rules, options.Out },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var wanted = request.Needed(name);
            if (wanted.Length > 0 && !JsonSchemas.Names.Contains(wanted))
            {
                request.Bag.Add(DiagnosticCodes.UnknownArgument, SourceSpan.WholeFile(Tool.Name), wanted, NearestName.Hint(wanted, JsonSchemas.Names));
            }

            var catalog = request.Catalog();
            return request.Failed() ?? request.Emit(JsonSchemas.Text(wanted, () => catalog.Vocabulary), ExitCode.Positive);
        }
    }
}
