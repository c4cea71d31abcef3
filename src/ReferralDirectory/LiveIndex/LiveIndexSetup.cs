namespace ReferralDirectory.LiveIndex;

internal static class LiveIndexSetup
{
    /// <summary>Registers the index and, for a host that runs, what keeps it fresh.</summary>
    public static IServiceCollection AddLiveIndex(this IServiceCollection services) =>
        services.AddSingleton<LiveMatchIndex>().AddHostedService<LiveIndexRefresher>();
}
