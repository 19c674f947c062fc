using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.Tests.Rankings;

/// <summary>Factories over several years, many of them tied, some open, some without a score, a code or a year; always the same ones.</summary>
internal static class MadeUpPopulation
{
    private static readonly string?[] Industries = ["3831", "3811", "3011", "2614", "3", null, "2710", "3921"];
    private static readonly string?[] Regions = ["330500", "330100", "320500", "440300", "3", null, "130100"];

    public static List<RankingRow> Of(int factories, int years, int seed)
    {
        var random = new Random(seed);
        var rows = new List<RankingRow>();
        for (var f = 0; f < factories; f++)
        {
            var (industry, region) = (Industries[random.Next(Industries.Length)], Regions[random.Next(Regions.Length)]);
            var level = random.Next(0, 1000) / 10m;
            for (var y = 0; y < years; y++)
            {
                if (random.Next(20) == 0)
                {
                    continue;
                }

                var lower = Math.Clamp(level + (random.Next(-50, 50) / 10m), 0, 100);
                var upper = random.Next(5) == 0 ? Math.Min(100, lower + (random.Next(0, 300) / 10m)) : lower;
                var flags = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (name, odds) in new[] { ("filed", 30), ("regular", 40), ("abnormal", 2), ("listed", 3) })
                {
                    if (random.Next(10) > 0)
                    {
                        flags[name] = random.Next(odds) == 0 ? "false" : "true";
                    }
                }

                flags["abnormal"] = random.Next(50) == 0 ? "true" : "false";
                rows.Add(random.Next(50) == 0
                    ? new RankingRow($"f{f:000000}", 2021 + y, region, industry, null, null, flags)
                    : new RankingRow($"f{f:000000}", 2021 + y, region, industry, lower, upper, flags));
            }
        }

        return rows;
    }
}
