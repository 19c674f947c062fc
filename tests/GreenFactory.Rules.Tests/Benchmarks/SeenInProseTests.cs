using System.Globalization;
using System.Text;
using GreenFactory.Rules.Authoring;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Benchmarks;

/// <summary>
/// Every number that a sentence or table row about the standards was labelled seen with (<c>seen-in-prose.tsv</c>) stands in the
/// file of the rules the list names, under a citation of that section, or the list says why it stands nowhere.
/// </summary>
public sealed class SeenInProseTests
{
    private const string NotEncoded = "not-encoded because ";

    private static readonly List<(string Place, string File, string Section, decimal Number, string Home)> Seen =
    [
        .. File.ReadLines(Path.Combine(Repository.Tests, "Benchmarks", "seen-in-prose.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t'))
            .Select(c => (c[0], c[0].Split(' ')[0], c[0].Split(' ')[1][1..], decimal.Parse(c[1], CultureInfo.InvariantCulture), c[2])),
    ];

    [Fact]
    public void Every_number_stands_where_the_list_says_under_a_citation_of_its_section_or_says_why_not() => Assert.Empty(Faults(RulesSource.Package));

    /// <summary>A line that is left out of the list would be missed by nobody else.</summary>
    [Theory]
    [InlineData("gb-t-36132-2018.md", 3)]
    [InlineData("gb-t-36132-2025.md", 245)]
    [InlineData("huzhou.md", 33)]
    [InlineData("regional-variants.md", 160)]
    public void The_list_is_complete(string file, int count) => Assert.Equal(count, Seen.Count(s => s.File == file));

    [Fact]
    public void Every_reason_is_given_in_words() =>
        Assert.All(Seen.Where(s => s.Home.StartsWith("not-encoded", StringComparison.Ordinal)), s => Assert.True(s.Home.StartsWith(NotEncoded, StringComparison.Ordinal) && s.Home.Length > NotEncoded.Length + 10, s.Place));

    [Theory]
    [InlineData("ningbo-star/2022/pack.yaml", "at-least: 85", "at-least: 86", "regional-variants.md §2 L47")]
    [InlineData("wuxi-star/2021/pack.yaml", "at-least: 90", "at-least: 91", "regional-variants.md §1 L10")]
    [InlineData("ningbo-star/2022/pack.yaml", "regional-variants.md §2", "regional-variants.md §5", "regional-variants.md §2 L47")]
    public void A_tampered_number_or_citation_is_found(string path, string seen, string tampered, string place)
    {
        var text = Encoding.UTF8.GetString(RulesSource.Package.ReadBytes(path, new DiagnosticBag())!);
        Assert.Contains(seen, text, StringComparison.Ordinal);

        // A number that is written twice is taken out everywhere.
        var number = seen.Split(' ')[^1];
        var changed = seen.StartsWith("at-least", StringComparison.Ordinal) ? text.Replace(number, tampered.Split(' ')[^1], StringComparison.Ordinal) : text.Replace(seen, tampered, StringComparison.Ordinal);

        Assert.Contains(Faults(MemoryRules.OverPackage((path, changed))), f => f.StartsWith(place, StringComparison.Ordinal));
    }

    private static List<string> Faults(RulesSource source)
    {
        var cited = CitedNumbers.Read(source);
        return [.. Seen.Where(s => !s.Home.StartsWith(NotEncoded, StringComparison.Ordinal) && !cited.Holds(s.Home, s.File, s.Section, s.Number)).Select(s => $"{s.Place}: {s.Home} does not hold {s.Number.ToString(CultureInfo.InvariantCulture)} under §{s.Section}")];
    }
}
