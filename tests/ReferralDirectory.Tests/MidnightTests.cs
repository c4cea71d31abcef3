using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ReferralDirectory.Tests;

/// <summary>A check of the exclusion list holds for 31 days: with the last of them, the day of the patient's state decides, not a restart.</summary>
public sealed class MidnightTests : IAsyncDisposable
{
    /// <summary>The last minute of the last day in New York.</summary>
    private static readonly DateTimeOffset LastMinute = new(2026, 12, 3, 4, 59, 0, TimeSpan.Zero);

    private readonly DirectoryAppHost host = new();

    [Fact]
    public async Task A_match_leaves_out_at_the_midnight_of_the_patients_state_whoever_lapsed()
    {
        using var client = host.CreateClient();

        host.Clock.Now = LastMinute;
        Assert.Equal(("2026-12-02", 2), await MatchAsync(client, "13202"));
        host.Clock.Now = LastMinute.AddMinutes(1);
        Assert.Equal(("2026-12-03", 0), await MatchAsync(client, "13202"));
    }

    [Fact]
    public async Task In_a_state_farther_west_the_day_is_still_the_one_before()
    {
        using var client = host.CreateClient();

        host.Clock.Now = LastMinute.AddMinutes(1);
        Assert.Equal("2026-12-02", (await MatchAsync(client, "90012")).AsOf);
        host.Clock.Now = LastMinute.AddHours(3).AddMinutes(1);
        Assert.Equal("2026-12-03", (await MatchAsync(client, "90012")).AsOf);
    }

    [Fact]
    public async Task A_copy_of_a_therapist_that_a_caller_keeps_is_out_of_date_after_midnight()
    {
        using var client = host.CreateClient();
        host.Clock.Now = LastMinute;
        using var before = await client.GetAsync("/v1/therapists/thr_000001");

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(client, before.Headers.ETag!));
        host.Clock.Now = new DateTimeOffset(2026, 12, 4, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(client, before.Headers.ETag!));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static async Task<(string AsOf, int Total)> MatchAsync(HttpClient client, string zip)
    {
        var referral = new
        {
            audience = "physician",
            patient = new { location = new { zip }, coverage = new { kind = "self-pay" } },
            order = new { diagnoses = new[] { "M54.50" }, screening = new { answers = new[] { "none" } } },
            preferences = new { radiusMiles = 25 },
        };
        using var response = await client.PostAsJsonAsync("/v1/matches", referral);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        return (answer.GetProperty("asOf").GetString()!, answer.GetProperty("total").GetInt32());
    }

    private static async Task<HttpStatusCode> AskAgainAsync(HttpClient client, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/therapists/thr_000001");
        request.Headers.IfNoneMatch.Add(known);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
