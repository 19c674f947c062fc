namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>What a finding comes to: status, points, and what its points do to the sums of its group.</summary>
internal readonly record struct FindingResult(string Status, decimal Lower, decimal Upper, decimal Full, decimal RemovedFromGroup = 0, decimal RemovedFromTotal = 0)
{
    /// <summary>One number for the points, unless they are open or do not count.</summary>
    public decimal? Value => Lower == Upper && RemovedFromGroup == 0 && RemovedFromTotal == 0 && !IsLeftOut ? Lower : null;

    /// <summary>The rule does not apply and leaves the score.</summary>
    public bool IsLeftOut { get; init; }
}

/// <summary>Computes a finding again from its derivation.</summary>
internal static class FindingCalculator
{
    public static FindingResult Compute(Step root, StepCalculator steps)
    {
        var share = steps.Share(root.Operands.Single(o => o.Op != "constant"));
        var points = steps.Answer(root.Operands.Single(o => o.Op == "constant"));
        if (!points.IsKnown)
        {
            return new FindingResult("insufficient-evidence", 0, decimal.MaxValue, decimal.MaxValue);
        }

        var full = points.Number;
        return share.Kind switch
        {
            AnswerKind.Unknown => new FindingResult("insufficient-evidence", 0, full, full),
            AnswerKind.NotApplicable => NotApplicable(root.Op == "not-applicable" ? root.Expression : "unknown policy", full),
            _ when share.Earned >= share.Whole => new FindingResult("met", full, full, full),
            _ when share.Earned <= 0 => new FindingResult("not-met", 0, 0, full),
            _ => Partly(full * share.Earned / share.Whole, full),
        };
    }

    private static FindingResult Partly(decimal earned, decimal full) => new("partly-met", earned, earned, full);

    private static FindingResult NotApplicable(string policy, decimal full) => policy switch
    {
        "full" => new FindingResult("not-applicable", full, full, full),
        "zero" => new FindingResult("not-applicable", 0, 0, full),
        "forbid" => new FindingResult("not-met", 0, 0, full),
        "renormalise-group" => new FindingResult("not-applicable", 0, 0, 0, RemovedFromGroup: full) { IsLeftOut = true },
        "renormalise" => new FindingResult("not-applicable", 0, 0, 0, RemovedFromTotal: full) { IsLeftOut = true },
        _ => new FindingResult(policy, 0, 0, full),
    };
}
