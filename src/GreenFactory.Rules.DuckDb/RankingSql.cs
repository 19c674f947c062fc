using System.Globalization;
using System.Text;
using GreenFactory.Rules.Rankings;

namespace GreenFactory.Rules.DuckDb;

/// <summary>
/// The statements a rule about populations becomes. Scores are exact decimals throughout, so that nothing is rounded before it is
/// compared; names of columns and values of the rule go in as quoted text, never as they are.
/// </summary>
internal static class RankingSql
{
    /// <summary>How many decimals a score may have.</summary>
    public const int Decimals = 9;

    /// <summary>The widest decimals that are kept in one machine word: sorting twice as wide ones takes several times as long.</summary>
    public const string Score = "DECIMAL(18, 9)";

    /// <summary>What fits into <see cref="Score"/> without a digit being lost.</summary>
    public const string ScorePattern = @"-?[0-9]{1,9}(\.[0-9]{1,9})?";

    /// <summary>Columns of the table that everything is read into, as they are written.</summary>
    public static string CreateInput(RankingRule rule) =>
        $"CREATE TABLE input (file INTEGER, line BIGINT, id VARCHAR, year VARCHAR, region VARCHAR, industry VARCHAR, lower VARCHAR, upper VARCHAR{string.Concat(rule.Columns.Select((_, i) => $", flag{Whole(i)} VARCHAR"))})";

    /// <summary>The input with numbers instead of texts; who is not ranked says why.</summary>
    public static string CreateRows(RankingRule rule)
    {
        var flags = rule.Columns.ToList();
        var cohort = rule.Cohort.Column is { } column ? $"CASE WHEN length({column}) >= {Whole(rule.Cohort.Digits)} THEN left({column}, {Whole(rule.Cohort.Digits)}) ELSE '' END" : "''";
        var why = new StringBuilder("CASE");
        foreach (var exclusion in rule.Exclusions)
        {
            var flag = $"flag{Whole(flags.IndexOf(exclusion.Column))}";
            why.Append(CultureInfo.InvariantCulture, $" WHEN {flag} = {Quoted(exclusion.Is)}{(rule.UnstatedIsMember ? string.Empty : $" OR {flag} IS NULL")} THEN {Quoted(exclusion.Id)}");
        }

        why.Append(CultureInfo.InvariantCulture, $" WHEN low IS NULL THEN '{NotRanked.NoScore}'");
        if (rule.Cohort.Column is not null)
        {
            why.Append(CultureInfo.InvariantCulture, $" WHEN cohort = '' THEN '{NotRanked.NoCohort}'");
        }

        var (first, second) = rule.LowerIsBetter != rule.FromWorst ? ("-high", "-low") : ("low", "high");
        var listed = rule.Bar is { } bar ? $"coalesce(flag{Whole(flags.IndexOf(bar.Column))} = {Quoted(bar.Is)}, false)" : "true";
        return $"""
            CREATE TABLE rows AS
            WITH read AS (
                SELECT *, coalesce(TRY_CAST(year AS INTEGER), 0) AS y, coalesce({cohort}, '') AS cohort, CAST(lower AS {Score}) AS low, CASE WHEN upper = lower THEN low ELSE CAST(upper AS {Score}) END AS high FROM input)
            SELECT id, y AS year, cohort, low, high, {why} END AS excluded, {first} AS key_low, {second} AS key_high, {listed} AS listed FROM read
            """;
    }

    /// <summary>Places and classes: how many surely stand before a factory, and how many may.</summary>
    public static string CreateRanked(RankingRule rule)
    {
        // Counts are taken over the distinct scores and joined by equality: joining by order is many times slower where cohorts are few.
        // Step by step: joined at once, all pairs of scores of a cohort would be made first.
        var (tiedLows, tiedHighs) = rule.TiesShareWorse ? (string.Empty, string.Empty) : (" - lows", " - highs");
        var self = rule.TiesShareWorse ? ("CASE WHEN m.key_low = m.key_high THEN 1 ELSE 0 END", "1") : ("0", "CASE WHEN m.key_low = m.key_high THEN 0 ELSE 1 END");
        return $"""
            CREATE TABLE ranked AS
            WITH members AS (SELECT * FROM rows WHERE excluded IS NULL),
            keys AS (
                SELECT year, cohort, key, count(*) FILTER (is_low) AS lows, count(*) FILTER (NOT is_low) AS highs
                FROM (SELECT year, cohort, key_low AS key, true AS is_low FROM members UNION ALL SELECT year, cohort, key_high, false FROM members)
                GROUP BY year, cohort, key),
            above AS (
                SELECT year, cohort, key, CAST(sum(lows) OVER before{tiedLows} AS BIGINT) AS lows, CAST(sum(highs) OVER before{tiedHighs} AS BIGINT) AS highs
                FROM keys WINDOW before AS (PARTITION BY year, cohort ORDER BY key DESC ROWS UNBOUNDED PRECEDING)),
            sizes AS (SELECT year, cohort, count(*) AS of{string.Concat(rule.Classes.Select((_, i) => $", {Places(rule, i)} AS places{Whole(i)}"))} FROM members GROUP BY year, cohort),
            sized AS MATERIALIZED (SELECT m.*, s.* EXCLUDE (year, cohort) FROM members m JOIN sizes s ON m.year = s.year AND m.cohort = s.cohort),
            begun AS MATERIALIZED (SELECT m.*, 1 + l.lows - ({self.Item1}) AS best FROM sized m JOIN above l ON m.year = l.year AND m.cohort = l.cohort AND m.key_high = l.key),
            placed AS (SELECT m.*, 1 + h.highs - ({self.Item2}) AS worst FROM begun m JOIN above h ON m.year = h.year AND m.cohort = h.cohort AND m.key_low = h.key)
            SELECT id, year, cohort, low, high, excluded, best, worst, of, {ClassAt(rule, "best")} AS first, {ClassAt(rule, "worst")} AS last FROM placed
            UNION ALL SELECT id, year, cohort, low, high, excluded, 0, 0, 0, NULL, NULL FROM rows WHERE excluded IS NOT NULL
            """;
    }

