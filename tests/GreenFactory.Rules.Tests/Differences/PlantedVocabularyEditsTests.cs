using System.Globalization;
using System.Text.RegularExpressions;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Tests.Support;
using Xunit.Abstractions;

namespace GreenFactory.Rules.Tests.Differences;

/// <summary>Edits planted in what packs only read: formulas of derived facts and values of coefficients.</summary>
public sealed partial class PlantedVocabularyEditsTests(ITestOutputHelper output)
{
    private static readonly (string Name, string Folder, Regex Place, Func<Match, string> Edit)[] Sorts =
    [
        ("a derived fact scaled", "vocabulary/", Derived(), m => $"{m.Groups[1].Value}({m.Groups[2].Value}) * 0.9\""),
        ("a coefficient raised", "vocabulary/coefficients/", Coefficient(), m => m.Groups[1].Value + Raised(m.Groups[2].Value)),
    ];

    /// <summary>Edits that no verdict can show, each with the reason.</summary>
    private static readonly (Regex Edit, string Reason)[] Silent =
    [
        (Biogenic(), "the carbon of these fuels is counted as none, whatever their heating value or oxidation"),
        (GreenRate(), "the only rule that reads the rate asks whether it is there: at least 0 %"),
    ];

    /// <summary>Every one of so many; one for the whole list, which takes several minutes.</summary>
    private static int Stride => int.TryParse(Environment.GetEnvironmentVariable("GREENFACTORY_PLANTED_STRIDE"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set > 0 ? set : 29;

    [Fact]
    public void An_edit_in_what_packs_only_read_is_told_with_a_witness_unless_no_verdict_can_show_it()
    {
        var catalog = RulePackCatalog.Default;
        var plain = catalog.Ids.Select(i => i.ToString()).ToDictionary(i => i, i => new Lazy<ComparedPack>(() => Side(i)), StringComparer.Ordinal);
        var told = Planted().SelectMany(e => plain.Keys.Select(p => (Edit: e, Pack: p)));
        var (seen, shown, silent) = (0, 0, 0);
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.ForEach(told.GroupBy(t => t.Pack), group =>
        {
            var read = 0;
            foreach (var ((name, edited), pack) in group)
            {
                var other = new ComparedPack(edited.Load(pack), [], edited);
                var changes = PackTraits.Compare(plain[pack].Value.Program, other.Program);
                if (changes.Count == 0 || read++ % Stride != 0)
                {
                    continue;
                }

                Interlocked.Increment(ref seen);
                var found = new WitnessSearch(plain[pack].Value, other).Find(changes).Any(f => f.Witness is not null);
                var reason = Silent.FirstOrDefault(s => s.Edit.IsMatch($"{pack} {changes[0].Path}")).Reason;
                Interlocked.Add(ref found ? ref shown : ref silent, 1);
                if (found != reason is null)
                {
                    failures.Add($"{(found ? "a witness after all" : "no witness")}: {pack}, {name}: {string.Join(", ", changes.Select(c => c.Path))}");
                }
            }
        });

        output.WriteLine($"{seen} edits in words and coefficients: {shown} shown by a witness, {silent} that no verdict can show; {failures.Count} told wrongly");
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order(StringComparer.Ordinal)));
        Assert.True(shown > 0);
    }

    private static ComparedPack Side(string id)
    {
        var pack = RulePackCatalog.Default.Load(id);
        return new ComparedPack(pack, FactoryDraft.OfPack(Path.Combine(Repository.Rules, pack.Id.Slug, pack.Id.Edition), pack, RulePackCatalog.Default), RulePackCatalog.Default);
    }

    private static IEnumerable<(string Name, RulePackCatalog Catalog)> Planted() =>
        from sort in Sorts
        from path in RulesSource.Package.Paths
        where path.StartsWith(sort.Folder, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal)
        let text = System.Text.Encoding.UTF8.GetString(RulesSource.Package.ReadBytes(path, new DiagnosticBag())!).ReplaceLineEndings("\n")
        from match in sort.Place.Matches(text)
        let edited = string.Concat(text.AsSpan(0, match.Index), sort.Edit(match), text.AsSpan(match.Index + match.Length))
        select ($"{sort.Name}, {path}:{text.AsSpan(0, match.Index).Count('\n') + 1}", RulePackCatalog.Default.Over(MemoryRules.Of((path, edited))));

    private static string Raised(string number) => (decimal.Parse(number, CultureInfo.InvariantCulture) * 1.1m).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(" coefficients\\.coefficient\\.fuel_(ncv|oxidation)\\.(ethanol|hydrogen|biogas)\\.values$")]
    private static partial Regex Biogenic();

    [GeneratedRegex("^gb-t-36132@2018 facts\\.material\\.green_rate\\.derived$")]
    private static partial Regex GreenRate();

    [GeneratedRegex("^(    derived: \")([^\"\\n]+)\"", RegexOptions.Multiline)]
    private static partial Regex Derived();

    [GeneratedRegex("^(      - \\{ from: [0-9-]+, value: )([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Coefficient();
}
