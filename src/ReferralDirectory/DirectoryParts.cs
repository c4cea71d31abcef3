using Microsoft.Extensions.DependencyInjection.Extensions;
using ReferralDirectory.Demo;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Linking;
using ReferralDirectory.Matches;
using ReferralDirectory.Reviews;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory;

/// <summary>What the server and the verbs of the command line are both made of: places, store, imports, the demonstration, the ranking.</summary>
internal static class DirectoryParts
{
    public const string DataDirectoryKey = "ReferralDirectory:DataDirectory";

    /// <summary><c>Seed=demo</c> (default) or <c>Seed=none</c>.</summary>
    public const string SeedKey = "Seed";

    /// <summary>Typed to the host: else it would watch every directory below the one it was started in for a change of appsettings.json, of which nothing is read twice.</summary>
    public const string SettingsAreReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    public static readonly string SeedData = Path.Combine(AppContext.BaseDirectory, "seed-data");

    public static PlaceTable LoadPlaces() => PlaceTable.Load(Path.Combine(SeedData, "places", "us-zip-points.csv.gz"));

    public static IServiceCollection AddDirectoryParts(this IServiceCollection services, string? dataDirectory)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => LoadPlaces())
            .AddStore(dataDirectory is null ? new StoreOptions() : new StoreOptions { DataDirectory = dataDirectory })
            .AddImport(FileReaders.Read)
            .AddReviews()
            .AddLinking()
            .AddDemo(SeedData)
            .AddRanking();
    }

    /// <summary>Gives the store its shape, resolves it anew if another release resolved it, and brings in knowledge tables that it lacks.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task OpenStoreAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // The places are read while the store is opened: both take a fifth of a second and more.
        var places = Task.Run(services.GetRequiredService<PlaceTable>, cancellationToken);
        await services.GetRequiredService<StoreStartup>().PrepareAsync(cancellationToken);
        await places;
        await services.GetRequiredService<Reresolution>().FollowRulesAsync(cancellationToken);
        await services.GetRequiredService<DemoSeed>().EnsureKnowledgeAsync(SeedData, progress: null, cancellationToken);
    }

    /// <summary>Fills a new store with the demonstration, unless none is wanted, and renews an old one.</summary>
    /// <param name="seed"><c>demo</c> or <c>none</c>; null: as configured.</param>
    /// <exception cref="StoreException">Another word than these two.</exception>
    public static Task<SeedOutcome> SeedAsync(IServiceProvider services, string? seed, CancellationToken cancellationToken)
    {
        var wanted = (seed ?? services.GetRequiredService<IConfiguration>()[SeedKey]) switch
        {
            null or "demo" => SeedKind.Demo,
            "none" => SeedKind.None,
            var other => throw new StoreException($"Seed={other} is not known: say demo or none."),
        };
        return services.GetRequiredService<DemoSeed>().SeedAsync(SeedData, wanted, progress: null, cancellationToken);
    }
}
