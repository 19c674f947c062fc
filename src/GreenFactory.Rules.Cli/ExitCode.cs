namespace GreenFactory.Rules.Cli;

/// <summary>What a script learns without reading the output.</summary>
internal static class ExitCode
{
    /// <summary>Done, and the answer is yes: met, true, no errors, or there was nothing to be decided.</summary>
    public const int Positive = 0;

    /// <summary>Done, and the answer is no: not met, false, a pack has errors.</summary>
    public const int Negative = 1;

    /// <summary>Cannot be done: usage, unreadable or invalid input.</summary>
    public const int CannotDo = 2;

    /// <summary>Done, but the evidence does not decide.</summary>
    public const int Undetermined = 3;

    public static int Of(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Met => Positive,
        Conclusion.NotMet => Negative,
        _ => Undetermined,
    };

    public static int Of(FindingStatus status) => status switch
    {
        FindingStatus.Met or FindingStatus.NotApplicable => Positive,
        FindingStatus.InsufficientEvidence => Undetermined,
        _ => Negative,
    };
}
