using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// Writes rows of one table with one prepared statement, an order of magnitude faster than EF's AddRange: values are bound by
/// position, not by name. Columns and conversions come from the model, so a new column needs no change here. What it writes belongs
/// to the transaction that is open on the context.
/// </summary>
internal sealed class RowInserter<TRow> : IDisposable
    where TRow : class
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly List<(string Name, Func<object, object?> Value)> columns = [];

    /// <param name="context">Has an open connection.</param>
    /// <param name="replace">A row with the same primary key is overwritten in place; else it is an error.</param>
    public RowInserter(DirectoryContext context, bool replace = false)
    {
        var entity = context.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is not in the model.", nameof(context));
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? throw new ArgumentException($"{typeof(TRow).Name} has no table.", nameof(context));
        AddColumns(entity, table, row => row);
        database = ((SqliteConnection)context.Database.GetDbConnection()).Handle
            ?? throw new ArgumentException("The connection is not open.", nameof(context));

        var names = columns.Select(column => $"\"{column.Name}\"").ToList();
        var places = Enumerable.Range(1, names.Count).Select(place => FormattableString.Invariant($"?{place}"));
        var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)}){(replace ? OnConflict(entity, table, names) : "")}";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Insert(TRow row)
    {
        for (var i = 0; i < columns.Count; i++)
            Check(Bind(i + 1, columns[i].Value(row)));
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

    /// <summary>The columns of a type and, flattened, of the complex values in it.</summary>
    private void AddColumns(ITypeBase type, StoreObjectIdentifier table, Func<object, object?> owner)
    {
        foreach (var property in type.GetProperties())
        {
            var member = property.PropertyInfo ?? throw new NotSupportedException($"{type.Name}.{property.Name} is not a property of the row.");
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            columns.Add((property.GetColumnName(table)!, row => owner(row) is { } instance ? Convert(member.GetValue(instance), convert) : null));
        }

        foreach (var complex in type.GetComplexProperties())
        {
            var member = complex.PropertyInfo ?? throw new NotSupportedException($"{type.Name}.{complex.Name} is not a property of the row.");
            AddColumns(complex.ComplexType, table, row => owner(row) is { } instance ? member.GetValue(instance) : null);
        }
    }

    private static object? Convert(object? value, Func<object?, object?>? convert) => value is null || convert is null ? value : convert(value);

    /// <summary>Values are kept as Microsoft.Data.Sqlite keeps them, or EF would not read them back.</summary>
    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int(statement, place, number),
        bool yes => raw.sqlite3_bind_int(statement, place, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        decimal amount => raw.sqlite3_bind_text(statement, place, amount.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no column type here yet."),
    };

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

    private static string OnConflict(IEntityType entity, StoreObjectIdentifier table, List<string> names)
    {
        var key = entity.FindPrimaryKey()!.Properties.Select(property => $"\"{property.GetColumnName(table)}\"").ToList();
        var set = string.Join(", ", names.Except(key, StringComparer.Ordinal).Select(name => $"{name} = excluded.{name}"));
        return $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {set}";
    }
}
