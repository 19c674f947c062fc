using System.Diagnostics;
using GreenFactory.Rules.Speed.Candidates;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>What one candidate took, per evaluation.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Microseconds">By round.</param>
/// <param name="Ratios">To the first candidate in the same round.</param>
/// <param name="Bytes">Allocated per evaluation.</param>
internal sealed record Timing(ICandidate Candidate, Spread Microseconds, Spread Ratios, long Bytes);

/// <summary>
/// Candidates take turns in one process, each for the same short while, over the same factories. Times are processor time and
/// still swing on a shared machine; ratios within a round swing less.
/// </summary>
internal sealed class Rounds(int rounds, int factories)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(60);

    private int _sink;

    public IReadOnlyList<Timing> Measure(IReadOnlyList<ICandidate> candidates)
    {
        int[] passes = [.. candidates.Select(PassesPerTurn)];
        long[] bytes = [.. candidates.Select(Bytes)];
        var times = candidates.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                // Nobody always runs behind the same neighbour.
                var turn = (i + round) % candidates.Count;
                times[turn][round] = Time(candidates[turn], passes[turn]) / ((double)passes[turn] * factories);
            }
        }

        GC.KeepAlive(_sink);
        return [.. candidates.Select((c, i) => new Timing(c, new Spread(times[i]), new Spread(times[i].Select((t, round) => t / times[0][round])), bytes[i]))];
    }

    /// <summary>Long enough for the runtime to have compiled the code its best way; then how often all factories fit into a turn.</summary>
    private int PassesPerTurn(ICandidate candidate)
    {
        var clock = Stopwatch.StartNew();
        var passes = 0;
        while (clock.Elapsed < WarmUp || passes < 40)
        {
            Time(candidate, 1);
            passes++;
        }

        var one = Math.Max(1, Time(candidate, 5) / 5);
        return Math.Max(1, (int)(Turn.TotalMicroseconds / one));
    }

    private long Bytes(ICandidate candidate)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(candidate);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / factories;
    }

    private double Time(ICandidate candidate, int passes)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < passes; i++)
        {
            Pass(candidate);
        }

        return (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
    }

    private void Pass(ICandidate candidate) => _sink += candidate.Pass(factories);
}
