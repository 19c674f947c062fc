namespace GreenFactory.Rules.Cli;

/// <summary>How the outcome of a case is told, whatever the case is beside. A table.</summary>
internal static class CasePhrases
{
    public static readonly LocalizedText Passed = new("✓ {0}: {1}", "✓ {0}: {1}");
    public static readonly LocalizedText Failed = new("✗ {0}: {1}", "✗ {0}: {1}");
    public static readonly LocalizedText Sum = new("{0} 个通过，{1} 个未过", "{0} passed, {1} failed");
}
