using System.Reflection;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Cli;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Rendering;

namespace GreenFactory.Rules.Tests.Rendering;

public sealed partial class PhrasesTests
{
    [Theory]
    [InlineData(typeof(Phrases))]
    [InlineData(typeof(CommandPhrases))]
    public void Every_phrase_says_the_same_in_both_languages(Type table)
    {
        var phrases = All(table).ToList();

        Assert.NotEmpty(phrases);
        Assert.All(phrases, p =>
        {
            Assert.NotEmpty(p.Zh.Trim());
            Assert.NotEmpty(p.En.Trim());
            Assert.Equal(Placeholders(p.Zh), Placeholders(p.En));
            Assert.DoesNotMatch(Chinese(), p.En);
        });
    }

    [Fact]
    public void Tables_in_the_order_of_an_enumeration_have_a_phrase_for_each_value()
    {
        Assert.Equal(Enum.GetValues<Conclusion>().Length, Phrases.Conclusions.Length);
        Assert.Equal(Enum.GetValues<FindingStatus>().Length, Phrases.Statuses.Length);
        Assert.Equal(Enum.GetValues<FindingKind>().Length, Phrases.Kinds.Length);
        Assert.Equal(Enum.GetValues<ProvenanceLabel>().Length, Phrases.Labels.Length);
        Assert.Equal(Enum.GetValues<ValueOrigin>().Length, Phrases.Origins.Length);
        Assert.Equal(Enum.GetValues<FactKind>().Length, Phrases.FactKinds.Length);
        Assert.Equal(RuleReader.Policies.Length, Phrases.Policies.Length);
    }

    private static IEnumerable<LocalizedText> All(Type table) => table.GetFields(BindingFlags.Static | BindingFlags.Public).SelectMany(field => field.GetValue(null) switch
    {
        LocalizedText one => [one],
        LocalizedText[] many => many,
        IReadOnlyDictionary<string, LocalizedText> named => named.Values,
        _ => Enumerable.Empty<LocalizedText>(),
    });

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("\\{[0-9]\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[\\u4e00-\\u9fff，。；：（）]")]
    private static partial Regex Chinese();
}
