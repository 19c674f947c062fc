using System.CommandLine;
using System.Globalization;
using GreenFactory.Rules.Policies;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>roster --by WAY</c>: the lists of named national factories as a table with bars.</summary>
internal static class RosterCommand
{
    private const int LongestBar = 24;
    private static readonly bool[] Alignment = [false, false, true, true, true, true, false];

    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var by = SharedOptions.Text("--by", string.Join('|', Roster.Ways), speech.Say(CommandPhrases.RosterBy));
        var command = new DocumentedCommand("roster", speech.Say(CommandPhrases.Roster), speech.Say(CommandPhrases.PlainExits))
        {
            Options = { by, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var way = request.Choice(by, Roster.Ways);
            var width = request.Width();
            return request.Failed() ?? request.Emit(Table(Roster.Default.By(way), way == "year", speech, width), ExitCode.Positive);
        }
    }

    private static string Table(IReadOnlyList<RosterRow> rows, bool isGrowth, Speech speech, int width)
    {
        var page = new TextPage(width);
        var most = Math.Max(1, rows.Max(r => r.Passed ?? 0));
        var total = 0;
        var table = new List<string[]>
        {
            new[] { string.Empty, string.Empty, speech.Say(CommandPhrases.RosterApplied), speech.Say(CommandPhrases.RosterNamed), speech.Say(CommandPhrases.RosterRate), speech.Say(isGrowth ? CommandPhrases.RosterGrowth : CommandPhrases.RosterSum), speech.Say(CommandPhrases.RosterSource) },
        };
        foreach (var row in rows)
        {
            total += (row.Passed ?? 0) - (row.Removed ?? 0);
            var sum = Number(total) + (row.Removed is { } gone ? $" (-{Number(gone)})" : string.Empty) + (row.PrintedTotal is { } printed && printed != total ? $" ≠ {Number(printed)}" : string.Empty);
            table.Add([row.Key.In(speech.Language), new string('█', (int)Math.Round(LongestBar * (row.Passed ?? 0) / (decimal)most)), Number(row.Applied), Number(row.Passed), row.Rate is { } rate ? rate.ToString(CultureInfo.InvariantCulture) + " %" : string.Empty, sum, $"{row.Source} [{row.Label}]"]);
        }

        page.Columns(string.Empty, Alignment, table);
        return page.ToString();
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
