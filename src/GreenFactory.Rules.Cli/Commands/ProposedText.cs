using System.Text;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Mutations;

namespace GreenFactory.Rules.Cli.Commands;

/// <summary>Proposed cases as YAML, by the file they belong into, each marked for a person to confirm.</summary>
internal static class ProposedText
{
    public static string Write(IEnumerable<ProposedCase> cases, Speech speech)
    {
        var text = new StringBuilder();
        foreach (var file in cases.GroupBy(c => c.File, StringComparer.Ordinal))
        {
            text.Append("# ").Append(file.Key).Append('\n');
            foreach (var one in file)
            {
                text.Append(One(one, speech)).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string One(ProposedCase proposed, Speech speech) => $"  # {speech.Say(TestPhrases.Confirm)}\n{CaseText.Write(proposed.Case)}";
}
