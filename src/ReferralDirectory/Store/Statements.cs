using Microsoft.Data.Sqlite;
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
}