    /// <summary>Everything about a factory in the order it is given back.</summary>
    public static string SelectRanked(RankingRule rule)
    {
        var (streak, joins) = rule.Streak is { } row ? Streak(row) : ("NULL", string.Empty);
        return $"SELECT r.id, r.year, r.cohort, r.low, r.high, r.excluded, r.best, r.worst, r.of, r.first, r.last, {streak} AS streak FROM ranked r{joins} ORDER BY r.year, r.cohort, r.best = 0, r.best, r.worst, r.id";
    }

    /// <summary>Factories against the mean of those listed; a mean is never divided out before it is compared.</summary>
    public static string SelectBar(RankingRule rule)
    {
        var (surely, possibly) = rule.LowerIsBetter ? ("r.high * s.times <= s.low", "r.low * s.times <= s.high") : ("r.low * s.times >= s.high", "r.high * s.times >= s.low");
        return $"""
            WITH sums AS (SELECT year, cohort, count(*) AS n, CAST(count(*) AS DECIMAL(10, 0)) AS times, sum(low) AS low, sum(high) AS high FROM rows WHERE excluded IS NULL AND listed GROUP BY year, cohort)
            SELECT r.id, r.year, r.cohort, r.low, r.high, r.excluded, CASE WHEN r.excluded IS NULL THEN coalesce(s.n, 0) ELSE 0 END AS of,
                CASE WHEN r.excluded IS NOT NULL OR r.listed THEN NULL WHEN s.n IS NULL THEN 1 WHEN {surely} THEN 2 WHEN {possibly} THEN 1 ELSE 0 END AS bar,
                CASE WHEN r.excluded IS NULL AND NOT r.listed THEN s.low END AS bar_low, CASE WHEN r.excluded IS NULL AND NOT r.listed THEN s.high END AS bar_high
            FROM rows r LEFT JOIN sums s USING (year, cohort) ORDER BY r.year, r.cohort, r.id
            """;
    }

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A file as the one it is: without this the database takes a star or a bracket for a pattern, and a colon for a server.</summary>
    public static string FileName(string path) =>
        Quoted(Path.GetFullPath(path).Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal));

    public static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of the class a factory at some place is in; a later class has a greater number.</summary>
    private static string ClassAt(RankingRule rule, string place) => $"CASE{string.Concat(rule.Classes.Select((_, i) => $" WHEN {place} <= places{Whole(i)} THEN {Whole(i)}"))} END";

    /// <summary>Up to which place a class goes in a cohort. A percentage is a whole number over a power of ten: exact for any number of factories.</summary>
    private static string Places(RankingRule rule, int place)
    {
        var (share, whole) = (rule.Classes[place].UpTo, 100L);
        for (; share != decimal.Truncate(share); share *= 10)
        {
            whole *= 10;
        }

        var exact = $"CAST(count(*) AS HUGEINT) * {decimal.Truncate(share).ToString("0", CultureInfo.InvariantCulture)}";
        return rule.Rounding switch
        {
            CountRounding.Up => $"({exact} + {Long(whole - 1)}) // {Long(whole)}",
            CountRounding.HalfUp => $"(2 * ({exact}) + {Long(whole)}) // {Long(2 * whole)}",
            _ => $"({exact}) // {Long(whole)}",
        };

        static string Long(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>2 for surely, 1 for perhaps, 0 for not: a year counts when the class lies between the first and the last that is possible.</summary>
    private static (string Streak, string Joins) Streak(Streak streak)
    {
        var years = Enumerable.Range(1, streak.Years - 1).Select(Whole).ToList();
        var joins = string.Concat(years.Select(y => $" LEFT JOIN ranked r{y} ON r{y}.id = r.id AND r{y}.year = r.year - {y}"));
        var named = years.Select(y => $"r{y}").Prepend("r").ToList();
        var surely = string.Join(" AND ", named.Select(n => $"coalesce({n}.excluded IS NULL AND {n}.first = {Whole(streak.Class)} AND {n}.last = {Whole(streak.Class)}, false)"));
        var gap = streak.GapBreaks ? "false" : "true";
        var possibly = string.Join(" AND ", named.Select(n => $"CASE WHEN {n}.id IS NULL OR {n}.excluded IS NOT NULL THEN {gap} ELSE coalesce({n}.first, 1000) <= {Whole(streak.Class)} AND {Whole(streak.Class)} <= coalesce({n}.last, 1000) END"));
        return ($"CASE WHEN r.excluded IS NOT NULL THEN NULL WHEN {surely} THEN 2 WHEN {possibly} THEN 1 ELSE 0 END", joins);
    }
}
