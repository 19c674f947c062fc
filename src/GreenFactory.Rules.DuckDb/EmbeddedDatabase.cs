using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DuckDB.NET.Data;

namespace GreenFactory.Rules.DuckDb;

/// <summary>The database inside the process. Rules and tables can come from strangers: nothing is fetched, nothing is spilt to disk, memory is bounded.</summary>
internal static class EmbeddedDatabase
{
    /// <param name="memory">The most it may hold, for example <c>4GB</c>.</param>
    /// <param name="threads">How many threads it uses.</param>
    public static DuckDBConnection Open(string memory, int threads)
    {
        var database = new DuckDBConnection("DataSource=:memory:");
        try
        {
            database.Open();
            database.Run("SET autoinstall_known_extensions = false");
            database.Run("SET autoload_known_extensions = false");
            database.Run("SET temp_directory = ''");
            database.Run($"SET memory_limit = '{memory}'");
            database.Run($"SET threads = {threads.ToString(CultureInfo.InvariantCulture)}");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public static void Run(this DuckDBConnection database, string statement)
    {
        using var command = database.Command(statement);
        command.ExecuteNonQuery();
    }

    /// <summary>A statement; it is put together from texts of the program and from quoted names, and takes no text of a user as it is.</summary>
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Names and values are quoted by RankingSql.")]
    public static DuckDBCommand Command(this DuckDBConnection database, string statement)
    {
        var command = database.CreateCommand();
        command.CommandText = statement;
        return command;
    }
}
