namespace ReferralDirectory.Linking;

internal static class LinkingSetup
{
    /// <summary>Registers record linkage; needs the store and imports.</summary>
    public static IServiceCollection AddLinking(this IServiceCollection services) => services.AddSingleton<LinkRun>();
}
