namespace GreenFactory.Rules.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The input cannot be used.</summary>
    Error = 0,

    /// <summary>The input can be used, but somebody should look.</summary>
    Warning = 1,
}
