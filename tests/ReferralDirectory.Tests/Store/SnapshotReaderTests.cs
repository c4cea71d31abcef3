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

    [Fact]
    public async Task Everybody_who_is_read_side_by_side_comes_once_in_the_order_of_ids()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var therapists = Enumerable.Range(1, 1_700).Where(number => number % 7 != 0).Select(number => People.Profile(number)).ToList();
        await WriteAsync(store, therapists);

        Assert.Equal(therapists.Select(therapist => therapist.Id), store.Reader.ReadAll(CancellationToken.None).Therapists.Select(therapist => therapist.Id));
    }

    [Theory]
    [InlineData("Licences", "ExpiresOn", "2026-02-31")]
    [InlineData("Licences", "ExpiresOn", "2026-00-10")]
    [InlineData("Licences", "ExpiresOn", "2026-2-3")]
    [InlineData("Licences", "ExpiresOn", "02/03/2026")]
    [InlineData("Licences", "ExpiresOn", "2026-+1-03")]
    [InlineData("Licences", "State", "Atlantis")]
    [InlineData("Listings", "Hours", "Monday 09:00:00-25:00:00")]
    [InlineData("Listings", "Hours", "Monday 09:00:00-1:00 pm")]
    [InlineData("Listings", "Hours", "Funday 09:00:00-17:00:00")]
    [InlineData("Listings", "Hours", "Monday")]
    public async Task What_no_writer_of_this_program_puts_there_is_told_by_its_content(string table, string column, string content)
    {
        await using var store = await TemporaryStore.CreateAsync();
        await WriteAsync(store, [.. Enumerable.Range(1, 1_100).Select(number => People.Profile(number))]);
        await store.WriteAsync(unit => unit.Context.Run($"UPDATE {table} SET {column} = '{content}' WHERE TherapistId = 3"));

        var failure = Assert.Throws<StoreException>(() => store.Reader.ReadAll(CancellationToken.None));

        Assert.Contains($"'{content}'", failure.Message, StringComparison.Ordinal);
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
