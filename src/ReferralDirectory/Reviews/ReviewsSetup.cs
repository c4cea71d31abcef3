namespace ReferralDirectory.Reviews;

internal static class ReviewsSetup
{
    /// <summary>Registers the queue and the way to decide; needs the store and imports.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddSingleton<ReviewQueue>().AddSingleton<ReportDecisions>().AddSingleton<ReviewDecisions>();
}
