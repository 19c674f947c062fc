using System.Globalization;
using DuckDB.NET.Data;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.DuckDb;

/// <summary>Reads tables and verdicts into one table of the database, as they are written, and says everything wrong with them.</summary>
internal sealed class RankingInput(DuckDBConnection database, RankingRule rule, DiagnosticBag bag)
{
    private const int MostFaultsOfAKind = 20;
    private const string Id = "id";
    private const string Year = "year";
    private const string Region = "region";
    private const string Industry = "industry";
    private const string Score = "score";
    private const string Lower = "score_lower";
    private const string Upper = "score_upper";

    private static readonly LocalizedText Number = new($"数，整数部分至多9位，小数至多{RankingSql.Decimals}位", $"a number of at most 9 digits and {RankingSql.Decimals} decimals");
    private static readonly LocalizedText WholeYear = new("四位年份", "a year of four digits");
    private static readonly LocalizedText Interval = new("不小于下限的上限", "an upper bound that is not below the lower one");
    private static readonly LocalizedText Something = new("工厂的标识，不能空着", "the id of the factory, which cannot be empty");

    private string? _pack;
    private bool _hasInterval;
    private readonly HashSet<string> _unstated = new(StringComparer.Ordinal);

    public void Read(IReadOnlyList<string> files)
    {
        database.Run(RankingSql.CreateInput(rule));
        for (var i = 0; i < files.Count; i++)
        {
            if (!File.Exists(files[i]))
            {
                bag.Add(DiagnosticCodes.FileNotReadable, SourceSpan.WholeFile(files[i]), files[i]);
            }
            else if (Path.GetExtension(files[i]).Equals(".json", StringComparison.OrdinalIgnoreCase))
            {
                ReadVerdict(i, files[i]);
            }
            else
            {
                ReadTable(i, files[i]);
            }
        }

        foreach (var column in _unstated.Order(StringComparer.Ordinal))
        {
            bag.Add(DiagnosticCodes.FlagColumnMissing, SourceSpan.WholeFile(files[0]), column, rule.UnstatedIsMember ? "unstated: member" : "unstated: excluded");
        }

        Check(files);
    }

    private void ReadTable(int place, string file)
    {
        var isParquet = Path.GetExtension(file).Equals(".parquet", StringComparison.OrdinalIgnoreCase);
        var source = isParquet ? $"read_parquet({RankingSql.FileName(file)})" : $"read_csv({RankingSql.FileName(file)}, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', strict_mode = true, null_padding = false)";
        try
        {
            var columns = Columns(source);
            var hasInterval = columns.ContainsKey(Lower) && columns.ContainsKey(Upper);
            _hasInterval |= hasInterval;
            if (!columns.ContainsKey(Id))
            {
                Missing(file, Id, columns);
            }

            if (!hasInterval && !columns.ContainsKey(Score))
            {
                Missing(file, Score, columns);
            }

            if (rule.Cohort.Column is { } cohort && !columns.ContainsKey(cohort))
            {
                Missing(file, cohort, columns);
            }

            if (rule.Streak is not null && !columns.ContainsKey(Year))
            {
                Missing(file, Year, columns);
            }

            if (bag.HasErrors)
            {
                return;
            }

            _unstated.UnionWith(rule.Columns.Where(c => !columns.ContainsKey(c)));
            var (lower, upper) = hasInterval ? (Text(columns, Lower), Text(columns, Upper)) : (Text(columns, Score), Text(columns, Score));
            var flags = string.Concat(rule.Columns.Select(c => $", {Text(columns, c)}"));
            database.Run($"INSERT INTO input SELECT {place.ToString(CultureInfo.InvariantCulture)}, row_number() OVER (), {Text(columns, Id)}, {Text(columns, Year)}, {Text(columns, Region)}, {Text(columns, Industry)}, {lower}, {upper}{flags} FROM {source}");
        }
        catch (DuckDBException error)
        {
            bag.Add(DiagnosticCodes.TableNotReadable, SourceSpan.WholeFile(file), FirstLine(error.Message));
        }
    }

    private void Missing(string file, string column, Dictionary<string, bool> columns) =>
        bag.Add(DiagnosticCodes.ColumnMissing, SourceSpan.WholeFile(file), column, NearestName.Hint(column, columns.Keys));

