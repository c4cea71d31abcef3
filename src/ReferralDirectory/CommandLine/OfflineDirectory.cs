using ReferralDirectory.Demo;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Store;

namespace ReferralDirectory.CommandLine;

/// <summary>The directory as a verb needs it: its store opened and brought up to date, without a server.</summary>
internal sealed class OfflineDirectory : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private OfflineDirectory(ServiceProvider services) => this.services = services;

    public IServiceProvider Services => services;

    /// <param name="dataDirectory">Null: as configured, else the default.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task<OfflineDirectory> OpenAsync(string? dataDirectory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var configuration = Configuration();
        var directory = new OfflineDirectory(new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddDirectoryParts(dataDirectory ?? configuration[DirectoryParts.DataDirectoryKey])
            .BuildServiceProvider());
        await DirectoryParts.OpenStoreAsync(directory.Services, cancellationToken);
        return directory;
    }

    /// <summary>Fills a new store as the server would at its first start, and renews an old demonstration.</summary>
    public Task<SeedOutcome> SeedAsync(CancellationToken cancellationToken) => DirectoryParts.SeedAsync(Services, seed: null, cancellationToken);

    /// <summary>All that a match rests on. The places are read while the index is compiled.</summary>
    public async Task<MatchContext> ReadWorldAsync(CancellationToken cancellationToken)
    {
        var places = Task.Run(() => Services.GetRequiredService<PlaceTable>(), cancellationToken);
        var index = MatchIndexCompiler.Compile(Services.GetRequiredService<SnapshotReader>().ReadAll(cancellationToken));
        return new MatchContext(index, await places, Services.GetRequiredService<RankingOptions>(), Services.GetRequiredService<TimeProvider>());
    }

    /// <summary>What the server reads, so that a match typed here is ranked as one sent there.</summary>
    private static IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .SetBasePath(Directory.GetCurrentDirectory())
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
