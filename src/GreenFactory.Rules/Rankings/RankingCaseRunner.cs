namespace GreenFactory.Rules.Rankings;

/// <summary>Holds what came out against what an author expects.</summary>
internal static class RankingCaseRunner
{
    /// <summary>What differs, one line each; none when the case passes.</summary>
    public static IReadOnlyList<RankingDifference> Differences(RankingCase item, IReadOnlyList<RankedFactory> ranked)
    {
        var differences = new List<RankingDifference>();
        foreach (var expectation in item.Expect)
        {
            var row = ranked.FirstOrDefault(r => r.Id == expectation.Id && r.Year == expectation.Year);
            foreach (var (key, text) in expectation.Says)
            {
                var got = row is null ? null : RankingText.Say(row, key);
                if (got != text)
                {
                    differences.Add(new RankingDifference(expectation, key, text, got));
                }
            }
        }

        return differences;
    }
}

/// <summary>One thing that came out otherwise; got nothing where there is no such row.</summary>
internal sealed record RankingDifference(RankingExpectation Of, string Key, string Expected, string? Got);
