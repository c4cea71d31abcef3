using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// The file beside the store that SQLite writes to first. It is folded into the store when a write is committed, unless somebody happens to
/// read just then: a long one would stay beside the store, slow down who reads, and be gone through anew after a crash.
/// </summary>
internal static class WriteAheadLog
{
    private const long LongLog = 64 * 1024 * 1024;

    /// <summary>
    /// Folds a long log in and empties it, without waiting for anybody: the next write tries again, whatever the outcome.
    /// </summary>
    public static void FoldInIfLong(DirectoryContext context)
    {
        var log = new FileInfo($"{context.Connection.DataSource}-wal");
        if (!log.Exists || log.Length < LongLog)
            return;
        try
        {
            context.Database.OpenConnection();
            raw.sqlite3_busy_timeout(context.Connection.Handle, 0);
            raw.sqlite3_exec(context.Connection.Handle, "PRAGMA main.wal_checkpoint(TRUNCATE)");
            raw.sqlite3_busy_timeout(context.Connection.Handle, ConnectionPragmas.BusyTimeoutMilliseconds);
            context.Database.CloseConnection();
        }
        catch (SqliteException)
        {
            // What was written is committed, and must not look refused.
        }
    }
}
