using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// Writes rows of one table with one prepared statement, an order of magnitude faster than EF's AddRange: values are bound by
/// position, not by name. Columns come from the row type, so a new one needs no change here. What it writes belongs
/// to the transaction that is open on the context.
/// </summary>
internal sealed class RowInserter<TRow> : IDisposable
    where TRow : class
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="context">Has an open connection.</param>
    /// <param name="replace">A row with the same primary key is overwritten in place; else it is an error.</param>
    /// <param name="schema">The store, or a staging area with a table of that shape.</param>
    public RowInserter(DirectoryContext context, bool replace = false, string schema = "main")
    {
        database = context.Connection.Handle ?? throw new ArgumentException("The connection is not open.", nameof(context));

        var places = Enumerable.Range(1, TableShape<TRow>.Columns.Length).Select(place => FormattableString.Invariant($"?{place}"));
        var sql = $"INSERT INTO {schema}.\"{TableShape<TRow>.Table}\" ({TableShape<TRow>.ColumnList}) VALUES ({string.Join(", ", places)}){(replace ? OnConflict(context) : "")}";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Insert(TRow row)
    {
        Check(RowBinder<TRow>.Bind(statement, row));
        var outcome = raw.sqlite3_step(statement);
        if (outcome != raw.SQLITE_DONE)
            Check(outcome);
        Check(raw.sqlite3_reset(statement));
    }

    public void Insert(IEnumerable<TRow> rows)
    {
        foreach (var row in rows)
            Insert(row);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int outcome)
    {
        if (outcome == raw.SQLITE_OK)
            return;

        // A failed step keeps its error until the reset.
        var failure = new SqliteException($"{typeof(TRow).Name}: {raw.sqlite3_errmsg(database).utf8_to_string()}", outcome, raw.sqlite3_extended_errcode(database));
        if (statement is { IsInvalid: false })
            raw.sqlite3_reset(statement);
        throw failure;
    }

    /// <summary>What is appended to an insertion so that a row with the same primary key is overwritten in place.</summary>
    public static string OnConflict(DirectoryContext context)
    {
        var key = context.Model.FindEntityType(typeof(TRow))!.FindPrimaryKey()!.Properties.Select(property => $"\"{property.Name}\"").ToList();
        var set = string.Join(", ", TableShape<TRow>.Columns.Except(key, StringComparer.Ordinal).Select(name => $"{name} = excluded.{name}"));
        return $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {set}";
    }
}
