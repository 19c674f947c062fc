namespace GreenFactory.Rules;

/// <summary>The answer of one rule. Missing facts are never taken for a failure.</summary>
public enum FindingStatus
{
    /// <summary>符合.</summary>
    Met = 0,

    /// <summary>部分符合: some of the points.</summary>
    PartlyMet = 1,

    /// <summary>不符合.</summary>
    NotMet = 2,

    /// <summary>不适用.</summary>
    NotApplicable = 3,

    /// <summary>证据不足: what is known does not decide.</summary>
    InsufficientEvidence = 4,
}