    /// <summary>Names of the columns, and whether each holds text.</summary>
    private Dictionary<string, bool> Columns(string source)
    {
        var columns = new Dictionary<string, bool>(StringComparer.Ordinal);
        using var command = database.Command($"DESCRIBE SELECT * FROM {source}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            columns[reader.GetString(0)] = reader.GetString(1) == "VARCHAR";
        }

        return columns;
    }

    /// <summary>A cell as text: empty is nothing, and a number of the file's own is written with the decimals a score may have.</summary>
    private static string Text(Dictionary<string, bool> columns, string column)
    {
        if (!columns.TryGetValue(column, out var isText))
        {
            return "NULL";
        }

        var name = RankingSql.Name(column);
        return isText ? $"nullif(trim({name}), '')"
            : column is Score or Lower or Upper ? $"coalesce(CAST(TRY_CAST({name} AS {RankingSql.Score}) AS VARCHAR), CAST({name} AS VARCHAR))"
            : $"CAST({name} AS VARCHAR)";
    }

    private void ReadVerdict(int place, string file)
    {
        if (VerdictRow.Read(file, bag) is not { } read)
        {
            return;
        }

        var (row, pack) = read;
        if ((_pack ??= pack) != pack)
        {
            bag.Add(DiagnosticCodes.BadCell, SourceSpan.WholeFile(file), "pack", pack, LocalizedText.Same(_pack));
        }

        _unstated.UnionWith(rule.Columns);
        using var appender = database.CreateAppender("input");
        var line = appender.CreateRow()
            .AppendValue(place).AppendValue(1L).AppendValue(row.Id).AppendValue(row.Year.ToString(CultureInfo.InvariantCulture))
            .AppendValue(row.Region).AppendValue(row.Industry)
            .AppendValue(row.Lower?.ToString(CultureInfo.InvariantCulture)).AppendValue(row.Upper?.ToString(CultureInfo.InvariantCulture));
        foreach (var _ in rule.Columns)
        {
            line.AppendNullValue();
        }

        line.EndRow();
    }

    private void Check(IReadOnlyList<string> files)
    {
        Cells(files, Id, "id", "id IS NULL", Something);
        Cells(files, Year, "year", "year IS NOT NULL AND coalesce(TRY_CAST(year AS INTEGER), -1) NOT BETWEEN 1000 AND 9999 AND year <> '0'", WholeYear);
        // A table with one column of scores has them in both bounds: what is wrong there is said once, by the name it has.
        Cells(files, _hasInterval ? Lower : Score, "lower", $"lower IS NOT NULL AND NOT regexp_full_match(lower, '{RankingSql.ScorePattern}')", Number);
        Cells(files, Upper, "upper", $"upper IS NOT NULL AND lower IS DISTINCT FROM upper AND NOT regexp_full_match(upper, '{RankingSql.ScorePattern}')", Number);
        Cells(files, Upper, "upper", $"lower IS DISTINCT FROM upper AND (TRY_CAST(upper AS {RankingSql.Score}) < TRY_CAST(lower AS {RankingSql.Score}) OR lower IS NULL OR upper IS NULL)", Interval);
        using var command = database.Command($"SELECT id, coalesce(year, '0'), count(*) AS n, min(file), min(line) FROM input WHERE id IS NOT NULL GROUP BY ALL HAVING n > 1 ORDER BY min(file), min(line) LIMIT {MostFaultsOfAKind}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            bag.Add(DiagnosticCodes.RankedTwice, At(files, reader.GetInt32(3), reader.GetInt64(4)), reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
        }
    }

    private void Cells(IReadOnlyList<string> files, string column, string stored, string wrong, LocalizedText should)
    {
        using var command = database.Command($"SELECT file, line, coalesce({stored}, '') FROM input WHERE {wrong} ORDER BY file, line LIMIT {MostFaultsOfAKind}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            bag.Add(DiagnosticCodes.BadCell, At(files, reader.GetInt32(0), reader.GetInt64(1)), column, reader.GetString(2), should);
        }
    }

    /// <summary>The line of a row where no cell goes over several lines; the head is the first.</summary>
    private static SourceSpan At(IReadOnlyList<string> files, int file, long row) => new(files[file], (int)Math.Min(int.MaxValue, row + 1), 1);

    private static string FirstLine(string text) => text.Split('\n')[0];
}
