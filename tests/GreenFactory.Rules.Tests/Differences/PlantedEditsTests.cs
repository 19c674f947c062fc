using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Differences;

/// <summary>
/// Edits planted in the files of shipped packs: a hundred that change what the pack says and a hundred that only change how the file
/// looks. Which place of which file is edited follows from the files alone, so that every run plants the same ones.
/// </summary>
public sealed partial class PlantedEditsTests(ITestOutputHelper output)
{
    private const int Count = 100;

    private static readonly (string Name, Regex Place, Func<Match, string> Edit)[] Behavioural =
    [
        ("a condition turned round", Condition(), m => $"{m.Groups[1].Value}not ({m.Groups[2].Value})"),
        ("a cut-off raised by one", AtLeast(), m => $"{m.Groups[1].Value}{Next(m.Groups[2].Value)}"),
        ("a number in a condition raised by one", Number(), m => $"{m.Groups[1].Value}{Next(m.Groups[2].Value)}{m.Groups[3].Value}"),
        ("the better direction turned round", Better(), m => m.Groups[1].Value + (m.Groups[2].Value == "lower" ? "higher" : "lower")),
        ("a condition of use turned round", When(), m => $"{m.Groups[1].Value}not ({m.Groups[2].Value})"),
        ("and became or", And(), m => $"{m.Groups[1].Value} or {m.Groups[2].Value}"),
        ("a baseline moved", Baseline(), m => $"{m.Groups[1].Value}{Next(m.Groups[2].Value)}{m.Groups[3].Value}"),
        ("a pack begins a day later", From(), m => $"{m.Groups[1].Value}{DateOnly.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture).AddDays(1):yyyy-MM-dd}"),
        ("a point moved from a rule to the next", Points(), m => $"{m.Groups[1].Value}{Next(m.Groups[2].Value)}{m.Groups[3].Value}{Next(m.Groups[4].Value, -1)}"),
        ("a weight moved from a group to the next", Weights(), m => $"{m.Groups[1].Value}{Next(m.Groups[2].Value)}{m.Groups[3].Value}{Next(m.Groups[4].Value, -1)}"),
        ("what a step earns", Earns(), m => $"{m.Groups[1].Value}{Next(m.Groups[2].Value, -1)}{m.Groups[3].Value}"),
        ("a mandatory rule became optional", Mandatory(), m => $"{m.Groups[1].Value}optional"),
    ];

    private static readonly (string Name, Regex Place, Func<Match, string> Edit)[] Cosmetic =
    [
        ("brackets round a whole condition", Condition(), m => $"{m.Groups[1].Value}({m.Groups[2].Value})"),
        ("a remark above a rule", RuleStart(), m => $"  # a remark\n{m.Value}"),
        ("an empty line between rules", RuleStart(), m => $"\n{m.Value}"),
        ("spaces round a comparison", Spaces(), m => $"{m.Groups[1].Value}  {m.Groups[2].Value}  "),
        ("a cut-off with a decimal point", AtLeast(), m => $"{m.Groups[1].Value}{m.Groups[2].Value}.0"),
        ("quotes round a kind", Kind(), m => $"{m.Groups[1].Value}\"{m.Groups[2].Value}\""),
        ("a remark behind a kind", Kind(), m => $"{m.Value} # a remark"),
    ];

