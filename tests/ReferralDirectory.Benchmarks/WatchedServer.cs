using System.Diagnostics;
using System.Net.Http.Headers;
using ReferralDirectory.Benchmarks.Http;

namespace ReferralDirectory.Benchmarks;

/// <summary>How a server answered while something else went on.</summary>
internal sealed record AnswerWatch(int Answers, int Failures, TimeSpan Longest);

/// <summary>A server that is asked for matches again and again, from its first ready answer on.</summary>
internal sealed class WatchedServer : IAsyncDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(20);

    private readonly RunningServer server;
    private readonly HttpClient client;
    private readonly CancellationTokenSource stop = new();
    private readonly Task<AnswerWatch> watching;

    private WatchedServer(RunningServer server)
    {
        this.server = server;
        client = new HttpClient { BaseAddress = server.Url };
        watching = WatchAsync();
    }

    public static async Task<WatchedServer> StartAsync(Product product, string data) =>
        new(await RunningServer.StartAsync(url => product.StartUnlimited("serve", "--data", data, "--urls", url, "--seed", "none")));

    public async Task<AnswerWatch> StopWatchingAsync()
    {
        await stop.CancelAsync();
        return await watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopWatchingAsync();
        await server.DisposeAsync();
        client.Dispose();
        stop.Dispose();
    }

    private async Task<AnswerWatch> WatchAsync()
    {
        using var referral = new StringContent(
            """{"patient":{"location":{"zip":"13202"},"coverage":{"insurer":"aetna"}},"order":{"diagnoses":["M79.7"],"screening":{"answers":["none"]}}}""",
            MediaTypeHeaderValue.Parse("application/json"));
        var (answers, failures, longest) = (0, 0, TimeSpan.Zero);
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
