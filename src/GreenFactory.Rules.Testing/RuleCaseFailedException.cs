namespace GreenFactory.Rules.Testing;

/// <summary>A case did not come out as its author expects. The message says what was expected and got, and how the verdict came about.</summary>
public sealed class RuleCaseFailedException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public RuleCaseFailedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public RuleCaseFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public RuleCaseFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
