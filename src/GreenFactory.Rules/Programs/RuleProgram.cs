using GreenFactory.Rules.Benchmarks;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Quantities;

namespace GreenFactory.Rules.Programs;

/// <summary>A value that the frame looks up for an evaluation.</summary>
internal sealed record ExternalEntry(string Path, Coefficient? Coefficient, BenchmarkSeries? Series, string? Column, FactScope Scope);

/// <summary>What a set of bound expressions reads from outside the facts.</summary>
internal sealed record ExternalTable(IReadOnlyList<ExternalEntry> Factory, IReadOnlyList<ExternalEntry> Product)
{
    public ExternalEntry Entry(BoundExternal external) => (external.Scope == FactScope.Factory ? Factory : Product)[external.Index];
}

internal sealed record BoundStep(Bound At, decimal Earns, Provenance Source);

/// <summary>One way of measuring, checked.</summary>
internal sealed record BoundForm(
    FormDefinition Definition,
    Bound? When,
    Bound? Weight,
    Bound Measure,
    Unit Unit,
    Bound? Leading,
    Bound? Baseline,
    BetweenMethod Method,
    IReadOnlyList<BoundStep> Steps)
{
    public bool OverProducts => Definition.OverProducts;

    public bool LowerIsBetter => Definition.LowerIsBetter;

    /// <summary>The leading value stands in a table: it may be missing there, but it can never turn out not to apply.</summary>
    public bool LeadingIsListed => Leading is BoundExternal;

    /// <summary>The same of the baseline.</summary>
    public bool BaselineIsListed => Baseline is BoundExternal;
}

/// <summary>One rule, checked. Exactly one of condition, fraction and forms is there.</summary>
internal sealed record BoundRule(int Index, RuleDefinition Definition, Bound? When, Bound? Condition, Bound? Fraction, IReadOnlyList<BoundForm> Forms);

/// <summary>A first-level group with the rules it scores.</summary>
internal sealed record ProgramGroup(GroupDefinition Definition, decimal Weight, decimal Full, IReadOnlyList<int> Rules)
{
    /// <summary>Points of the total per point of the group, where that is a finite decimal: multiplying is then exact and cheap.</summary>
    private readonly decimal? _factor = Full != 0 && Weight / Full * Full == Weight && (Weight / Full).Scale <= 6 ? Weight / Full : null;

    /// <summary>What points of the group are worth in the total.</summary>
    public decimal ToTotal(decimal points) => points == 0 ? 0 : _factor is { } factor ? points * factor : points * Weight / Full;
}

/// <summary>What engines receive: a pack's rules, bound and in order. Immutable, shared by threads.</summary>
internal sealed class RuleProgram
{
    public required PackDefinition Pack { get; init; }

    public required FactVocabulary Vocabulary { get; init; }

    public required BenchmarkLibrary Benchmarks { get; init; }

    public required ExternalTable Externals { get; init; }

    /// <summary>Facts of the factory that are worth remembering, each after those it needs.</summary>
    public required IReadOnlyList<BoundFact> Memory { get; init; }

    public required IReadOnlyList<BoundRule> Rules
    {
        get;
        init
        {
            field = value;
            var next = 0;
            QuotientSlots = [.. value.Select(r => r.Condition is null ? next++ : -1)];
            QuotientCount = next;
        }
    }

    /// <summary>By rule: its place among the rules that can earn a part of their points; -1 for those that are met or not.</summary>
    public int[] QuotientSlots { get; private init; } = [];

    public int QuotientCount { get; private init; }

    public required IReadOnlyList<ProgramGroup> Groups { get; init; }

    public required decimal? PassMark { get; init; }

    /// <summary>Tiers, lowest first.</summary>
    public required IReadOnlyList<BoundTier> Tiers { get; init; }

    public required IReadOnlyDictionary<string, BoundConstant> Parameters { get; init; }

    private int[]? _groupOf;

    /// <summary>Place of a rule's first-level group; -1 for a rule without one.</summary>
    public int GroupOf(int rule)
    {
        if (_groupOf is not { } groups)
        {
            groups = new int[Rules.Count];
            Array.Fill(groups, -1);
            for (var g = 0; g < Groups.Count; g++)
            {
                foreach (var index in Groups[g].Rules)
                {
                    groups[index] = g;
                }
            }

            _groupOf = groups;
        }

        return groups[rule];
    }

    public NotApplicablePolicy PolicyOf(BoundRule rule)
    {
        var own = rule.Definition.Policy;
        return own ?? (GroupOf(rule.Index) is var group and >= 0 ? Groups[group].Definition.Policy : null) ?? Pack.Policy!.Value;
    }
}
