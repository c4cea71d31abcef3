using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import;

/// <summary>Ids stay with people while lists come, overlap and are corrected.</summary>
public sealed class IdentityTests
{
    [Fact]
    public async Task A_person_in_two_lists_is_one_therapist()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1));

        await bench.ImportAsync(People.Record("g1", 1, ImportBench.Guild.Id));

        var therapist = Assert.Single(bench.Read().Therapists);
        Assert.Equal(new TherapistId(1), therapist.Id);
        Assert.Equal(2, therapist.Memberships.Length);
    }

    [Fact]
    public async Task A_record_that_joins_two_therapists_leaves_a_tombstone_and_a_redirect()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(ByNpi("m1", 1), ByLicence("m2", 1));
        Assert.Equal(2, bench.Read().Therapists.Length);
        var revision = bench.Read().Revision;

        await bench.ImportAsync(People.Record("g1", 1, ImportBench.Guild.Id));

        Assert.Equal(new TherapistId(1), Assert.Single(bench.Read().Therapists).Id);
        Assert.Equal([new TherapistId(2)], bench.Store.Reader.ReadSince(revision, CancellationToken.None).Removed);
        Assert.Equal([(2L, 1L)], await RedirectsAsync(bench));
    }

    [Fact]
    public async Task A_redirect_to_a_therapist_who_is_merged_in_turn_follows()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(ByNpi("m1", 7), ByNpi("m2", 1), ByLicence("m3", 1));
        await bench.ImportAsync(People.Record("g1", 1, ImportBench.Guild.Id));
        Assert.Equal([(3L, 2L)], await RedirectsAsync(bench));

        var both = People.Record("g2", 1, ImportBench.Guild.Id) with { Npi = null };
        await bench.ImportAsync(ByNpi("m1", 7) with { Npi = null, Licences = both.Licences });

        Assert.Equal([(2L, 1L), (3L, 1L)], await RedirectsAsync(bench));
    }

    [Fact]
    public async Task A_listing_keeps_its_id_through_a_merge_and_an_absence()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(ByNpi("m1", 1) with { Places = [People.Place(100)] }, ByLicence("m2", 1) with { Places = [People.Place(200)] });
        await bench.ImportAsync(People.Record("g1", 1, ImportBench.Guild.Id) with { Places = [] });
        Assert.Equal([1, 2], ListingIds(bench));

        await bench.ImportAsync(ByLicence("m2", 1) with { Places = [] });
        Assert.Equal([1], ListingIds(bench));
        await bench.ImportAsync(ByLicence("m2", 1) with { Places = [People.Place(200)] });

        Assert.Equal([1, 2], ListingIds(bench));
    }

    [Fact]
    public async Task Records_that_turn_out_to_be_two_people_become_two_and_the_first_keeps_the_id()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(ByNpi("m1", 1), ByNpi("m2", 1));
        Assert.Single(bench.Read().Therapists);

        await bench.ImportAsync(ByNpi("m2", 2));

        Assert.Equal([(1L, 1), (2L, 2)], bench.Read().Therapists.Select(therapist => (therapist.Id.Value, NumberOf(therapist))));
    }

    [Fact]
    public async Task A_check_by_licence_reaches_whoever_holds_it()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(People.Record("m1", 1), People.Record("m2", 2));
        var revision = bench.Read().Revision;

        await bench.ImportAsync(People.Check(SubjectKey.Of(People.Record("m2", 2).Licences[0].Key)));

        Assert.Equal([new TherapistId(2)], bench.Store.Reader.ReadSince(revision, CancellationToken.None).Changed.Select(therapist => therapist.Id));
    }

    [Fact]
    public async Task Readers_find_whoever_was_merged_under_the_id_that_stays()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(ByNpi("m1", 1), ByLicence("m2", 1));
        await bench.ImportAsync(People.Record("g1", 1, ImportBench.Guild.Id));

        var index = MatchIndexCompiler.Compile(bench.Read());

        Assert.Equal(new TherapistId(1), index.Resolve(new TherapistId(2)));
        Assert.Equal(new TherapistId(1), index.Resolve(new TherapistId(1)));
        Assert.Equal(new TherapistId(99), index.Resolve(new TherapistId(99)));
    }


    private static SourceRecord ByNpi(string key, int person) => People.Record(key, person) with { Licences = [], Name = new PersonName("Ana María", "Ortiz") };

    private static SourceRecord ByLicence(string key, int person) => People.Record(key, person) with { Npi = null };

    private static int NumberOf(TherapistProfile therapist) => therapist.Npi!.Value == People.NpiOf(1) ? 1 : 2;

    private static IEnumerable<long> ListingIds(ImportBench bench) => bench.Read().Therapists.SelectMany(therapist => therapist.Listings).Select(listing => listing.Id.Value).Order();

    private static async Task<List<(long From, long To)>> RedirectsAsync(ImportBench bench)
    {
        await using var context = bench.Store.Open();
        var rows = await context.Redirects.AsNoTracking().OrderBy(row => row.FromId).ToListAsync();
        return [.. rows.Select(row => (row.FromId, row.ToId))];
    }
}
