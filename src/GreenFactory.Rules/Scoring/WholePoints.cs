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
        var decimals = 0;
        foreach (var rule in rules)
        {
            decimals = Math.Max(decimals, points[rule].Scale);
        }

        if (decimals >= Powers.Length)
        {
            return null;
        }

        var whole = new Whole[rules.Count];
        for (var i = 0; i < whole.Length; i++)
        {
            var written = points[rules[i]];
            if (written is not (> 0 and < Most) || written * Powers[decimals] >= Most)
            {
                return null;
            }

            whole[i] = new Whole { Number = (long)(written * Powers[decimals]), Decimals = 1u << written.Scale };
        }

        return new WholePoints(whole, decimals);
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
