using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>What becomes of a match when the record changes, and the next list comes.</summary>
public sealed class ExclusionsOverTimeTests
{
    private const string JanesNpi = "2005000007";

    private static readonly Organization Guild = new(Code<Organization>.Parse("demo-guild"), "Demo Guild", "trade-organisation", null, Synthetic: true);

    private static readonly string OnTheList = Leie.LongOf(Leie.Row("DOE", "JANE", npi: JanesNpi));

    public static TheoryData<string> Changes { get; } = ["DOE,,,OK", "WED-LATER,,,TX", "DOE,,1970-09-19,TX"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_match_stands_while_the_entry_does_though_the_record_moves_marries_or_drops_its_npi(string laterFamilyNpiBornAndState)
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, $"DOE,{JanesNpi},,TX", daysAgo: 60);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 50);

        await MembersAsync(bench, laterFamilyNpiBornAndState, daysAgo: 40);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 20);

        Assert.Equal(ExclusionStatus.PossibleMatch, StatusOf(bench));
        Assert.Single(await WaitingAsync(bench));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whoever_was_confirmed_stays_excluded_while_the_entry_stands_and_no_longer(string laterFamilyNpiBornAndState)
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, "DOE,,,TX", daysAgo: 60);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 50);
        await DecideAsync(bench, "excluded");

        await MembersAsync(bench, laterFamilyNpiBornAndState, daysAgo: 40);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 20);
        Assert.Equal(ExclusionStatus.Excluded, StatusOf(bench));

        await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(), force: true);
        Assert.Equal(ExclusionStatus.Clear, StatusOf(bench));
    }

    [Fact]
    public async Task A_wrong_npi_that_was_corrected_is_shown_again_once_a_person_says_so_and_stays_so()
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, $"STONE,{JanesNpi},,NY", daysAgo: 60);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 50);
        await MembersAsync(bench, "STONE,,,NY", daysAgo: 40);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 20);

        await DecideAsync(bench, "clear");
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList);

        Assert.Equal(ExclusionStatus.Clear, StatusOf(bench));
    }

    [Fact]
    public async Task Somebody_else_by_name_is_asked_about_again_when_the_npi_turns_out_to_be_the_same()
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, "DOE,,,TX", daysAgo: 60);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 50);
        await DecideAsync(bench, "clear");
        Assert.Equal(ExclusionStatus.Clear, StatusOf(bench));

        await MembersAsync(bench, $"DOE,{JanesNpi},,TX", daysAgo: 10);

        Assert.Equal(ExclusionStatus.Excluded, StatusOf(bench));
        Assert.Equal(ReviewKind.Exclusion, Assert.Single(await WaitingAsync(bench)).Kind);
        await DecideAsync(bench, "clear");
        Assert.Equal(ExclusionStatus.Clear, StatusOf(bench));
        await DecideAsync(bench, "excluded");
        Assert.Equal(ExclusionStatus.Excluded, StatusOf(bench));
    }

    [Fact]
    public async Task Whoever_is_listed_under_the_other_name_that_NPPES_knows_is_found()
    {
        await using var bench = await BenchAsync();
        var header = File.ReadLines(RegisterBench.Fixture("nppes-SYNTHETIC.csv")).First();
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NPI"] = "2100316761",
            ["Entity Type Code"] = "1",
            ["Provider Last Name (Legal Name)"] = "WEDDED",
            ["Provider First Name"] = "JANE",
            ["Provider Other Last Name"] = "DOE",
            ["Healthcare Provider Taxonomy Code_1"] = "225700000X",
            ["Provider License Number_1"] = "MT1",
            ["Provider License Number State Code_1"] = "TX",
        };
        await bench.ImportTextAsync(ImportFormat.Nppes, $"{header}\n{string.Join(',', header.Split(',').Select(column => cells.GetValueOrDefault(column.Trim('"'), "")))}\n", daysAgo: 60);

        await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(Leie.Row("DOE", "JANE")), daysAgo: 20);

        Assert.Equal(ExclusionStatus.PossibleMatch, StatusOf(bench));
    }

    [Fact]
    public async Task An_entry_whose_npi_and_state_were_corrected_is_the_same_and_so_is_what_was_decided_about_it()
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, "DOE,,,TX", daysAgo: 60);
        await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(Leie.Row("DOE", "JANE", npi: JanesNpi)), daysAgo: 50);
        await DecideAsync(bench, "excluded");

        await bench.ImportTextAsync(ImportFormat.Leie, Leie.LongOf(Leie.Row("DOE", "JANE", state: "OK")), daysAgo: 20);

        Assert.Equal(ExclusionStatus.Excluded, StatusOf(bench));
    }

    [Fact]
    public async Task A_reinstatement_ends_the_entry_though_it_writes_another_state_and_npi_and_not_before_its_day()
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, $"DOE,{JanesNpi},,TX", daysAgo: 60);
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 30);

        var early = await ReinstateAsync(bench, "20261201", daysAgo: 20);
        Assert.NotEqual(ExclusionStatus.Clear, StatusOf(bench));
        Assert.Contains(early.Warnings, warning => warning.Code == "reinstatement-to-come");
        await ReinstateAsync(bench, "20261110", daysAgo: 5);

        Assert.Equal(ExclusionStatus.Clear, StatusOf(bench));
    }

    [Fact]
    public async Task A_reinstatement_that_meets_no_entry_is_told()
    {
        await using var bench = await BenchAsync();
        await bench.ImportTextAsync(ImportFormat.Leie, OnTheList, daysAgo: 30);

        var report = await bench.ImportTextAsync(
            ImportFormat.Leie, Leie.Of(Leie.Row("DOE", "JUNE", reinstated: "20261101")), feed: new FeedOptions { Mode = FeedMode.Supplement });

        Assert.Contains(report.Warnings, warning => warning is { Code: "reinstated-unlisted", Row: 2 });
    }

    [Fact]
    public async Task Two_entries_of_one_business_on_one_day_are_two()
    {
        await using var bench = await BenchAsync();
        var report = await bench.ImportTextAsync(ImportFormat.Leie, Leie.Of(
            Leie.Row("", "", npi: JanesNpi, born: "", business: "REST WELL"), Leie.Row("", "", npi: "2005000015", born: "", state: "OK", business: "REST WELL")));

        Assert.Equal(2, report.Added);
    }

    [Fact]
    public async Task A_match_and_the_decision_about_it_may_be_of_one_day()
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, "DOE,,,TX", daysAgo: 60);
        await CheckAsync(bench, "possible-match", "State list");

        await DecideAsync(bench, "clear");
        Assert.Empty(await WaitingAsync(bench));
        Assert.NotEqual(ExclusionStatus.PossibleMatch, StatusOf(bench));

        await CheckAsync(bench, "possible-match", "Another state's list");
        Assert.Equal(ExclusionStatus.PossibleMatch, StatusOf(bench));
        Assert.Single(await WaitingAsync(bench));
    }

    [Fact]
    public async Task What_no_decision_lifts_is_not_offered_for_deciding_and_says_what_does()
    {
        await using var bench = await BenchAsync();
        await MembersAsync(bench, "DOE,,,TX", daysAgo: 60);
        await CheckAsync(bench, "excluded", "State list");

        var review = Assert.Single(await WaitingAsync(bench));

        Assert.Empty(review.Choices);
        Assert.Contains("--format verifications", review.Finding, StringComparison.Ordinal);
        Assert.Contains("not for deciding", await bench.Store.Get<ReviewDecisions>().DecideAsync(review.Id, "clear", "K. Reed", CancellationToken.None), StringComparison.Ordinal);
    }

    private static async Task<RegisterBench> BenchAsync()
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, $"id,name,kind,website,synthetic\n{Guild.Id},{Guild.Name},{Guild.Kind},,yes\n");
        return bench;
    }

    private static async Task MembersAsync(RegisterBench bench, string familyNpiBornAndState, int daysAgo)
    {
        var city = familyNpiBornAndState[^2..] switch { "OK" => "Tulsa,OK,74103", "NY" => "Syracuse,NY,13202", _ => "Austin,TX,78701" };
        var report = await bench.ImportTextAsync(
            ImportFormat.Members, $"memberKey,asOf,given,family,npi,birthDate,line1,city,state,zip,setting\n1,{RegisterBench.Today.AddDays(-daysAgo):O},Jane,{familyNpiBornAndState[..^2]}1 Main St,{city},clinic\n", organization: Guild.Id);
        Assert.True(report.Succeeded, $"{report.Errors.FirstOrDefault()}");
    }

    private static async Task CheckAsync(RegisterBench bench, string outcome, string source)
    {
        var report = await bench.ImportTextAsync(
            ImportFormat.Verifications, $"subject,aspect,source,method,checkedOn,outcome,validUntil\nmember:demo-guild/1,exclusion,{source},primary-source,{RegisterBench.Today:O},{outcome},\n", organization: Guild.Id);
        Assert.True(report.Succeeded, $"{report.Errors.FirstOrDefault()}");
    }

    private static Task<ImportReport> ReinstateAsync(RegisterBench bench, string day, int daysAgo) => bench.ImportTextAsync(
        ImportFormat.Leie, Leie.Of(Leie.Row("DOE", "JANE", state: "OK", reinstated: day)), daysAgo, new FeedOptions { Mode = FeedMode.Supplement });

    private static ExclusionStatus? StatusOf(RegisterBench bench) => Assert.Single(bench.Therapists()).Exclusion?.Status;

    private static Task<IReadOnlyList<Review>> WaitingAsync(RegisterBench bench) => bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: false, CancellationToken.None);

    private static async Task DecideAsync(RegisterBench bench, string outcome)
    {
        var review = Assert.Single(await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None));
        Assert.Null(await bench.Store.Get<ReviewDecisions>().DecideAsync(review.Id, outcome, "K. Reed looked.", CancellationToken.None));
    }
}
