using GreenFactory.Rules.Speed.Candidates;
using GreenFactory.Rules.Speed.Factories;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>Speed means nothing before the answers are equal: all candidates over all sorts of made-up factories.</summary>
internal static class Agreement
{
    private const int Batch = 1000;
    private const int MostShown = 10;

    /// <summary>Writes what was compared; false when any candidate differs from the first.</summary>
    public static bool Check(Workbench bench, IReadOnlyList<ICandidate> candidates, int count, TextWriter output)
    {
        var differences = 0;
        var statuses = new long[5];
        var conclusions = new long[3];
        var texts = bench.Texts(seed: 36132, count, Mood.All);
        foreach (var batch in texts.Chunk(Batch))
        {
            var facts = Workbench.Parse(batch);
            foreach (var candidate in candidates)
            {
                candidate.Take(facts);
            }

            for (var i = 0; i < facts.Count; i++)
            {
                var first = candidates[0].Describe(i);
                conclusions[(int)first.Conclusion]++;
                foreach (var row in first.Rows)
                {
                    statuses[(int)row.Status]++;
                }

                foreach (var difference in Differences(candidates, i, first))
                {
                    differences++;
                    if (differences <= MostShown)
                    {
                        output.WriteLine(difference);
                    }
                }
            }
        }

        output.WriteLine($"{count} factories, {candidates.Count} candidates, {differences} differences in status, points and measured value of every rule, dimensions, total, conclusion");
        output.WriteLine("conclusions: " + Spread(conclusions, Enum.GetNames<Conclusion>()));
        output.WriteLine("findings: " + Spread(statuses, Enum.GetNames<FindingStatus>()));
        return differences == 0;
    }

    private static IEnumerable<string> Differences(IReadOnlyList<ICandidate> candidates, int factory, Outcome first)
    {
        foreach (var candidate in candidates.Skip(1))
        {
            if (first.DifferenceFrom(candidate.Describe(factory)) is { } difference)
            {
                yield return $"{candidates[0].Name} | {candidate.Name}: {difference}";
            }
        }
    }

    private static string Spread(long[] counts, string[] names) => string.Join(", ", names.Select((n, i) => $"{n} {counts[i]}"));
}
