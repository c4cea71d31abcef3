using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReferralDirectory.Store;

internal static class StoreSetup
{
    /// <summary>Registers the store. <see cref="StoreStartup.PrepareAsync"/> comes before anything reads or writes.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(options);

        // Whether the migrations lead to the model is for a test to say, not for every new store.
        services.AddDbContextFactory<DirectoryContext>(context => context.UseSqlite(StoreConnections.StringFor(options)).AddInterceptors(new ConnectionPragmas())
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
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
