using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Store;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Sixteen_writers_at_once_each_get_their_turn()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await Task.WhenAll(Enumerable.Range(1, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await store.WriteAsync(unit => unit.NoteTherapist(unit.NewTherapistId(), ChangeKind.Added));
        })));

        Assert.Equal(80, store.Reader.ReadRevision());
        await using var context = store.Open();
        Assert.Equal(80, await context.Changes.Select(change => change.TherapistId).Distinct().CountAsync());
    }

    [Fact]
    public async Task Another_process_is_held_off_and_told_so()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var other = store.OpenAgain(writeWait: TimeSpan.FromMilliseconds(50));
        using (await store.Get<StoreLock>().HoldAsync(CancellationToken.None))
        {
            var refusal = await Assert.ThrowsAsync<StoreException>(() => other.WriteAsync(unit => unit.NoteOrganizations()));
            Assert.StartsWith("Another process has been writing", refusal.Message, StringComparison.Ordinal);
        }

        await other.WriteAsync(unit => unit.NoteOrganizations());
        Assert.Equal(1, store.Reader.ReadRevision());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(unit =>
        {
            Insert(unit, People.AllianceOrganization);
            unit.NoteOrganizations();
            throw new InvalidOperationException("The power went.");
        }));

        Assert.Equal(0, store.Reader.ReadRevision());
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Organizations);
    }

    [Fact]
    public async Task A_discarded_write_leaves_nothing_behind()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await store.WriteAsync(unit =>
        {
            Insert(unit, People.AllianceOrganization);
            unit.NewTherapistId();
            unit.NoteOrganizations();
            unit.Discard();
        });

        Assert.Equal(0, store.Reader.ReadRevision());
        Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Organizations);
        await store.WriteAsync(unit => Assert.Equal(new TherapistId(1), unit.NewTherapistId()));
    }

    [Fact]
    public async Task A_long_log_that_a_reader_kept_is_folded_in_by_the_next_write()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var log = new FileInfo(Path.Combine(store.Options.DataDirectory, "referral-directory.db-wal"));
        await using (var reader = store.Open())
        {
            await reader.Database.OpenConnectionAsync();
            await using var reading = reader.Connection.BeginTransaction(deferred: true);
            reader.Run("SELECT count(*) FROM sqlite_schema");
            await store.WriteAsync(unit => unit.Context.Run("CREATE TABLE Large AS SELECT randomblob(70000000)"));
            log.Refresh();
            Assert.True(log.Length > 70_000_000);
        }

        await store.WriteAsync(unit => unit.NoteOrganizations());

        log.Refresh();
        Assert.Equal(0, log.Length);
        Assert.Equal(1, store.Reader.ReadRevision());
    }

    [Fact]
    public async Task A_write_that_changes_nothing_for_readers_keeps_the_revision()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await store.Get<SeedState>().DeclineAsync(CancellationToken.None);

        Assert.Equal(0, store.Reader.ReadRevision());
        Assert.Equal(new Seeding(SeedKind.None, null), store.Get<SeedState>().Read());
    }

    [Fact]
    public async Task Ids_are_never_given_twice()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await store.WriteAsync(unit => Assert.Equal((1, 1, 1), (unit.NewTherapistId().Value, unit.NewListingId().Value, unit.NewImportId().Value)));

        await store.WriteAsync(unit => Assert.Equal((2, 2, 2), (unit.NewTherapistId().Value, unit.NewListingId().Value, unit.NewImportId().Value)));
    }

    private static void Insert(WriteUnit unit, Matching.Profiles.Organization organization)
    {
        using var organizations = new RowInserter<OrganizationRow>(unit.Context);
        organizations.Insert(OrganizationRow.Of(organization));
    }
}
