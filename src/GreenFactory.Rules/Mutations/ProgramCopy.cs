using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Mutations;

/// <summary>Copies of a program with one thing changed; what is not changed is shared.</summary>
internal static class ProgramCopy
{
    public static RuleProgram With(
        this RuleProgram program,
        PackDefinition? pack = null,
        IReadOnlyList<BoundRule>? rules = null,
        IReadOnlyList<ProgramGroup>? groups = null,
        IReadOnlyList<BoundTier>? tiers = null,
        decimal? passMark = null) => new()
        {
            Pack = pack ?? program.Pack,
            Vocabulary = program.Vocabulary,
            Benchmarks = program.Benchmarks,
            Externals = program.Externals,
            Memory = program.Memory,
            Rules = rules ?? program.Rules,
            Groups = groups ?? program.Groups,
            PassMark = passMark ?? program.PassMark,
            Tiers = tiers ?? program.Tiers,
            Parameters = program.Parameters,
        };

    /// <summary>The program with one rule changed; null when it has no such rule or the change finds nothing to change.</summary>
    public static RuleProgram? WithRule(this RuleProgram program, string id, Func<BoundRule, BoundRule?> change)
    {
        if (program.Rules.FirstOrDefault(r => r.Definition.Id == id) is not { } rule || change(rule) is not { } changed)
        {
            return null;
        }

        return program.With(rules: [.. program.Rules.Select(r => ReferenceEquals(r, rule) ? changed : r)]);
    }

    /// <summary>The program with one tier changed.</summary>
    public static RuleProgram? WithTier(this RuleProgram program, string id, Func<BoundTier, BoundTier?> change)
    {
        if (program.Tiers.FirstOrDefault(t => t.Definition.Id == id) is not { } tier || change(tier) is not { } changed)
        {
            return null;
        }

        return program.With(tiers: [.. program.Tiers.Select(t => ReferenceEquals(t, tier) ? changed : t)]);
    }
}
