using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Reviews;
using ReferralDirectory.Store.Rows;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Linking;

/// <summary>A run of linkage left it to a person whether two entries without a common key are one person's.</summary>
public sealed class LinkReviewTests : IAsyncLifetime
{
    private static readonly SourceRecord ByNpi = People.Record("m1", 1) with { Licences = [] };
    private static readonly SourceRecord ByLicence = People.Record("g1", 1, ImportBench.Guild.Id) with { Npi = null };

    private ImportBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await ImportBench.CreateAsync(services => services.AddReviews());
        await bench.ImportAsync(ByNpi);
        await bench.ImportAsync(ByLicence);
        await bench.Store.WriteAsync(unit => unit.Context.Add(new LinkReviewRow
        {
            OneKey = SubjectKey.OfMember(ByNpi.Organization, ByNpi.MemberKey).Key,
            OtherKey = SubjectKey.OfMember(ByLicence.Organization, ByLicence.MemberKey).Key,
            Probability = 0.7,
            Obstacles = MergeObstacles.None,
            Evidence = "[]",
            FoundOn = People.Day,
        }));
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Two_entries_that_may_be_one_person_wait_for_a_person() =>
        Assert.Equal(ReviewKind.SamePerson, Assert.Single(await WaitingAsync()).Kind);

    [Fact]
    public async Task Nobody_is_asked_about_two_entries_that_a_key_made_one()
    {
        await bench.ImportAsync(People.Record("m1", 1));

        Assert.Single(bench.Read().Therapists);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task Nobody_is_asked_about_entries_that_are_gone()
    {
        await bench.Store.Get<DemoRemoval>().RemoveAsync(CancellationToken.None);

        Assert.Empty(await WaitingAsync());
    }

    private Task<IReadOnlyList<Review>> WaitingAsync() => bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: false, CancellationToken.None);
}
