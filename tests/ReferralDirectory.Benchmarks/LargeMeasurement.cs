using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Store;

namespace ReferralDirectory.Benchmarks;

internal static class LargeMeasurement
{
    public static async Task RunAsync(string data, int listings)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStore(new StoreOptions { DataDirectory = data }).BuildServiceProvider();
        var demo = services.GetRequiredService<SnapshotReader>().ReadAll(CancellationToken.None);
        var world = LargeWorld.Of(demo, listings);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var before = GC.GetTotalMemory(true);
        var t = Stopwatch.GetTimestamp();
        var index = MatchIndexCompiler.Compile(world);
        Console.WriteLine($"compiled {index.ListingCount} in {Stopwatch.GetElapsedTime(t).TotalSeconds:0.00} s");
        t = Stopwatch.GetTimestamp();
        index.PrepareFor(today);
        Console.WriteLine($"prepared in {Stopwatch.GetElapsedTime(t).TotalSeconds:0.00} s; {(GC.GetTotalMemory(true) - before) / (double)listings:0} bytes a listing");
        var options = new RankingOptions();
        foreach (var (name, change) in new (string, Func<MatchCriteria, MatchCriteria>)[] { ("full", c => c), ("no relaxations", c => c with { WithRelaxations = false }) })
        {
            var queries = QueryMix.Of(index, today, 4000).Select(change).ToArray();
            for (var round = 0; round < 3; round++)
            {
                var times = new double[queries.Length];
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < queries.Length; i++)
                {
                    var started = Stopwatch.GetTimestamp();
                    _ = Ranker.Match(index, queries[i], options);
                    times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                }

                Array.Sort(times);
                Console.WriteLine($"{name}: {1e6 / times.Average():0}/s p50 {times[times.Length / 2]:0} p95 {times[times.Length * 95 / 100]:0} p99 {times[times.Length * 99 / 100]:0} µs, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / queries.Length} B");
            }
        }
    }
}
