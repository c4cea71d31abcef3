using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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
    private readonly Func<sqlite3_stmt, TRow> materialize;

    /// <param name="context">Has an open connection; what is read belongs to the transaction that is open on it.</param>
    /// <param name="order">The columns to order by; the first one is what <paramref name="only"/> speaks of.</param>
    /// <param name="only">Null: all rows.</param>
    public RowReader(DirectoryContext context, string[] order, long[]? only)
    {
        var entity = context.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is not in the model.", nameof(context));
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? throw new ArgumentException($"{typeof(TRow).Name} has no table.", nameof(context));
        var (columns, row) = RowMaterializer<TRow>.For(entity, table);
        materialize = row;
        database = ((SqliteConnection)context.Database.GetDbConnection()).Handle ?? throw new ArgumentException("The connection is not open.", nameof(context));

        var filter = only is null ? "" : $" WHERE \"{order[0]}\" IN (SELECT value FROM json_each(?1))";
        var sql = $"SELECT {Quoted(columns)} FROM \"{table.Name}\"{filter} ORDER BY {Quoted(order)}";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        if (only is not null)
            Check(raw.sqlite3_bind_text(statement, 1, JsonSerializer.Serialize(only)));
    }

    public IEnumerable<TRow> Read()
    {
        int outcome;
        while ((outcome = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            yield return materialize(statement);
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
