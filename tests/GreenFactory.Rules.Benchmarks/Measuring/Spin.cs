using System.Diagnostics;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>Runs one candidate for a while and nothing else, so that a profiler has something to look at.</summary>
internal static class Spin
{
    public static int Run(Workbench bench, int candidate, int seconds)
    {
        var chosen = bench.Candidates[candidate];
        chosen.Take(bench.Applicants());
        var clock = Stopwatch.StartNew();
        var seen = 0;
        for (var i = 0L; clock.Elapsed.TotalSeconds < seconds; i++)
        {
            seen += chosen.Run((int)(i % Workbench.MeasuredFactories));
        }

        GC.KeepAlive(seen);
        return 0;
    }
}
