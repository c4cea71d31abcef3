using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ReferralDirectory.Store;

internal static class Statements
{
    /// <summary>Runs statements without parameters whose text depends on the shape of tables.</summary>
    public static void Run(this DirectoryContext context, string sql)
    {
        var database = context.Connection.Handle;
        var outcome = raw.sqlite3_exec(database, sql);
        if (outcome != raw.SQLITE_OK)
            throw new SqliteException($"{sql}: {raw.sqlite3_errmsg(database).utf8_to_string()}", outcome, raw.sqlite3_extended_errcode(database));
    }

    /// <summary>
    /// The first column of what a question is answered with; what is filled in becomes a parameter. The first questions that EF compiles
    /// take a new process a second.
    /// </summary>
    public static IEnumerable<T> Ask<T>(this DirectoryContext context, FormattableString question)
    {
        context.Database.OpenConnection();
        try
        {
            using var command = context.Connection.CreateCommand();
            var names = Enumerable.Range(0, question.ArgumentCount).Select(number => FormattableString.Invariant($"@p{number}")).ToArray();
            command.CommandText = string.Format(CultureInfo.InvariantCulture, question.Format, names);
            foreach (var (name, value) in names.Zip(question.GetArguments()))
                command.Parameters.AddWithValue(name, value);
            using var rows = command.ExecuteReader();
            while (rows.Read())
                yield return rows.GetFieldValue<T>(0);
        }
        finally
        {
            context.Database.CloseConnection();
        }
    }
}
