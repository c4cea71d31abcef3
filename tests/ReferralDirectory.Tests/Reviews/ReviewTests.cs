using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Quality;
using ReferralDirectory.Reviews;
using ReferralDirectory.Tests.Import.Registers;

namespace ReferralDirectory.Tests.Reviews;

public sealed class ReviewTests
{
    private const string StevensonByNpi = "2100316761";

    [Fact]
    public async Task Exact_and_possible_matches_wait_with_whom_they_concern()
    {
        await using var bench = await WithMatchesAsync();

        var waiting = await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None);

        Assert.Equal(
            [(ReviewKind.Exclusion, 2), (ReviewKind.PossibleExclusion, 2)],
            waiting.GroupBy(review => review.Kind).Select(reviews => (reviews.Key, reviews.Count())).Order());
        Assert.All(waiting, review => Assert.NotNull(review.Therapist));
        Assert.Contains(waiting, review => review.Name == "Ellen Stevenson" && review.Finding.Contains("npi; ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_is_counted_by_kind()
    {
        await using var bench = await WithMatchesAsync();

        var counts = await new WaitingReviews(QueueOf(bench), TimeProvider.System).CountAsync(CancellationToken.None);

        Assert.Equal((2, 2, 0), (CountOf(ReviewKind.Exclusion), CountOf(ReviewKind.PossibleExclusion), CountOf(ReviewKind.Report)));

        int CountOf(ReviewKind kind) => counts.Single(count => count.Kind == kind).Count;
    }

    [Fact]
    public async Task Somebody_else_of_the_same_name_is_shown_again_and_stays_so_when_the_list_comes_anew()
    {
        await using var bench = await WithMatchesAsync();
        var munoz = await ReviewOfAsync(bench, "Munoz");

        Assert.Null(await DecideAsync(bench, munoz.Id, "clear", "K. Reed: another middle name and birth year."));
        await bench.ImportAsync(ImportFormat.Leie, RegisterBench.Fixture("leie-SYNTHETIC.csv"));

        var check = bench.Therapists().Single(therapist => therapist.Id == munoz.Therapist).Exclusion;
        Assert.Equal((ExclusionStatus.Clear, RegisterBench.Today), (check?.Status, check?.From.AsOf));
        Assert.DoesNotContain(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None), review => review.Name == munoz.Name);
    }

    [Fact]
    public async Task A_decision_is_reversed_by_a_later_one_even_on_the_same_day()
    {
        await using var bench = await WithMatchesAsync();
        var id = (await ReviewOfAsync(bench, "Munoz")).Id;

        foreach (var (outcome, status) in new[] { ("excluded", ExclusionStatus.Excluded), ("clear", ExclusionStatus.Clear), ("excluded", ExclusionStatus.Excluded) })
        {
            Assert.Null(await DecideAsync(bench, id, outcome, "K. Reed looked again."));
            var review = await ReviewOfAsync(bench, "Munoz", withDecided: true);

            Assert.Equal(outcome, review.Decision?.Outcome);
            Assert.Equal(status, bench.Therapists().Single(therapist => therapist.Id == review.Therapist).Exclusion?.Status);
        }

        Assert.Equal(3, (await bench.LedgerAsync(Matching.Vocabulary.VerificationAspect.Exclusion)).Count(row => row.Note == "K. Reed looked again."));
    }

    [Fact]
    public async Task An_exact_match_that_a_person_found_wrong_is_lifted()
    {
        await using var bench = await WithMatchesAsync();

        Assert.Null(await DecideAsync(bench, (await ReviewOfAsync(bench, "Stevenson")).Id, "clear", "K. Reed: the OIG confirmed a mistyped NPI."));

        Assert.Equal(ExclusionStatus.Clear, bench.Find(StevensonByNpi)?.Exclusion?.Status);
    }

    [Fact]
    public async Task A_match_of_a_member_whose_key_is_an_address_is_decided_like_any_other()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, "id,name,kind,website,synthetic\ndemo-guild,Demo Guild,trade-organization,,yes\n");
        await bench.ImportTextAsync(
            ImportFormat.Members, "memberKey,asOf,given,family,npi\nellen@example.org,2026-11-01,Ellen,Stevenson,2100316761\n",
            organization: Matching.Vocabulary.Code<Organization>.Parse("demo-guild"));
        await bench.ImportAsync(ImportFormat.Leie, RegisterBench.Fixture("leie-SYNTHETIC.csv"));

        Assert.Null(await DecideAsync(bench, (await ReviewOfAsync(bench, "Stevenson")).Id, "clear", "K. Reed: a mistyped NPI."));

        Assert.Equal(ExclusionStatus.Clear, bench.Find(StevensonByNpi)?.Exclusion?.Status);
    }

    [Theory]
    [InlineData("exclusion/member:nppes/1/none", "clear", "K. Reed", "There is no review")]
    [InlineData(null, "maybe", "K. Reed", "--outcome: write one of clear, excluded.")]
    [InlineData(null, "clear", " ", "--reason")]
    public async Task What_cannot_be_decided_is_refused_with_the_reason(string? id, string outcome, string reason, string told)
    {
        await using var bench = await WithMatchesAsync();

        var fault = await DecideAsync(bench, id ?? (await ReviewOfAsync(bench, "Munoz")).Id, outcome, reason);

        Assert.StartsWith(told, fault, StringComparison.Ordinal);
        Assert.DoesNotContain(await QueueOf(bench).ReadAsync(withDecided: true, CancellationToken.None), review => review.Decision is not null);
    }

    private static async Task<RegisterBench> WithMatchesAsync()
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, RegisterBench.Fixture("nppes-SYNTHETIC.csv"));
        await bench.ImportAsync(ImportFormat.Leie, RegisterBench.Fixture("leie-SYNTHETIC.csv"), daysAgo: 30);
        return bench;
    }

    private static ReviewQueue QueueOf(RegisterBench bench) => bench.Store.Get<ReviewQueue>();

    private static Task<string?> DecideAsync(RegisterBench bench, string id, string outcome, string reason) =>
        bench.Store.Get<ReviewDecisions>().DecideAsync(id, outcome, reason, CancellationToken.None);

    private static async Task<Review> ReviewOfAsync(RegisterBench bench, string family, bool withDecided = false) =>
        (await QueueOf(bench).ReadAsync(withDecided, CancellationToken.None)).Single(review => review.Name.EndsWith(family, StringComparison.Ordinal));
}
