using GreenFactory.Rules;

namespace Samples;

/// <summary>One factory, one verdict: load, compile, evaluate, and say what it means.</summary>
public static class EvaluateAFactory
{
    public static void Main(string[] args) =>
        Run(args.ElementAtOrDefault(0) ?? "samples/factories/cement-clinker.json", args.ElementAtOrDefault(1) ?? "gb-t-36132@2025", "verdict.json", Console.Out);

    public static void Run(string factsFile, string packId, string verdictFile, TextWriter output)
    {
        // A pack is compiled once; the evaluator is thread-safe and can be shared.
        var evaluator = RuleEvaluator.Compile(RulePackCatalog.Default.Load(packId));
        var facts = FactoryFacts.Load(factsFile);

        // Judged for the last day of the reporting period, or the last day of an edition withdrawn by then.
        var withdrawn = evaluator.Pack.InForceUntil <= facts.Period.LastDay ? evaluator.Pack.InForceUntil : null;
        var verdict = evaluator.Evaluate(facts, withdrawn?.AddDays(-1) ?? facts.Period.LastDay);

        Say($"{verdict.Factory.Name} · {verdict.PackTitle.Zh} · {verdict.AsOf:yyyy-MM-dd}");
        Say($"结论: {Spell(verdict.Conclusion)}，总分 {Interval(verdict.Score)}");
        Say($"分值依据: {verdict.Assurance.SourcedPoints:0.##} 分只含已见原文的数值，{verdict.Assurance.AssumedPoints:0.##} 分含回忆、推断或假设的数值");
        foreach (var warning in verdict.Warnings)
        {
            Say($"注意: {warning.Message.Zh}");
        }

        foreach (var group in verdict.Groups.Where(g => g.Weight > 0))
        {
            Say($"  {group.Title.Zh} 权重 {group.Weight}: {Interval(group.Score)}");
        }

        Say($"未满足的一票否决项和必选项:");
        foreach (var finding in verdict.Findings.Where(f => f.Kind is FindingKind.Gate or FindingKind.Mandatory && f.Status == FindingStatus.NotMet))
        {
            Say($"  {finding.Id} {finding.Title.Zh}: {finding.Requirement.Zh}");
        }

        // What a rule lost counts in the total by the weight of its group over the points that apply in it.
        Say($"失分最多的十项（折入总分）:");
        var lost = from finding in verdict.Findings
                   let whole = verdict.Findings.Where(f => f.Group == finding.Group).Sum(f => f.Points.Full)
                   where finding.Points.Upper < finding.Points.Full
                   let points = (finding.Points.Full - finding.Points.Upper) * verdict.Groups.Single(g => g.Id == finding.Group).Weight / whole
                   orderby points descending, finding.Id
                   select (finding, points);
        foreach (var (finding, points) in lost.Take(10))
        {
            Say($"  {points:0.00}  {finding.Id} {finding.Title.Zh}");
        }

        // An open finding is not a failure: it says what would close it.
        Say($"证据不足:");
        foreach (var finding in verdict.Findings.Where(f => f.Status == FindingStatus.InsufficientEvidence))
        {
            Say($"  {finding.Id} {finding.Title.Zh}: 缺 {string.Join("、", finding.Missing)}");
        }

        Say($"最该先补的事实: {(verdict.Missing.Count == 0 ? "无" : string.Join("、", verdict.Missing.Take(3)))}");
        File.WriteAllText(verdictFile, verdict.ToJson());
        Say($"判定书已写入 {Path.GetFileName(verdictFile)}");

        // The same text on every machine: numbers are written without its culture.
        void Say(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
    }

    private static string Interval(Score score) => FormattableString.Invariant(
        score.Value is { } value ? $"{value:0.##} / {score.Full:0.##}" : (FormattableString)$"{score.Lower:0.##} 至 {score.Upper:0.##} / {score.Full:0.##}");

    private static string Spell(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Met => "符合",
        Conclusion.NotMet => "不符合",
        _ => "待定",
    };
}
