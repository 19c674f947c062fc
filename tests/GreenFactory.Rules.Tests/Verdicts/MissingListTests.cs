using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Scoring;

namespace GreenFactory.Rules.Tests.Verdicts;

/// <summary>The list of missing facts: nothing that could still change the answer is absent from it, and what stands in it could.</summary>
public sealed class MissingListTests
{
    private const int Packs = 60;

    public static TheoryData<string> AllPacks => PackUnderTest.Ids;

    /// <summary>
    /// All that is missing and not listed is stated at once, one way or another; score, groups, tier and conclusion stay as
    /// open as they were. Two kinds of facts are not stated here: those that are derived, because they are listed by what they
    /// are derived from, and amounts of which it is still open whether they apply, because that question is listed first.
    /// </summary>
    [Theory]
    [MemberData(nameof(AllPacks))]
    public void Stating_everything_that_is_not_listed_changes_nothing(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(Effort.Times(400), FactoryShape.Partial with { StatedTotals = 0 }, (facts, seed) =>
        {
            var verdict = pack.Compiled.Evaluate(facts);
            var listed = verdict.Missing.ToHashSet(StringComparer.Ordinal);
            var more = pack.Generator.Complete(facts, seed, FactoryShape.Complete with { StatedTotals = 0, Unsettled = 0, NotApplicable = seed % 50 }, listed);
            return Changed(verdict, pack.Compiled.Evaluate(more));
        });
    }

    /// <summary>
    /// Stating the first of what is listed, again and again, ends with nothing listed but totals whose parts are known and
    /// give nothing: divided by zero, or without a coefficient.
    /// </summary>
    [Theory]
    [MemberData(nameof(AllPacks))]
    public void Stating_what_is_listed_closes_all_that_facts_can_close(string id)
    {
        var pack = PackUnderTest.Of(id);
        pack.ForEach(Effort.Times(150), FactoryShape.Partial with { StatedTotals = 0 }, (facts, seed) =>
        {
            var all = pack.Generator.Narrowed(pack.Generator.Complete(facts, seed, FactoryShape.Complete with { StatedTotals = 0, NotApplicable = 0 }), seed);
            while (true)
            {
                var listed = pack.Compiled.Evaluate(facts).Missing;
                var known = Knowledge.Beyond(facts, all).ToDictionary(p => p.PathIn(all), p => p, StringComparer.Ordinal);
                if (listed.FirstOrDefault(known.ContainsKey) is not { } next)
                {
                    return listed.FirstOrDefault(l => !IsTotal(facts.Vocabulary, l)) is { } open ? $"{open} stays listed" : null;
                }

                facts = Knowledge.Taken(facts, all, known[next]);
            }
        });
    }

    [Theory]
    [MemberData(nameof(AllPacks))]
    public void Facts_that_can_turn_the_conclusion_come_before_facts_that_bring_points(string id)
    {
        var pack = PackUnderTest.Of(id);
        var conclusion = pack.Pack.Program.Pack.Conclusion!;
        pack.ForEach(Effort.Times(300), FactoryShape.Partial with { Unknown = 10 }, (facts, _) =>
        {
            var verdict = pack.Compiled.Evaluate(facts);
            if (verdict.Conclusion != Conclusion.Undetermined)
            {
                return null;
            }

            var turning = verdict.Findings
                .Where(f => f.Status == FindingStatus.InsufficientEvidence && ((f.Kind == FindingKind.Gate && conclusion.NeedsGates) || (f.Kind == FindingKind.Mandatory && conclusion.NeedsMandatory)))
                .SelectMany(f => f.Missing)
                .ToHashSet(StringComparer.Ordinal);
            var named = verdict.Tiers.SelectMany(t => t.Conditions).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            var ofTiers = verdict.Findings.Where(f => named.Contains(f.Id)).SelectMany(f => f.Missing).ToHashSet(StringComparer.Ordinal);
            var first = verdict.Missing.TakeWhile(m => turning.Contains(m) || ofTiers.Contains(m)).Count();
            return verdict.Missing.Skip(first).FirstOrDefault(turning.Contains) is { } late ? $"{late} comes after {verdict.Missing[first]}" : null;
        });
    }

