namespace GreenFactory.Rules.Diagnostics;

/// <summary>Collects everything wrong, so that all of it is told at once.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>A file that is wrong everywhere is cut off here: a reader of ten thousand lines learns nothing more.</summary>
    public const int Most = 1000;

    private readonly List<Diagnostic> _items = [];
    private string? _cutIn;

    public bool HasErrors { get; private set; }

    /// <summary>How often something was added, kept or not.</summary>
    public int Count { get; private set; }

    public void Add(DiagnosticCode code, SourceSpan span, params object?[] arguments)
    {
        if (Counts(code, span))
        {
            _items.Add(new Diagnostic(code, span, arguments));
        }
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (Counts(diagnostic.Code, diagnostic.Span))
            {
                _items.Add(diagnostic);
            }
        }
    }

    /// <summary>All of it, by file, line and column, each said once; what was cut off is said as well.</summary>
    public IReadOnlyList<Diagnostic> ToList() =>
    [
        .. (_cutIn is null ? _items : _items.Append(new Diagnostic(DiagnosticCodes.MoreFaults, SourceSpan.WholeFile(_cutIn), Most)))
            .DistinctBy(d => (d.Code.Id, d.Span, d.Message))
            .OrderBy(d => d.Span.File, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Line)
            .ThenBy(d => d.Span.Column)
            .ThenBy(d => d.Code.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Message.En, StringComparer.Ordinal),
    ];

    /// <summary>Takes note; false when there is no room to keep it, and then no message is worked out for it.</summary>
    private bool Counts(DiagnosticCode code, SourceSpan span)
    {
        HasErrors |= code.Severity == DiagnosticSeverity.Error;
        Count++;
        if (_items.Count < Most)
        {
            return true;
        }

        _cutIn ??= span.File;
        return false;
    }
}
