using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Store;

namespace ReferralDirectory.Benchmarks;

/// <summary>One client, in process: screening, gates, ranking, funnel, relaxations and explanation of ten results.</summary>
internal static class MatchMeasurement
{
    private const int Queries = 5_000;

    public static async Task RunAsync(string data, int rounds, Report report)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStore(new StoreOptions { DataDirectory = data }).BuildServiceProvider();
        var index = MatchIndexCompiler.Compile(services.GetRequiredService<SnapshotReader>().ReadAll(CancellationToken.None));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var queries = QueryMix.Of(index, today, Queries);
        var options = new RankingOptions();
        Time(index, queries, options);

        var medians = new List<double>();
        var slowest = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var times = Time(index, queries, options);
            medians.Add(times[times.Length / 2]);
            slowest.Add(times[times.Length * 99 / 100]);
        }

        report.Add($"match in process, p50 of {Queries:N0} mixed queries, {index.ListingCount:N0} listings", "ms", medians, 2);
        report.Add($"match in process, p99 of {Queries:N0} mixed queries, {index.ListingCount:N0} listings", "ms", slowest, 2);
    }

    private static double[] Time(MatchIndex index, MatchCriteria[] queries, RankingOptions options)
    {
        var times = new double[queries.Length];
        for (var i = 0; i < queries.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = Ranker.Match(index, queries[i], options);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }
}
