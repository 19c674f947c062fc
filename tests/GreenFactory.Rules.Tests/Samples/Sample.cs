using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using GreenFactory.Rules.Tests.Support;

namespace GreenFactory.Rules.Tests.Samples;

/// <summary>The fact files under samples/factories and the verdicts on them.</summary>
internal static class Sample
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly ConcurrentDictionary<(string Pack, RuleEngineKind Engine), RuleEvaluator> Evaluators = new();

    public static string LocalLandIndex => Path.Combine(Repository.Root, "samples", "benchmarks", "local-land-index.yaml");

    public static string OfficialPoints => Path.Combine(Repository.Root, "samples", "overlays", "official-points.yaml");

    public static IEnumerable<string> Factories =>
        Directory.EnumerateFiles(Path.GetDirectoryName(Repository.Factory("any"))!, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Packs => RulePackCatalog.Default.Ids.Select(i => i.ToString());

    public static Verdict Judge(string factory, string pack, RuleEngineKind engine = RuleEngineKind.Compiled, RulePackCatalog? catalog = null) =>
        JudgeFile(Repository.Factory(factory), pack, engine, catalog);

    public static Verdict JudgeFile(string file, string pack, RuleEngineKind engine = RuleEngineKind.Compiled, RulePackCatalog? catalog = null)
    {
        var evaluator = catalog is null ? Evaluators.GetOrAdd((pack, engine), _ => Compile(RulePackCatalog.Default)) : Compile(catalog);
        var facts = FactoryFacts.Load(file, (catalog ?? RulePackCatalog.Default).Vocabulary);
        return evaluator.Evaluate(facts, AsOf(evaluator.Pack, facts));

        RuleEvaluator Compile(RulePackCatalog from) => RuleEvaluator.Compile(from.Load(pack), new RuleEvaluatorOptions { Engine = engine });
    }

    /// <summary>The end of the period, or the last day of an edition that was withdrawn by then.</summary>
    private static DateOnly AsOf(RulePack pack, FactoryFacts facts) =>
        pack.InForceUntil is { } until && until <= facts.Period.LastDay ? until.AddDays(-1) : facts.Period.LastDay;

    /// <summary>A verdict on one page: what an author looks at when a pack changes.</summary>
    public static string Summary(Verdict verdict)
    {
        var text = new StringBuilder();
        text.Append(Plain, $"{verdict.Factory.Name} {verdict.Period} | {verdict.Pack} as of {verdict.AsOf:yyyy-MM-dd}\n");
        text.Append(Plain, $"{verdict.Conclusion} {Points(verdict.Score)} | sourced {verdict.Assurance.SourcedPoints:0.##} assumed {verdict.Assurance.AssumedPoints:0.##}\n");
        foreach (var group in verdict.Groups)
        {
            text.Append(Plain, $"{group.Id} x {group.Weight:0.##}: {Points(group.Score)}\n");
        }

        foreach (var finding in verdict.Findings)
        {
            var measured = finding.Measured is { } value ? $" | {value.Value.ToString("0.####", Plain)} {value.Unit.Symbol}" : string.Empty;
            var missing = finding.Missing.Count > 0 ? $" | missing {string.Join(", ", finding.Missing)}" : string.Empty;
            text.Append(Plain, $"{finding.Id} | {finding.Kind} | {finding.Status} | {Points(finding.Points)}{measured}{missing}\n");
        }

        foreach (var warning in verdict.Warnings)
        {
            text.Append(Plain, $"warning {warning.Code} {warning.Path}: {warning.Message.En}\n");
        }

        return text.Append(Plain, $"missing, most decisive first: {string.Join(", ", verdict.Missing)}\n").ToString();
    }

    private static string Points(Score score) => FormattableString.Invariant(
        score.Lower == score.Upper ? $"{score.Lower:0.####}/{score.Full:0.####}" : (FormattableString)$"{score.Lower:0.####}..{score.Upper:0.####}/{score.Full:0.####}");
}
