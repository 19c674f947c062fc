using System.Globalization;

namespace GreenFactory.Rules.Tests.Verdicts.Recalculation;

/// <summary>Two ends of a score, full marks, and whether anything in it applies.</summary>
internal readonly record struct Interval(decimal Lower, decimal Upper, decimal Full, bool Applies = true)
{
    public decimal? Value => Applies && Lower == Upper ? Lower : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value?.ToString(CultureInfo.InvariantCulture) ?? "null"} ({Lower}..{Upper} of {Full})");
}

/// <summary>Computes groups and total again from the points of the findings and the derivation of the score.</summary>
internal sealed class ScoreCalculator(Step total, ILookup<string, FindingResult> findings)
{
    private const int Decimals = 22;
    private const decimal Noise = 1e-20m;

    public Interval Group(string id)
    {
        var exact = Exact(id);
        return exact with { Lower = Clean(exact.Lower), Upper = Clean(exact.Upper) };
    }

    /// <summary>The group with every digit: noise is taken off what is written, not off what is computed on.</summary>
    private Interval Exact(string id)
    {
        if (total.Operands.SingleOrDefault(o => o.Op == "bonus" && o.Expression == id) is { } bonus)
        {
            var cap = bonus.Constant("cap");
            return new Interval(Math.Min(findings[id].Sum(f => f.Lower), cap), Math.Min(findings[id].Sum(f => f.Upper), cap), cap);
        }

        var full = Of(id).Constant("full");
        var applicable = full - findings[id].Sum(f => f.RemovedFromGroup);
        if (full == 0 || applicable == 0)
        {
            return new Interval(0, 0, 0, full == 0);
        }

        var gone = findings[id].Sum(f => f.RemovedFromTotal) * full / applicable;
        return new Interval(findings[id].Sum(f => f.Lower) * full / applicable, findings[id].Sum(f => f.Upper) * full / applicable, full - gone, gone < full);
    }

    public Interval Total()
    {
        var groups = total.Operands.Single(o => o.Op == "groups");
        var full = groups.Constant("full");
        if (full == 0)
        {
            return new Interval(0, 0, 0);
        }

        var (lower, upper, removed) = Groups();
        var bonus = total.Operands.Where(o => o.Op == "bonus").Select(o => Group(o.Expression)).ToList();
        var (bonusLower, bonusUpper) = (bonus.Sum(b => b.Lower), bonus.Sum(b => b.Upper));
        return removed >= full
            ? new Interval(Round(bonusLower), Round(bonusUpper), full, Applies: false)
            : new Interval(Round((lower * full / (full - removed)) + bonusLower), Round((upper * full / (full - removed)) + bonusUpper), full);
    }

    /// <summary>Steps of the derivation whose written value is not what follows.</summary>
    public IEnumerable<string> Differences()
    {
        var groups = total.Operands.Single(o => o.Op == "groups");
        var full = groups.Constant("full");
        var (lower, upper, removed) = Groups();
        var scale = full == 0 || removed >= full ? 1 : full / (full - removed);
        List<(Step Step, Interval Computed)> steps =
        [
            (total, Total()),
            (groups, new Interval(lower * scale, upper * scale, full, full == 0 || removed < full)),
            .. total.Operands.Where(o => o.Op == "bonus").Select(o => (o, Group(o.Expression))),
        ];
        foreach (var group in groups.Operands.Where(o => o.Op == "group"))
        {
            var score = Group(group.Expression);
            steps.Add((group, new Interval(Share(group, score.Lower), Share(group, score.Upper), 0, score.Applies)));
            steps.Add((group.Operands.Single(o => o.Op == "earned"), score with { Applies = true }));
            steps.Add((group.Operands.Single(o => o.Op == "applicable"), new Interval(score.Full, score.Full, 0)));
        }

        return steps.Where(s => !IsWritten(s.Step, s.Computed)).Select(s => $"{s.Step.Op} {s.Step.Expression}: {s.Step.Value} {s.Step.Note} is written, {s.Computed} follows");
    }

    private (decimal Lower, decimal Upper, decimal Removed) Groups()
    {
        decimal lower = 0;
        decimal upper = 0;
        decimal removed = 0;
        foreach (var group in total.Operands.Single(o => o.Op == "groups").Operands.Where(o => o.Op == "group"))
        {
            var score = Exact(group.Expression);
            lower += Share(group, score.Lower);
            upper += Share(group, score.Upper);
            removed += Share(group, group.Constant("full") - score.Full);
        }

        return (lower, upper, removed);
    }

    /// <summary>What points of a group are worth in the total.</summary>
    private static decimal Share(Step group, decimal points) => group.Constant("full") == 0 ? 0 : points * group.Constant("weight") / group.Constant("full");

    /// <summary>One number where the ends meet, both ends in the note where they do not; to the digits that are no noise.</summary>
    private static bool IsWritten(Step step, Interval computed)
    {
        if (!computed.Applies)
        {
            return step.Value.IsNotApplicable;
        }

        var ends = step.Value.Kind == AnswerKind.Number ? [step.Value.Number, step.Value.Number] : step.Note!.Split("..").Select(e => decimal.Parse(e, NumberStyles.Number, CultureInfo.InvariantCulture)).ToArray();
        return Math.Abs(ends[0] - computed.Lower) < Noise && Math.Abs(ends[1] - computed.Upper) < Noise && step.Value.IsUnknown == (ends[0] != ends[1]);
    }

    private Step Of(string id) => total.Operands.Single(o => o.Op == "groups").Operands.Single(o => o.Op == "group" && o.Expression == id);

    private decimal Round(decimal value) => Math.Round(Clean(value), (int)total.Constant("decimals"), total.Expression switch
    {
        "half-up" => MidpointRounding.AwayFromZero,
        "half-even" => MidpointRounding.ToEven,
        _ => MidpointRounding.ToZero,
    });

    /// <summary>A decimal holds 28 digits; the last few of a sum of quotients are noise.</summary>
    private static decimal Clean(decimal value) => Math.Round(value, Decimals);
}
