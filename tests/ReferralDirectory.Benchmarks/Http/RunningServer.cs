using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReferralDirectory.Benchmarks.Http;

/// <summary>A server in a process of its own on a free loopback port; ended when it is disposed of.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process process;

    private RunningServer(Process process, Uri url)
    {
        this.process = process;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>Waits until <c>/health/ready</c> answers 200.</summary>
    /// <param name="start">Starts the process that shall listen at the address.</param>
    public static async Task<RunningServer> StartAsync(Func<string, Process> start)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var server = new RunningServer(start(url), new Uri(url));
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            while (!await IsReadyAsync(client, new Uri($"{url}/health/ready")))
            {
                if (server.process.HasExited)
                    throw new InvalidOperationException($"The server ended with code {server.process.ExitCode} before it was ready.");
                await Task.Delay(10);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // As an operator ends it: a store that was left by force is recovered first by whoever opens it next.
        using (var ending = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await ending.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri ready)
    {
        try
        {
            using var response = await client.GetAsync(ready);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
