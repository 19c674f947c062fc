namespace GreenFactory.Rules.NRules;

internal static partial class NRulesSwitch
{
    public static partial RuleEvaluatorOptions? Options => RuleEvaluatorOptions.Default.UseNRules();
}
