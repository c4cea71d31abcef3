using ReferralDirectory.Demo;
using ReferralDirectory.Geocoding;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matches;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Store;

namespace ReferralDirectory.CommandLine;

/// <summary>The directory as a verb needs it: its store opened and brought up to date, without a server.</summary>
internal sealed class OfflineDirectory : IAsyncDisposable
{
    private readonly ConfigurationManager configuration;
    private readonly ServiceProvider services;

    private OfflineDirectory(string? dataDirectory, TimeProvider clock)
    {
        // What the server reads, so that a match typed here is ranked as one sent there.
        configuration = WebApplication.CreateBuilder([DirectoryParts.SettingsAreReadOnce]).Configuration;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddDirectoryParts(dataDirectory ?? configuration[DirectoryParts.DataDirectoryKey])
            .BuildServiceProvider();
    }

    public IServiceProvider Services => services;

    /// <summary>A store that is not there yet is made.</summary>
    /// <param name="dataDirectory">Null: as configured, else the default.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static Task<OfflineDirectory> OpenAsync(string? dataDirectory, TimeProvider clock, CancellationToken cancellationToken) =>
        OpenAsync(dataDirectory, clock, mustExist: false, cancellationToken);

    /// <summary>For verbs that have nothing to do in a new store: more likely, its directory was mistyped.</summary>
    /// <param name="dataDirectory">Null: as configured, else the default.</param>
    /// <exception cref="StoreException">There is no store, or it cannot be used.</exception>
    public static Task<OfflineDirectory> OpenExistingAsync(string? dataDirectory, TimeProvider clock, CancellationToken cancellationToken) =>
        OpenAsync(dataDirectory, clock, mustExist: true, cancellationToken);

    /// <summary>Fills a new store as the server would at its first start, and renews an old demonstration.</summary>
    public Task<SeedOutcome> SeedAsync(CancellationToken cancellationToken) => DirectoryParts.SeedAsync(Services, seed: null, cancellationToken);

    /// <summary>All that a match rests on.</summary>
    public MatchContext ReadWorld(CancellationToken cancellationToken) => new(
        StoreCompiler.Compile(Services.GetRequiredService<SnapshotReader>(), days: _ => [], cancellationToken),
        Services.GetRequiredService<SnapshotReader>().ReadIcd10Release(),
        Services.GetRequiredService<PlaceTable>(),
        Services.GetRequiredService<RankingOptions>(),
        Services.GetRequiredService<TimeProvider>());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        configuration.Dispose();
    }

    private static async Task<OfflineDirectory> OpenAsync(string? dataDirectory, TimeProvider clock, bool mustExist, CancellationToken cancellationToken)
    {
        var directory = new OfflineDirectory(dataDirectory, clock);
        try
        {
            var database = directory.Services.GetRequiredService<StoreOptions>().DatabasePath;
            if (mustExist && !File.Exists(database))
                throw new StoreException($"There is no store at {database}: name its directory with --data DIR.");
            await DirectoryParts.OpenStoreAsync(directory.Services, cancellationToken);
            return directory;
        }
        catch
        {
            await directory.DisposeAsync();
            throw;
        }
    }
}
