
using GreenFactory.Rules.Diagnostics;
namespace GreenFactory.Rules;

/// <summary>Thrown once per request with everything that is wrong with a pack, a fact file or an expression.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Creates the exception from everything that was found.</summary>
    public InvalidInputException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', (diagnostics ?? []).Select(d => d.Render(Language.English))))
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        Diagnostics = diagnostics;
    }

    /// <summary>Everything that is wrong, by file and place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal static void ThrowIfAny(DiagnosticBag bag)
    {
        if (bag.HasErrors)
        {
            throw new InvalidInputException(bag.ToList());
        }
    }
}
