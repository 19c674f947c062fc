using GreenFactory.Rules.Diagnostics;

namespace GreenFactory.Rules.Tables;

/// <summary>What one block of rows came to, ready to be written.</summary>
internal sealed record JudgedBlock(object Prepared, long[] Conclusions, long NotJudged, IReadOnlyList<Diagnostic> Faults);

/// <summary>Reads and judges the rows of a block. Thread-safe.</summary>
internal sealed class BlockJudge(RuleEvaluator evaluator, RowReader reader, IResultWriter writer, DateOnly? asOf, CancellationToken cancellation)
{
    public JudgedBlock Judge(RowBlock block)
    {
        // The first row of the first block is the header.
        var skipped = block.FirstRow == 0 ? 1 : 0;
        var rows = new ResultRow[block.Count - skipped];
        var conclusions = new long[3];
        var faults = new List<Diagnostic>();
        for (var i = 0; i < rows.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = i + skipped;
            var (id, name) = reader.Names(block, row);
            var bag = new DiagnosticBag();
            if (reader.Read(block, row, bag) is not { } facts)
            {
                faults.AddRange(bag.ToList());
                rows[i] = new ResultRow(id, name, null, 0);
                continue;
            }

            var verdict = evaluator.Evaluate(facts, asOf);
            var summary = verdict.Summary();
            rows[i] = new ResultRow(id, name, summary, summary.OpenRules == 0 ? 0 : verdict.Missing.Count);
            conclusions[(int)summary.Conclusion]++;
        }

        return new JudgedBlock(writer.Prepare(rows), conclusions, rows.LongCount(r => r.Summary is null), faults);
    }
}
