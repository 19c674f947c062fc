using System.Globalization;
using System.Text;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Policies;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary><c>benefits --cases</c>: the cases beside policies, a line each. Finding none is a fault.</summary>
internal static class AnswerCasesRun
{
    private const string DefaultRoot = "rules";

    public static int Run(Request request)
    {
        var root = request.RulesFolder ?? DefaultRoot;
        if (!Directory.Exists(root))
        {
            request.Bad("--rules", root, TestPhrases.NoRules);
        }

        if (request.Failed() is { } failed)
        {
            return failed;
        }

        var catalog = PolicyCatalog.OpenDirectory(root);
        var text = new StringBuilder();
        var (passed, failures) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(root, "*" + PolicyCatalog.CaseSuffix, SearchOption.AllDirectories).Select(f => f.Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            foreach (var item in new AnswerCases(request.Bag).Read(DocumentReader.ReadFile(file, file, request.Bag)))
            {
                var differences = AnswerCases.Differences(item, catalog);
                (passed, failures) = differences.Count == 0 ? (passed + 1, failures) : (passed, failures + 1);
                text.Append(request.Speech.Say(differences.Count == 0 ? CasePhrases.Passed : CasePhrases.Failed, file, item.Name)).Append('\n');
                foreach (var d in differences)
                {
                    text.Append(request.Speech.Say(BenefitsPhrases.Differs, d.Span.ToString(), d.What, d.Expected, d.Got)).Append('\n');
                }
            }
        }

        if (passed + failures == 0)
        {
            request.Bag.Add(DiagnosticCodes.NothingToTest, SourceSpan.WholeFile(root));
        }

        if (request.Failed() is { } faulty)
        {
            return faulty;
        }

        text.Append(request.Speech.Say(CasePhrases.Sum, passed.ToString(CultureInfo.InvariantCulture), failures.ToString(CultureInfo.InvariantCulture))).Append('\n');
        return request.Emit(text.ToString(), failures > 0 ? ExitCode.Negative : ExitCode.Positive);
    }
}
