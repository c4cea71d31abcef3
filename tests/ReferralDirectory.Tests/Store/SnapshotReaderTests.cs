using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Tests.Store;

public sealed class SnapshotReaderTests
{
    [Fact]
    public async Task Therapists_come_back_exactly_as_they_were_resolved()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var therapists = Enumerable.Range(1, 40).Select(number => People.Profile(number)).ToList();
        await WriteAsync(store, therapists);

        var snapshot = store.Reader.ReadAll(CancellationToken.None);

        Assert.Equal(1, snapshot.Revision);
        Assert.Equal(therapists.Select(StoreJson.Write), snapshot.Therapists.Select(StoreJson.Write));
        Assert.Equal([People.AllianceOrganization], snapshot.Organizations);
    }

    [Fact]
    public async Task Only_what_changed_since_a_revision_is_read()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await WriteAsync(store, [People.Profile(1), People.Profile(2), People.Profile(3)]);
        var moved = People.Profile(2, revision: 2) with { Listings = [] };
        await store.PublishAsync((unit, staged) =>
        {
            staged.Leave(2);
            staged.Add(ProfileToRows.Map(moved));
            unit.NoteTherapist(moved.Id, ChangeKind.Changed);
        });

        var changes = store.Reader.ReadSince(1, CancellationToken.None);

        Assert.Equal(2, changes.Revision);
        Assert.Equal([StoreJson.Write(moved)], changes.Changed.Select(StoreJson.Write));
        Assert.Empty(changes.Removed);
        Assert.Null(changes.Knowledge);
    }

    [Fact]
    public async Task A_therapist_who_is_gone_is_a_tombstone()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await WriteAsync(store, [People.Profile(1), People.Profile(2)]);
        await store.WriteAsync(unit =>
        {
            unit.Context.Remove(unit.Context.Therapists.Single(row => row.Id == 1));
            unit.NoteTherapist(new TherapistId(1), ChangeKind.Removed);
        });

        Assert.Equal([new TherapistId(1)], store.Reader.ReadSince(1, CancellationToken.None).Removed);
        Assert.Equal([new TherapistId(2)], store.Reader.ReadAll(CancellationToken.None).Therapists.Select(therapist => therapist.Id));
    }

    private static async Task WriteAsync(TemporaryStore store, List<TherapistProfile> therapists)
    {
        await store.WriteAsync(unit =>
        {
            using var organizations = new RowInserter<OrganizationRow>(unit.Context);
            organizations.Insert(OrganizationRow.Of(People.AllianceOrganization));
        });
        await store.PublishAsync((unit, staged) =>
        {
            foreach (var therapist in therapists)
            {
                staged.Add(ProfileToRows.Map(therapist));
                unit.NoteTherapist(therapist.Id, ChangeKind.Added);
            }
        });
    }
}
