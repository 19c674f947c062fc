using System.Collections;

namespace GreenFactory.Rules.Verdicts;

/// <summary>One finding per rule, made when somebody looks at it.</summary>
internal sealed class FindingList(VerdictContext context) : IReadOnlyList<Finding>
{
    private readonly Finding?[] _made = new Finding?[context.Program.Rules.Count];

    public int Count => _made.Length;

    public Finding this[int index] =>
        _made[index] ?? Interlocked.CompareExchange(ref _made[index], new Finding(context, context.Program.Rules[index]), null) ?? _made[index]!;

    public IEnumerator<Finding> GetEnumerator()
    {
        for (var i = 0; i < _made.Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
