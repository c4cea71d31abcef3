using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// The store as of one revision, for one thread at a time: SQLite then takes no lock for each column that is read, which is a tenth of the
/// work of reading everybody. Microsoft.Data.Sqlite cannot ask for that.
/// </summary>
internal sealed class OneThreadReading : IDisposable
{
    private OneThreadReading(sqlite3 handle) => Handle = handle;

    public sqlite3 Handle { get; }

    public static OneThreadReading Begin(StoreOptions options)
    {
        var outcome = raw.sqlite3_open_v2(options.DatabasePath, out var handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        var reading = new OneThreadReading(handle);
        try
        {
            reading.Check(outcome);
            reading.Check(raw.sqlite3_busy_timeout(handle, ConnectionPragmas.BusyTimeoutMilliseconds));
            reading.Check(raw.sqlite3_exec(handle, "BEGIN"));
            return reading;
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    public void Dispose() => Handle.Dispose();

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(Handle).utf8_to_string(), outcome, raw.sqlite3_extended_errcode(Handle));
    }
}
