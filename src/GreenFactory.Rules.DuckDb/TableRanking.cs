using DuckDB.NET.Data;
using GreenFactory.Rules.Diagnostics;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.DuckDb;

/// <summary>
/// Tables of scores ranked by one rule, in an embedded database that lives as long as this object. The result does not depend on the
/// order of rows, on how they are spread over files, nor on the number of threads. Not thread-safe.
/// </summary>
public sealed class TableRanking : IDisposable
{
    private const string Memory = "700MB";

    private readonly RankingRule _rule;
    private readonly DuckDBConnection _database;

    private TableRanking(RankingRule rule, DuckDBConnection database)
    {
        _rule = rule;
        _database = database;
    }

    /// <summary>What is wrong or missing in the tables; with an error nothing is ranked.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>Reads tables and ranks their rows.</summary>
    /// <param name="rule">By which rule.</param>
    /// <param name="files">
    /// CSV (UTF-8, commas) or Parquet files with the columns id, year, region, industry, score (or score_lower and score_upper) and those
    /// the rule looks at, or verdicts as JSON. Several are one population.
    /// </param>
    /// <param name="threads">How many threads the database uses; 0 for one a core.</param>
    /// <returns>The ranked population; look at <see cref="Diagnostics"/> first.</returns>
    public static TableRanking Run(RankingRule rule, IReadOnlyList<string> files, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var ranking = new TableRanking(rule, EmbeddedDatabase.Open(Memory, threads == 0 ? Environment.ProcessorCount : threads));
        try
        {
            ranking.Rank(files);
            return ranking;
        }
        catch
        {
            ranking.Dispose();
            throw;
        }
    }

    /// <summary>Everybody, by year, cohort, place and id; who is not ranked comes last in the cohort. Empty when the tables have errors.</summary>
    public IEnumerable<RankedFactory> Rows()
    {
        if (Diagnostics.Any(d => d.Code.Severity == DiagnosticSeverity.Error))
        {
            yield break;
        }

        using var command = _database.Command(_rule.Bar is null ? RankingSql.SelectRanked(_rule) : RankingSql.SelectBar(_rule));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return _rule.Bar is null ? Ranked(reader) : Compared(reader);
        }
    }

    /// <summary>Lets the database go.</summary>
    public void Dispose() => _database.Dispose();

    private void Rank(IReadOnlyList<string> files)
    {
        var bag = new DiagnosticBag();
        new RankingInput(_database, _rule, bag).Read(files);
        Diagnostics = bag.ToList();
        _database.Run("SET enable_external_access = false");
        if (bag.HasErrors)
        {
            return;
        }

        try
        {
            _database.Run(RankingSql.CreateRows(_rule));
            _database.Run("DROP TABLE input");
            if (_rule.Bar is null)
            {
                _database.Run(RankingSql.CreateRanked(_rule));
            }
        }
        catch (DuckDBException error)
        {
            // More rows than the memory it may use.
            bag.Add(DiagnosticCodes.TableNotReadable, SourceSpan.WholeFile(files[0]), error.Message.Split('\n')[0]);
            Diagnostics = bag.ToList();
        }
    }

    private RankedFactory Ranked(DuckDBDataReader reader) => Plain(reader) with
    {
        Best = reader.GetInt64(6),
        Worst = reader.GetInt64(7),
        Of = reader.GetInt64(8),
        ClassAtBest = reader.IsDBNull(9) ? null : _rule.Classes[reader.GetInt32(9)].Id,
        ClassAtWorst = reader.IsDBNull(10) ? null : _rule.Classes[reader.GetInt32(10)].Id,
        Streak = Status(reader, 11),
    };

    private static RankedFactory Compared(DuckDBDataReader reader)
    {
        var of = reader.GetInt64(6);
        return Plain(reader) with
        {
            Of = of,
            Bar = Status(reader, 7),
            BarLower = of > 0 ? Mean(Number(reader, 8), of) : null,
            BarUpper = of > 0 ? Mean(Number(reader, 9), of) : null,
        };
    }

    private static RankedFactory Plain(DuckDBDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Year = reader.GetInt32(1),
        Cohort = reader.GetString(2),
        Lower = Number(reader, 3),
        Upper = Number(reader, 4),
        Excluded = reader.IsDBNull(5) ? null : reader.GetString(5),
        Best = 0,
        Worst = 0,
        Of = 0,
    };

    private static FindingStatus? Status(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column) switch
    {
        2 => FindingStatus.Met,
        1 => FindingStatus.InsufficientEvidence,
        _ => FindingStatus.NotMet,
    };

    private static decimal? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : Normal(reader.GetDecimal(column));

    private static decimal? Mean(decimal? sum, long count) => sum is { } value ? PlainRanking.Mean(value, count) : null;

    /// <summary>The same number without zeros behind it, as it would have been written.</summary>
    private static decimal Normal(decimal number) => number / 1.0000000000000000000000000000m;
}
