using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Store;

namespace ReferralDirectory.Tests.Store;

/// <summary>A store of its own in a new directory, gone when the test ends.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TemporaryStore(StoreOptions options, Action<IServiceCollection>? configure)
    {
        Options = options;
        var collection = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddStore(options);
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public StoreOptions Options { get; }

    public WriteGate Gate => Get<WriteGate>();

    public SnapshotReader Reader => Get<SnapshotReader>();

    /// <summary>A directory with nothing in it, before any start.</summary>
    public static TemporaryStore Unprepared(TimeSpan? writeWait = null, Action<IServiceCollection>? configure = null) =>
        new(
            new StoreOptions
            {
                DataDirectory = Directory.CreateTempSubdirectory("referral-directory-").FullName,
                WriteWait = writeWait ?? TimeSpan.FromSeconds(30),
            },
            configure);

    public static async Task<TemporaryStore> CreateAsync(TimeSpan? writeWait = null, Action<IServiceCollection>? configure = null)
    {
        var store = Unprepared(writeWait, configure);
        await store.PrepareAsync();
        return store;
    }

    /// <summary>The same files as another process sees them.</summary>
    public TemporaryStore OpenAgain(TimeSpan? writeWait = null) =>
        new(new StoreOptions { DataDirectory = Options.DataDirectory, WriteWait = writeWait ?? Options.WriteWait }, configure: null);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task PrepareAsync() => Get<StoreStartup>().PrepareAsync(CancellationToken.None);

    public DirectoryContext Open() => Get<IDbContextFactory<DirectoryContext>>().CreateDbContext();

    public Task WriteAsync(Action<WriteUnit> write) =>
        Gate.WriteAsync(
            (unit, _) =>
            {
                write(unit);
                return Task.FromResult(true);
            },
            CancellationToken.None);

    /// <summary>Writes therapists as an import does.</summary>
    public async Task PublishAsync(Action<WriteUnit, StagedTherapists> stage)
    {
        using var area = Get<StagingAreas>().Open();
        await Gate.PublishAsync(
            area,
            (unit, _) =>
            {
                using var staged = new StagedTherapists(unit.Context);
                stage(unit, staged);
                return new Prepared<bool>(true, () => StagedTherapists.Publish(unit.Context));
            },
            holdOthers: false, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Options.DatabasePath}"))
            SqliteConnection.ClearPool(connection);
        if (Directory.Exists(Options.DataDirectory))
            Directory.Delete(Options.DataDirectory, recursive: true);
    }
}
