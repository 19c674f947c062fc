using GreenFactory.Rules.Packs;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Evaluation.Compiled;

internal delegate Truth RuleApplies(Run run);

/// <summary>One rule compiled on its own, for engines that choose by themselves which rules run. Immutable.</summary>
internal sealed class RuleKernel(BoundRule rule, RuleApplies? applies, RuleGroupAction judge)
{
    public int Index => rule.Index;

    public string Id => rule.Definition.Id;

    public RuleDefinition Definition => rule.Definition;

    /// <summary>The condition of use; null when the rule has none.</summary>
    public RuleApplies? Applies { get; } = applies;

    /// <summary>Records the outcome of the rule; only where its condition of use is true.</summary>
    public RuleGroupAction Judge { get; } = judge;
}
