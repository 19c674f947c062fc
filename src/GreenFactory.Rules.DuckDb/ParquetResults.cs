using System.Globalization;
using DuckDB.NET.Data;
using GreenFactory.Rules.Tables;
using GreenFactory.Rules.Verdicts;

namespace GreenFactory.Rules.DuckDb;

/// <summary>Results as a Parquet file, in the order of the rows. They are kept in the database until the last is there.</summary>
internal sealed class ParquetResults : IResultWriter
{
    private const string Table = "results";
    private const string Memory = "4GB";

    /// <summary>The widest decimal that is kept in one machine word.</summary>
    private const int Digits = 18;

    private readonly ReplacedFile _file;
    private readonly bool _countsMissing;
    private readonly DuckDBConnection _database;
    private readonly DuckDBAppender _rows;

    public ParquetResults(ReplacedFile file, int decimals, bool countsMissing)
    {
        _file = file;
        _countsMissing = countsMissing;

        // One thread: then nothing in the file hangs on how many there are.
        _database = EmbeddedDatabase.Open(Memory, threads: 1);
        var score = $"DECIMAL({Whole(Digits)}, {Whole(decimals)})";
        _database.Run($"CREATE TABLE {Table} ({string.Join(", ", ResultColumns.Of(countsMissing).Select(c => $"{c} {Type(c, score)}"))})");
        _rows = _database.CreateAppender(Table);
    }

    public object Prepare(ResultRow[] rows) => rows;

    public Task WriteAsync(object prepared, CancellationToken cancellation)
    {
        return Try(() =>
        {
            foreach (var row in (ResultRow[])prepared)
            {
                Append(row);
            }
        });
    }

    public Task FinishAsync(CancellationToken cancellation)
    {
        return Try(() =>
        {
            _rows.Close();
            _file.Stream.Dispose();
            _database.Run($"COPY {Table} TO {RankingSql.Quoted(_file.Path)} (FORMAT parquet, COMPRESSION zstd)");
        });
    }

    public ValueTask DisposeAsync()
    {
        _rows.Dispose();
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A fault of the database, a full disk or more rows than it may hold, is one of the file to those who write it.</summary>
    private static Task Try(Action action)
    {
        try
        {
            action();
            return Task.CompletedTask;
        }
        catch (DuckDBException error)
        {
            throw new IOException(error.Message.Split('\n')[0], error);
        }
    }

    private void Append(in ResultRow row)
    {
        var line = _rows.CreateRow();
        line.AppendValue(row.Id);
        line.AppendValue(row.Name);
        if (row.Summary is { } summary)
        {
            var (score, tier) = (summary.Score, summary.Tier);
            line.AppendValue(VerdictJson.Spell(summary.Conclusion));
            line.AppendValue(tier?.Lower);
            line.AppendValue(tier?.Upper);
            line.AppendValue(score.Lower);
            line.AppendValue(score.Upper);
            line.AppendValue(score.Value);
        }
        else
        {
            line.AppendValue(ResultColumns.NotJudged);
            for (var column = 0; column < 5; column++)
            {
                line.AppendNullValue();
            }
        }

        if (_countsMissing)
        {
            line.AppendValue(row.Summary is null ? null : row.Missing);
        }

        line.EndRow();
    }

    private static string Type(string column, string score) => column switch
    {
        ResultColumns.Lower or ResultColumns.Upper or ResultColumns.Score => score,
        ResultColumns.Missing => "INTEGER",
        _ => "VARCHAR",
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
