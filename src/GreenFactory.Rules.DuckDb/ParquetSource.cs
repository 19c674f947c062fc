using System.Globalization;
using DuckDB.NET.Data;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Tables;

namespace GreenFactory.Rules.DuckDb;

/// <summary>
/// Reads a Parquet file as the table that a CSV file with the same cells would be: names of columns are the header, what is null is
/// empty, lists are written with semicolons. Row and column in diagnostics count rows, the header being the first, and columns.
/// </summary>
internal static class ParquetSource
{
    private const string Memory = "2GB";

    /// <summary>The same bound that rows of text have.</summary>
    private const int LongestRow = 4 * 1024 * 1024;

    private static readonly LocalizedText RowTooLong = new("一行太长", "a row is too long");

    /// <summary>The rows, the header being the first of the first block.</summary>
    public static IEnumerable<RowBlock> Read(string path, DiagnosticBag bag)
    {
        var shownAs = path.Replace('\\', '/');
        if (!File.Exists(path))
        {
            // Said the way of all files.
            return CsvSource.Read(path, bag);
        }

        return Rows(path, shownAs, bag);
    }

    private static IEnumerable<RowBlock> Rows(string path, string shownAs, DiagnosticBag bag)
    {
        // One thread: rows come in their order, whatever the machine.
        using var database = EmbeddedDatabase.Open(Memory, threads: 1);
        using var reader = Open(database, path, shownAs, bag);
        if (reader is null)
        {
            yield break;
        }

        var cells = Enumerable.Range(0, reader.FieldCount).Select(i => new ColumnCells(reader, i)).ToArray();
        var block = new RowBlock(shownAs, 0) { IsText = false };
        block.AddRow(1, []);
        foreach (var cell in cells)
        {
            block.AddText(CellText.Write(cell.Name));
        }

        var rows = 0L;
        while (Next(reader, shownAs, bag))
        {
            rows++;
            block.AddRow((int)Math.Min(rows + 1, int.MaxValue), []);
            var before = block.Length;
            foreach (var cell in cells)
            {
                cell.AddTo(block);
            }

            if (block.Length - before > LongestRow)
            {
                bag.Add(DiagnosticCodes.TableNotReadable, new SourceSpan(shownAs, (int)Math.Min(rows + 1, int.MaxValue), 1), RowTooLong);
                yield break;
            }

            if (block.IsFull)
            {
                yield return block;
                block = new RowBlock(shownAs, rows) { IsText = false };
            }
        }

        if (block.Count > 0 && !bag.HasErrors)
        {
            yield return block;
        }
    }

    private static DuckDBDataReader? Open(DuckDBConnection database, string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            var source = $"read_parquet({RankingSql.FileName(path)})";
            var columns = Columns(database, source);
            using var command = database.Command($"SELECT {string.Join(", ", columns.Select(c => ColumnCells.Selected(c.Name, c.Type)))} FROM {source}");
            command.UseStreamingMode = true;
            return command.ExecuteReader();
        }
        catch (DuckDBException error)
        {
            NotReadable(error, shownAs, bag);
            return null;
        }
    }

    private static List<(string Name, string Type)> Columns(DuckDBConnection database, string source)
    {
        var columns = new List<(string, string)>();
        using var command = database.Command($"DESCRIBE SELECT * FROM {source}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private static bool Next(DuckDBDataReader reader, string shownAs, DiagnosticBag bag)
    {
        try
        {
            return reader.Read();
        }
        catch (DuckDBException error)
        {
            NotReadable(error, shownAs, bag);
            return false;
        }
    }

    private static void NotReadable(DuckDBException error, string shownAs, DiagnosticBag bag) =>
        bag.Add(DiagnosticCodes.TableNotReadable, SourceSpan.WholeFile(shownAs), error.Message.Split('\n')[0]);

    /// <summary>The cells of one column as text.</summary>
    private sealed class ColumnCells(DuckDBDataReader reader, int column)
    {
        private readonly Type _type = reader.GetFieldType(column);
        private readonly char[] _text = new char[64];

        public string Name => reader.GetName(column);

        /// <summary>What of a column is asked for: numbers as numbers, lists with semicolons, the rest as text.</summary>
        public static string Selected(string name, string type)
        {
            var quoted = RankingSql.Name(name);
            return type switch
            {
                "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" => $"CAST({quoted} AS BIGINT) AS {quoted}",
                "FLOAT" or "DOUBLE" => quoted,
                _ when type.EndsWith("[]", StringComparison.Ordinal) => $"array_to_string({quoted}, '; ') AS {quoted}",
                _ => $"CAST({quoted} AS VARCHAR) AS {quoted}",
            };
        }

        public void AddTo(RowBlock block)
        {
            if (reader.IsDBNull(column))
            {
                block.AddText([]);
            }
            else if (_type == typeof(long))
            {
                reader.GetInt64(column).TryFormat(_text, out var length, default, CultureInfo.InvariantCulture);
                block.AddText(_text.AsSpan(0, length));
            }
            else if (_type == typeof(double))
            {
                reader.GetDouble(column).TryFormat(_text, out var length, default, CultureInfo.InvariantCulture);
                block.AddText(Plain(_text.AsSpan(0, length)));
            }
            else if (_type == typeof(float))
            {
                reader.GetFloat(column).TryFormat(_text, out var length, default, CultureInfo.InvariantCulture);
                block.AddText(Plain(_text.AsSpan(0, length)));
            }
            else
            {
                block.AddText(CellText.Write(reader.GetString(column)));
            }
        }

        /// <summary>Without an exponent where decimals can say it; what they cannot say is told like any cell that is no number.</summary>
        private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> number) =>
            number.Contains('E') && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
                ? plain.ToString(CultureInfo.InvariantCulture)
                : number;
    }
}
