using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// Reads rows of one table in order with one prepared statement: the mirror of <see cref="RowInserter{TRow}"/>, and for the same reason.
/// An index is compiled from every row of the store, and EF's own reader takes several times as long for each.
/// </summary>
internal sealed class RowReader<TRow> : IDisposable
    where TRow : class
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">Is open; what is read belongs to the transaction that is open on it.</param>
    /// <param name="order">The columns to order by.</param>
    /// <param name="only">Null: all rows.</param>
    /// <param name="schema">The store, or a staging area with a table of that shape.</param>
    public RowReader(SqliteConnection connection, string[] order, RowFilter? only = null, string schema = "main")
        : this(connection.Handle ?? throw new ArgumentException("The connection is not open.", nameof(connection)), order, only, schema)
    {
    }

    /// <inheritdoc cref="RowReader{TRow}(SqliteConnection, string[], RowFilter?, string)"/>
    /// <param name="database">The connection's own handle.</param>
    public RowReader(sqlite3 database, string[] order, RowFilter? only = null, string schema = "main")
    {
        this.database = database;
        var sql = $"SELECT {TableShape<TRow>.ColumnList} FROM {schema}.\"{TableShape<TRow>.Table}\"{(only is null ? "" : $" WHERE {only.Condition}")} ORDER BY {Quoted(order)}";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        if (only is not null)
            Check(only.Bind(statement));
    }

    /// <summary>The rows at once, for tables that are small.</summary>
    public static List<TRow> List(SqliteConnection connection, string order, RowFilter? only = null)
    {
        using var reader = new RowReader<TRow>(connection, [order], only);
        return [.. reader.Read()];
    }

    public IEnumerable<TRow> Read()
    {
        int outcome;
        while ((outcome = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            yield return RowMaterializer<TRow>.Row(statement.DangerousGetHandle());
        if (outcome != raw.SQLITE_DONE)
            Check(outcome);
    }

    public void Dispose() => statement.Dispose();

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK)
            throw new SqliteException($"{typeof(TRow).Name}: {raw.sqlite3_errmsg(database).utf8_to_string()}", outcome, raw.sqlite3_extended_errcode(database));
    }
}