    [Fact]
    public void Every_behavioural_edit_is_told_with_a_witness_and_no_cosmetic_one_is_told_at_all()
    {
        var behavioural = Planted(Behavioural).ToList();
        var cosmetic = Planted(Cosmetic).ToList();
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.ForEach(behavioural.Select(e => (Edit: e, IsCosmetic: false)).Concat(cosmetic.Select(e => (Edit: e, IsCosmetic: true))).GroupBy(e => e.Edit.Pack), group =>
        {
            // The plain side is judged once per pack, not once per edit.
            var plain = new ComparedPack(RulePackCatalog.Default.Load(group.Key), FactoryDraft.OfCases(Path.Combine(Repository.Root, "rules", group.Key.Replace('@', '/'))), RulePackCatalog.Default);
            foreach (var ((_, name, loaded, catalog), isCosmetic) in group)
            {
                var edited = new ComparedPack(loaded, [], catalog);
                var changes = PackTraits.Compare(plain.Program, edited.Program);
                if (isCosmetic && changes.Count > 0)
                {
                    failures.Add($"cosmetic, yet told: {name}: {changes[0].Path}");
                }
                else if (!isCosmetic && new WitnessSearch(plain, edited).Find(changes) is var found && !found.Any(f => f.Witness is not null))
                {
                    failures.Add($"no witness: {name}: {string.Join(", ", found.Select(f => f.Change.Path))}");
                }
            }
        });

        output.WriteLine($"{behavioural.Count} behavioural, {cosmetic.Count} cosmetic edits over {behavioural.Select(b => b.Pack).Distinct().Count()} packs; {failures.Count} told wrongly");
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order(StringComparer.Ordinal)));
        Assert.Equal((Count, Count), (behavioural.Count, cosmetic.Count));
    }

    /// <summary>Edits of each sort, taken evenly from all places; those that no pack may say (sums that fail, words that are none) are passed over.</summary>
    private static IEnumerable<(string Pack, string Name, RulePack Loaded, RulePackCatalog Catalog)> Planted((string Name, Regex Place, Func<Match, string> Edit)[] sorts)
    {
        var places = sorts.Select(s => Places(s).ToList()).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var taken = 0;
        for (var round = 0; taken < Count && round < 400; round++)
        {
            for (var s = 0; s < sorts.Length && taken < Count; s++)
            {
                // A stride that no number of places shares spreads the edits over all files.
                if (places[s].Count == 0)
                {
                    continue;
                }

                var (path, match) = places[s][(int)((long)round * 7919 % places[s].Count)];
                if (!seen.Add($"{s} {path} {match.Index}"))
                {
                    continue;
                }

                var text = Text(path);
                var edited = string.Concat(text.AsSpan(0, match.Index), sorts[s].Edit(match), text.AsSpan(match.Index + match.Length));
                var parts = path.Split('/');
                var catalog = RulePackCatalog.Default.Over(MemoryRules.Of((path, edited)));
                if (catalog.TryLoad($"{parts[0]}@{parts[1]}").Pack is { } pack)
                {
                    taken++;
                    yield return (pack.Id.ToString(), $"{sorts[s].Name}, {path}:{text.AsSpan(0, match.Index).Count('\n') + 1}", pack, catalog);
                }
            }
        }
    }

    private static IEnumerable<(string Path, Match Match)> Places((string Name, Regex Place, Func<Match, string> Edit) sort) => RulesSource.Package.Paths
        .Where(p => p.EndsWith(".yaml", StringComparison.Ordinal) && p.Split('/') is { Length: >= 3 } parts && RulePackCatalog.Default.Ids.Any(i => i.Slug == parts[0] && i.Edition == parts[1]))
        .SelectMany(p => sort.Place.Matches(Text(p)).Select(m => (p, m)));

    private static string Text(string path) => System.Text.Encoding.UTF8.GetString(RulesSource.Package.ReadBytes(path, new DiagnosticBag())!).ReplaceLineEndings("\n");

    private static int Next(string number, int by = 1) => int.Parse(number, CultureInfo.InvariantCulture) + by;

    [GeneratedRegex("^(    condition: )([^\"'{\\n#]+)$", RegexOptions.Multiline)]
    private static partial Regex Condition();

    [GeneratedRegex("^(    when: )([^\"'{\\n#]+)$", RegexOptions.Multiline)]
    private static partial Regex When();

    [GeneratedRegex("^(    at-least: )([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex AtLeast();

    [GeneratedRegex("^(    condition: [^\"'{\\n#]*[<>]=? )([0-9]+)([^0-9.][^\"'{\\n#]*)?$", RegexOptions.Multiline)]
    private static partial Regex Number();

    [GeneratedRegex("^( +better: )(lower|higher)$", RegexOptions.Multiline)]
    private static partial Regex Better();

    [GeneratedRegex("^(    condition: [^\"'{\\n#()]+) and ([^\"'{\\n#()]+)$", RegexOptions.Multiline)]
    private static partial Regex And();

    [GeneratedRegex("^( +baseline: \"?)([0-9]+)( ?[%a-zA-Z].*)?$", RegexOptions.Multiline)]
    private static partial Regex Baseline();

    [GeneratedRegex("^(in-force: { from: )([0-9]{4}-[0-9]{2}-[0-9]{2})", RegexOptions.Multiline)]
    private static partial Regex From();

    [GeneratedRegex("^(    points: )([0-9]+)$((?:\\n.*)*?\\n    points: )([2-9]|[1-9][0-9])$", RegexOptions.Multiline)]
    private static partial Regex Points();

    [GeneratedRegex("^(    weight: )([1-9][0-9]*)$((?:\\n.*)*?\\n    weight: )([2-9]|[1-9][0-9])$", RegexOptions.Multiline)]
    private static partial Regex Weights();

    [GeneratedRegex("^(      - \\{ at: .*earns: \"?)([0-9]+)( %\"?.*)$", RegexOptions.Multiline)]
    private static partial Regex Earns();

    [GeneratedRegex("^(    kind: )mandatory$", RegexOptions.Multiline)]
    private static partial Regex Mandatory();

    [GeneratedRegex("^  - id: ", RegexOptions.Multiline)]
    private static partial Regex RuleStart();

    [GeneratedRegex("^(    condition: [^\"'{\\n#]*?) ([<>]=?|=) ", RegexOptions.Multiline)]
    private static partial Regex Spaces();

    [GeneratedRegex("^(    kind: )([a-z]+)$", RegexOptions.Multiline)]
    private static partial Regex Kind();
}
