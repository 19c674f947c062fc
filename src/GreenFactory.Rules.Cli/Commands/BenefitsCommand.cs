using System.CommandLine;
using GreenFactory.Rules.Policies;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>benefits FACTS</c>: rewards, duties, deadlines and sanctions where the factory lies.</summary>
internal static class BenefitsCommand
{
    public static Command Build(SharedOptions options, Shell shell, Speech speech)
    {
        var file = new Argument<string?>("FACTS") { Description = speech.Say(CommandPhrases.FactsFile), Arity = ArgumentArity.ZeroOrOne };
        var region = SharedOptions.Text("--region", "CODE", speech.Say(CommandPhrases.ThoughtRegion));
        var settings = SharedOptions.Texts("--set", "NAME=VALUE", speech.Say(CommandPhrases.PolicySetting));
        var cases = new Option<bool>("--cases") { Description = speech.Say(BenefitsPhrases.Cases) };
        var format = SharedOptions.FormatOf(speech, "text | json | markdown | ics");
        var command = new DocumentedCommand("benefits", speech.Say(CommandPhrases.Benefits), speech.Say(CommandPhrases.PlainExits))
        {
            Arguments = { file },
            Options = { options.AsOf, region, settings, cases, options.Rules, format, options.Out, options.Width },
        };
        command.SetAction(parse => Run(new Request(parse, options, shell, speech)));
        return command;

        int Run(Request request)
        {
            if (request.IsSet(cases))
            {
                return AnswerCasesRun.Run(request);
            }

            var asOf = request.AsOf();
            var code = request.Value(region);
            var shape = request.Choice(format, "text", "json", "markdown", "ics");
            var width = request.Width();
            var named = request.Needed(file);
            if (code is not null && (code.Length != 6 || !code.All(char.IsAsciiDigit)))
            {
                request.Bad(region.Name, code, CommandPhrases.RegionShape);
            }

            var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var setting in request.Values(settings))
            {
                if (setting.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
                {
                    chosen[setting[..at]] = setting[(at + 1)..];
                }
                else
                {
                    request.Bad(settings.Name, setting, CommandPhrases.SettingShape);
                }
            }

            var catalog = request.Catalog();
            if (request.Failed() is { } failed)
            {
                return failed;
            }

            var facts = request.Facts(named, catalog);
            if (request.Failed() is { } unread)
            {
                return unread;
            }

            var policies = request.Value(options.Rules) is { } folder ? PolicyCatalog.OpenDirectory(folder) : PolicyCatalog.Default;
            var answer = policies.Answer(facts!, asOf, new BenefitsRequest { Region = code, Settings = chosen });
            return request.Emit(
                shape switch
                {
                    "json" => answer.ToJson(),
                    "markdown" => answer.ToMarkdown(request.Language),
                    "ics" => answer.ToCalendar(request.Language),
                    _ => answer.ToText(request.Language, width),
                },
                ExitCode.Positive);
        }
    }
}
