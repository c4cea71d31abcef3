namespace ReferralDirectory.Demo;

internal static class DemoSetup
{
    /// <summary>Registers the seed and, for a host that runs, what keeps it fresh; needs the way in.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, string seedData) => services
        .AddSingleton<DemoSeed>()
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<DemoRefresher>(provider, seedData));
}
