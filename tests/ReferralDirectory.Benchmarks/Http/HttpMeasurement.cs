using System.Collections.Immutable;
using ReferralDirectory.CommandLine;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Requests;

namespace ReferralDirectory.Benchmarks.Http;

/// <summary>
/// <c>POST /v1/matches</c> with twenty explained therapists on loopback, next to a host that answers the same bytes without looking, and
/// one that reads the request and writes an answer it has already. The load generator shares the processors with them.
/// </summary>
internal static class HttpMeasurement
{
    private const int Bodies = 200;
    private const int WarmUpSeconds = 20;
    private const int Seconds = 5;

    /// <summary>Far from what any of them can give, so that no queue forms: what is left is what an answer takes.</summary>
    private const int PacePerSecond = 400;

    /// <returns>False: there is nothing to measure with.</returns>
    public static async Task<bool> RunAsync(string data, int rounds, Report report)
    {
        if (!Wrk.IsInstalled)
        {
            Console.WriteLine("HTTP is not measured: wrk is not installed (Debian: apt-get install wrk).");
            return false;
        }

        var directory = Directory.CreateTempSubdirectory("referral-directory-http-").FullName;
        try
        {
            var bodies = await BodiesAsync(data);
            var typical = Path.Combine(directory, "typical.json");
            await File.WriteAllTextAsync(typical, bodies[0]);
            var wrk = new Wrk(directory);
            await wrk.PostAsync(bodies);
            await using var product = await RunningServer.StartAsync(url => Product.Built.StartUnlimited("serve", "--data", data, "--urls", url));
            await using var host = await RunningServer.StartAsync(url => AnswerHost.Start(url, data, typical));
            await MeasureAsync(new Uri(product.Url, "/v1/matches"), new Uri(host.Url, "/constant"), new Uri(host.Url, "/prepared"), wrk, rounds, report);
            return true;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri matches, Uri constant, Uri prepared, Wrk wrk, int rounds, Report report)
    {
        Uri[] endpoints = [matches, constant, prepared];
        foreach (var endpoint in endpoints)
            await wrk.SaturateAsync(endpoint, WarmUpSeconds);
        var full = endpoints.ToDictionary(endpoint => endpoint, _ => new List<Load>());
        var paced = endpoints.ToDictionary(endpoint => endpoint, _ => new List<Load>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var endpoint in endpoints)
                full[endpoint].Add(await wrk.SaturateAsync(endpoint, Seconds));
            foreach (var endpoint in endpoints)
                paced[endpoint].Add(await wrk.PaceAsync(endpoint, Seconds, PacePerSecond));
        }

        foreach (var (name, endpoint) in new[] { ("twenty explained therapists", matches), ("a constant answer of that size", constant), ("one prepared answer", prepared) })
        {
            report.Add($"HTTP, {name}", "answers/s", full[endpoint].Select(load => load.PerSecond), null);
            report.Add($"HTTP, {name}, p99 of all it can", "ms", full[endpoint].Select(load => load.P99Milliseconds), null);
            report.Add($"HTTP, {name}, p50 at {PacePerSecond} a second", "ms", paced[endpoint].Select(load => load.P50Milliseconds), null);
            report.Add($"HTTP, {name}, p99 at {PacePerSecond} a second", "ms", paced[endpoint].Select(load => load.P99Milliseconds), null);
        }

        report.AddRatio("HTTP, throughput of a constant answer", Ratios(full[matches], full[constant], load => load.PerSecond), atLeast: .33);
        report.AddRatio("HTTP, throughput of one prepared answer", Ratios(full[matches], full[prepared], load => load.PerSecond), atLeast: .8);
        report.Add($"HTTP, p99 of a constant answer at {PacePerSecond} a second", "×", Ratios(paced[matches], paced[constant], load => load.P99Milliseconds), 1.5);
    }

    private static IEnumerable<double> Ratios(List<Load> ours, List<Load> theirs, Func<Load, double> of) => ours.Zip(theirs, (our, their) => of(our) / of(their));

    private static async Task<ImmutableArray<string>> BodiesAsync(string data)
    {
        await using var directory = await OfflineDirectory.OpenAsync(data, TimeProvider.System, CancellationToken.None);
        await directory.SeedAsync(CancellationToken.None);
        var world = directory.ReadWorld(CancellationToken.None);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var requests = ReferralBodies.Of(world, today, Bodies);
        return [.. BySize(requests, world).Select(ReferralBodies.Json)];
    }

    /// <summary>The one whose answer has the middle size comes first.</summary>
    private static IEnumerable<MatchRequest> BySize(ImmutableArray<MatchRequest> requests, MatchContext world)
    {
        var sized = requests.OrderBy(request => ReferralBodies.SizeOfAnswer(request, world)).ToList();
        return [sized[sized.Count / 2], .. requests];
    }
}
