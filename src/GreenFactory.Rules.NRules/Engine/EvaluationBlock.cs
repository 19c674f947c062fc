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
        var applies = Of(rule);
        for (var i = 0; i < runs.Length; i++)
        {
            applies[i] = rule.Applies!(runs[i]);
        }

        return applies.Contains(Truth.True);
    }

    /// <summary>The right-hand side: an outcome for every evaluation of the block.</summary>
    public void Record(RuleKernel rule)
    {
        var applies = Of(rule);
        for (var i = 0; i < runs.Length; i++)
        {
            if (rule.Applies is null || applies[i] == Truth.True)
            {
                rule.Judge(runs[i]);
            }
            else
            {
                Judgements.RecordClosed(runs[i].Outcomes, rule.Index, applies[i]);
            }
        }

        _recorded[rule.Index] = true;
    }

    /// <summary>Silence is not a finding: a rule that did not fire is closed for every evaluation, or the network has lost it.</summary>
    public void RecordClosed(IReadOnlyList<RuleKernel> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (_recorded[i])
            {
                continue;
            }

            if (all[i].Applies is null || Of(all[i]).Contains(Truth.True))
            {
                throw new InvalidOperationException($"NRules did not fire the rule {all[i].Id}, which applies.");
            }

            Record(all[i]);
        }
    }

    private Span<Truth> Of(RuleKernel rule) => _applies.AsSpan(rule.Index * runs.Length, runs.Length);
}
