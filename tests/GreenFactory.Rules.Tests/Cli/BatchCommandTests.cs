using System.Globalization;
using DuckDB.NET.Data;
using GreenFactory.Rules.Tests.Generators;
using GreenFactory.Rules.Tests.Support;
using GreenFactory.Rules.Tests.Tables;

namespace GreenFactory.Rules.Tests.Cli;

public sealed class BatchCommandTests
{
    private const string Pack = "miit-green-factory@2018";
    private const string AsOf = "2024-12-31";

    private static readonly PackUnderTest Subject = PackUnderTest.Of(Pack);

    [Fact]
    public void Every_row_has_the_verdict_its_fact_file_has()
    {
        var factories = Enumerable.Range(0, 400).Select(seed => Subject.Draw(seed, FactoryShape.Partial)).ToList();
        using var folder = new TemporaryFolder();

        var run = Run(folder, TableText.Write(factories, unitsInHeader: true));
        var lines = File.ReadAllLines(folder.File("results.csv"));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal("id,name,conclusion,tier,tier_reachable,score_lower,score_upper,score,missing", lines[0]);
        Assert.Equal(factories.Count + 1, lines.Length);
        var verdicts = factories.Select(f => Subject.Compiled.Evaluate(f, new DateOnly(2024, 12, 31)));
        Assert.All(verdicts.Zip(lines.Skip(1)), p => Assert.Contains($",{Spell(p.First.Conclusion)},", p.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_number_of_threads()
    {
        var factories = Enumerable.Range(0, 900).Select(seed => Subject.Draw(seed, FactoryShape.Partial)).ToList();
        var table = TableText.Write(factories, unitsInHeader: true).Replace("\r\n2", "\r\nx2", StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var results = new[] { "1", "2", "7" }.Select(threads => (Run: Run(folder, table, "--threads", threads), Text: File.ReadAllText(folder.File("results.csv")))).ToList();

        Assert.Single(results.Select(r => r.Text).Distinct());
        Assert.Single(results.Select(r => r.Run.Error).Distinct());
    }

    [Fact]
    public void A_file_of_columns_holds_what_the_text_holds_whatever_the_number_of_threads()
    {
        var factories = Enumerable.Range(0, 600).Select(seed => Subject.Draw(seed, FactoryShape.Partial)).ToList();
        var table = TableText.Write(factories, unitsInHeader: true) + "short row\r\n";
        using var folder = new TemporaryFolder();
        var text = Run(folder, table);
        var (one, many) = (Columns("one.parquet", "1"), Columns("many.parquet", "5"));

        Assert.Equal((2, text.Error), (one.ExitCode, one.Error));
        Assert.Equal(many.Error, one.Error);
        Assert.Equal(File.ReadAllBytes(folder.File("one.parquet")), File.ReadAllBytes(folder.File("many.parquet")));
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"COPY (SELECT * FROM '{folder.File("one.parquet")}') TO '{folder.File("back.csv")}' (HEADER)";
        command.ExecuteNonQuery();
        Assert.Equal(File.ReadAllLines(folder.File("results.csv")).Select(Plain), File.ReadAllLines(folder.File("back.csv")).Select(Plain));

        Command Columns(string file, string threads) => Command.Run(["batch", folder.File("factories.csv"), "--pack", Pack, "--as-of", AsOf, "--out", folder.File(file), "--threads", threads]);

        // Decimals of a column all have the places of the column.
        static string Plain(string line) => string.Join(',', line.Split(',').Select(c => decimal.TryParse(c, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number / 1.00000m).ToString(CultureInfo.InvariantCulture) : c.Trim('"')));
    }

    [Fact]
    public void Missing_facts_need_not_be_counted()
    {
        var table = TableText.Write([.. Enumerable.Range(0, 300).Select(seed => Subject.Draw(seed, FactoryShape.Partial))], unitsInHeader: true);
        using var folder = new TemporaryFolder();
        Run(folder, table);
        var counted = File.ReadAllLines(folder.File("results.csv"));
        Run(folder, table, "--no-missing");

        Assert.Equal(counted.Select(line => line[..line.LastIndexOf(',')]), File.ReadAllLines(folder.File("results.csv")));
    }

    /// <summary>What was read once is known from then on: it has to be what reading it again would say.</summary>
    [Fact]
    public void A_row_is_read_the_same_the_first_time_and_the_hundredth()
    {
        var rows = TableText.Write([.. Enumerable.Range(0, 40).Select(seed => Subject.Draw(seed, seed % 2 == 0 ? FactoryShape.Partial : FactoryShape.Wild))], unitsInHeader: false).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var folder = new TemporaryFolder();
        Run(folder, string.Join("\r\n", [rows[0], .. Enumerable.Repeat(rows[1..], 20).SelectMany(r => r), string.Empty]), "--threads", "3");
        var results = File.ReadAllLines(folder.File("results.csv"))[1..];

        Assert.Equal(800, results.Length);
        Assert.All(Enumerable.Range(0, results.Length), i => Assert.Equal(results[i % 40], results[i]));
    }

    /// <summary>The first row teaches what the period is; the others could be read the short way, and must be refused all the same.</summary>
    [Theory]
    [InlineData(1960, 2011, "GFR4011")]
    [InlineData(2024, 2025, "")]
    [InlineData(1899, 1899, "")]
    public void What_a_fact_file_may_not_say_no_row_says_either(int first, int last, string code)
    {
        var years = Enumerable.Range(first, last - first + 1).ToList();
        var header = string.Join(',', years.Select(y => string.Create(CultureInfo.InvariantCulture, $"history[{y}].energy.comprehensive [tce]")));
        using var folder = new TemporaryFolder();
        var run = Run(folder, $"period,{header}\n2024{new string(',', years.Count)}\n2024,{string.Join(',', years.Select(_ => "1"))}\n");
        var results = File.ReadAllLines(folder.File("results.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain(",error,", results[1], StringComparison.Ordinal);
        Assert.Contains(",error,", results[2], StringComparison.Ordinal);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_reads_well()
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, """
            id,name,region,industry,period,energy.comprehensive [tce],land.area [m2],management.quality_system
            a,甲厂,330500,3011,2024,1200,50000,true
            b,"乙厂, 二分厂",330500,3011,2024,,,
            c,丙厂,33050,3011,2024,很多,-5,yes

            d,"丁
            厂",330500,3011,2024,1e3 kgce,5 亩,n/a: 不生产
            e,戊厂,330500
            f,己厂,330500,3011,,1,"7,5",true
            """);

        Assert.Equal(2, run.ExitCode);
        Snapshot.Match(File.ReadAllText(folder.File("results.csv")) + "\n" + run.Error.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_that_cannot_be_used_is_told_as_a_whole_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        folder.File("results.csv", "old");
        var run = Run(folder, "name,nmae,energy.comprehensiv [tce],energy.comprehensive [m3],energy.electricity.sold [tec],products[0].id,products[1].energy.comprehensive\nx,,,,,,\n");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("old", File.ReadAllText(folder.File("results.csv")));
        Snapshot.Match(run.Error.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    /// <summary>Made when they are read, not when tests are listed: listing spells out every byte.</summary>
    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Told)> Tables = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => [], "GFR4305"),
        ["GBK"] = (() => [.. "period,name\n2024,"u8, 0xBC, 0xD7, 0xB3, 0xA7, (byte)'\n'], ":2:6: error GFR1003"),
        ["a quotation mark that is never closed"] = (() => [.. "period,name\n2024,\""u8, .. Enumerable.Repeat((byte)'a', 6_000_000)], ":2:1: error GFR4305"),
        ["a line without end"] = (() => [.. "period,name\n"u8, .. Enumerable.Repeat((byte)',', 5_000_000)], "GFR4305"),
        ["a header without end"] = (() => [.. Enumerable.Repeat((byte)',', 3_000_000)], "GFR4011"),
        ["a NUL"] = (() => "period,name\n2024,a\0b\n"u8.ToArray(), ":2:6: error GFR1018"),
        ["no rows of cells"] = (() => "\n\n\n"u8.ToArray(), "GFR4305"),
        ["no period"] = (() => "name\nx\n"u8.ToArray(), "GFR1011"),
    };

    public static TheoryData<string> Hostile() => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_tables_are_refused_with_a_place(string what)
    {
        var (bytes, expected) = Tables[what];
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("factories.csv"), bytes());
        var run = Command.Run("batch", folder.File("factories.csv"), "--pack", Pack, "--out", folder.File("results.csv"), "--threads", "2");

        Assert.True(run.ExitCode == 2, what);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("GFR5010", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_faults_are_told_and_the_rest_is_counted()
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, "period,energy.comprehensive [tce]\n" + string.Concat(Enumerable.Repeat("2024,x\n2024,1\n", 1500)));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("GFR1020", run.Error, StringComparison.Ordinal);
        Assert.Contains("共 3000 家", run.Error, StringComparison.Ordinal);
        Assert.Equal(1500, File.ReadLines(folder.File("results.csv")).Count(l => l.Contains("undetermined", StringComparison.Ordinal) || l.Contains("not-met", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("GFR5009", "factories.csv")]
    [InlineData("GFR5009", "no/such/folder/results.csv")]
    public void A_place_that_cannot_be_written_is_told(string code, string output)
    {
        using var folder = new TemporaryFolder();
        var table = folder.File("factories.csv", "period\n2024\n");
        var run = Command.Run("batch", table, "--pack", Pack, "--out", Path.Combine(folder.Path, output));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Equal("period\n2024\n", File.ReadAllText(table));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Semicolons_and_a_byte_order_mark_of_a_spreadsheet_are_taken()
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, "\uFEFFperiod;name\r\n2024;甲厂\r\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(",甲厂,", File.ReadAllText(folder.File("results.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    public void Threads_are_a_whole_number(string threads)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("GFR5005", Run(folder, "period\n2024\n", "--threads", threads).Error, StringComparison.Ordinal);
    }

    private static Command Run(TemporaryFolder folder, string table, params string[] more) =>
        Command.Run(["batch", folder.File("factories.csv", table), "--pack", Pack, "--as-of", AsOf, "--out", folder.File("results.csv"), .. more]);

    private static string Spell(Conclusion conclusion) => conclusion switch { Conclusion.Met => "met", Conclusion.NotMet => "not-met", _ => "undetermined" };
}
