using System.Diagnostics;
using System.Globalization;

namespace ReferralDirectory.Benchmarks.Http;

/// <summary>What the load generator saw of one endpoint.</summary>
internal sealed record Load(double PerSecond, double P50Milliseconds, double P99Milliseconds);

/// <summary><c>wrk</c>, the load generator (Debian: <c>apt-get install wrk</c>): posts a rotating set of bodies on a few connections.</summary>
internal sealed class Wrk(string directory)
{
    private const int Connections = 8;

    private readonly string script = Path.Combine(directory, "referrals.lua");

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>The bodies that every run posts in turn.</summary>
    public Task PostAsync(IEnumerable<string> bodies) => File.WriteAllTextAsync(script, $$"""
        local bodies = { {{string.Join(", ", bodies.Select(body => $"[==[{body}]==]"))}} }
        local requests, sent, pace = {}, 0, 0
        function init(args)
          pace = tonumber(args[1])
          for i, body in ipairs(bodies) do requests[i] = wrk.format("POST", wrk.path, { ["Content-Type"] = "application/json" }, body) end
        end
        function request()
          sent = sent + 1
          return requests[sent % #requests + 1]
        end
        function delay() return pace == 0 and 0 or math.random(0, 2 * pace) end
        function done(summary, latency)
          local errors = summary.errors
          io.write(string.format("MEASURED %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
            errors.connect + errors.read + errors.write + errors.status + errors.timeout))
        end
        """);

    /// <summary>As much as the endpoint gives.</summary>
    public Task<Load> SaturateAsync(Uri endpoint, int seconds) => RunAsync(endpoint, seconds, 0);

    /// <summary>A given number of requests a second: every endpoint has the same to do.</summary>
    public Task<Load> PaceAsync(Uri endpoint, int seconds, int perSecond) => RunAsync(endpoint, seconds, 1000 * Connections / perSecond);

    /// <param name="pause">Milliseconds that a connection waits between an answer and the next request, on average.</param>
    private async Task<Load> RunAsync(Uri endpoint, int seconds, int pause)
    {
        string[] arguments = ["-t1", $"-c{Connections}", $"-d{seconds}", "-s", script, endpoint.AbsoluteUri, "--", $"{pause}"];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { UseShellExecute = false, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var measured = output.Split('\n').Single(line => line.StartsWith("MEASURED", StringComparison.Ordinal)).Split(' ')[1..];
        return Array.ConvertAll(measured, number => double.Parse(number, CultureInfo.InvariantCulture)) switch
        {
            [var requests, var microseconds, var p50, var p99, 0] => new Load(requests / microseconds * 1e6, p50 / 1000, p99 / 1000),
            _ => throw new InvalidOperationException($"Not every request was answered with 200: {output}"),
        };
    }
}
