using DuckDB.NET.Data;
using GreenFactory.Rules.DuckDb;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.Tests.Rankings;

/// <summary>The engine for tables against the plain one, row for row.</summary>
public sealed class RankingEngineTests
{
    public static TheoryData<string> Rules => [.. RankingCatalog.Default.Ids.Select(i => i.ToString())];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Both_engines_rank_ten_thousand_factories_over_five_years_alike(string id)
    {
        var rule = RankingCatalog.Default.Load(id);
        var rows = MadeUpPopulation.Of(10_000, 5, seed: 1);
        using var folder = new TableFolder();
        using var ranked = TableRanking.Run(rule, [folder.Csv("all.csv", rule, rows)]);

        Same(PlainRanking.Rank(rule, rows), ranked.Rows());
    }

    /// <summary>Every setting a rule can have, over populations so small that every edge is met.</summary>
    [Fact]
    public void Both_engines_agree_whatever_a_rule_settles()
    {
        using var folder = new TableFolder();
        var seed = 0;
        foreach (var rule in Variants())
        {
            var rows = MadeUpPopulation.Of(12 + (seed % 9), 4, ++seed);
            using var ranked = TableRanking.Run(rule, [folder.Csv("small.csv", rule, rows)]);

            Same(PlainRanking.Rank(rule, rows), ranked.Rows());
        }

        Assert.Equal(216, seed);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_files_nor_threads_change_a_place()
    {
        var rule = RankingCatalog.Default.Load("bottom-five@2025");
        var rows = MadeUpPopulation.Of(3_000, 5, seed: 7);
        var random = new Random(5);
        using var folder = new TableFolder();
        var mixed = rows.OrderBy(_ => random.Next()).ToList();
        using var plain = TableRanking.Run(rule, [folder.Csv("plain.csv", rule, rows)], threads: 1);
        using var parts = TableRanking.Run(rule, [.. mixed.Chunk(4_000).Select((c, i) => folder.Csv($"part{i}.csv", rule, c))], threads: 8);

        Same([.. plain.Rows()], parts.Rows());
    }

    [Theory]
    [InlineData("of [2024] *.csv")]
    [InlineData("it's ? {a,b}.csv")]
    public void A_table_is_the_one_that_is_named_whatever_its_name_looks_like(string name)
    {
        var rule = RankingCatalog.Default.Load("bottom-five@2025");
        var rows = MadeUpPopulation.Of(30, 1, seed: 3);
        using var folder = new TableFolder();
        folder.Csv("of 2 other.csv", rule, MadeUpPopulation.Of(5, 1, seed: 4));
        using var ranked = TableRanking.Run(rule, [folder.Csv(name, rule, rows)]);

        Same(PlainRanking.Rank(rule, rows), ranked.Rows());
    }

    /// <summary>Parquet files have numbers of their own; binary ones are taken with the decimals a score may have.</summary>
    [Theory]
    [InlineData("VARCHAR", "VARCHAR", "VARCHAR")]
    [InlineData("DOUBLE", "INTEGER", "VARCHAR")]
    [InlineData("DECIMAL(9, 2)", "SMALLINT", "BOOLEAN")]
    public void A_parquet_file_is_ranked_like_the_table_it_was_made_of(string score, string year, string flag)
    {
        var rule = RankingCatalog.Default.Load("green-code@2024");
        var rows = MadeUpPopulation.Of(300, 3, seed: 11);
        using var folder = new TableFolder();
        var (csv, parquet) = (folder.Csv("all.csv", rule, rows), folder.Name("all.parquet"));
        using (var database = new DuckDBConnection("DataSource=:memory:"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = $"COPY (SELECT id, CAST(year AS {year}) AS year, CAST(score_lower AS {score}) AS score_lower, CAST(score_upper AS {score}) AS score_upper, CAST(filed AS {flag}) AS filed, CAST(regular AS {flag}) AS regular, CAST(abnormal AS {flag}) AS abnormal FROM read_csv('{csv}', all_varchar = true)) TO '{parquet}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        using var ranked = TableRanking.Run(rule, [parquet]);

        Assert.DoesNotContain(ranked.Diagnostics, d => d.Code.Severity == GreenFactory.Rules.Diagnostics.DiagnosticSeverity.Error);
        Same(PlainRanking.Rank(rule, rows), ranked.Rows());
    }

    private static IEnumerable<RankingRule> Variants()
    {
        var (code, streak, bar) = (RankingCatalog.Default.Load("green-code@2024"), RankingCatalog.Default.Load("bottom-five@2025"), RankingCatalog.Default.Load("regional-mean@2025"));
        foreach (var rule in new[] { code, streak with { Classes = [.. streak.Classes.Select((c, i) => i == 0 ? c with { UpTo = 33.3m } : c)] }, bar })
        {
            foreach (var lower in new[] { false, true })
            {
                foreach (var worst in new[] { false, true })
                {
                    foreach (var ties in new[] { false, true })
                    {
                        foreach (var rounding in Enum.GetValues<CountRounding>())
                        {
                            foreach (var cohort in new[] { default, new Cohort("industry", 2), new Cohort("region", 4) })
                            {
                                yield return rule with { LowerIsBetter = lower, FromWorst = worst, TiesShareWorse = ties, Rounding = rounding, Cohort = cohort, UnstatedIsMember = !ties, Streak = rule.Streak is { } s ? s with { GapBreaks = worst } : null };
                            }
                        }
                    }
                }
            }
        }
    }

    private static void Same(IReadOnlyList<RankedFactory> expected, IEnumerable<RankedFactory> got)
    {
        var at = 0;
        foreach (var row in got)
        {
            Assert.True(at < expected.Count && expected[at] == row, $"{at}: {(at < expected.Count ? expected[at] : null)} ≠ {row}");
            at++;
        }

        Assert.Equal(expected.Count, at);
    }
}
