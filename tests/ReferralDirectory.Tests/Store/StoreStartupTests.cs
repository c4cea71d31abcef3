using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;

namespace ReferralDirectory.Tests.Store;

public sealed class StoreStartupTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_first_start_makes_the_store_and_a_second_one_finds_it()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await store.WriteAsync(unit => unit.NoteOrganizations());

        await using var again = store.OpenAgain();
        await again.PrepareAsync();

        Assert.Equal(1, again.Reader.ReadRevision());
    }

    [Fact]
    public async Task A_store_of_an_earlier_version_is_brought_into_shape_with_what_it_holds()
    {
        await using var store = TemporaryStore.Unprepared();
        await using (var context = store.Open())
        {
            await context.Database.MigrateAsync("20261121190100_AppendOnlyLedger");
            await context.Database.ExecuteSqlAsync($"UPDATE \"State\" SET \"Revision\" = 7, \"ShippedKnowledgeVersion\" = 'k-1', \"ShippedKnowledgeDigest\" = 'ab'");
        }

        await store.PrepareAsync();

        await using var after = store.Open();
        var state = await after.State.SingleAsync();
        Assert.Equal((7, "k-1", 0), (state.Revision, state.ShippedKnowledgeVersion, state.ResolverVersion));
        Assert.Equal(2, await after.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").SingleAsync());
    }

    [Fact]
    public async Task Every_connection_syncs_fully_and_keeps_foreign_keys()
    {
        await using var store = await TemporaryStore.CreateAsync();
        for (var i = 0; i < 3; i++)
        {
            await using var context = store.Open();
            await context.Database.OpenConnectionAsync();
            ConnectionPragmas.Assert(context.Database.GetDbConnection());
        }
    }

    [Fact]
    public async Task A_pragma_that_was_turned_off_is_noticed()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var context = store.Open();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlAsync($"PRAGMA synchronous = OFF");

        var refusal = Assert.Throws<StoreException>(() => ConnectionPragmas.Assert(context.Database.GetDbConnection()));

        Assert.Contains("synchronous = 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_of_a_killed_migration_does_not_hang_the_next_start()
    {
        await using var store = TemporaryStore.Unprepared();
        await using (var context = store.Open())
        {
            await context.Database.ExecuteSqlAsync($"CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await context.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-21 10:00:00')");
        }

        await store.PrepareAsync().WaitAsync(Patience);

        Assert.Equal(0, store.Reader.ReadRevision());
    }

    [Fact]
    public async Task A_start_that_has_to_migrate_waits_for_another_process_only_so_long()
    {
        await using var store = TemporaryStore.Unprepared(writeWait: TimeSpan.FromMilliseconds(50));
        await using var other = store.OpenAgain();
        using var held = await other.Get<StoreLock>().HoldAsync(CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.PrepareAsync().WaitAsync(Patience));

        Assert.StartsWith("Another process has been writing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using (var context = store.Open())
            await context.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_FromTheFuture', '99.0.0')");

        var refusal = await Assert.ThrowsAsync<StoreException>(store.PrepareAsync);

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await using var store = TemporaryStore.Unprepared();
        await File.WriteAllTextAsync(store.Options.DatabasePath, new string('x', 4096));

        var refusal = await Assert.ThrowsAsync<StoreException>(store.PrepareAsync);

        Assert.Contains(store.Options.DatabasePath, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_is_a_file_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var store = TemporaryStore.Unprepared();
            var startup = new StoreStartup(
                store.Get<IDbContextFactory<DirectoryContext>>(),
                store.Get<StoreConnections>(),
                store.Get<StoreLock>(),
                new StoreOptions { DataDirectory = Path.Combine(file, "data") });

            var refusal = await Assert.ThrowsAsync<StoreException>(() => startup.PrepareAsync(CancellationToken.None));

            Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_copy_that_keeps_no_write_ahead_log_is_given_one()
    {
        await using var original = await TemporaryStore.CreateAsync();
        await original.WriteAsync(unit => unit.NoteOrganizations());
        await using var copy = TemporaryStore.Unprepared();
        await using (var context = original.Open())
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {copy.Options.DatabasePath}");

        await copy.PrepareAsync();

        Assert.Equal(1, copy.Reader.ReadRevision());
    }

    [Fact]
    public async Task The_model_has_no_change_that_lacks_a_migration()
    {
        await using var store = TemporaryStore.Unprepared();
        await using var context = store.Open();

        Assert.False(context.Database.HasPendingModelChanges());
    }
}
