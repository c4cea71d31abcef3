using Microsoft.AspNetCore.Http.HttpResults;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Quality;

/// <summary>How fresh and how far checked is the directory, and what is to be asked again?</summary>
internal static class QualityApi
{
    public static IServiceCollection AddQuality(this IServiceCollection services) => services
        .AddSingleton<RegisterFeeds>()
        .AddSingleton<WaitingReviews>()
        .AddSingleton<QualityReports>()
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<ReminderLog>(provider, () => Current(provider.GetRequiredService<LiveMatchIndex>())));

    public static void MapQuality(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("").WithTags("Quality").MapGet("/quality", Read).WithAnswerExample(QualityExamples.Quality);

    /// <summary>How fresh and how far checked the directory is</summary>
    /// <remarks>
    /// The share of listings verified within 90 days, vetting tiers, what waits for a person's decision, what is to be asked again, and the
    /// newest file of each register. Counted once for each revision and day; right after a change the count may be of the revision before.
    /// </remarks>
    private static async Task<Ok<QualityResponse>> Read(MatchIndex index, QualityReports reports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reports.ReadAsync(index, cancellationToken));

    private static MatchIndex? Current(LiveMatchIndex live) => live.IsReady ? live.Current : null;
}
