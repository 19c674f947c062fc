namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>The part of a row's points that was earned, as a quotient, so that nothing is rounded before the points are known.</summary>
internal struct Share
{
    public FindingStatus Status;
    public bool HasMeasured;
    public decimal Earned;
    public decimal Whole;
    public decimal Measured;

    private static Share All => new() { Status = FindingStatus.Met, Earned = 1m, Whole = 1m };

    private static Share Nothing => new() { Status = FindingStatus.NotMet, Whole = 1m };

    public static Share Open(AmountState state) =>
        new() { Status = state == AmountState.NotApplicable ? FindingStatus.NotApplicable : FindingStatus.InsufficientEvidence };

    public static Share Of(decimal earned, decimal whole) => new()
    {
        Status = earned >= whole ? FindingStatus.Met : earned <= 0m ? FindingStatus.NotMet : FindingStatus.PartlyMet,
        Earned = earned,
        Whole = whole,
    };

    /// <summary>More is better: nothing up to the baseline, all from the leading value, a straight line between.</summary>
    public static Share Rising(in Amount measured, decimal leading, decimal baseline)
    {
        if (!measured.IsKnown)
        {
            return Open(measured.State);
        }

        var share = Rise(measured.Value, leading, baseline);
        share.HasMeasured = true;
        share.Measured = measured.Value;
        return share;
    }

    public static Share Rising(in Amount measured, in Amount leading, in Amount baseline)
    {
        if (!measured.IsKnown)
        {
            return Open(measured.State);
        }

        var share = leading.IsKnown && baseline.IsKnown ? Rise(measured.Value, leading.Value, baseline.Value)
            : leading.IsKnown && baseline.State == AmountState.Unknown && measured.Value >= leading.Value ? All
            : baseline.IsKnown && leading.State == AmountState.Unknown && measured.Value < baseline.Value ? Nothing
            : Between(leading, baseline);
        share.HasMeasured = true;
        share.Measured = measured.Value;
        return share;
    }

    /// <summary>Less is better.</summary>
    public static Share Falling(in Amount measured, in Amount leading, in Amount baseline)
    {
        if (!measured.IsKnown)
        {
            return Open(measured.State);
        }

        var share = leading.IsKnown && baseline.IsKnown ? Fall(measured.Value, leading.Value, baseline.Value)
            : leading.IsKnown && baseline.State == AmountState.Unknown && measured.Value <= leading.Value ? All
            : baseline.IsKnown && leading.State == AmountState.Unknown && measured.Value > baseline.Value ? Nothing
            : Between(leading, baseline);
        share.HasMeasured = true;
        share.Measured = measured.Value;
        return share;
    }

    /// <summary>All or nothing at one value, less being better.</summary>
    public static Share AtMost(in Amount measured, in Amount limit)
    {
        if (!measured.IsKnown)
        {
            return Open(measured.State);
        }

        var share = !limit.IsKnown ? Open(limit.State)
            : measured.Value <= limit.Value ? All
            : Nothing;
        share.HasMeasured = true;
        share.Measured = measured.Value;
        return share;
    }

    private static Share Rise(decimal x, decimal leading, decimal baseline)
    {
        if (leading < baseline)
        {
            return new Share { Status = FindingStatus.InsufficientEvidence };
        }

        return x >= leading ? All
            : x < baseline ? Nothing
            : Of(x - baseline, leading - baseline);
    }

    private static Share Fall(decimal x, decimal leading, decimal baseline)
    {
        if (leading > baseline)
        {
            return new Share { Status = FindingStatus.InsufficientEvidence };
        }

        return x <= leading ? All
            : x > baseline ? Nothing
            : Of(baseline - x, baseline - leading);
    }

    private static Share Between(in Amount leading, in Amount baseline) =>
        Open(leading.State == AmountState.NotApplicable ? leading.State : baseline.State == AmountState.NotApplicable ? baseline.State : AmountState.Unknown);
}
