using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferralDirectory.Store;

/// <summary>
/// Sets on every connection what SQLite keeps per connection and has no connection-string keyword for, and reads it back.
/// WAL is a property of the file: <see cref="StoreStartup"/> sets it.
/// </summary>
internal sealed class ConnectionPragmas : DbConnectionInterceptor
{
    /// <summary>Readers of a WAL file hardly ever wait; writers queue at the gate, not here.</summary>
    public const int BusyTimeoutMilliseconds = 5_000;

    private const int SynchronousFull = 2;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        command.ExecuteNonQuery();
    }

    /// <exception cref="StoreException">A pragma is not what the store relies on.</exception>
    public static void Assert(DbConnection connection)
    {
        Expect(connection, "journal_mode", "wal");
        Expect(connection, "synchronous", SynchronousFull.ToString(CultureInfo.InvariantCulture));
        Expect(connection, "foreign_keys", "1");
        Expect(connection, "busy_timeout", BusyTimeoutMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A new file keeps none yet, and neither does a copy that was made with <c>VACUUM INTO</c>.</summary>
    public static bool KeepsWriteAheadLog(DbConnection connection) => string.Equals(Read(connection, "journal_mode"), "wal", StringComparison.OrdinalIgnoreCase);

    private static void Expect(DbConnection connection, string pragma, string expected)
    {
        var actual = Read(connection, pragma);
        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreException(
                $"SQLite answers {pragma} = {actual} where {expected} is needed: put the data directory on a local disk that supports it.");
        }
    }

    private static string? Read(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma};";
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
