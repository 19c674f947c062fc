using System.Collections.Concurrent;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Tables;

/// <summary>What one block of rows came to, ready to be written.</summary>
internal sealed record JudgedBlock(object Prepared, long[] Conclusions, long NotJudged, IReadOnlyList<Diagnostic> Faults);

/// <summary>Reads and judges the rows of a block. Thread-safe.</summary>
internal sealed class BlockJudge(RuleEvaluator evaluator, RowReader reader, IResultWriter writer, DateOnly? asOf, bool countMissing, CancellationToken cancellation)
{
    // A table of facts is large, and its factory gone as soon as the block is judged.
    private readonly ConcurrentBag<FactCell[][]> _idle = [];

    public JudgedBlock Judge(RowBlock block)
    {
        var tables = _idle.TryTake(out var idle) ? idle : [];
        if (tables.Length < block.Count)
        {
            tables = [.. tables, .. Enumerable.Range(tables.Length, block.Count - tables.Length).Select(_ => new FactCell[evaluator.Pack.Program.Vocabulary.FactorySlots])];
        }

        var judged = Judge(block, tables);
        _idle.Add(tables);
        block.Dispose();
        return judged;
    }

    private JudgedBlock Judge(RowBlock block, FactCell[][] tables)
    {
        // The first row of the first block is the header.
        var skipped = block.FirstRow == 0 ? 1 : 0;
        var rows = new ResultRow[block.Count - skipped];
        var conclusions = new long[3];
        var faults = new List<Diagnostic>();
        var factories = new List<FactoryFacts>(rows.Length);
        var places = new List<int>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = i + skipped;
            var (id, name) = reader.Names(block, row);
            rows[i] = new ResultRow(id, name, null, 0);
            var bag = new DiagnosticBag();
            Array.Clear(tables[i]);
            if (reader.Read(block, row, tables[i], bag) is { } facts)
            {
                factories.Add(facts);
                places.Add(i);
            }
            else
            {
                faults.AddRange(bag.ToList());
            }
        }

        var summaries = evaluator.Summarise(factories, asOf, cancellation);
        for (var i = 0; i < summaries.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var summary = summaries[i];
            var missing = countMissing && summary.HasOpenRules ? evaluator.Evaluate(factories[i], asOf).Missing.Count : 0;
            rows[places[i]] = rows[places[i]] with { Summary = summary, Missing = missing };
            conclusions[(int)summary.Conclusion]++;
        }

        return new JudgedBlock(writer.Prepare(rows), conclusions, rows.LongLength - summaries.Length, faults);
    }
}
