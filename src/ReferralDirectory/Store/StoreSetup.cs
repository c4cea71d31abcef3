using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Store;

internal static class StoreSetup
{
    /// <summary>Registers the store. <see cref="StoreStartup.PrepareAsync"/> comes before anything reads or writes.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(options);
        services.AddDbContextFactory<DirectoryContext>(context => context.UseSqlite(StoreConnections.StringFor(options)).AddInterceptors(new ConnectionPragmas()));
        services.AddSingleton<StoreConnections>();
        services.AddSingleton<StoreLock>();
        services.AddSingleton<StoreStartup>();
        services.AddSingleton<RevisionSignal>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<StagingAreas>();
        services.AddSingleton<SnapshotReader>();
        services.AddSingleton<SeedState>();
        return services;
    }
}
