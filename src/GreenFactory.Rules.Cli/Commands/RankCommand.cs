using System.CommandLine;
using System.Globalization;
using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Rankings;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>rank TABLE… --rule ID</c>: who stands where among all.</summary>
internal static class RankCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var tables = new Argument<string[]>("TABLE") { Description = speech.Say(RankPhrases.Tables), Arity = ArgumentArity.ZeroOrMore };
        var rule = SharedOptions.Text("--rule", "ID", speech.Say(RankPhrases.Rule));
        var cases = new Option<bool>("--cases") { Description = speech.Say(RankPhrases.Cases) };
        var format = SharedOptions.FormatOf(speech, "text | csv | json");
        var command = new DocumentedCommand("rank", speech.Say(RankPhrases.Rank), speech.Say(RankPhrases.Exits))
        {
            Arguments = { tables },
            Options = { rule, cases, options.Rules, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            var shape = request.Choice(format, "text", "csv", "json");
            var width = request.Width();
            var files = request.Values(tables);
            if (files.Count > 0 && !request.IsSet(cases))
            {
                request.Needed(rule);
            }

            if (request.Failed() is { } wrong)
            {
                return wrong;
            }

            var catalog = request.RulesFolder is { } folder ? RankingCatalog.OpenDirectory(folder) : RankingCatalog.Default;
            request.Report([.. catalog.Check().Where(d => d.Code.Severity == DiagnosticSeverity.Warning)]);
            var chosen = request.Value(rule) is { } id ? catalog.Load(id) : null;
            if (request.IsSet(cases))
            {
                return Cases(request, chosen is null ? [.. catalog.Ids.Select(i => catalog.Load(i.ToString()))] : [chosen]);
            }

            if (files.Count == 0)
            {
                return List(request, chosen is null ? [.. catalog.Ids.Select(i => catalog.Load(i.ToString()))] : [chosen], width);
            }

            using var ranked = TableRanking.Run(chosen!, files);
            request.Report(ranked.Diagnostics);
            if (ranked.Diagnostics.Any(d => d.Code.Severity == DiagnosticSeverity.Error))
            {
                return ExitCode.CannotDo;
            }

            var report = new RankReport(chosen!, speech);
            return request.Emit(shape switch { "csv" => RankReport.Csv(ranked.Rows()), "json" => report.Json(ranked.Rows()), _ => report.Text(ranked.Rows(), width) }, ExitCode.Positive);
        }

        int List(Request request, IReadOnlyList<RankingRule> rules, int width)
        {
            var page = new TextPage(width);
            page.Columns(string.Empty, [false, false, false, false], [speech.Say(RankPhrases.ListHead).Split('|'), .. rules.Select(r => new[] { r.Id.ToString(), Scalars.Date(r.InForceFrom), $"{r.Documents.FirstOrDefault(d => d.Id == r.Source.Document)?.Number} [{Provenance.Spell(r.Source.Label)}]", r.Title.In(speech.Language) })]);
            return request.Emit(page.ToString(), ExitCode.Positive);
        }

        int Cases(Request request, IReadOnlyList<RankingRule> rules)
        {
            var text = new StringBuilder();
            var (passed, failed) = (0, 0);
            foreach (var (one, item) in rules.SelectMany(r => r.Cases.Select(c => (r, c))))
            {
                var differences = RankingCaseRunner.Differences(item, PlainRanking.Rank(one, item.Rows));
                (passed, failed) = differences.Count == 0 ? (passed + 1, failed) : (passed, failed + 1);
                text.Append(speech.Say(differences.Count == 0 ? CasePhrases.Passed : CasePhrases.Failed, one.Id.ToString(), item.Name)).Append('\n');
                foreach (var d in differences)
                {
                    text.Append(speech.Say(RankPhrases.CaseDiffers, d.Of.Span.ToString(), d.Of.Id, d.Of.Year == 0 ? string.Empty : d.Of.Year.ToString(CultureInfo.InvariantCulture), d.Key, d.Expected, d.Got ?? speech.Say(RankPhrases.Nothing))).Append('\n');
                }
            }

            text.Append(speech.Say(CasePhrases.Sum, passed.ToString(CultureInfo.InvariantCulture), failed.ToString(CultureInfo.InvariantCulture))).Append('\n');
            return request.Emit(text.ToString(), failed > 0 ? ExitCode.Negative : passed == 0 ? ExitCode.CannotDo : ExitCode.Positive);
        }
    }
}
