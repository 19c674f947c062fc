namespace GreenFactory.Rules.Cli;

/// <summary>The words of the cases of <c>benefits</c>. A table.</summary>
internal static class BenefitsPhrases
{
    public static readonly LocalizedText Cases = new("运行 rules（或 --rules）下各政策旁的用例 *.answers.yaml", "Runs the cases beside policies, *.answers.yaml under rules (or --rules)");
    public static readonly LocalizedText Differs = new("  {0}  {1}：应为 {2}，得到 {3}", "  {0}  {1}: expected {2}, got {3}");
}
