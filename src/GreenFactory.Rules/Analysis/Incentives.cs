using GreenFactory.Rules.Differences;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Mutations;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Analysis;

/// <summary>Where a small step of one fact moves many points, and where doing better brings fewer of them.</summary>
internal sealed class Incentives(ComparedPack pack, IReadOnlyList<FactoryDraft> drafts, decimal cliff)
{
    private const int MostBases = 4;

    public IEnumerable<AnalysisFinding> OfRule(BoundRule rule)
    {
        if (pack.Program.Pack.Full is not > 0)
        {
            yield break;
        }

        var id = rule.Definition.Id;
        AnalysisFinding? steep = null;
        AnalysisFinding? perverse = null;
        var single = BoundTree.All(RulePart.Of(rule).Select(p => p.Root)).OfType<BoundFact>().Where(f => f.Derived is null).Select(f => f.Fact.Path).Distinct(StringComparer.Ordinal).Count() == 1;
        foreach (var basis in drafts.Take(2).Concat(drafts.Where(d => d.Rule == id)).Take(MostBases))
        {
            if (pack.Judge(basis) is not { } verdict)
            {
                continue;
            }

            foreach (var fact in FactChanges.Of(rule, verdict.Context.Frame).GroupBy(c => c.Key.Text, StringComparer.Ordinal))
            {
                var tried = fact.Select(c => Try(basis, c, rule)).OfType<Trial>().ToList();
                if (steep is null && CanBeSteep(verdict, rule))
                {
                    steep = Cliff(rule, basis, tried);
                }

                perverse ??= Perverse(rule, tried, single || IsMeasure(rule, fact.Key));
            }
        }

        if (steep is not null)
        {
            yield return steep;
        }

        if (perverse is not null)
        {
            yield return perverse;
        }
    }

    private Trial? Try(FactoryDraft basis, MapEntry change, BoundRule rule)
    {
        // What is not there, or does not apply, is neither better nor worse than a value.
        var draft = basis.With(change);
        if (!draft.Stated.Any(f => f.Key.Text == change.Key.Text && f.Value == change.Value) || pack.Judge(draft) is not { } verdict)
        {
            return null;
        }

        var number = change.Value is ScalarNode scalar && QuantityText.TrySplit(scalar.Text, out var value, out _) ? value : (decimal?)null;
        return new Trial(draft, change, Packs.Layers.NodeText.Of(change.Value)!, number, verdict, verdict.Context.Outcomes[rule.Index]);
    }

    /// <summary>A rule that is worth less than a cliff has none.</summary>
    private bool CanBeSteep(Verdict verdict, BoundRule rule) =>
        verdict.Context.Card.Rule(rule.Index).Full * verdict.Context.TotalPerPoint(rule.Index) / pack.Program.Pack.Full!.Value * 100 > cliff;

    /// <summary>A number and its neighbour, one apart where things are counted and a thousandth otherwise, with more points between them than a step should move.</summary>
    private AnalysisFinding? Cliff(BoundRule rule, FactoryDraft basis, List<Trial> tried)
    {
        foreach (var here in tried.Where(t => t.Number is > 0 && Known(t)))
        {
            var number = here.Number!.Value;
            var step = pack.Program.Vocabulary.Find(here.Fact)!.Kind == FactKind.Count ? 1 : number / 1000;
            foreach (var beside in new[] { number - step, number + step }.Select(n => Try(basis, With(here.Change, n), rule)).OfType<Trial>().Where(Known))
            {
                var moved = Math.Abs(Points(beside, rule) - Points(here, rule)) / pack.Program.Pack.Full!.Value * 100;
                if (moved > cliff)
                {
                    return new AnalysisFinding(
                        AnalysisKinds.Cliff,
                        $"{Observation.RulePrefix}{rule.Definition.Id}",
                        rule.Definition.Span,
                        new LocalizedText($"{here.Fact} 由 {here.Value} 到 {beside.Value}，动了满分的 {Shown(moved)} %", $"{here.Fact} from {here.Value} to {beside.Value} moves {Shown(moved)} % of the full score"),
                        here.Draft);
                }
            }
        }

        return null;
    }

    private static MapEntry With(MapEntry change, decimal number)
    {
        QuantityText.TrySplit(((ScalarNode)change.Value).Text, out _, out var unit);
        return change with { Value = new ScalarNode(unit.Length == 0 ? Scalars.Number(number) : $"{Scalars.Number(number)} {unit}", unit.Length > 0, default) };
    }

    /// <summary>A better value that earns less: in the rule itself always, in the total where the fact is what the rule wants better.</summary>
    private static AnalysisFinding? Perverse(BoundRule rule, List<Trial> tried, bool isWanted)
    {
        var known = tried.Where(Known).ToList();
        foreach (var worse in known)
        {
            foreach (var better in known.Where(b => IsBetter(rule, b, worse)))
            {
                var own = Points(better, rule) < Points(worse, rule);
                var total = isWanted && better.Verdict.Score.Lower < worse.Verdict.Score.Lower && better.Verdict.Score.Upper < worse.Verdict.Score.Upper;
                if (own || total)
                {
                    var (from, to) = own ? (Points(worse, rule), Points(better, rule)) : (worse.Verdict.Score.Lower, better.Verdict.Score.Lower);
                    return new AnalysisFinding(
                        AnalysisKinds.Perverse,
                        $"{Observation.RulePrefix}{rule.Definition.Id}",
                        rule.Definition.Span,
                        new LocalizedText($"{worse.Fact} 由 {worse.Value} 改善到 {better.Value}，{(own ? "本条得分" : "总分")}却由 {Shown(from)} 降到 {Shown(to)}", $"{worse.Fact} improves from {worse.Value} to {better.Value}, yet {(own ? "the rule's points fall" : "the total falls")} from {Shown(from)} to {Shown(to)}"),
                        better.Draft);
                }
            }
        }

        return null;
    }

    private static bool IsBetter(BoundRule rule, Trial better, Trial worse)
    {
        if (rule.Forms.Count == 0)
        {
            return rule.Condition is not null && better.Outcome.Status == FindingStatus.Met && worse.Outcome.Status == FindingStatus.NotMet;
        }

        return better.Outcome is { HasMeasured: true, Form: >= 0 } && worse.Outcome.HasMeasured && better.Outcome.Form == worse.Outcome.Form
            && (rule.Forms[better.Outcome.Form].LowerIsBetter ? better.Outcome.Measured < worse.Outcome.Measured : better.Outcome.Measured > worse.Outcome.Measured);
    }

    private static bool IsMeasure(BoundRule rule, string fact) => rule.Forms.Any(f => Plain(f.Measure) is BoundFact measure && measure.Fact.Path == fact);

    private static Bound Plain(Bound measure) => measure is BoundConvert convert ? Plain(convert.Operand) : measure;

    private static bool Known(Trial trial) => trial.Outcome.Status is FindingStatus.Met or FindingStatus.PartlyMet or FindingStatus.NotMet;

    private static decimal Points(Trial trial, BoundRule rule) => trial.Verdict.Context.Card.Rule(rule.Index).Lower * trial.Verdict.Context.TotalPerPoint(rule.Index);

    private static string Shown(decimal number) => Scalars.Number(Math.Round(number, 2));

    /// <summary>A factory with one fact set, and what came out.</summary>
    private sealed record Trial(FactoryDraft Draft, MapEntry Change, string Value, decimal? Number, Verdict Verdict, RuleOutcome Outcome)
    {
        public string Fact => Change.Key.Text;
    }
}
