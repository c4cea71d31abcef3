using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralDirectory.Store;

/// <summary>Brings the store into the shape this program needs, or says in one sentence why it cannot.</summary>
internal sealed class StoreStartup(IDbContextFactory<DirectoryContext> contexts, StoreConnections connections, StoreLock storeLock, StoreOptions options)
{
    /// <exception cref="StoreException">The directory, the file or its schema cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        CreateDirectory();
        try
        {
            if (!IsInShape())
                await BringIntoShapeAsync(cancellationToken);
            using var connection = connections.Open();
            ConnectionPragmas.Assert(connection);
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"The store {options.DatabasePath} cannot be opened: {failure.Message}", failure);
        }
    }

    private void CreateDirectory()
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            throw new StoreException("No data directory is given: name one with --data DIR.");
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data directory {options.DataDirectory} cannot be made: {failure.Message} Name another with --data DIR.", failure);
        }
    }

    /// <summary>Asked without EF, since most starts find nothing to do.</summary>
    /// <exception cref="StoreException">The store has migrations that this program does not know.</exception>
    private bool IsInShape()
    {
        using var connection = connections.Open();
        var (known, applied) = (KnownMigrations(), AppliedMigrations(connection));
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } migration)
            throw new StoreException($"The store {options.DatabasePath} was made by a newer version of this program (it has {migration}): run that version.");
        return ConnectionPragmas.KeepsWriteAheadLog(connection) && !known.Except(applied, StringComparer.Ordinal).Any();
    }

    private static List<string> KnownMigrations() =>
        [.. typeof(DirectoryContext).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    private static List<string> AppliedMigrations(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
        if ((long)command.ExecuteScalar()! == 0)
            return [];
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        using var rows = command.ExecuteReader();
        var applied = new List<string>();
        while (rows.Read())
            applied.Add(rows.GetString(0));
        return applied;
    }

    private async Task BringIntoShapeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var held = await storeLock.HoldAsync(cancellationToken);
        FreeStaleMigrationLock(context);
        context.Database.ExecuteSql($"PRAGMA journal_mode = WAL");
        await context.Database.MigrateAsync(cancellationToken);

        // A pooled connection that saw the file without a write-ahead log goes on believing so.
        SqliteConnection.ClearPool(context.Connection);
    }

    /// <summary>
    /// EF marks a running migration by a row, and waits for it without end when a killed process left it behind. Whoever holds the
    /// store lock knows that no other process migrates.
    /// </summary>
    private static void FreeStaleMigrationLock(DirectoryContext context)
    {
        if (context.Ask<bool>($"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock')").Single())
            context.Database.ExecuteSql($"DELETE FROM \"__EFMigrationsLock\"");
    }
}
