using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.Benchmarks;

/// <summary>The demonstration as the product stores it.</summary>
internal static class DemoStore
{
    /// <summary>Lets the product make the store, then reads it.</summary>
    public static async Task<DirectorySnapshot> MakeAsync(string data)
    {
        await Product.Built.SecondsUntilReadyAsync(data);
        return await ReadAsync(data);
    }

    public static async Task<DirectorySnapshot> ReadAsync(string data)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStore(new StoreOptions { DataDirectory = data }).BuildServiceProvider();
        return services.GetRequiredService<SnapshotReader>().ReadAll(CancellationToken.None);
    }
}
