using System.Diagnostics;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Benchmarks;

/// <summary>One client, in process: screening, gates, ranking, funnel, relaxations and explanation of ten results; at the size of the demonstration and of a nation.</summary>
internal static class MatchMeasurement
{
    private const int Queries = 5_000;
    private const int NationalListings = 1_000_000;
    private const int DaysOfSessions = 28;

    public static async Task RunAsync(string data, int rounds, Report report)
    {
        var demo = await DemoStore.ReadAsync(data);
        Measure(demo, rounds, report, mostMilliseconds: 2);
        Measure(LargeWorld.Of(demo, NationalListings), rounds, report, mostMilliseconds: null);
    }

    private static void Measure(DirectorySnapshot world, int rounds, Report report, double? mostMilliseconds)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = MatchIndexCompiler.Compile(world);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        index.PrepareFor(today);
        var compiled = Stopwatch.GetElapsedTime(started);
        var size = FormattableString.Invariant($"{index.ListingCount:N0} listings");
        report.Add($"index compiled and ready for today, {size}", "s", [compiled.TotalSeconds], null);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        report.Add($"index besides the packed profiles, {size}", "bytes a listing", [(bytes - index.PackedBytes) / (double)index.ListingCount], null);
        report.Add($"packed profiles, {size}", "bytes a therapist", [index.PackedBytes / (double)index.TherapistCount], null);

        var options = new RankingOptions();
        var queries = QueryMix.Of(index, today, Queries);
        MatchCriteria[] bare = [.. queries.Select(query => query with { WithRelaxations = false })];
        Time(index, queries, options);
        var whole = Enumerable.Range(0, rounds).Select(_ => Time(index, queries, options)).ToList();
        var withoutRelaxations = Enumerable.Range(0, rounds).Select(_ => Time(index, bare, options)).ToList();
        report.Add($"match in process, p50 of {Queries:N0} mixed queries, {size}", "ms", whole.Select(times => At(times, 50)), mostMilliseconds);
        report.Add($"match in process, p99 of {Queries:N0} mixed queries, {size}", "ms", whole.Select(times => At(times, 99)), mostMilliseconds);
        report.Add($"the same without relaxations, p50, {size}", "ms", withoutRelaxations.Select(times => At(times, 50)), mostMilliseconds);
        report.Add($"the same without relaxations, p99, {size}", "ms", withoutRelaxations.Select(times => At(times, 99)), mostMilliseconds);
        if (mostMilliseconds is not null)
            MeasureMonth(index, bare, rounds, report, mostMilliseconds.Value);
        report.Add($"one therapist changed, until matchable, {size}", "ms", Enumerable.Range(1, rounds * 10).Select(i => TimeOfChange(index, world, i, today)), 1_000);
        report.Add($"the same without relaxations, {size}", "matches/s", withoutRelaxations.Select(times => 1000 / times.Average()), null);
    }

    /// <summary>Orders are for a first session on some day of the next weeks.</summary>
    private static void MeasureMonth(MatchIndex index, MatchCriteria[] bare, int rounds, Report report, double mostMilliseconds)
    {
        MatchCriteria[] queries = [.. bare.Select((query, i) => query with { ServiceDate = query.ServiceDate.AddDays(i % DaysOfSessions) })];
        Time(index, queries, new RankingOptions());
        var size = FormattableString.Invariant($"{index.ListingCount:N0} listings");
        var times = Enumerable.Range(0, rounds).Select(_ => Time(index, queries, new RankingOptions())).ToList();
        report.Add($"the same for first sessions on {DaysOfSessions} days, p50, {size}", "ms", times.Select(round => At(round, 50)), mostMilliseconds);
        report.Add($"the same for first sessions on {DaysOfSessions} days, p99, {size}", "ms", times.Select(round => At(round, 99)), mostMilliseconds);
    }

    private static double TimeOfChange(MatchIndex index, DirectorySnapshot world, int number, DateOnly today)
    {
        var person = world.Therapists[(int)((long)number * 7919 % world.Therapists.Length)];
        var started = Stopwatch.GetTimestamp();
        index.With(new DirectoryChanges(index.Revision + number, null, [], [person with { IdentityConflict = true }], [])).PrepareFor(today);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double At(double[] sorted, int percentile) => sorted[sorted.Length * percentile / 100];

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
