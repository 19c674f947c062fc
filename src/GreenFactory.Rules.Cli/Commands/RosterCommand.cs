using System.CommandLine;
using GreenFactory.Rules.Policies;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>roster --by WAY</c>: the lists of named national factories as a table with bars, and what contradicts what in the report.</summary>
internal static class RosterCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var by = SharedOptions.Text("--by", string.Join('|', Roster.Ways), speech.Say(CommandPhrases.RosterBy));
        var contradictions = new Option<bool>("--contradictions") { Description = speech.Say(CommandPhrases.RosterContradictions) };
        var format = SharedOptions.FormatOf(speech, "text | json | markdown");
        var command = new DocumentedCommand("roster", speech.Say(CommandPhrases.Roster), speech.Say(CommandPhrases.PlainExits))
        {
            Options = { by, contradictions, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var way = request.Choice(by, Roster.Ways);
            var shape = request.Choice(format, "text", "json", "markdown");
            var width = request.Width();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var report = new RosterReport(speech, width);
            return request.Emit(
                request.IsSet(contradictions)
                    ? shape switch { "json" => RosterReport.Json(Roster.Default.Contradictions), "markdown" => report.Markdown(Roster.Default.Contradictions), _ => report.Text(Roster.Default.Contradictions) }
                    : shape switch { "json" => RosterReport.Json(way, Roster.Default.By(way)), "markdown" => report.Markdown(way, Roster.Default.By(way)), _ => report.Text(way, Roster.Default.By(way)) },
                ExitCode.Positive);
        }
    }
}
