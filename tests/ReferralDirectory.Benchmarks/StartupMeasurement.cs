namespace ReferralDirectory.Benchmarks;

/// <summary>From the start of the process to the first "ready": with an empty directory, and with a store that is there.</summary>
internal static class StartupMeasurement
{
    public static async Task RunAsync(Product product, string kind, string directory, int rounds, Report report)
    {
        var first = new List<double>();
        var next = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var data = Path.Combine(directory, $"{round}");
            first.Add(await product.SecondsUntilReadyAsync(data));
            next.Add(await product.SecondsUntilReadyAsync(data));
        }

        report.Add($"first start, {kind}: store made, seeded and ready", "s", first, 10);
        report.Add($"next start, {kind}: ready", "s", next, 3);
    }
}