    /// <summary>In small packs every way of stating what is not listed can be looked at: the verdict stays as open as it was.</summary>
    [Fact]
    public void Nothing_that_is_not_listed_matters() => ForEachState(shared: true, (_, domains, part, verdicts) =>
    {
        var isListed = domains.Select(d => verdicts[part].Missing.Contains(d.Path)).ToArray();
        return verdicts.Keys
            .Where(s => SmallPack.IsCompletion(s, part) && !isListed.Where((listed, i) => listed && s[i].State != FactState.Unknown).Any())
            .Select(s => Changed(verdicts[part], verdicts[s]) is { } fault ? $"{SmallPack.Show(s)}: {fault}" : null)
            .FirstOrDefault(f => f is not null);
    });

    /// <summary>
    /// Where rules share no facts, two completions that differ in nothing but a fact that is listed differ in score, group
    /// scores or conclusion. Packs with tiers are left out: the score of a few rules may jump over the span in which the gates
    /// of a tier would decide.
    /// </summary>
    [Fact]
    public void Everything_that_is_listed_matters() => ForEachState(shared: false, (pack, domains, part, verdicts) =>
    {
        if (pack.Program.Pack.Tiers.Count > 0)
        {
            return null;
        }

        var completions = verdicts.Keys.Where(s => s.All(c => c.State != FactState.Unknown) && SmallPack.IsCompletion(s, part)).ToList();
        return Enumerable.Range(0, domains.Count)
            .Where(i => verdicts[part].Missing.Contains(domains[i].Path) && !Matters(completions, i, verdicts))
            .Select(i => $"{domains[i].Path} does not matter")
            .FirstOrDefault();
    });

    private static void ForEachState(bool shared, Func<RulePack, IReadOnlyList<(string Path, FactCell[] Values)>, FactCell[], Dictionary<FactCell[], Verdict>, string?> broken)
    {
        var catalog = SmallPack.Catalog(Enumerable.Range(0, Packs), shared);
        for (var seed = 0; seed < Packs; seed++)
        {
            var pack = catalog.Load($"small-{seed}@1");
            var evaluator = RuleEvaluator.Compile(pack, new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference });
            var domains = SmallPack.Read(pack);
            var verdicts = SmallPack.States(domains, withOpen: true).ToDictionary(s => s, s => evaluator.Evaluate(SmallPack.Facts(catalog.Vocabulary, domains, s)));
            foreach (var part in verdicts.Keys)
            {
                var fault = broken(pack, domains, part, verdicts);
                Assert.True(fault is null, $"small-{seed}, {SmallPack.Show(part)}: {fault}\n{SmallPack.Write(seed, shared)}");
            }
        }
    }

    private static bool Matters(List<FactCell[]> completions, int fact, Dictionary<FactCell[], Verdict> verdicts) => completions
        .GroupBy(c => string.Join('|', c.Select((cell, i) => i == fact ? string.Empty : SmallPack.Show([cell]))), StringComparer.Ordinal)
        .Any(g => g.Skip(1).Any(c => Changed(verdicts[g.First()], verdicts[c]) is not null));

    private static bool IsTotal(FactVocabulary vocabulary, string path) => vocabulary.Find(path.Split("].")[^1])?.IsDerived == true;

    private static string? Changed(Verdict before, Verdict after) =>
        before.Conclusion != after.Conclusion ? $"conclusion {before.Conclusion} became {after.Conclusion}"
        : before.Score != after.Score ? $"score {before.Score} became {after.Score}"
        : before.Tier != after.Tier ? $"tier {before.Tier} became {after.Tier}"
        : before.Groups.Zip(after.Groups).FirstOrDefault(g => g.First.Score != g.Second.Score && g.First.Weight >= 0) is { First: not null } group ? $"group {group.First.Id} {group.First.Score} became {group.Second.Score}"
        : null;
}
