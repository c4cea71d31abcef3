using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
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

        Assert.Equal(3, (await bench.LedgerAsync(VerificationAspect.Exclusion)).Count(row => row.Note == "K. Reed looked again."));
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

    [Theory]
    [InlineData("npi:2000000010", "licence:US-TX/MT100001", "0123456789abcdef")]
    [InlineData("npi:2000000010", "member:guild/g1", "0123456789abcdef")]
    [InlineData("licence:US-TX/MT100001", "npi:2000000010", "0123456789abcdef")]
    [InlineData("member:guild/g1", "npi:2000000010", "")]
    public async Task What_was_decided_under_one_key_of_a_person_is_decided_under_all(string found, string decided, string entry)
    {
        await using var bench = await WithAnaAsync();
        await EnterAsync(bench, found, entry, VerificationOutcome.PossibleMatch, daysAgo: 2);
        Assert.Null(Assert.Single(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None)).Decision);
        Assert.Equal(ExclusionStatus.PossibleMatch, Assert.Single(bench.Therapists()).Exclusion?.Status);

        await EnterAsync(bench, decided, entry.Length == 0 ? Verification.Decision : $"{Verification.Decision}/{entry}", VerificationOutcome.Clear, daysAgo: 1);

        Assert.Equal(ExclusionStatus.Clear, Assert.Single(bench.Therapists()).Exclusion?.Status);
        Assert.Empty(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None));
        Assert.Equal("clear", Assert.Single(await QueueOf(bench).ReadAsync(withDecided: true, CancellationToken.None)).Decision?.Outcome);
    }

    [Fact]
    public async Task What_was_decided_of_a_match_under_one_key_is_reversed_under_another_on_the_same_day()
    {
        await using var bench = await WithAnaAsync();
        foreach (var key in new[] { "licence:US-TX/MT100001", "npi:2000000010" })
            await EnterAsync(bench, key, "0123456789abcdef", VerificationOutcome.PossibleMatch, daysAgo: 2);

        foreach (var (key, outcome, status) in new[]
        {
            ("npi:2000000010", "clear", ExclusionStatus.Clear), ("npi:2000000010", "excluded", ExclusionStatus.Excluded), ("licence:US-TX/MT100001", "clear", ExclusionStatus.Clear),
        })
        {
            Assert.Null(await DecideAsync(bench, $"exclusion/{Subject(key)}/0123456789abcdef", outcome, "K. Reed looked again."));

            Assert.Equal(status, Assert.Single(bench.Therapists()).Exclusion?.Status);
            Assert.Equal([outcome, outcome], (await QueueOf(bench).ReadAsync(withDecided: true, CancellationToken.None)).Select(review => review.Decision?.Outcome));
        }
    }

    [Fact]
    public async Task A_decision_under_a_key_that_two_people_have_clears_neither_and_the_match_goes_on_waiting()
    {
        await using var bench = await WithAnaAsync();
        await EnterAsync(bench, "licence:US-TX/MT100001", "0123456789abcdef", VerificationOutcome.PossibleMatch, daysAgo: 2);
        await ImportMemberAsync(bench, "g2,2026-11-01,Bob,Chen,2000000010,\n");

        await EnterAsync(bench, "npi:2000000010", $"{Verification.Decision}/0123456789abcdef", VerificationOutcome.Clear, daysAgo: 1);

        Assert.Equal(ExclusionStatus.PossibleMatch, bench.Therapists().Single(therapist => therapist.Name.Value.Given == "Ana").Exclusion?.Status);
        Assert.Contains(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None), review => review.Kind == ReviewKind.PossibleExclusion);
    }

    [Fact]
    public async Task A_match_under_a_key_that_no_list_gives_any_more_goes_on_waiting_and_can_be_decided()
    {
        await using var bench = await WithAnaAsync();
        await EnterAsync(bench, "npi:2000000010", "0123456789abcdef", VerificationOutcome.PossibleMatch, daysAgo: 2);
        await ImportMemberAsync(bench, "g1,2026-11-02,Ana,Ortiz,,US-TX:MT100001\n");
        Assert.Equal(ExclusionStatus.PossibleMatch, Assert.Single(bench.Therapists()).Exclusion?.Status);

        var review = Assert.Single(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None));
        Assert.Equal("Ana Ortiz", review.Name);
        Assert.Null(await DecideAsync(bench, review.Id, "clear", "K. Reed: another Ana Ortiz."));

        Assert.NotEqual(ExclusionStatus.PossibleMatch, Assert.Single(bench.Therapists()).Exclusion?.Status);
        Assert.Empty(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None));
    }

    [Fact]
    public async Task A_match_under_a_key_that_nobody_has_waits_all_the_same()
    {
        await using var bench = await WithAnaAsync();
        await EnterAsync(bench, "npi:2000000028", "0123456789abcdef", VerificationOutcome.Excluded, daysAgo: 2);

        var review = Assert.Single(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None));

        Assert.Equal((null, "exclusion/npi:2000000028/exact:0123456789abcdef"), (review.Therapist, review.Id));
        Assert.Null(await DecideAsync(bench, review.Id, "clear", "K. Reed: retired."));
        Assert.Empty(await QueueOf(bench).ReadAsync(withDecided: false, CancellationToken.None));
    }

    /// <summary>One member, by NPI and licence.</summary>
    private static async Task<RegisterBench> WithAnaAsync()
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, "id,name,kind,website,synthetic\nguild,Guild,trade-organisation,,yes\n");
        await ImportMemberAsync(bench, "g1,2026-11-01,Ana,Ortiz,2000000010,US-TX:MT100001\n");
        return bench;
    }

    private static async Task ImportMemberAsync(RegisterBench bench, string row)
    {
        var report = await bench.ImportTextAsync(ImportFormat.Members, $"memberKey,asOf,given,family,npi,licences\n{row}", organization: Code<Organization>.Parse("guild"));
        Assert.True(report.Succeeded, report.Errors.FirstOrDefault()?.ToString());
    }

    private static Task EnterAsync(RegisterBench bench, string subject, string reference, VerificationOutcome outcome, int daysAgo) => bench.Store.Get<LedgerWriter>().AppendAsync(
        [
            new Verification
            {
                Subject = Subject(subject),
                Aspect = VerificationAspect.Exclusion,
                Reference = reference,
                Source = "a list",
                Method = FactMethod.PrimarySource,
                CheckedBy = Registers.Operator.Id,
                CheckedOn = RegisterBench.Today.AddDays(-daysAgo),
                Outcome = outcome,
            },
        ],
        Registers.Operator, along: null, CancellationToken.None);

    private static SubjectKey Subject(string text) => SubjectKey.TryParse(text, out var key) ? key : throw new ArgumentException(text, nameof(text));

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
