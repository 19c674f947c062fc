using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Differences;

namespace GreenFactory.Rules.Analysis;

/// <summary>Something about a sound pack that its author should look at. It may be meant so; then the standard says it, and not the author.</summary>
/// <param name="Kind">What sort of thing: one of <see cref="AnalysisKinds"/>.</param>
/// <param name="Item">The rule or tier: <c>rules.ID</c>, <c>tiers.ID</c>.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="What">What was found, with the numbers.</param>
/// <param name="Witness">A factory that shows it; null where no single factory can.</param>
internal sealed record AnalysisFinding(string Kind, string Item, SourceSpan Span, LocalizedText What, FactoryDraft? Witness);

/// <summary>The sorts of findings, as they are written.</summary>
internal static class AnalysisKinds
{
    public const string NeverMet = "never-met";
    public const string NeverFails = "never-fails";
    public const string DeadCondition = "dead-condition";
    public const string DeadForm = "dead-form";
    public const string TierUnreachable = "tier-unreachable";
    public const string TierNeverMissed = "tier-never-missed";
    public const string PaysTwice = "pays-twice";
    public const string Cliff = "cliff";
    public const string Perverse = "perverse";
}
