using System.Diagnostics;
using ReferralDirectory.Benchmarks.Http;

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

    /// <summary>As a server that anybody may ask as often as they like, and that does not write down every request.</summary>
    public Process StartUnlimited(params string[] arguments) => Run(
        [assembly, .. arguments],
        new() { ["ReferralDirectory__RateLimits__Enabled"] = "false", ["Logging__LogLevel__Default"] = "Warning" });

    /// <summary>Seconds from the start of the process until <c>/health/ready</c> answers 200.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="untilThere">A file that the server goes on running for until it has written it.</param>
    public async Task<double> SecondsUntilReadyAsync(string data, string? untilThere = null)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await RunningServer.StartAsync(url => Start("serve", "--data", data, "--urls", url));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        while (untilThere is not null && !File.Exists(untilThere))
            await Task.Delay(100);
        return seconds;
    }

    /// <summary><c>dotnet …</c>.</summary>
    public static Process Run(string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");

        // Unread output would fill the pipe and stop the product.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
