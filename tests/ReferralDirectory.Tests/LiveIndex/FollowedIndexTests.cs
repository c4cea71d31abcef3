using Microsoft.Extensions.Logging.Abstractions;
using ReferralDirectory.Import;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Tests.Import;
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
        using var live = new LiveMatchIndex(
            bench.Store.Reader, new KeptIndex(bench.Store.Reader, bench.Store.Options, TimeProvider.System, NullLogger<KeptIndex>.Instance), TimeProvider.System, NullLogger<LiveMatchIndex>.Instance);
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

    private static IEnumerable<string> Shown(MatchIndex index) =>
    [
        $"{index.Revision} {index.Knowledge.Version} {index.ListingCount} {index.OfficeListings} {index.HomeVisitListings}",
        .. index.Organizations.Select(StoreJson.Write),
        .. index.Therapists.Select(StoreJson.Write),
    ];
}
