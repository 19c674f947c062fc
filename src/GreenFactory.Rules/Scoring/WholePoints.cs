using System.Numerics;

namespace GreenFactory.Rules.Scoring;

/// <summary>Points in whole multiples of a power of ten, and which numbers of decimals they were written with, as bits.</summary>
internal struct Whole
{
    public long Number;
    public uint Decimals;

    public void Add(in Whole points)
    {
        Number += points.Number;
        Decimals |= points.Decimals;
    }
}

/// <summary>Points of a group as they add up, as long as all of them are whole.</summary>
internal struct WholeSum
{
    public Whole Earned;
    public Whole Open;
    public Whole RemovedInGroup;
    public Whole RemovedFromTotal;
}

/// <summary>Points of a group's rules in whole multiples of one power of ten: 2.50 as 250 hundredths.</summary>
internal sealed class WholePoints
{
    private const int Most = 1_000_000_000;

    private static readonly int[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    private readonly int _decimals;

    private WholePoints(Whole[] points, int decimals)
    {
        Points = points;
        _decimals = decimals;
    }

    /// <summary>By rule, in the order of the group.</summary>
    public Whole[] Points { get; }

    /// <summary>The points of some rules; null where one is not positive, is huge or has many decimals.</summary>
    public static WholePoints? Of(IReadOnlyList<int> rules, decimal[] points)
    {
        var decimals = rules.Select(r => (int)points[r].Scale).DefaultIfEmpty(0).Max();
        return decimals < Powers.Length && rules.All(r => points[r] is > 0 and < Most && points[r] * Powers[decimals] < Most)
            ? new WholePoints([.. rules.Select(r => new Whole { Number = (long)(points[r] * Powers[decimals]), Decimals = 1u << points[r].Scale })], decimals)
            : null;
    }

    /// <summary>The sums in decimals, written with as many of them as adding the points one by one would write.</summary>
    public GroupSum Exact(in WholeSum sum)
    {
        var lower = Exact(sum.Earned);
        var upper = sum.Earned;
        upper.Add(sum.Open);
        var isOpen = sum.Open.Decimals != 0;
        return new GroupSum(lower, isOpen ? Exact(upper) : lower, isOpen, Exact(sum.RemovedInGroup), Exact(sum.RemovedFromTotal));
    }

    private decimal Exact(in Whole sum)
    {
        if (sum.Decimals == 0)
        {
            return 0;
        }

        var decimals = BitOperations.Log2(sum.Decimals);
        var number = decimals == _decimals ? sum.Number : sum.Number / Powers[_decimals - decimals];
        return new decimal(unchecked((int)number), (int)(number >> 32), 0, false, (byte)decimals);
    }
}
