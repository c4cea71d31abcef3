using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>Makes a table of numbers in the staging area, the first its key, and fills it with one prepared statement.</summary>
internal sealed class NumberInserter : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public NumberInserter(DirectoryContext context, string table, params string[] columns)
    {
        context.Run($"CREATE TABLE {StagingArea.Schema}.{table} ({string.Join(", ", columns.Select(column => $"{column} INTEGER"))}, PRIMARY KEY ({columns[0]}))");
        database = context.Connection.Handle!;
        var places = Enumerable.Range(1, columns.Length).Select(place => FormattableString.Invariant($"?{place}"));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {StagingArea.Schema}.{table} VALUES ({string.Join(", ", places)})", out statement), raw.SQLITE_OK);
    }

    public void Insert(params ReadOnlySpan<long> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            Check(raw.sqlite3_bind_int64(statement, i + 1, numbers[i]), raw.SQLITE_OK);
        Check(raw.sqlite3_step(statement), raw.SQLITE_DONE);
        Check(raw.sqlite3_reset(statement), raw.SQLITE_OK);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int outcome, int expected)
    {
        if (outcome != expected)
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), outcome, raw.sqlite3_extended_errcode(database));
    }
}
