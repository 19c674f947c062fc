using System.Reflection;
using GreenFactory.Rules.NRules;

namespace GreenFactory.Rules.Tests.Support;

/// <summary>The engines of this build.</summary>
internal static class EnginesUnderTest
{
    /// <summary>What the build was asked for, which is not what it turned out to have.</summary>
    public static bool HasNRules { get; } = string.Equals(
        typeof(EnginesUnderTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == NRulesSwitch.Property).Value,
        "true",
        StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Expected { get; } = HasNRules ? ["reference", "compiled", NRulesSwitch.EngineName] : ["reference", "compiled"];

    public static IReadOnlyList<RuleEvaluatorOptions> Optional { get; } = NRulesSwitch.Options is { } options ? [options] : [];

    public static IReadOnlyList<(string Name, RuleEvaluatorOptions Options)> All { get; } =
    [
        ("reference", new RuleEvaluatorOptions { Engine = RuleEngineKind.Reference }),
        ("compiled", RuleEvaluatorOptions.Default),
        .. Optional.Select(o => (NRulesSwitch.EngineName, o)),
    ];

    public static IEnumerable<string> Names => All.Select(e => e.Name);
}
