using GreenFactory.Rules.Evaluation.Compiled;

namespace GreenFactory.Rules.NRules;

/// <summary>
/// The one fact of a session: 1…n evaluations of one pack. A plain class, because NRules knows facts by identity and a value
/// would be hashed on insertion. Belongs to one session and one thread.
/// </summary>
internal sealed class EvaluationBlock(Run[] runs, int rules)
{
    private readonly Truth[] _applies = new Truth[rules * runs.Length];
    private readonly bool[] _recorded = new bool[rules];

    /// <summary>The left-hand side of a rule with a condition of use: whether it is true of any evaluation of the block.</summary>
    public bool Applies(RuleKernel rule)
    {
        var any = false;
        foreach (var (place, run) in runs.Index())
        {
            var applies = rule.Applies!(run);
            _applies[At(rule, place)] = applies;
            any |= applies == Truth.True;
        }

        return any;
    }

    /// <summary>The right-hand side: an outcome for every evaluation of the block.</summary>
    public void Record(RuleKernel rule)
    {
        foreach (var (place, run) in runs.Index())
        {
            if (rule.Applies is null || _applies[At(rule, place)] == Truth.True)
            {
                rule.Judge(run);
            }
            else
            {
                Judgements.RecordClosed(run.Outcomes, rule.Index, _applies[At(rule, place)]);
            }
        }

        _recorded[rule.Index] = true;
    }

    /// <summary>Silence is not a finding: a rule that did not fire is closed for every evaluation, or the network has lost it.</summary>
    public void RecordClosed(IReadOnlyList<RuleKernel> all)
    {
        foreach (var rule in all.Where(r => !_recorded[r.Index]))
        {
            if (rule.Applies is null || _applies.AsSpan(At(rule, 0), runs.Length).Contains(Truth.True))
            {
                throw new InvalidOperationException($"NRules did not fire the rule {rule.Id}, which applies.");
            }

            Record(rule);
        }
    }

    private int At(RuleKernel rule, int place) => (rule.Index * runs.Length) + place;
}
