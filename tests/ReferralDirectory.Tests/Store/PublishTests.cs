using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Store;

public sealed class PublishTests
{
    [Fact]
    public async Task Others_write_while_something_is_prepared_and_it_is_prepared_again_on_what_they_wrote()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var other = store.OpenAgain();
        var revisions = new List<long>();

        await store.PublishAsync((unit, staged) =>
        {
            revisions.Add(unit.NextRevision);
            if (revisions.Count == 1)
                other.WriteAsync(another => another.NoteTherapist(another.NewTherapistId(), ChangeKind.Added)).GetAwaiter().GetResult();
            Stage(unit, staged, unit.NewTherapistId());
        });

        Assert.Equal([1L, 2L], revisions);
        Assert.Equal(new TherapistId(2), Assert.Single(store.Reader.ReadAll(CancellationToken.None).Therapists).Id);
        Assert.Equal(2, store.Reader.ReadRevision());
    }

    [Fact]
    public async Task Whoever_was_overtaken_twice_is_not_overtaken_again()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var other = store.OpenAgain(writeWait: TimeSpan.FromMilliseconds(50));
        var attempts = 0;

        await store.PublishAsync((unit, staged) =>
        {
            var overtaking = other.WriteAsync(another => another.NoteOrganizations());
            if (++attempts < 3)
                overtaking.GetAwaiter().GetResult();
            else
                Assert.Throws<StoreException>(() => overtaking.GetAwaiter().GetResult());
            Stage(unit, staged, unit.NewTherapistId());
        });

        Assert.Equal(3, attempts);
        Assert.Single(store.Reader.ReadAll(CancellationToken.None).Therapists);
    }

    [Fact]
    public async Task Readers_see_nothing_of_what_is_prepared()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await store.PublishAsync((unit, staged) =>
        {
            Stage(unit, staged, unit.NewTherapistId());
            Assert.Empty(store.Reader.ReadAll(CancellationToken.None).Therapists);
        });

        Assert.Single(store.Reader.ReadAll(CancellationToken.None).Therapists);
    }

    [Fact]
    public async Task What_fails_while_it_is_prepared_leaves_nothing_behind()
    {
        await using var store = await TemporaryStore.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.PublishAsync((unit, staged) =>
        {
            Stage(unit, staged, unit.NewTherapistId());
            throw new InvalidOperationException("The power went.");
        }));

        Assert.Equal(0, store.Reader.ReadRevision());
        Assert.Empty(StagingFiles(store));
    }

    [Fact]
    public async Task What_a_killed_process_was_preparing_is_removed_by_the_next_one()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await File.WriteAllTextAsync($"{store.Options.DatabasePath}.staging-left", "half of something");

        await store.PublishAsync((_, _) => { });

        Assert.Empty(StagingFiles(store));
    }

    private static string[] StagingFiles(TemporaryStore store) => Directory.GetFiles(store.Options.DataDirectory, "*staging*");

    private static void Stage(WriteUnit unit, StagedTherapists staged, TherapistId id)
    {
        staged.Add(ProfileToRows.Map(People.Profile((int)id.Value) with { Memberships = [] }));
        unit.NoteTherapist(id, ChangeKind.Added);
    }
}
