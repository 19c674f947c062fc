namespace GreenFactory.Rules.Tests.Generators;

/// <summary>Repeatable chance: the same seed gives the same draws on every machine.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public int Below(int count) => _random.Next(count);

    public int Between(int least, int greatest) => _random.Next(least, greatest + 1);

    public T Of<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public DateOnly Date(int firstYear, int lastYear) =>
        DateOnly.FromDayNumber(Between(new DateOnly(firstYear, 1, 1).DayNumber, new DateOnly(lastYear, 12, 31).DayNumber));

    /// <summary>A number of a few digits anywhere from thousandths to millions.</summary>
    public decimal Magnitude()
    {
        var digits = (decimal)Between(1, 99_999);
        for (var scale = Between(-1, 6); scale > 0; scale--)
        {
            digits /= 10;
        }

        return digits * (Chance(30) ? 100 : 1);
    }

    /// <summary>A few members in the order they are declared.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int most)
    {
        var wanted = Between(0, Math.Min(most, items.Count));
        return [.. Enumerable.Range(0, items.Count).OrderBy(_ => _random.Next()).Take(wanted).Order().Select(i => items[i])];
    }
}
