using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Expressions;
using GreenFactory.Rules.Expressions.Binding;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Coverage;

/// <summary>Notes what verdicts made happen. Not thread-safe.</summary>
internal sealed class CoverageRecorder
{
    private readonly Dictionary<string, string> _covered = new(StringComparer.Ordinal);
    private readonly Dictionary<Bound, DecisionTree> _trees = new(ReferenceEqualityComparer.Instance);

    /// <summary>Coverage of every pack that has cases, by ordinal id.</summary>
    /// <param name="result">Cases that were run.</param>
    /// <param name="program">The pack as its own files say, by a case file beside it and its id; null when it has errors.</param>
    public static IReadOnlyList<CaseCoverage> Measure(CaseSuiteResult result, Func<string, string, RuleProgram?> program)
    {
        var coverage = new List<CaseCoverage>();
        foreach (var pack in result.Files.Where(f => f.Pack is not null).GroupBy(f => f.Pack!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (program(pack.First().File, pack.Key) is not { } plain)
            {
                continue;
            }

            var recorder = new CoverageRecorder();
            foreach (var one in pack.SelectMany(f => f.Cases).Where(c => c.Passed && c.Verdict is not null))
            {
                recorder.Record(one);
            }

            coverage.Add(new CaseCoverage(pack.Key, CoverageGoals.Of(plain), recorder._covered));
        }

        return coverage;
    }

    /// <summary>Keys that one verdict reaches; of one rule only, where the case is about one.</summary>
    public static IReadOnlyCollection<string> Reached(Verdict verdict, string? rule)
    {
        var recorder = new CoverageRecorder();
        recorder.Record(verdict, rule, string.Empty);
        return recorder._covered.Keys;
    }

    /// <summary>Keys of tiers and pass mark that one verdict reaches.</summary>
    public static IReadOnlyCollection<string> ReachedTiers(Verdict verdict)
    {
        var recorder = new CoverageRecorder();
        recorder.Pack(verdict, string.Empty);
        return recorder._covered.Keys;
    }

    /// <summary>A case vouches for the rule it names; a case of the whole pack for what it looks at, tiers and conclusion, and the rules whose status it states.</summary>
    private void Record(CaseResult one)
    {
        if (one.Case.Rule is { } rule)
        {
            Record(one.Verdict!, rule.Text, one.Case.Name);
            return;
        }

        Pack(one.Verdict!, one.Case.Name);
        foreach (var code in one.Case.Expect.Warnings ?? [])
        {
            Note(CoverageKeys.Warning(code), one.Case.Name);
        }

        foreach (var stated in one.Case.Expect.Statuses)
        {
            Record(one.Verdict!, stated.Key.Text, one.Case.Name);
        }
    }

    private void Record(Verdict verdict, string? id, string by)
    {
        var interpreter = new Interpreter(verdict.Context.Frame);
        foreach (var rule in verdict.Context.Program.Rules.Where(r => id is null || r.Definition.Id == id))
        {
            Rule(verdict, rule, interpreter, by);
        }
    }

    private void Pack(Verdict verdict, string by)
    {
        var card = verdict.Context.Card;
        for (var t = 0; t < card.Tiers.Count; t++)
        {
            if (card.Tiers[t] != Conclusion.Undetermined)
            {
                Note(CoverageKeys.Tier(verdict.Context.Program.Tiers[t].Definition.Id, card.Tiers[t] == Conclusion.Met), by);
            }
        }

        if (verdict.Context.Program.PassMark is { } mark && (card.Total.Lower >= mark || card.Total.Upper < mark))
        {
            Note(CoverageKeys.PassMark(card.Total.Lower >= mark), by);
        }
    }

    private void Rule(Verdict verdict, BoundRule rule, Interpreter interpreter, string by)
    {
        var outcome = verdict.Context.Outcomes[rule.Index];
        Note(CoverageKeys.Status(rule, outcome.Status), by);
        foreach (var part in RulePart.Of(rule).Where(CoverageKeys.IsDecision))
        {
            if (!_trees.TryGetValue(part.Root, out var tree))
            {
                _trees[part.Root] = tree = new DecisionTree(part.Root);
            }

            foreach (var (leaf, truth) in tree.Deciding(interpreter.Evaluate))
            {
                Note(CoverageKeys.Decisive(rule, part, leaf, truth), by);
            }
        }

        if (outcome.Form >= 0)
        {
            Form(verdict, rule, outcome.Form, interpreter, by);
        }
    }

    private void Form(Verdict verdict, BoundRule rule, int index, Interpreter interpreter, string by)
    {
        Note(CoverageKeys.Form(rule, index), by);
        var form = rule.Forms[index];
        if (!form.OverProducts)
        {
            Sides(rule, form, index, interpreter.Evaluate, by);
            return;
        }

        for (var p = 0; p < (verdict.Context.Frame.Facts.Products?.Count ?? 0); p++)
        {
            var product = p;
            Sides(rule, form, index, e => interpreter.EvaluateProduct(e, product), by);
        }
    }

    private void Sides(BoundRule rule, BoundForm form, int index, Func<Bound, Value> evaluate, string by)
    {
        if (evaluate(form.Measure) is not NumberValue measured)
        {
            return;
        }

        var place = 0;
        foreach (var (name, _, _) in CoverageKeys.Thresholds(form, index))
        {
            if (CoverageKeys.ThresholdOf(form, place++) is { } threshold && evaluate(threshold) is NumberValue mark)
            {
                Note(CoverageKeys.Side(rule, name, form.LowerIsBetter ? measured.Number <= mark.Number : measured.Number >= mark.Number), by);
            }
        }
    }

    private void Note(string key, string by) => _covered.TryAdd(key, by);
}
