using System.Globalization;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>The plain program: agreement first, then rounds, then cold and warm starts; tables in Markdown.</summary>
internal sealed class Comparison(Workbench bench, int factories, TextWriter output)
{
    private const int CheckedFactories = 20000;
    private const int RoundCount = 15;
    private const int ColdRuns = 5;
    private const int WarmRuns = 15;

    public bool Run()
    {
        if (!Agreement.Check(bench, bench.Candidates, CheckedFactories, output))
        {
            return false;
        }

        var applicants = bench.Applicants(factories);
        foreach (var candidate in bench.Candidates)
        {
            candidate.Take(applicants);
        }

        WriteTimings(new Rounds(RoundCount, applicants.Count).Measure(bench.Candidates));
        WriteCold();
        WriteWarm();
        return true;
    }

    private void WriteTimings(IReadOnlyList<Timing> timings)
    {
        output.WriteLine();
        output.WriteLine($"{RoundCount} interleaved rounds over {factories} factories; processor time, median (least – most).");
        output.WriteLine();
        output.WriteLine("| candidate | × hand-written | µs per evaluation | evaluations per second | bytes per evaluation |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var timing in timings)
        {
            var perSecond = Number(1e6 / timing.Microseconds.Median, "#,0");
            output.WriteLine($"| {timing.Candidate.Name} | {Show(timing.Ratios, "0.00")} | {Show(timing.Microseconds, "0.00")} | {perSecond} | {Number(timing.Bytes, "#,0")} |");
        }
    }

    private void WriteCold()
    {
        output.WriteLine();
        ColdStart.Write(bench, published: null, ColdRuns, output);
    }

    private void WriteWarm()
    {
        output.WriteLine();
        output.WriteLine("| warm | ms of the processor |");
        output.WriteLine("|---|---:|");
        foreach (var (what, spread) in WarmLoad.Measure(WarmRuns))
        {
            output.WriteLine($"| {what} | {Show(spread, "0.0")} |");
        }
    }

    private static string Show(Spread spread, string format) =>
        $"{Number(spread.Median, format)} ({Number(spread.Least, format)} – {Number(spread.Most, format)})";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
