using System.Net.Http.Json;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Quality;
using ReferralDirectory.Reviews;
using ReferralDirectory.Tests.Platform;

namespace ReferralDirectory.Tests.Quality;

public sealed class QualityApiTests
{
    [Fact]
    public async Task The_share_of_listings_that_are_verified_falls_at_midnight_after_90_days()
    {
        await using var host = new DirectoryAppHost();
        using var client = host.CreateClient();

        Assert.Equal((4, 1), await VerifiedAsync(90)); // three of the seven are not shown
        Assert.Equal((0, 0), await VerifiedAsync(91));

        async Task<(int, double)> VerifiedAsync(int days)
        {
            host.Clock.Now = new DateTimeOffset(DirectoryAppPeople.Today.AddDays(days - 10), TimeOnly.MinValue, TimeSpan.Zero);
            var verified = (await client.GetFromJsonAsync<QualityResponse>("/v1/quality", Answers.Options))!.VerifiedWithin90Days;
            return (verified.Listings, verified.Share!.Value);
        }
    }

    [Fact]
    public async Task Tiers_reviews_and_reminders_are_counted_and_nobody_is_named()
    {
        await using var host = new DirectoryAppHost();
        using var client = host.CreateClient();
        host.Clock.Now = DirectoryAppPeople.Now.AddDays(-9);

        var text = await client.GetStringAsync("/v1/quality");
        var quality = System.Text.Json.JsonSerializer.Deserialize<QualityResponse>(text, Answers.Options)!;

        Assert.Equal((4, 4, 7L), (quality.Therapists, quality.Listings, quality.IndexRevision));
        Assert.Equal(4, quality.TherapistsByTier.Sum(count => count.Therapists));
        Assert.Equal(Enum.GetValues<ReviewKind>().Select(kind => new ReviewCountResponse(kind, 0)), quality.ReviewsWaiting); // the store of this host is empty
        Assert.Empty(quality.Reminders);
        Assert.DoesNotContain("Núñez", text, StringComparison.Ordinal);
        Assert.DoesNotContain("thr_", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_falls_due_is_counted_by_its_stage()
    {
        await using var host = new DirectoryAppHost();
        using var client = host.CreateClient();

        // The exclusion list was asked 20 days before: it is to be asked again after 31.
        host.Clock.Now = DirectoryAppPeople.Now.AddDays(12);
        var quality = (await client.GetFromJsonAsync<QualityResponse>("/v1/quality", Answers.Options))!;

        Assert.Equal([new ReminderCountResponse(ReminderKind.ExclusionCheckDue, ReminderStage.Due, 4)], quality.Reminders);
    }
}
