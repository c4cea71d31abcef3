using System.Net.Http.Json;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Platform;
using ReferralDirectory.Therapists;

namespace ReferralDirectory.Tests.Therapists;

/// <summary>What an answer shows of a fact on the day before its date, on it, and after, while the clock of the server goes on.</summary>
public sealed class FreshnessTests : IAsyncDisposable
{
    private static readonly DateOnly Said = DirectoryAppPeople.Today.AddDays(-10);
    private static readonly DateOnly Checked = DirectoryAppPeople.Today.AddDays(-20);

    private readonly DirectoryAppHost host = new();

    [Theory]
    [InlineData(90, Freshness.Current, Freshness.Due)]
    [InlineData(180, Freshness.Due, Freshness.Lowered)]
    public async Task A_place_is_marked_as_due_and_then_lowered(int days, Freshness before, Freshness after)
    {
        Assert.Equal(
            [before, before, after],
            await AroundAsync(Said.AddDays(days), therapist => therapist.Listings[0].From.Freshness));
        Assert.Equal(
            [before, before, after],
            await AroundAsync(Said.AddDays(days), therapist => Assert.Single(therapist.Networks).From.Freshness));
        Assert.Equal(Said.AddDays(91), (await ReadAsync(Said.AddDays(days))).Listings[0].PhoneFrom!.DueOn);
    }

    [Fact]
    public async Task Confidence_falls_by_a_word_when_twice_the_time_has_passed() => Assert.Equal(
        [Confidence.Medium, Confidence.Medium, Confidence.Low],
        await AroundAsync(Said.AddDays(180), therapist => therapist.Listings[0].From.Confidence));

    [Theory]
    [InlineData(120, "licence")]
    [InlineData(31, "exclusion")]
    public async Task A_register_is_to_be_asked_again(int days, string register) => Assert.Equal(
        [Freshness.Current, Freshness.Current, Freshness.Due],
        await AroundAsync(Checked.AddDays(days), therapist => (register == "licence" ? therapist.Licences[0].From : therapist.ExclusionListClear!).Freshness));

    [Fact]
    public async Task Papers_are_to_be_seen_again_after_36_months() => Assert.Equal(
        [Freshness.Current, Freshness.Current, Freshness.Due],
        await AroundAsync(Checked.AddMonths(36), therapist => therapist.DocumentedTrainingHours!.From.Freshness));

    [Fact]
    public async Task What_nobody_said_again_for_four_times_as_long_is_shown_to_those_who_ask()
    {
        Assert.Equal([(1, 1, 0), (1, 1, 0), (0, 0, 3)], await AroundAsync(Said.AddDays(360), Shown));

        var asked = await ReadAsync(Said.AddDays(361), "?include=stale");
        Assert.Equal((1, 1, 0), Shown(asked));
        Assert.Equal(Freshness.Hidden, asked.Listings[0].From.Freshness);
        Assert.Equal((AcceptingPatients.Yes, Freshness.Hidden), (asked.Listings[0].Accepting.Value, asked.Listings[0].Accepting.From.Freshness));
        Assert.NotNull(asked.Email);

        static (int Listings, int Networks, int Hidden) Shown(TherapistResponse therapist) => (therapist.Listings.Count, therapist.Networks.Count, therapist.HiddenFacts);
    }

    [Fact]
    public async Task Licences_are_never_left_out()
    {
        var therapist = await ReadAsync(Checked.AddYears(5));

        Assert.Equal((Freshness.Lowered, Confidence.Low), (therapist.Licences[0].From.Freshness, therapist.Licences[0].From.Confidence));
    }

    [Fact]
    public async Task The_list_leaves_out_the_same_places_as_the_card()
    {
        Assert.Equal((4, 4, 0), (await TotalAsync(359), await TotalAsync(360), await TotalAsync(361)));
        Assert.Equal(4, await TotalAsync(361, "&include=stale"));
    }

    [Theory]
    [InlineData("/v1/therapists?include=all")]
    [InlineData("/v1/therapists/thr_000001?include=all")]
    public async Task Another_word_is_refused(string address)
    {
        using var client = host.CreateClient();
        var problem = await client.GetAsync(address).ProblemOf();

        Assert.Equal(("/include", "unknown-value"), (Assert.Single(problem.Errors!).Pointer, problem.Errors![0].Code));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<int> TotalAsync(int days, string and = "")
    {
        using var client = At(Said.AddDays(days));
        return (await client.GetFromJsonAsync<BrowseResponse>("/v1/therapists?limit=100" + and, Answers.Options))!.Total;
    }

    private async Task<List<T>> AroundAsync<T>(DateOnly last, Func<TherapistResponse, T> of) =>
        [of(await ReadAsync(last.AddDays(-1))), of(await ReadAsync(last)), of(await ReadAsync(last.AddDays(1)))];

    private async Task<TherapistResponse> ReadAsync(DateOnly day, string query = "")
    {
        using var client = At(day);
        return (await client.GetFromJsonAsync<TherapistResponse>("/v1/therapists/thr_000001" + query, Answers.Options))!;
    }

    /// <summary>At noon in New York.</summary>
    private HttpClient At(DateOnly day)
    {
        host.Clock.Now = new DateTimeOffset(day, new TimeOnly(17, 0), TimeSpan.Zero);
        return host.CreateClient();
    }
}
