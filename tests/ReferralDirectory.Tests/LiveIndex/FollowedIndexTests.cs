using Microsoft.Extensions.Logging.Abstractions;
using ReferralDirectory.Import;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Import.Registers;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.LiveIndex;

public sealed class FollowedIndexTests
{
    [Fact]
    public async Task An_index_that_follows_imports_shows_what_one_shows_that_is_compiled_after_them()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(
            People.Record("m1", 1) with { Licences = [], Name = new PersonName("Ana María", "Ortiz") }, People.Record("m2", 1) with { Npi = null }, People.Record("m3", 2));
        using var live = Live(bench.Store, TimeProvider.System);
        await live.LoadAsync(CancellationToken.None);
        Assert.Equal(3, live.Current.TherapistCount);

        // Joins the first two, and brings a person and an organisation.
        await bench.ImportAsync(People.Record("g1", 1, ImportBench.Guild.Id), People.Record("g4", 4, ImportBench.Guild.Id));
        var newGuild = new Organization(Code<Organization>.Parse("new-guild"), "New Guild", "trade-organisation", null, Synthetic: true);
        await bench.ImportAsync(new FileContent { Rows = 1, Organizations = [newGuild] }, ImportFormat.Organizations, by: null);
        await live.RefreshAsync(CancellationToken.None);

        var anew = MatchIndexCompiler.Compile(bench.Read());
        Assert.Equal(Shown(anew), Shown(live.Current));
        Assert.Equal(new TherapistId(1), live.Current.Resolve(new TherapistId(2)));
        Assert.Contains(live.Current.Organizations, organization => organization.Name == "New Guild");
    }

    [Fact]
    public async Task A_release_of_codes_that_comes_while_an_index_is_made_is_there_with_it()
    {
        await using var bench = await RegisterBench.CreateAsync();
        var clock = new ClockThatIsRead();
        using var live = Live(bench.Store, clock);
        await live.LoadAsync(CancellationToken.None);
        await bench.Store.WriteAsync(unit => unit.NoteOrganizations());

        // The codes before it are read by then.
        clock.OnceRead = () => Task.Run(async () =>
        {
            await Task.Delay(200);
            Assert.True((await bench.ImportAsync(ImportFormat.Icd10cm, Icd10ReleaseTests.Excerpt, force: true)).Succeeded);
        }).GetAwaiter().GetResult();
        await live.RefreshAsync(CancellationToken.None);

        Assert.Equal(bench.Store.Reader.ReadRevision(), live.Current.Revision);
        Assert.NotEmpty(live.Icd10Release.Codes);
    }

    private static LiveMatchIndex Live(TemporaryStore store, TimeProvider clock) => new(
        store.Reader, new KeptIndex(store.Reader, store.Options, clock, NullLogger<KeptIndex>.Instance), clock, NullLogger<LiveMatchIndex>.Instance);

    private static IEnumerable<string> Shown(MatchIndex index) =>
    [
        $"{index.Revision} {index.Knowledge.Version} {index.ListingCount} {index.OfficeListings} {index.HomeVisitListings}",
        .. index.Organizations.Select(StoreJson.Write),
        .. index.Therapists.Select(StoreJson.Write),
    ];

    private sealed class ClockThatIsRead : TimeProvider
    {
        public Action? OnceRead { get; set; }

        public override long GetTimestamp()
        {
            var action = OnceRead;
            OnceRead = null;
            action?.Invoke();
            return base.GetTimestamp();
        }
    }
}
