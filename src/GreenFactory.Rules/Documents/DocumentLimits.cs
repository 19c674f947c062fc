namespace GreenFactory.Rules.Documents;

/// <summary>Bounds on input from strangers. They protect the process, they judge nothing.</summary>
internal static class DocumentLimits
{
    public const int MostBytes = 16 * 1024 * 1024;

    public const int MostDepth = 48;

    /// <summary>Values and keys together.</summary>
    public const int MostNodes = 1_000_000;
}
