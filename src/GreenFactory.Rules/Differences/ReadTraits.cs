using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Differences;

/// <summary>What the rules of a pack read without saying it themselves: formulas of derived facts, coefficients, rows of benchmarks.</summary>
internal static class ReadTraits
{
    public const string Facts = "facts";
    public const string Coefficients = "coefficients";
    public const string Benchmarks = "benchmarks";

    /// <summary>What both packs read; what only one of them reads is told by the rule that reads it.</summary>
    /// <param name="program">The pack whose traits are listed.</param>
    /// <param name="other">The pack it is compared with.</param>
    public static IEnumerable<Trait> Of(RuleProgram program, RuleProgram other)
    {
        var shared = Nodes(other).OfType<BoundFact>().Select(f => f.Fact.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in Nodes(program).OfType<BoundFact>().Where(f => shared.Contains(f.Fact.Path)).DistinctBy(f => f.Fact.Path, StringComparer.Ordinal).OrderBy(f => f.Fact.Path, StringComparer.Ordinal))
        {
            if (BoundText.Of(fact.Derived) is { } derived)
            {
                yield return new Trait($"{Facts}.{fact.Fact.Path}.derived", TraitKind.Content, derived, fact.Fact.Span);
            }

            if (BoundText.Of(fact.Applies) is { } applies)
            {
                yield return new Trait($"{Facts}.{fact.Fact.Path}.applies", TraitKind.Content, applies, fact.Fact.Span);
            }
        }

        // Values that the pack sets itself are told where it sets them.
        var own = program.Pack.Coefficients.Concat(other.Pack.Coefficients).Select(c => c.Id.Text).ToHashSet(StringComparer.Ordinal);
        var others = Entries(other).Select(e => e.Coefficient?.Path ?? e.Series?.Id).ToHashSet(StringComparer.Ordinal);
        var read = Entries(program).Where(e => others.Contains(e.Coefficient?.Path ?? e.Series?.Id)).ToList();
        foreach (var coefficient in read.Select(e => e.Coefficient).OfType<Rules.Facts.Coefficient>().Where(c => !own.Contains(c.Path)).DistinctBy(c => c.Path, StringComparer.Ordinal).OrderBy(c => c.Path, StringComparer.Ordinal))
        {
            yield return new Trait($"{Coefficients}.{coefficient.Path}.values", TraitKind.Content, string.Join("; ", coefficient.Values.Select(v => $"{Scalars.Date(v.From)} {v.Region}: {Number(v.Value)} {coefficient.Unit.Symbol}")), coefficient.Span);
        }

        var series = read.Select(e => e.Series?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var row in program.Benchmarks.Rows.Where(r => series.Contains(r.Series.Id)))
        {
            var values = string.Join(", ", row.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {Number(v.Value)}"));
            yield return new Trait($"{Benchmarks}.{row.Series.Id}.{row.Set.Id}/{row.Id}", TraitKind.Content, $"{Scalars.Date(row.From)} {row.Region} {string.Join('/', row.Industries)} {row.Product}: {values}", default);
        }
    }

    private static IEnumerable<Bound> Nodes(RuleProgram program) => BoundTree.All(program.Rules.SelectMany(RulePart.Of).Select(p => p.Root));

    private static IEnumerable<ExternalEntry> Entries(RuleProgram program) => program.Externals.Factory.Concat(program.Externals.Product);

    private static string Number(decimal? number) => number is { } value ? Scalars.Number(value) : "?";
}
