using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Store;

/// <summary>Brings the store into the shape this program needs, or says in one sentence why it cannot.</summary>
internal sealed class StoreStartup(IDbContextFactory<DirectoryContext> contexts, StoreLock storeLock, StoreOptions options)
{
    /// <exception cref="StoreException">The directory, the file or its schema cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        CreateDirectory();
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await RefuseNewerStoreAsync(context, cancellationToken);
            if (await KeepsNoWriteAheadLogAsync(context, cancellationToken) || (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                await BringIntoShapeAsync(context, cancellationToken);
            await AssertPragmasAsync(context, cancellationToken);
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

    private async Task RefuseNewerStoreAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(context.Database.GetMigrations(), StringComparer.Ordinal);
        if (unknown.FirstOrDefault() is { } migration)
            throw new StoreException($"The store {options.DatabasePath} was made by a newer version of this program (it has {migration}): run that version.");
    }

    private async Task BringIntoShapeAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        using var held = await storeLock.HoldAsync(cancellationToken);
        await FreeStaleMigrationLockAsync(context, cancellationToken);
        await SetWriteAheadLogAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// EF marks a running migration by a row, and waits for it without end when a killed process left it behind. Whoever holds the
    /// store lock knows that no other process migrates.
    /// </summary>
    private static async Task FreeStaleMigrationLockAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var tables = context.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'");
        if (await tables.SingleAsync(cancellationToken) > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
    }

    /// <summary>A new file keeps none yet, and neither does a copy that was made with <c>VACUUM INTO</c>.</summary>
    private static async Task<bool> KeepsNoWriteAheadLogAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var mode = await context.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(cancellationToken);
        return !string.Equals(mode, "wal", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task SetWriteAheadLogAsync(DirectoryContext context, CancellationToken cancellationToken) =>
        await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);

    private static async Task AssertPragmasAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        ConnectionPragmas.Assert(context.Database.GetDbConnection());
    }
}
