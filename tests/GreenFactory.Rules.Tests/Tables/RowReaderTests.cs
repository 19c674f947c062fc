using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Facts;
using GreenFactory.Rules.Tables;
using GreenFactory.Rules.Tests.Cli;
using GreenFactory.Rules.Tests.Generators;

namespace GreenFactory.Rules.Tests.Tables;

public sealed class RowReaderTests
{
    private static readonly PackUnderTest Subject = PackUnderTest.Of("miit-green-factory@2018");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_says_what_the_fact_file_says(bool unitsInHeader)
    {
        var written = Enumerable.Range(0, Effort.Times(120)).Select(seed => Comparable(Subject.Draw(seed, seed % 2 == 0 ? FactoryShape.Partial : FactoryShape.Wild))).ToList();
        using var folder = new TemporaryFolder();

        var read = Read(folder.File("factories.csv", TableText.Write(written, unitsInHeader)));

        Assert.Equal(written.Count, read.Count);
        Assert.All(written.Zip(read), p => Assert.Equal(FactFileWriter.Write(p.First), FactFileWriter.Write(p.Second)));
        Assert.Equal(written.Select(f => f.Digest), read.Select(f => f.Digest));
    }

    [Fact]
    public void A_short_way_is_taken_only_where_the_long_one_says_the_same()
    {
        string[] numbers = ["0", "1", "-1", "+1", "007", "1.50", "1e3", "0.0000001", "1234567890123456789012", "12345678901234567890123456789", "1.", ".5", "--1", "1 000", "١", "1_0", "NaN", "99999999999999999999999999999", "1 kgce", "5 m"];
        foreach (var header in new[] { "energy.comprehensive [tce]", "energy.comprehensive [kgce]", "energy.comprehensive", "land.area [亩]", "energy.platform.functions" }.Where(h => FactVocabulary.Default.Find(h.Split(' ')[0]) is not null))
        {
            foreach (var number in numbers)
            {
                using var folder = new TemporaryFolder();
                var plain = Try(folder.File("a.csv", $"period,{header}\n2024,{number}\n"));
                var quoted = Try(folder.File("a.csv", $"period,{header}\n2024,\"{number}\"\n"));

                Assert.True(plain == quoted, $"{header} {number}: {plain} and {quoted}");
            }
        }
    }

    /// <summary>What tables cannot say: evidence, products without facts, an empty list, years without facts, and an order of ids.</summary>
    private static FactoryFacts Comparable(FactoryFacts facts)
    {
        foreach (var cells in facts.History.Values.Append(facts.Cells).Concat(facts.Products?.Select(p => p.Cells) ?? []))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i].Reference is IReadOnlyList<string> { Count: 0 })
                {
                    cells[i] = default;
                }
            }
        }

        var products = facts.Products is { Count: > 0 } ? facts.Products : null;
        var history = facts.History.Where(h => h.Value.Any(c => c.State != FactState.Unknown)).ToDictionary(h => h.Key, h => h.Value);
        return FactoryGenerator.Counted(new FactoryFacts(facts.Vocabulary, facts.Identity, facts.Period, facts.Cells, products, history, []));
    }

    private static List<FactoryFacts> Read(string file)
    {
        var bag = new DiagnosticBag();
        var blocks = CsvSource.Read(file, bag).ToList();
        var columns = new HeaderReader(FactVocabulary.Default, bag).Read(blocks[0]);
        Assert.False(bag.HasErrors, string.Join('\n', bag.ToList()));
        var reader = new RowReader(FactVocabulary.Default, columns);
        var facts = blocks.SelectMany(b => Enumerable.Range(b.FirstRow == 0 ? 1 : 0, b.Count - (b.FirstRow == 0 ? 1 : 0)).Select(i => reader.Read(b, i, bag))).ToList();
        Assert.False(bag.HasErrors, string.Join('\n', bag.ToList().Take(5)));
        return [.. facts.Select(f => f!)];
    }

    private static string Try(string file)
    {
        var bag = new DiagnosticBag();
        var blocks = CsvSource.Read(file, bag).ToList();
        var columns = new HeaderReader(FactVocabulary.Default, bag).Read(blocks[0]);
        var facts = bag.HasErrors ? null : new RowReader(FactVocabulary.Default, columns).Read(blocks[0], 1, bag);
        return facts?.Digest ?? string.Join(' ', bag.ToList().Select(d => $"{d.Code.Id} {d.Message.En}"));
    }
}
