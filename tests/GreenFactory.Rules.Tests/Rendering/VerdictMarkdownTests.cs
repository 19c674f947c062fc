using System.Text.RegularExpressions;
using GreenFactory.Rules.Rendering;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed partial class VerdictMarkdownTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_verdict_reads_as_Markdown(Language language) => Snapshot.Match(VerdictMarkdown.Render(Rendered.Cement, language), "md", language.ToString());

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_finding_is_in_a_table(Language language)
    {
        var text = VerdictMarkdown.Render(Rendered.Demo, language);

        Snapshot.Match(text, "md", language.ToString());
        Assert.All(Rendered.Demo.Findings, f => Assert.Contains($"\n| {f.Id} |", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_row_has_as_many_cells_as_its_head()
    {
        foreach (var verdict in new[] { Rendered.Cement, Rendered.PartialCement, Rendered.Demo })
        {
            foreach (var table in VerdictMarkdown.Render(verdict).Split("\n\n").Where(p => p.StartsWith('|')))
            {
                Assert.Single(table.Split('\n').Select(r => Separator().Count(r)).Distinct());
            }
        }
    }

    [GeneratedRegex("(?<!\\\\)\\|")]
    private static partial Regex Separator();
}
