using System.Diagnostics;

namespace ReferralDirectory.Benchmarks;

/// <summary>One match typed on the command line, from the start of the process to its end.</summary>
internal static class CommandLineMeasurement
{
    public static async Task RunAsync(Product product, string kind, string data, int rounds, Report report)
    {
        var seconds = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            using var process = product.Start("match", "--data", data, "--icd10", "I89.0", "--zip", "13202", "--insurer", "aetna", "--screening", "none");
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"match ended with code {process.ExitCode}.");
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        report.Add($"`match` on the command line, {kind}", "s", seconds, 3);
    }
}
