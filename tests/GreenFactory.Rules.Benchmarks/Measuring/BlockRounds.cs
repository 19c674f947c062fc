using System.Globalization;
using GreenFactory.Rules.Speed.Candidates;
using GreenFactory.Rules.Speed.Factories;

namespace GreenFactory.Rules.Speed.Measuring;

/// <summary>Judging by columns against straight code in doubles; the answers are held against the hand-written decimals first.</summary>
internal sealed class BlockRounds(Workbench bench, int factories, TextWriter output)
{
    private const int CheckedFactories = 20_000;
    private const int RoundCount = 15;
    private const decimal NearEnough = 0.0100001m;

    public bool Run()
    {
        if (!Agree())
        {
            return false;
        }

        var applicants = bench.Applicants(factories);
        foreach (var candidate in bench.Blocks)
        {
            candidate.Take(applicants);
        }

        output.WriteLine();
        output.WriteLine($"{RoundCount} interleaved rounds over {factories} factories; processor time, median (least – most).");
        output.WriteLine();
        output.WriteLine("| candidate | × hand-written in doubles | µs per factory | bytes per factory | decided exactly |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var timing in new Rounds(RoundCount, applicants.Count).Measure(bench.Blocks))
        {
            var exact = timing.Candidate is BlockCandidate block ? Text($"{100.0 * block.DecidedExactly / factories:0.0} %") : string.Empty;
            output.WriteLine(Text($"| {timing.Candidate.Name} | {timing.Ratios.Median:0.00} ({timing.Ratios.Least:0.00} – {timing.Ratios.Most:0.00}) | {timing.Microseconds.Median:0.000} | {timing.Bytes:#,0} | {exact} |"));
        }

        return true;
    }

    /// <summary>The block engine has to be equal in everything; straight doubles may be off by a last digit, and on an edge by a rule.</summary>
    private bool Agree()
    {
        var (differences, statusesOff, scoresOff) = (0, 0, 0);
        foreach (var batch in bench.Texts(seed: 36132, CheckedFactories, Mood.All).Chunk(1024))
        {
            var facts = Workbench.Parse(batch);
            bench.HandWritten.Take(facts);
            foreach (var candidate in bench.Blocks)
            {
                candidate.Take(facts);
            }

            for (var i = 0; i < facts.Count; i++)
            {
                var expected = bench.HandWritten.Describe(i);
                foreach (var candidate in bench.Blocks)
                {
                    var found = candidate.Describe(i);
                    var statuses = expected.Rows.Select(r => r.Status).SequenceEqual(found.Rows.Select(r => r.Status)) && expected.Conclusion == found.Conclusion;
                    var score = expected.Total == found.Total;
                    if (candidate == bench.InDoubles)
                    {
                        statusesOff += statuses ? 0 : 1;
                        scoresOff += Math.Abs(expected.Total.Lower - found.Total.Lower) <= NearEnough ? 0 : 1;
                    }
                    else
                    {
                        differences += statuses && score ? 0 : 1;
                    }
                }
            }
        }

        output.WriteLine(Text($"{CheckedFactories} factories: {differences} differences between the block engine and the hand-written decimals in score, conclusion and the status of every rule"));
        output.WriteLine(Text($"straight doubles: {statusesOff} factories with another status, {scoresOff} whose score is off by more than a last digit: what binary numbers cost where nobody looks at edges"));
        return differences == 0;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
