using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules;

/// <summary>
/// Thrown once per request with everything that is wrong with a pack, a fact file or an expression.
/// <see cref="Exception.Message"/> holds the first twenty lines in English; show <see cref="Diagnostics"/> to people.
/// </summary>
public sealed class InvalidInputException : Exception
{
    private const int MostLines = 20;

    /// <summary>Creates the exception from everything that was found.</summary>
    public InvalidInputException(IReadOnlyList<Diagnostic> diagnostics)
        : base(Summarise(diagnostics ?? throw new ArgumentNullException(nameof(diagnostics)))) => Diagnostics = diagnostics;

    /// <summary>Everything that is wrong, by file and place; warnings found on the way are among it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal static void ThrowIfAny(DiagnosticBag bag)
    {
        if (bag.HasErrors)
        {
            throw new InvalidInputException(bag.ToList());
        }
    }

    private static string Summarise(IReadOnlyList<Diagnostic> diagnostics)
    {
        var lines = diagnostics.Take(MostLines).Select(d => d.Render(Language.English));
        var more = diagnostics.Count - MostLines;
        return string.Join('\n', more > 0 ? lines.Append($"({more} more in {nameof(Diagnostics)})") : lines);
    }
}
