using GreenFactory.Rules.Programs;

namespace GreenFactory.Rules.Blocks;

/// <summary>One group in whole numbers: its points in the unit of the groups, and what a unit of them is worth in the unit of the total.</summary>
/// <param name="Full">Full points of the group.</param>
/// <param name="Weight">What the group is worth in the total, in the unit of the total.</param>
/// <param name="Factor">Units of the total per unit of the group.</param>
/// <param name="IsBonus">Whether the group only adds.</param>
internal readonly record struct ScaledGroup(double Full, double Weight, Inexact Factor, bool IsBonus);

/// <summary>
/// Powers of ten that make whole numbers of the points, weights and rounded scores of a pack: doubles hold whole numbers exactly.
/// Null where a pack's numbers are too fine for that; it is then judged one by one.
/// </summary>
internal sealed record TotalScale(double GroupUnit, double TotalUnit, double RoundingStep, int Decimals, IReadOnlyList<ScaledGroup> Groups, double Full)
{
    private const int MostPlaces = 9;
    private const decimal MostUnits = 1L << 50;

    public static TotalScale? Of(RuleProgram program)
    {
        var rounding = program.Pack.Rounding!;
        var inGroups = program.Rules.Select(r => r.Definition.Points?.Value ?? 0).Concat(program.Groups.Select(g => g.Full)).Max(Places);
        var inTotal = Math.Max(
            Math.Max(rounding.Decimals, Places(program.Pack.Full ?? 0)),
            program.Groups.Select(g => Math.Max(Places(g.Weight), g.Definition.IsBonus ? inGroups : Exact(g) is { } factor ? inGroups + Places(factor) : 0)).DefaultIfEmpty(0).Max());
        if (inGroups > MostPlaces || inTotal > MostPlaces || (program.Pack.Full ?? 0) * Power(inTotal) > MostUnits || program.Groups.Any(g => g.Full * Power(inGroups) > MostUnits))
        {
            return null;
        }

        var (groupUnit, totalUnit) = (Power(inGroups), Power(inTotal));
        return new TotalScale(
            (double)groupUnit,
            (double)totalUnit,
            (double)(totalUnit / Power(rounding.Decimals)),
            rounding.Decimals,
            [.. program.Groups.Select(g => new ScaledGroup((double)(g.Full * groupUnit), (double)(g.Weight * totalUnit), Factor(g, totalUnit / groupUnit), g.Definition.IsBonus))],
            (double)((program.Pack.Full ?? 0) * totalUnit));
    }

    /// <summary>Points in the unit of the groups.</summary>
    public double Points(decimal points) => (double)(points * (decimal)GroupUnit);

    /// <summary>The least whole number of rounding steps that reaches a mark.</summary>
    public double Steps(decimal mark) => (double)decimal.Ceiling(mark * Power(Decimals));

    private static Inexact Factor(ProgramGroup group, decimal unit)
    {
        if (group.Definition.IsBonus)
        {
            return Inexact.Of(unit);
        }

        if (group.Full == 0)
        {
            return default;
        }

        if (Exact(group) is { } factor)
        {
            return Inexact.Of(factor * unit);
        }

        var near = (double)(group.Weight * unit / group.Full);
        return new Inexact(near, Math.Abs(near) * Inexact.ConversionUlp);
    }

    private static decimal? Exact(ProgramGroup group) =>
        group.Full != 0 && group.Weight / group.Full * group.Full == group.Weight && Places(group.Weight / group.Full) <= MostPlaces ? group.Weight / group.Full : null;

    private static int Places(decimal number) => (number / 1.0000000000000000000000000000m).Scale;

    private static decimal Power(int places)
    {
        var power = 1m;
        for (var i = 0; i < places; i++)
        {
            power *= 10;
        }

        return power;
    }
}
