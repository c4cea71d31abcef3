using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>A database file opened as one who wants speed opens it: no journal while loading, all of it in memory afterwards.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;

    public SqliteFile(string path)
    {
        this.path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA mmap_size = 8000000000; PRAGMA temp_store = MEMORY;");
    }

    public long Bytes => new FileInfo(path).Length;

    public void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>A command whose parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    public SqliteCommand Command(string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
            command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"${number}"), null));
        command.Prepare();
        return command;
    }

    /// <summary>Inserts rows in one transaction.</summary>
    public void Insert(string table, int columns, IEnumerable<object[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = Command($"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(1, columns).Select(number => FormattableString.Invariant($"${number}")))})", columns);
        insert.Transaction = transaction;
        foreach (var row in rows)
        {
            Set(insert, row);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public static void Set(SqliteCommand command, params ReadOnlySpan<object> values) => SetFrom(command, 0, values);

    /// <param name="command">One of <see cref="Command"/>.</param>
    /// <param name="first">The place of the first parameter to set, counted from 0.</param>
    /// <param name="values">Of the parameters from there on.</param>
    public static void SetFrom(SqliteCommand command, int first, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[first + i].Value = values[i];
    }

    public void Dispose()
    {
        connection.Dispose();
        File.Delete(path);
    }
}
