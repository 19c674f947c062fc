namespace GreenFactory.Rules.Evaluation;

/// <summary>What an engine says of one rule. Points are none of its business: it says which share was earned, as an exact quotient.</summary>
internal struct RuleOutcome
{
    public FindingStatus Status;

    /// <summary>Which form was used; -1 where none was.</summary>
    public short Form;

    /// <summary>True when one measured value stands for the rule.</summary>
    public bool HasMeasured;

    /// <summary>The product that the measured value is of, counted from 1; 0 where it is not one product's.</summary>
    public int Product;

    public decimal Earned;

    public decimal Whole;

    public decimal Measured;

    public static readonly RuleOutcome Insufficient = new() { Status = FindingStatus.InsufficientEvidence, Form = -1, Whole = 1 };

    public static readonly RuleOutcome NotApplicable = new() { Status = FindingStatus.NotApplicable, Form = -1, Whole = 1 };

    public static readonly RuleOutcome Met = new() { Status = FindingStatus.Met, Form = -1, Earned = 1, Whole = 1 };

    public static readonly RuleOutcome NotMet = new() { Status = FindingStatus.NotMet, Form = -1, Earned = 0, Whole = 1 };

    /// <summary>Status by the share earned of the whole; whole is positive.</summary>
    public static RuleOutcome OfShare(decimal earned, decimal whole) => new()
    {
        Status = earned >= whole ? FindingStatus.Met : earned <= 0 ? FindingStatus.NotMet : FindingStatus.PartlyMet,
        Form = -1,
        Earned = earned,
        Whole = whole,
    };
}
