using System.Globalization;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed class CultureTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Text_is_the_same_in_every_culture(string culture)
    {
        var expected = In(CultureInfo.InvariantCulture);

        Assert.Equal(expected, In(CultureInfo.GetCultureInfo(culture)));
    }

    private static string In(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            var verdict = Rendered.Of(RulePackCatalog.Default, "miit-green-factory@2018", "cement-partial.json");
            return VerdictText.Render(verdict) + VerdictText.Render(verdict, Language.English) + VerdictMarkdown.Render(verdict)
                + string.Concat(verdict.Findings.Select(f => ExplanationText.Render(f, Language.English)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }
}
