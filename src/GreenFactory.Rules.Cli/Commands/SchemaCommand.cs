using System.CommandLine;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>schema NAME</c>: a JSON Schema for editors and validators, or all fact paths as snippets of an editor.</summary>
internal static class SchemaCommand
{
    private const string Snippets = "snippets";

    private static readonly string[] Legal = [.. JsonSchemas.Names, Snippets];

    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var legal = string.Join(" | ", Legal);
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
            if (wanted.Length > 0 && !Legal.Contains(wanted))
            {
                request.Bag.Add(DiagnosticCodes.UnknownArgument, SourceSpan.WholeFile(Tool.Name), wanted, NearestName.Hint(wanted, Legal));
            }

            var catalog = request.Catalog();
            return request.Failed() ?? request.Emit(wanted == Snippets ? FactSnippets.Write(catalog.Vocabulary) : JsonSchemas.Text(wanted, () => catalog.Vocabulary), ExitCode.Positive);
        }
    }
}
