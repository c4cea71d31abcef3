namespace ReferralDirectory.LiveIndex;

internal static class LiveIndexSetup
{
    /// <summary>Registers the index and, for a host that runs, what keeps it fresh and ready, and in its file.</summary>
    public static IServiceCollection AddLiveIndex(this IServiceCollection services) =>
        services.AddSingleton<KeptIndex>().AddSingleton<LiveMatchIndex>().AddHostedService<LiveIndexRefresher>().AddHostedService<DayAhead>().AddHostedService<IndexKeeper>();
}
