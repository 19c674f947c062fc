using System.Collections.Concurrent;
using GreenFactory.Rules.Cases;
using GreenFactory.Rules.Evaluation;
using GreenFactory.Rules.Expressions.Evaluation;
using GreenFactory.Rules.Programs;
using GreenFactory.Rules.Scoring;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Mutations;

/// <summary>
/// Holds every mutant of a pack against the cases that can notice it. Nothing is read or bound again: a mutant shares the program
/// but for what it changes, and only the changed rule is judged again.
/// </summary>
internal sealed class MutationRunner
{
    private readonly ILookup<string, CaseResult> _ofRule;
    private readonly IReadOnlyList<CaseResult> _ofPack;

    /// <param name="cases">Cases of one pack that passed, with their verdicts.</param>
    public MutationRunner(IEnumerable<CaseResult> cases)
    {
        var usable = cases.Where(c => c.Passed && c.Verdict is not null).ToList();
        _ofRule = usable.Where(c => c.Case.Rule is not null).ToLookup(c => c.Case.Rule!.Text, StringComparer.Ordinal);
        _ofPack = [.. usable.Where(c => c.Case.Rule is null)];
    }

    /// <summary>All mutants of a program, in the order of the pack.</summary>
    public static IReadOnlyList<Mutant> Mutants(RuleProgram program) => [.. RuleMutants.Of(program), .. PackMutants.Of(program)];

    /// <summary>Runs all mutants on all cores; the answer does not depend on how many there are.</summary>
    public MutationResult Run(string pack, RuleProgram program, Action<int, int>? progress = null)
    {
        var mutants = Mutants(program);
        var results = new MutantResult[mutants.Count];
        var done = 0;
        Parallel.For(0, mutants.Count, i =>
        {
            results[i] = new MutantResult(mutants[i], Killer(mutants[i]));
            progress?.Invoke(Interlocked.Increment(ref done), mutants.Count);
        });
        return new MutationResult(pack, results);
    }

    /// <summary>The verdict of a mutant on the facts of another verdict; null when there is nothing to change for it.</summary>
    public static Verdict? Judge(Mutant mutant, Verdict verdict, CaseSetting setting)
    {
        var context = verdict.Context;
        return mutant.Apply(context.Program, setting) is { } variant ? Judge(context, variant) : null;
    }

    private CaseResult? Killer(Mutant mutant)
    {
        var variants = new ConcurrentDictionary<(RuleProgram, CaseSetting?), RuleProgram?>();
        var cases = mutant.Rule is { } rule ? _ofRule[rule].Concat(_ofPack) : mutant.TouchesAllRules || ChangesPoints(mutant) ? _ofPack.Concat(_ofRule.SelectMany(c => c)) : _ofPack;
        foreach (var one in cases)
        {
            var context = one.Verdict!.Context;
            var key = (context.Program, mutant.TouchesAllRules ? one.Case.Setting : null);
            if (variants.GetOrAdd(key, _ => mutant.Apply(context.Program, one.Case.Setting)) is { } variant && Notices(one, variant))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Policies of the pack and of groups show in the points of single rules.</summary>
    private static bool ChangesPoints(Mutant mutant) => mutant.Place.EndsWith("not-applicable", StringComparison.Ordinal);

    private static bool Notices(CaseResult one, RuleProgram variant)
    {
        try
        {
            var verdict = Judge(one.Verdict!.Context, variant);
            var units = variant.Vocabulary.Units;
            var lines = one.Case.Rule is { } rule ? CaseComparison.OfRule(one.Case.Expect, verdict.Find(rule.Text)!, units) : CaseComparison.OfPack(one.Case.Expect, verdict, units);
            return lines.Any(l => !l.Same);
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            // A pack that cannot be worked out any more is noticed by whoever runs it.
            return true;
        }
    }

    private static Verdict Judge(VerdictContext context, RuleProgram variant)
    {
        var outcomes = new OutcomeTable(variant);
        var interpreter = new Interpreter(context.Frame);
        for (var i = 0; i < variant.Rules.Count; i++)
        {
            outcomes[i] = ReferenceEquals(variant.Rules[i], context.Program.Rules[i]) ? context.Outcomes[i] : ReferenceEngine.Judge(variant.Rules[i], interpreter);
        }

        return new Verdict(new VerdictContext(context.Services.For(variant), context.Frame, outcomes, new Scorer(variant).Score(outcomes)));
    }
}
