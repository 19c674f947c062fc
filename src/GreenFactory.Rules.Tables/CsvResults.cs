using System.Globalization;
using System.Text;
using GreenFactory.Rules.Documents;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.Tables;

/// <summary>Results as UTF-8 CSV: a comma, lines that end with \n, plain numbers, an empty cell for what is not settled.</summary>
internal sealed class CsvResults : IResultWriter
{
    private readonly Stream _stream;
    private readonly bool _countsMissing;
    private bool _begun;

    public CsvResults(Stream stream, bool countsMissing)
    {
        _stream = stream;
        _countsMissing = countsMissing;
    }

    public static IResultWriter In(ReplacedFile file, bool countsMissing) => new CsvResults(file.Stream, countsMissing);

    public object Prepare(ResultRow[] rows)
    {
        var text = new StringBuilder(rows.Length * 64);
        foreach (var row in rows)
        {
            text.Append(CellText.Write(row.Id)).Append(',').Append(CellText.Write(row.Name)).Append(',');
            if (row.Summary is not { } summary)
            {
                text.Append(ResultColumns.NotJudged).Append(_countsMissing ? ",,,,,,\n" : ",,,,,\n");
                continue;
            }

            text.Append(VerdictJson.Spell(summary.Conclusion)).Append(',')
                .Append(CellText.Write(summary.Tier?.Lower)).Append(',')
                .Append(CellText.Write(summary.Tier?.Upper)).Append(',')
                .Append(Scalars.Number(summary.Score.Lower)).Append(',')
                .Append(Scalars.Number(summary.Score.Upper)).Append(',')
                .Append(summary.Score.Value is { } value ? Scalars.Number(value) : string.Empty);
            if (_countsMissing)
            {
                text.Append(',').Append(row.Missing.ToString(CultureInfo.InvariantCulture));
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public async Task WriteAsync(object prepared, CancellationToken cancellation)
    {
        await BeginAsync(cancellation).ConfigureAwait(false);
        await _stream.WriteAsync((byte[])prepared, cancellation).ConfigureAwait(false);
    }

    public Task FinishAsync(CancellationToken cancellation) => BeginAsync(cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (!_begun)
        {
            _begun = true;
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', ResultColumns.Of(_countsMissing)) + "\n"), cancellation).ConfigureAwait(false);
        }
    }
}
