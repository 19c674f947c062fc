using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Differences;

/// <summary>Where in a verdict a change can show, so that a witness is not named for what something else did.</summary>
internal sealed class Reach(RuleProgram from, RuleProgram to)
{
    private static readonly string[] Whole = [Observation.Conclusion, Observation.Tier, Observation.Score];

    /// <summary>True when what two verdicts say differently can come from the change.</summary>
    public bool Shows(TraitChange change, IReadOnlyList<ObservedDifference> differences)
    {
        if (differences.Count == 0)
        {
            return false;
        }

        var item = change.Item;
        if (item.StartsWith(Observation.RulePrefix, StringComparison.Ordinal))
        {
            return change.IsWhole
                ? differences.Any(d => d.What == item) && differences.Any(d => Whole.Contains(d.What))
                : differences.Any(d => d.What == item) || NothingElse(item, differences);
        }

        if (item.StartsWith("tiers.", StringComparison.Ordinal))
        {
            return differences.Any(d => d.What == item);
        }

        if (item.StartsWith("in-force", StringComparison.Ordinal))
        {
            return differences.Any(d => d.What == Observation.Warnings);
        }

        return Readers(change) is { Count: > 0 } readers ? differences.Any(d => readers.Contains(d.What)) : differences.Any(d => d.What != Observation.Warnings);
    }

    /// <summary>The rules of both packs whose facts can turn what a change changes.</summary>
    public IReadOnlyList<string> Rules(TraitChange change)
    {
        if (change.Item.StartsWith(Observation.RulePrefix, StringComparison.Ordinal))
        {
            return [change.Item[Observation.RulePrefix.Length..]];
        }

        var readers = Readers(change).Where(r => r.StartsWith(Observation.RulePrefix, StringComparison.Ordinal)).Select(r => r[Observation.RulePrefix.Length..]).ToList();
        return readers.Count > 0 ? readers : [.. Some(change)];
    }

    /// <summary>What of the pack says the same otherwise, so that the whole can only differ by the kind or place of this one.</summary>
    private static bool NothingElse(string item, IReadOnlyList<ObservedDifference> differences) =>
        !differences.Any(d => d.What.StartsWith(Observation.RulePrefix, StringComparison.Ordinal) && d.What != item) && differences.Any(d => Whole.Contains(d.What));

    /// <summary>Rules, tiers and the conclusion that read a parameter, a fact, a coefficient or a benchmark; empty for a change of anything else.</summary>
    private HashSet<string> Readers(TraitChange change)
    {
        var readers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var program in new[] { from, to })
        {
            if (After("parameters.", change.Item) is { } parameter)
            {
                readers.UnionWith(ReadersOf(program, ParameterDefinition.Prefix + parameter));
            }

            if (Reads(change.Path) is { } reads)
            {
                readers.UnionWith(program.Rules.Where(r => BoundTree.All(RulePart.Of(r).Select(p => p.Root)).Any(reads)).Select(RuleName));
            }
        }

        return readers;
    }

    /// <summary>What reads a parameter: rules, tiers whose cut-off it is, the conclusion whose pass mark it is, all forms whose method it is.</summary>
    private static IEnumerable<string> ReadersOf(RuleProgram program, string parameter)
    {
        var rules = program.Rules.Where(r => program.Pack.Between?.Text == parameter && r.Forms.Count > 0
            || BoundTree.All(RulePart.Of(r).Select(p => p.Root)).Any(n => n is BoundConstant { Origin: ConstantOrigin.Parameter } && n.Text == parameter));
        return rules.Select(RuleName)
            .Concat(program.Tiers.Where(t => t.Parameter == parameter).Select(t => $"tiers.{t.Definition.Id}"))
            .Concat(program.Pack.Conclusion?.PassMark?.Text == parameter ? [Observation.Conclusion] : []);
    }

    /// <summary>Which part of an expression reads what a path of <see cref="ReadTraits"/>, or a coefficient of the pack's own, is about; null for other paths.</summary>
    public static Func<Bound, bool>? Reads(string path)
    {
        if (After(ReadTraits.Facts + ".", path) is { } fact)
        {
            var name = fact[..fact.LastIndexOf('.')];
            return n => n is BoundFact f && f.Fact.Path == name;
        }

        if (After(ReadTraits.Coefficients + ".", path) is { } coefficient)
        {
            var name = coefficient[..coefficient.LastIndexOf('.')];
            return n => n is BoundExternal { Kind: ExternalKind.Coefficient } && n.Text == name;
        }

        if (After(ReadTraits.Benchmarks + ".", path) is { } row)
        {
            var series = $"benchmark.{row[..row.IndexOf('.', StringComparison.Ordinal)]}.";
            return n => n is BoundExternal { Kind: ExternalKind.Benchmark } && n.Text.StartsWith(series, StringComparison.Ordinal);
        }

        return null;
    }

    private static string? After(string begins, string path) => path.StartsWith(begins, StringComparison.Ordinal) ? path[begins.Length..] : null;

    private IEnumerable<string> Some(TraitChange change)
    {
        var named = new[] { from, to }.SelectMany(p => p.Tiers.Where(t => change.Item == $"tiers.{t.Definition.Id}").SelectMany(t => t.Met.Concat(t.Direct)).Select(r => p.Rules[r].Definition.Id));
        var grouped = to.Rules.Where(r => change.Item == $"groups.{r.Definition.Group}").Select(r => r.Definition.Id);
        return named.Concat(grouped).Concat(to.Rules.GroupBy(r => r.Definition.Kind).SelectMany(g => g.Take(6)).Select(r => r.Definition.Id)).Distinct(StringComparer.Ordinal);
    }

    private static string RuleName(BoundRule rule) => Observation.RulePrefix + rule.Definition.Id;
}
