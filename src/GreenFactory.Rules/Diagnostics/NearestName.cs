namespace GreenFactory.Rules.Diagnostics;

/// <summary>Finds the legal name somebody most likely meant.</summary>
internal static class NearestName
{
    /// <summary>Longer inputs come from no keyboard and would make the distance costly.</summary>
    private const int LongestCompared = 80;

    public static string Hint(string written, IEnumerable<string> legal)
    {
        var best = legal
            .Select(name => (name, distance: Distance(written, name)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.name, StringComparer.Ordinal)
            .FirstOrDefault((name: string.Empty, distance: int.MaxValue));
        return best.name.Length == 0 ? "-" : best.name;
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > LongestCompared || b.Length > LongestCompared)
        {
            return Math.Max(a.Length, b.Length);
        }

        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
