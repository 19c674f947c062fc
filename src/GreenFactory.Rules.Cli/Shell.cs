namespace GreenFactory.Rules.Cli;

/// <summary>What a command may touch of the world around it: three streams and today's date. Files are named by arguments.</summary>
internal sealed class Shell
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether somebody watches standard error, so that progress is worth showing.</summary>
    public bool ErrorIsTerminal { get; init; }

    public required Func<Stream> Input { get; init; }

    public required DateOnly Today { get; init; }
}
