namespace GreenFactory.Rules.Diagnostics;

/// <summary>Collects everything wrong, so that all of it is told at once.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>A file that is wrong everywhere is cut off here: a reader of ten thousand lines learns nothing more.</summary>
    private const int Most = 1000;

    private readonly List<Diagnostic> _items = [];

    public bool HasErrors { get; private set; }

    public int Count => _items.Count;

    public void Add(DiagnosticCode code, SourceSpan span, params object?[] arguments)
    {
        HasErrors |= code.Severity == DiagnosticSeverity.Error;
        if (_items.Count < Most)
        {
            _items.Add(new Diagnostic(code, span, arguments));
        }
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            HasErrors |= diagnostic.Code.Severity == DiagnosticSeverity.Error;
            if (_items.Count < Most)
            {
                _items.Add(diagnostic);
            }
        }
    }

    /// <summary>All of it, by file, line and column, each said once.</summary>
    public IReadOnlyList<Diagnostic> ToList() =>
    [
        .. _items
            .DistinctBy(d => (d.Code.Id, d.Span, d.Message.En))
            .OrderBy(d => d.Span.File, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Line)
            .ThenBy(d => d.Span.Column)
            .ThenBy(d => d.Code.Id, StringComparer.Ordinal),
    ];
}
