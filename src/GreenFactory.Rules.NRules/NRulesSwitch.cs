namespace GreenFactory.Rules.NRules;

/// <summary>Whether this build has the engine; what the command asks, so that it compiles the same either way.</summary>
internal static partial class NRulesSwitch
{
    /// <summary>Name users choose the engine by.</summary>
    public const string EngineName = "nrules";

    /// <summary>The build property that switches it on.</summary>
    public const string Property = "UseNRules";

    /// <summary>Options that choose the engine; null when it was not built in.</summary>
    public static partial RuleEvaluatorOptions? Options { get; }
}
