using System.Diagnostics;
using System.Net.Http.Headers;

namespace ReferralDirectory.Benchmarks;

/// <summary>How a server answered while something else went on.</summary>
internal sealed record AnswerWatch(int Answers, int Failures, TimeSpan Longest);

/// <summary>A server that is asked for matches again and again, from its first ready answer on.</summary>
internal sealed class WatchedServer : IAsyncDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(20);

    private readonly Process process;
    private readonly HttpClient client;
    private readonly CancellationTokenSource stop = new();
    private readonly Task<AnswerWatch> watching;

    private WatchedServer(Process process, HttpClient client)
    {
        (this.process, this.client) = (process, client);
        watching = WatchAsync();
    }

    public static async Task<WatchedServer> StartAsync(Product product, string data)
    {
        var url = $"http://127.0.0.1:{Product.FreePort()}";
        // It is asked more often than one address may.
        Environment.SetEnvironmentVariable("ReferralDirectory__RateLimits__Enabled", "false");
        var server = product.Start("serve", "--data", data, "--urls", url, "--seed", "none");
        await Product.WaitUntilReadyAsync(server, url);
        return new WatchedServer(server, new HttpClient { BaseAddress = new Uri(url) });
    }

    public async Task<AnswerWatch> StopWatchingAsync()
    {
        await stop.CancelAsync();
        return await watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopWatchingAsync();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
        stop.Dispose();
    }

    private async Task<AnswerWatch> WatchAsync()
    {
        var (answers, failures, longest) = (0, 0, TimeSpan.Zero);
        using var referral = new StringContent(
            """{"patient":{"location":{"zip":"13202"},"coverage":{"insurer":"aetna"}},"order":{"diagnoses":["M79.7"],"screening":{"answers":["none"]}}}""",
            MediaTypeHeaderValue.Parse("application/json"));
        while (!stop.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsync(new Uri("/v1/matches", UriKind.Relative), referral);
            answers++;
            failures += answer.IsSuccessStatusCode ? 0 : 1;
            var took = Stopwatch.GetElapsedTime(asked);
            longest = took > longest ? took : longest;
            await Task.Delay(AskEvery);
        }

        return new AnswerWatch(answers, failures, longest);
    }
}
