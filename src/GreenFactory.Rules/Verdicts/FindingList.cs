using System.Collections;

namespace GreenFactory.Rules.Verdicts;

/// <summary>One finding per rule, made when somebody looks at it.</summary>
internal sealed class FindingList(VerdictContext context) : IReadOnlyList<Finding>
{
    private readonly Finding?[] _made = new Finding?[context.Program.Rules.Count];
    private FindingDetail?[]? _details;

    /// <summary>What the findings are views of.</summary>
    public VerdictContext Context => context;

    public int Count => _made.Length;

    /// <remarks>Of two threads that come at once the later may see another object that says the same: a finding never changes.</remarks>
    public Finding this[int index] => _made[index] ??= new Finding(this, index);

    /// <summary>What a finding builds when it is opened; kept here, because most never are.</summary>
    public FindingDetail Detail(int index)
    {
        var details = _details ?? Interlocked.CompareExchange(ref _details, new FindingDetail?[_made.Length], null) ?? _details;
        return details[index] ??= new FindingBuilder(context).Detail(context.Program.Rules[index]);
    }

    public IEnumerator<Finding> GetEnumerator() => new Enumerator(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Enumerator(FindingList findings) : IEnumerator<Finding>
    {
        private int _at = -1;

        public Finding Current => findings[_at];

        object IEnumerator.Current => Current;

        public bool MoveNext() => ++_at < findings._made.Length;

        public void Reset() => _at = -1;

        public void Dispose()
        {
        }
    }
}
