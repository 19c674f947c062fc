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

    public Interval Group(string id)
    {
        if (total.Operands.SingleOrDefault(o => o.Op == "bonus" && o.Expression == id) is { } bonus)
        {
            var cap = bonus.Constant("cap");
            return new Interval(Math.Min(Clean(findings[id].Sum(f => f.Lower)), cap), Math.Min(Clean(findings[id].Sum(f => f.Upper)), cap), cap);
        }

        var full = Of(id).Constant("full");
        var applicable = full - findings[id].Sum(f => f.RemovedFromGroup);
        if (full == 0 || applicable == 0)
        {
            return new Interval(0, 0, 0, full == 0);
        }

        var gone = findings[id].Sum(f => f.RemovedFromTotal) * full / applicable;
        return new Interval(
            Clean(findings[id].Sum(f => f.Lower) * full / applicable),
            Clean(findings[id].Sum(f => f.Upper) * full / applicable),
            full - gone,
            gone < full);
    }

    public Interval Total()
    {
        var groups = total.Operands.Single(o => o.Op == "groups");
        var full = groups.Constant("full");
        if (full == 0)
        {
            return new Interval(0, 0, 0);
        }

        decimal lower = 0;
        decimal upper = 0;
        decimal removed = 0;
        foreach (var group in groups.Operands.Where(o => o.Op == "group"))
        {
            var (weight, groupFull) = (group.Constant("weight"), group.Constant("full"));
            if (groupFull == 0)
            {
                continue;
            }

            var score = Group(group.Expression);
            lower += score.Lower * weight / groupFull;
            upper += score.Upper * weight / groupFull;
            removed += (groupFull - score.Full) * weight / groupFull;
        }

        var bonus = total.Operands.Where(o => o.Op == "bonus").Select(o => Group(o.Expression)).ToList();
        var (bonusLower, bonusUpper) = (bonus.Sum(b => b.Lower), bonus.Sum(b => b.Upper));
        return removed >= full
            ? new Interval(Round(bonusLower), Round(bonusUpper), full, Applies: false)
            : new Interval(Round((lower * full / (full - removed)) + bonusLower), Round((upper * full / (full - removed)) + bonusUpper), full);
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
