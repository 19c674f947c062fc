using DuckDB.NET.Data;
using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tables;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Rankings;

namespace GreenFactory.Rules.Tests.Tables;

public sealed class ParquetTableTests : IDisposable
{
    private const string Header = "id,period,energy.comprehensive [tce],energy.electricity.purchased [kWh],management.green_factory_body,factory.founded,water.withdrawn [m3]";

    private static readonly PackUnderTest Subject = PackUnderTest.Of("miit-green-factory@2018");

    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_in_columns_comes_to_what_the_same_text_comes_to()
    {
        var factories = Enumerable.Range(0, 300).Select(seed => Subject.Draw(seed, FactoryShape.Partial)).ToList();
        var csv = _folder.Text("factories.csv", TableText.Write(factories, unitsInHeader: true));
        Database($"COPY (SELECT * FROM read_csv('{csv}', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', max_line_size = 10000000)) TO '{_folder.Name("factories.parquet")}' (FORMAT parquet)");

        var (text, columns) = (await Judge("factories.csv", "text.csv"), await Judge("factories.parquet", "columns.csv"));

        Assert.Equal(text.Report.Rows, columns.Report.Rows);
        Assert.Equal(text.Results, columns.Results);
    }

    [Fact]
    public async Task Numbers_flags_and_dates_of_the_file_are_those_of_the_text()
    {
        _folder.Text("typed.csv", $"{Header}\na,2024,1234.5,99999999999,true,2001-02-03,0.00000012\nb,2024,,,,,\n\"c \"\"x\"\"\",2024,0.1,7,false,1999-12-31,1234567890\n");
        Columns("typed.parquet", """
            ('a', 2024, 1234.5, 99999999999, true, DATE '2001-02-03', 0.00000012),
            ('b', 2024, NULL, NULL, NULL, NULL, NULL),
            ('c "x"', 2024, 0.1, 7, false, DATE '1999-12-31', 1234567890)
            """);

        var (text, columns) = (await Judge("typed.csv", "text.csv"), await Judge("typed.parquet", "columns.csv"));

        Assert.Empty(columns.Report.Diagnostics);
        Assert.Equal(text.Results, columns.Results);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_used_is_told_by_row_and_column()
    {
        Columns("bad.parquet", "('a', 2024, 1, 1, true, NULL, 1), ('b', 2024, 1, 1, true, NULL, CAST('NaN' AS DOUBLE)), ('c', 1066, 1, 1, true, NULL, 1)");

        var (report, results) = await Judge("bad.parquet", "results.csv");

        Assert.Equal(["3:7", "4:2"], report.Diagnostics.Select(d => $"{d.Span.Line}:{d.Span.Column}"));
        Assert.Contains("\nb,,error,", results, StringComparison.Ordinal);
        Assert.Equal(2, report.NotJudged);
    }

    [Fact]
    public async Task Lists_are_choices()
    {
        var fact = Subject.Pack.Program.Vocabulary.Facts.First(f => f is { Kind: FactKind.Choices, Scope: FactScope.Factory });
        _folder.Text("lists.csv", $"id,period,{fact.Path}\na,2024,{string.Join("; ", fact.Choices)}\n");
        Database($"COPY (SELECT 'a' AS id, 2024 AS period, [{string.Join(", ", fact.Choices.Select(c => $"'{c}'"))}] AS \"{fact.Path}\") TO '{_folder.Name("lists.parquet")}' (FORMAT parquet)");

        var (text, columns) = (await Judge("lists.csv", "text.csv"), await Judge("lists.parquet", "columns.csv"));

        Assert.Empty(columns.Report.Diagnostics);
        Assert.Equal(text.Results, columns.Results);
    }

    [Fact]
    public async Task A_file_is_the_one_that_is_named_whatever_its_name_looks_like()
    {
        Columns("some.parquet", "('other', 2024, 1, 1, true, NULL, 1)");
        Columns("plain.parquet", "('this', 2024, 1, 1, true, NULL, 1)");
        File.Move(_folder.Name("plain.parquet"), _folder.Name("s[a-z]*me'.parquet"));

        Assert.Contains("\nthis,", (await Judge("s[a-z]*me'.parquet", "results.csv")).Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "PAR1 but no more")]
    [InlineData("empty", "")]
    [InlineData("gone", null)]
    public async Task A_file_that_is_no_table_is_told_and_leaves_results_alone(string name, string? content)
    {
        if (content is not null)
        {
            _folder.Text($"{name}.parquet", content);
        }

        _folder.Text("results.csv", "kept");

        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Judge($"{name}.parquet", "results.csv"));

        Assert.Equal(_folder.Name($"{name}.parquet"), Assert.Single(fault.Diagnostics).Span.File);
        Assert.Equal("kept", await File.ReadAllTextAsync(_folder.Name("results.csv")));
    }

    private async Task<(TableBatchReport Report, string Results)> Judge(string table, string results)
    {
        var report = await ParquetBatch.RunAsync(Subject.Compiled, _folder.Name(table), _folder.Name(results));
        return (report, await File.ReadAllTextAsync(_folder.Name(results)));
    }

    private void Columns(string file, string rows)
    {
        string[] types = ["VARCHAR", "INTEGER", "DOUBLE", "BIGINT", "BOOLEAN", "DATE", "DOUBLE"];
        var columns = Header.Split(',').Zip(types, (name, type) => (name, type)).Select((c, i) => $"CAST(c{i} AS {c.type}) AS \"{c.name}\"");
        Database($"COPY (SELECT {string.Join(", ", columns)} FROM (VALUES {rows}) v({string.Join(", ", types.Select((_, i) => $"c{i}"))})) TO '{_folder.Name(file)}' (FORMAT parquet)");
    }

    private static void Database(string statement)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
