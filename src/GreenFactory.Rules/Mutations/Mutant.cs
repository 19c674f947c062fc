using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Mutations;

/// <summary>One small change of a pack's model that a good set of cases notices.</summary>
/// <param name="Rule">The rule it changes; null for the pack.</param>
/// <param name="Place">What is changed, within the rule or the pack.</param>
/// <param name="Span">Where that stands.</param>
/// <param name="What">From what to what.</param>
/// <param name="Apply">The changed program; null where a case's own settings leave nothing to change.</param>
internal sealed record Mutant(string? Rule, string Place, SourceSpan Span, LocalizedText What, Func<RuleProgram, CaseSetting, RuleProgram?> Apply)
{
    /// <summary>True when every rule has to be judged again, not only the one that is changed.</summary>
    public bool TouchesAllRules { get; init; }
}

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="KilledBy">The case that noticed it; null when it survived.</param>
internal sealed record MutantResult(Mutant Mutant, CaseResult? KilledBy);

/// <summary>All mutants of a pack, in the order of the pack.</summary>
internal sealed record MutationResult(string Pack, IReadOnlyList<MutantResult> Mutants)
{
    public int Killed => Mutants.Count(m => m.KilledBy is not null);

    public IEnumerable<Mutant> Survivors => Mutants.Where(m => m.KilledBy is null).Select(m => m.Mutant);

    /// <summary>Killed share in percent, cut off after one decimal.</summary>
    public decimal Score => Mutants.Count == 0 ? 100 : Math.Floor(1000m * Killed / Mutants.Count) / 10;
}
