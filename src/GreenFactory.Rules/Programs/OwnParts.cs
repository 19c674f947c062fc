namespace GreenFactory.Rules.Programs;

/// <summary>What a pack says itself, as against what it takes over from packs it extends: its cases answer for the former.</summary>
internal static class OwnParts
{
    /// <param name="program">The bound pack.</param>
    /// <param name="path">A rule, group, tier or setting: <c>rules.6.2.1</c>, <c>tiers.star-4</c>, <c>rounding</c>.</param>
    public static bool Has(RuleProgram program, string path)
    {
        var id = program.Pack.Id.ToString();
        return program.Pack.Extends.Count == 0
            || program.Pack.Resolution?.Changes.Any(c => c.Layer == id && (c.Path == path || c.Path.StartsWith(path + ".", StringComparison.Ordinal))) != false;
    }

    public static bool HasRule(RuleProgram program, BoundRule rule) => Has(program, $"rules.{rule.Definition.Id}");
}
