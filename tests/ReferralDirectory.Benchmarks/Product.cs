using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ReferralDirectory.Benchmarks;

/// <summary>The product as a process of its own: <c>dotnet ReferralDirectory.dll …</c>.</summary>
internal sealed class Product(string assembly)
{
    /// <summary>As <c>dotnet build -c Release</c> leaves it.</summary>
    public static Product Built { get; } = new(Path.Combine(AppContext.BaseDirectory, "ReferralDirectory.dll"));

    /// <summary>As the Dockerfile ships it: compiled ahead of time.</summary>
    public static async Task<Product> PublishAsync(string directory)
    {
        string[] arguments =
        [
            "publish", Path.Combine(Report.ProjectDirectory, "..", "..", "src", "ReferralDirectory"), "--configuration", "Release", "--use-current-runtime",
            "--self-contained", "false", "-p:PublishReadyToRun=true", "--output", directory,
        ];
        using var publish = Run(arguments);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? new Product(Path.Combine(directory, "ReferralDirectory.dll")) : throw new InvalidOperationException("dotnet publish failed.");
    }

    public Process Start(params string[] arguments) => Run([assembly, .. arguments]);

    private static Process Run(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");

        // Unread output would fill the pipe and stop the product.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Seconds from the start of the process until <c>/health/ready</c> answers 200.</summary>
    public async Task<double> SecondsUntilReadyAsync(string data)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var started = Stopwatch.GetTimestamp();
        using var process = Start("serve", "--data", data, "--urls", url);
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            while (!await IsReadyAsync(client, new Uri($"{url}/health/ready")))
            {
                if (process.HasExited)
                    throw new InvalidOperationException($"The product ended with code {process.ExitCode} before it was ready.");
                await Task.Delay(10);
            }

            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
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
