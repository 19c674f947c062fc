using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Documents;

/// <summary>
/// Documents of a source that one thread takes in their order while another may read ahead of it. Each is read once, by
/// whoever comes to it first; what is taken is the same either way. Thread-safe.
/// </summary>
internal sealed class DocumentsAhead(RulesSource source, IReadOnlyList<string> paths)
{
    private readonly Lazy<(Node? Root, IReadOnlyList<Diagnostic> Faults)>?[] _documents = [.. paths.Select(path => new Lazy<(Node?, IReadOnlyList<Diagnostic>)>(() => Read(source, path)))];

    /// <summary>Reads what nobody has taken yet.</summary>
    public void Read()
    {
        foreach (var document in _documents)
        {
            _ = document?.Value;
        }
    }

    /// <summary>The documents; to be called once, for they are not kept.</summary>
    public IEnumerable<Node?> Take(DiagnosticBag bag)
    {
        for (var i = 0; i < _documents.Length; i++)
        {
            var (root, faults) = _documents[i]!.Value;
            _documents[i] = null;
            bag.AddRange(faults);
            yield return root;
        }
    }

    private static (Node? Root, IReadOnlyList<Diagnostic> Faults) Read(RulesSource source, string path)
    {
        var bag = new DiagnosticBag();
        return (source.Read(path, bag), bag.ToList());
    }
}
